internal import ColdChain
internal import Interchange
internal import VehicleRouting

/// How long goods may stay in a compartment whose unit has failed.
enum WarmingTime {
    /// Seconds until the compartment leaves `regime`; nil when the weather alone keeps it, 0 when it has left it already.
    static func seconds(_ failure: ReeferFailure, in regime: Regime) -> Seconds? {
        if let high = regime.high, failure.milliCelsius > high { return 0 }
        if let low = regime.low, failure.milliCelsius < low { return 0 }
        let isWarm = regime.high.map { failure.ambientMilliCelsius > $0 } ?? false
        let isCold = regime.low.map { failure.ambientMilliCelsius < $0 } ?? false
        guard isWarm || isCold, let limit = isWarm ? regime.high : regime.low else { return nil }
        return BodyModel(timeConstant: Double(failure.timeConstant))
            .secondsUntil(
                Double(limit) / 1000,
                from: Double(failure.milliCelsius) / 1000,
                ambient: Double(failure.ambientMilliCelsius) / 1000
            )
            .map { Int($0.rounded(.down)) }
    }
}
