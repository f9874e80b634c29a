public import VehicleRouting

/// How long to search and from which seed.
public struct SearchParameters: Hashable, Sendable {
    /// Wall-clock seconds for everything the search does, from 0; nil for no limit.
    public var seconds: Double?
    /// Ruin-and-recreate iterations per thread, at least 0; nil for no limit.
    ///
    /// A candidate of the local search counts for as many as it takes work, see `EvolutionParameters.localWeight`.
    /// With an iteration limit and no time limit, equal problems, seeds and thread counts give equal plans.
    public var iterations: Int?
    /// What makes a run repeatable; always printed.
    public var seed: UInt64
    /// How many threads search side by side, at least 1.
    public var threads: Int
    /// What a job or shipment that must be served is first worth, as a relaxation saw it; those not named start with what
    /// they would cost alone.
    ///
    /// The search moves all of them up and down together.  Where capacity lacks, they decide who is left out.
    public var prices: [TaskReference: Cost] = [:]

    /// How warm the first annealing begins, as a part of the usual temperature, above 0; low for a good start that is to be
    /// polished.
    public var warmth = 1.0

    /// A search of `seconds` or `iterations`, whichever ends first.
    public init(seconds: Double? = 30, iterations: Int? = nil, seed: UInt64 = 1, threads: Int = 1) {
        self.seconds = seconds
        self.iterations = iterations
        self.seed = seed
        self.threads = threads
    }
}

/// Where a running search stands.
public struct SearchProgress: Sendable {
    /// What the search is doing.
    public enum Phase: String, Sendable {
        /// Turning the problem into flat arrays.
        case compiling
        /// Building the first plan.
        case constructing
        /// Improving it.
        case improving
    }

    /// What the search is doing.
    public var phase: Phase
    /// Wall-clock seconds since the search began.
    public var elapsed: Double
    /// Iterations done so far.
    public var iterations: Int
    /// The cost of the best plan so far, prices of what is left out included; nil before the first plan.
    public var cost: Cost?
    /// Jobs and shipments that the best plan leaves out.
    public var unassigned: Int
    /// Routes of the best plan.
    public var routes: Int

    /// A search that has just entered `phase`.
    init(phase: Phase, elapsed: Double) {
        self.phase = phase
        self.elapsed = elapsed
        iterations = 0
        cost = nil
        unassigned = 0
        routes = 0
    }
}

/// Why a search ended.
public enum Termination: String, Sendable {
    /// The seconds were used up.
    case time
    /// The iterations were used up.
    case iterations
    /// The caller asked it to stop.
    case cancelled
    /// There was nothing to search: no tasks, or no vehicle that may serve one.
    case nothingToDo
}

/// What a search found.
public struct SearchResult: Sendable {
    /// The best plan; unassigned tasks carry no reasons yet.
    public var plan: Plan
    /// Iterations done, over all threads.
    public var iterations: Int
    /// What each arm did, over all threads.
    public var arms: ArmTable
    /// Each plan that was the best so far, in the order in which they were found.
    public var incumbents: [Incumbent]
    /// Wall-clock seconds used.
    public var elapsed: Double
    /// Why the search ended.
    public var termination: Termination
}
