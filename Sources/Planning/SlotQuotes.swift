public import VehicleRouting

/// Which slots a customer can be promised, and what each costs and risks: a planned day with one order moved about.
///
/// For each slot the order is taken out of the plan and put back with the slot as its only window, at the cheapest place of
/// any route that keeps every other promise.  What that adds to the plan's cost is the slot's marginal cost.
public struct SlotQuotes: Hashable, Sendable {
    /// One slot.
    public struct Quote: Hashable, Sendable {
        /// When service may begin.
        public let slot: TimeWindow
        /// What serving in it adds to the cost of a plan without the order; nil when no vehicle can.
        public let cost: Cost?
        /// Index of the vehicle that would come; nil when none can.
        public let vehicle: Int?
        /// When service is planned to begin; nil when it cannot.
        public let planned: Seconds?
        /// The probability of beginning later than the tolerance after the slot; nil when it cannot.
        public let risk: Double?
        /// The largest rise of that probability at another stop of the route; nil when it cannot.
        public let harm: Double?
    }

    /// The slots, in the order of time.
    public let quotes: [Quote]

    /// Quotes for `job` in `plan`.
    ///
    /// - Parameters:
    ///   - job: Index into the problem's jobs.
    ///   - slots: The slots asked for; nil for all of `length` seconds that begin within the job's windows, which are the
    ///     customer's hours, each at a multiple of `length`.
    ///   - tolerance: Seconds after the slot from which a stop counts as late.
    ///   - days: Days drawn for each risk, at least 1.
    public init(
        for job: Int,
        in plan: Plan,
        of problem: Problem,
        slots: [TimeWindow]? = nil,
        length: Seconds = 1_800,
        tolerance: Seconds = 0,
        spread: TravelSpread = TravelSpread(),
        days: Int = 1_000
    ) {
        precondition(length > 0 && days > 0)
        let others = plan.without(.job(job))
        func risks(_ route: Route, _ problem: Problem) -> [TaskReference: Double] {
            let found = DelayQuotes(
                Plan(routes: [route]),
                in: problem,
                tolerances: [tolerance],
                spread: spread,
                days: days
            )
            return Dictionary(found.quotes.map { ($0.task, $0.probabilities[0]) }) { first, _ in first }
        }
        let hours = problem.jobs[job].timeWindows
        quotes = (slots ?? Self.slots(within: hours, length: length)).map { slot in
            var moved = problem
            moved.jobs[job].timeWindows = [slot]
            let finder = PlaceFinder(others, in: moved)
            guard let best = finder.places(for: .job(job), in: moved, count: 1).first else {
                return Quote(slot: slot, cost: nil, vehicle: nil, planned: nil, risk: nil, harm: nil)
            }
            let after = risks(best.route, moved)
            let before =
                others.routes.first { $0.vehicle == best.route.vehicle }.map { risks($0, moved) } ?? [:]
            let harm = before.map { (after[$0.key] ?? 0) - $0.value }.max() ?? 0
            return Quote(
                slot: slot,
                cost: best.cost,
                vehicle: best.route.vehicle,
                planned: best.evaluation.schedule.stops[best.position].begin,
                risk: after[.job(job)] ?? 0,
                harm: max(harm, 0)
            )
        }
    }

    /// Slots that begin at multiples of `length` and lie within the hours; of the whole day without hours.
    static func slots(within hours: [TimeWindow], length: Seconds) -> [TimeWindow] {
        let hours = hours.isEmpty ? [TimeWindow(opens: 0, closes: 86_400)] : hours
        return hours.flatMap { open in
            stride(from: (open.opens + length - 1) / length * length, through: open.closes, by: length)
                .filter { $0 + length <= open.closes }
                .map { TimeWindow(opens: $0, closes: $0 + length) }
        }
    }
}
