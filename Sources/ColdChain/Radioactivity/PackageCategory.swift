/// The category on the label of a radioactive package (49 CFR 172.403; ADR 5.1.5.3.4).
public enum PackageCategory: String, Hashable, Sendable, CaseIterable {
    /// No transport index, at most 0.005 mSv/h at the surface.
    case white = "I-White"
    /// Transport index at most 1, at most 0.5 mSv/h.
    case yellow2 = "II-Yellow"
    /// Transport index at most 10, at most 2 mSv/h.
    case yellow3 = "III-Yellow"

    /// The most transport index on one vehicle, all packages together (49 CFR 177.842).
    public static let vehicleLimit = 50
    /// A transport index up to this counts as none (49 CFR 172.403).
    public static let negligibleIndex = 0.05

    /// The category of a package; nil for one that may travel under exclusive use only.
    ///
    /// - Parameters:
    ///   - transportIndex: mSv/h at 1 m from the surface, times 100; at least 0.
    ///   - surface: the most mSv/h at the surface; at least 0.
    public init?(transportIndex: Double, surface: Double) {
        switch (transportIndex, surface) {
        case (...Self.negligibleIndex, ...0.005): self = .white
        case (...1, ...0.5): self = .yellow2
        case (...10, ...2): self = .yellow3
        default: return nil
        }
    }
}
