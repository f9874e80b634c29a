/// Carriers that are being tried out, and how much of a day they may have.
public struct TrialLimit: Hashable, Codable, Sendable {
    /// The carriers on trial.
    public var carriers: Set<String>
    /// The most lots they get together, at least 0.
    public var mostLots: Int

    /// At most `mostLots` for all of `carriers`.
    public init(carriers: Set<String>, mostLots: Int) {
        precondition(mostLots >= 0)
        self.carriers = carriers
        self.mostLots = mostLots
    }
}
