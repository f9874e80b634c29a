public import RouteSearch
public import VehicleRouting

/// How a plan came about: what a reader needs to make it again.
public struct RunFacts: Hashable, Sendable {
    /// Name and version of the program.
    public var engineVersion: String
    /// The seed of the search.
    public var seed: UInt64
    /// Seconds the search took.
    public var seconds: Double
    /// Why the search ended, as a sentence.
    public var termination: String
    /// Iterations done; nil when not counted.
    public var iterations: Int?
    /// A cost that no plan can beat; nil when no bound was computed.
    public var lowerBound: Cost?
    /// Where the baseline comes from.
    public var baselineSource: BaselineSource
    /// Warnings about capacity, sentences ready to be shown.
    public var capacityWarnings: [String]
    /// How many rows of the input were left out.
    public var rejects = 0
    /// Each plan that was the best so far during the search, in the order in which they were found.
    public var incumbents: [Incumbent] = []

    /// Facts of a run; what is not given is left out of the report.
    public init(
        engineVersion: String,
        seed: UInt64,
        seconds: Double,
        termination: String,
        iterations: Int? = nil,
        lowerBound: Cost? = nil,
        baselineSource: BaselineSource = .territories,
        capacityWarnings: [String] = []
    ) {
        self.engineVersion = engineVersion
        self.seed = seed
        self.seconds = seconds
        self.termination = termination
        self.iterations = iterations
        self.lowerBound = lowerBound
        self.baselineSource = baselineSource
        self.capacityWarnings = capacityWarnings
    }
}

/// Where the plan that stands beside ours comes from.
public enum BaselineSource: Hashable, Sendable {
    /// From a file of today's stops.
    case todaysStops
    /// From fixed territories with nearest-neighbour routes.
    case territories
}
