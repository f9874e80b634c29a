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

/// The categories of packages by transport index (49 CFR 172.403, ADR 5.1.5.3.4).
public enum TransportCategory: String, Hashable, Sendable, CaseIterable {
    /// I-White: no transport index, at most 0.005 mSv/h at the surface.
    case white = "I-White"
    /// II-Yellow: transport index at most 1, at most 0.5 mSv/h.
    case yellow2 = "II-Yellow"
    /// III-Yellow: transport index at most 10, at most 2 mSv/h.
    case yellow3 = "III-Yellow"

    /// The most transport index that one vehicle may carry in all (49 CFR 177.842).
    public static let vehicleLimit = 50.0

    /// The category of a package; nil when it may travel under exclusive use only.
    ///
    /// - Parameters:
    ///   - transportIndex: mSv/h at 1 m times 100.
    ///   - surface: mSv/h at the surface.
    public init?(transportIndex: Double, surface: Double) {
        switch (transportIndex, surface) {
        case (...0.05, ...0.005): self = .white
        case (...1, ...0.5): self = .yellow2
        case (...10, ...2): self = .yellow3
        default: return nil
        }
    }
}
