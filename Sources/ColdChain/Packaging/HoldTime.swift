public import VehicleRouting

/// The band of outside temperature forecast for a day, or the one a box was tested in, °C.
public struct AmbientBand: Hashable, Sendable {
    /// The coldest, °C.
    public var low: Double
    /// The warmest, °C; not below `low`.
    public var high: Double

    /// From `low` to `high` °C.
    public init(low: Double, high: Double) {
        self.low = low
        self.high = high
    }

    /// Whether all of another band lies in this one.
    public func contains(_ other: AmbientBand) -> Bool {
        low <= other.low && other.high <= high
    }
}

/// How long a passive box holds its temperature in a band of outside temperatures.
public struct HoldProfile: Hashable, Sendable {
    /// What people call it: `summer`.
    public var name: String
    /// The outside temperatures it was tested in.
    public var band: AmbientBand
    /// Seconds it held.
    public var hold: Seconds

    /// A test called `name`.
    public init(name: String, band: AmbientBand, hold: Seconds) {
        self.name = name
        self.band = band
        self.hold = hold
    }
}

extension PassiveBox {
    /// The share of the tested hold time that may be planned with.
    public static let usualFactor = 0.8

    /// The profile that counts on a day: of those whose band holds the forecast, the one that holds longest; nil when the
    /// box was never tested for such a day.
    public func profile(for forecast: AmbientBand) -> HoldProfile? {
        profiles.filter { $0.band.contains(forecast) }.max { $0.hold < $1.hold }
    }

    /// Seconds from pack-out to hand-over that may be planned on a day of this forecast, after `opens` openings; nil when
    /// the box may not be used so.
    ///
    /// hold × factor − openings × penalty.
    public func exposure(
        on forecast: AmbientBand,
        opens: Int = 0,
        factor: Double = usualFactor
    ) -> Seconds? {
        guard opens <= opensAllowed, let profile = profile(for: forecast) else { return nil }
        let seconds = Seconds((Double(profile.hold) * factor).rounded(.down)) - opens * openingPenalty
        return seconds > 0 ? seconds : nil
    }

    /// How many boxes hold so much, by volume in millilitres and weight in grams; at least 1.
    public func count(volume: Int, weight: Int) -> Int {
        func needed(_ amount: Int, _ room: Int) -> Int { (amount + room - 1) / room }
        return max(needed(volume, innerVolume), needed(weight, payload), 1)
    }
}
