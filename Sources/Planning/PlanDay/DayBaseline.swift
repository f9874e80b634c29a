internal import Interchange
internal import RouteSearch
internal import VehicleRouting

/// The plan that ours is compared with.
struct DayBaseline {
    /// The plan.
    let plan: Plan
    /// Where it comes from.
    let source: BaselineSource
    /// Whether it keeps every promise, so that ours must not be worse.
    let isSound: Bool
    /// What could not be used of the file it was read from, a sentence each.
    let warnings: [String]

    /// The plan of today if the request or the folder has one, otherwise fixed territories.
    init(_ input: DayInput, request: PlanDay.Request) throws {
        let read = try input.reader.readBaseline(
            request.baseline,
            in: request.day,
            of: input.folder,
            mapping: input.mapping
        )
        if let read {
            plan = TodaysPlan(read, in: input.problem).plan
            source = .todaysStops
            warnings = (read.rejects + read.warnings).map(\.description)
        } else {
            // A tenth of the search's time, so that the whole run keeps to what was asked for.
            let limit = request.search.seconds.map { $0 / 10 }
            let began = ContinuousClock.now
            plan = TerritoryPlan(input.problem).plan(timeLimit: limit)
            let used = began.duration(to: .now) / .seconds(1)
            source = .territories
            warnings =
                used < limit ?? .infinity
                ? [] : [Strings().text(.baselineCutShort, ["seconds": Strings().number(used, digits: 1)])]
        }
        isSound = PlanEvaluation(plan, in: input.problem).violations.isEmpty
    }

    /// What the search may start from: its routes, with the carriers' orders open again, since the search knows carriers by
    /// their prices only; nil when they break promises.
    var start: Plan? {
        guard isSound else { return nil }
        let open = plan.awards.map { Unassigned($0.task) } + plan.unassigned
        return Plan(routes: plan.routes, unassigned: open)
    }
}
