public import RouteSearch
internal import VehicleRouting

/// How far a run is, for whoever waits for it.
public struct RunProgress: Sendable {
    /// What a run does, in this order; a use case may leave some out.
    public enum Phase: String, Hashable, Sendable, CaseIterable {
        /// Reading and judging the input.
        case reading
        /// Filling the travel matrices.
        case travelTimes
        /// Asking whether capacity suffices.
        case capacity
        /// Making the plan to compare with.
        case baseline
        /// Searching for a good plan.
        case searching
        /// Finding reasons for what is left out.
        case explaining
        /// Writing the plan, reading it back and deriving it again.
        case checking
        /// Writing the papers made from it.
        case writing
    }

    /// What is being done.
    public var phase: Phase
    /// Where the search stands; nil outside `searching`.
    public var search: SearchProgress?
    /// Seconds the search was given; nil without a limit, and outside `searching`.
    public var seconds: Double?
    /// The cost of the best plan so far, ready to be shown; nil before the first plan.
    public var cost: String?

    /// The beginning of `phase`.
    public init(_ phase: Phase) {
        self.phase = phase
        search = nil
        seconds = nil
        cost = nil
    }
}

extension RunProgress {
    /// Turns what a search tells of itself into progress of the run it is part of.
    ///
    /// - Parameter cost: How an amount is shown.
    static func searching(
        within seconds: Double?,
        cost: @escaping @Sendable (Cost) -> String,
        report: @escaping @Sendable (RunProgress) -> Void
    ) -> @Sendable (SearchProgress) -> Void {
        { search in
            var progress = RunProgress(.searching)
            progress.search = search
            progress.seconds = seconds
            progress.cost = search.cost.map(cost)
            report(progress)
        }
    }
}
