internal import Foundation
internal import Interchange
internal import VehicleRouting

/// How long goods may stay in a compartment whose unit has failed.
///
/// The body is taken as one lump that follows the weather, dT/dt = (Tₐ − T)/τ, so it reaches a limit L after
/// τ·ln((Tₐ − T)/(Tₐ − L)).  With τ = 3 h and 20 °C outside, 5 °C becomes 8 °C after 40 minutes.
enum WarmingTime {
    /// Seconds until the compartment leaves `regime`; nil when the weather alone keeps it, 0 when it has left it already.
    static func seconds(_ failure: ReeferFailure, in regime: Regime) -> Seconds? {
        let (inside, outside) = (Double(failure.milliCelsius), Double(failure.ambientMilliCelsius))
        if let high = regime.high, failure.milliCelsius > high { return 0 }
        if let low = regime.low, failure.milliCelsius < low { return 0 }
        let limit: Int
        if let high = regime.high, failure.ambientMilliCelsius > high {
            limit = high
        } else if let low = regime.low, failure.ambientMilliCelsius < low {
            limit = low
        } else {
            return nil
        }
        let ratio = (outside - inside) / (outside - Double(limit))
        return Int((Double(failure.timeConstant) * log(ratio)).rounded(.down))
    }
}
