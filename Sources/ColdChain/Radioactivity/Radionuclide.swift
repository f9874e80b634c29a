internal import Foundation

/// A radioactive nuclide and how fast it decays.
public struct Radionuclide: Hashable, Sendable {
    /// The name: `F-18`.
    public var id: String
    /// Seconds until half of it is left; above 0.
    public var halfLife: Double
    /// Where the half-life is written.
    public var source: String

    /// The nuclide `id` with a half-life in seconds.
    public init(id: String, halfLife: Double, source: String = "") {
        self.id = id
        self.halfLife = halfLife
        self.source = source
    }

    /// The share that is left after `seconds`: 2^(−t / T½); above 1 for times before.
    public func remaining(after seconds: Double) -> Double {
        exp2(-seconds / halfLife)
    }

    /// The share that decays in `seconds`.
    public func loss(in seconds: Double) -> Double {
        1 - remaining(after: seconds)
    }

    /// The activity needed at dispatch so that `required` is left after `seconds`.
    public func activityAtDispatch(for required: Double, after seconds: Double) -> Double {
        required / remaining(after: seconds)
    }

    /// Seconds after calibration until `calibrated` has decayed to `required`: the hard stop; nil when it never sufficed.
    public func latestUse(of calibrated: Double, requiring required: Double) -> Double? {
        guard required > 0, calibrated >= required else { return nil }
        return halfLife * log2(calibrated / required)
    }
}
