/// A haulier of the pool who may take jobs that the own fleet should not drive.
public struct Carrier: Hashable, Sendable {
    /// The name from outside, unique among carriers.
    public var id: Identifier
    /// The name people know it by.
    public var name: String
    /// Indices of the regimes it is qualified to keep; nil when it carries goods without a regime only.
    public var regimes: [Int]?
    /// What it offers to jobs that ask for skills.
    public var skills: Set<Identifier>
    /// How much it offers of what comes in degrees: `security`, `crew`.
    public var levels: [String: Int]
    /// What it is certified for.
    public var permits: [Permit]
    /// What it charges.
    public var tariff: Tariff
    /// The most jobs it takes on this day; nil for no limit.
    public var maxJobs: Int?

    /// A carrier with `id` that charges `tariff`.
    public init(id: Identifier, name: String = "", tariff: Tariff) {
        self.id = id
        self.name = name
        regimes = nil
        skills = []
        levels = [:]
        permits = []
        self.tariff = tariff
        maxJobs = nil
    }
}
