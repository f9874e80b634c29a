import Interchange
import Planning
import RouteSearch
import RoutingTestSupport
import Testing
import VehicleRouting

/// A depot at 0 and jobs 1…4 at 1000, 2000, 3000 and 4000, each one box and 100 seconds of service.
///
/// Vehicle 1 does 1 and 2: it leaves at 0, begins at 1000 and 2100, and is home at 4200.  Vehicle 2 does 3 and 4: it begins
/// at 3000 and 4100 and is home at 8200.  Driving costs a unit a second.
struct FourStops {
    var problem: Problem
    var plan: Plan
    let depot = 0

    init(_ change: (inout Problem) -> Void = { _ in }) {
        problem = Problem.line(0, 1000, 2000, 3000, 4000)
        problem.measure("boxes")
        for _ in 1...2 {
            problem.addVehicle {
                $0.capacity = [10]
                $0.shift = [0, 100_000]
            }
        }
        problem.addDepot(at: 0)
        for place in 1...4 {
            problem.addJob(at: place) {
                $0.delivery = [1]
                $0.service = 100
            }
        }
        change(&problem)
        plan = Plan(routes: [problem.route(.job(0), .job(1)), problem.route(of: 1, .job(2), .job(3))])
    }

    /// The day in which nothing has happened yet.
    func day() throws -> RunningDay { try RunningDay(plan, in: problem) }

    /// The day after `events`, at `time`.
    func day(_ events: [DayEvent], at time: Seconds) throws -> RunningDay {
        var day = try day()
        for event in events { try day.apply(event) }
        day.advance(to: time)
        return day
    }

    /// What a repair makes of the day after `events`, at `time`.
    func repaired(
        _ events: [DayEvent],
        at time: Seconds,
        overrides: [DayOverride] = [],
        iterations: Int = 50,
        lateness: Seconds = 3600
    ) throws -> Alternative {
        let before = try day()
        var day = try day(events, at: time)
        try day.apply(overrides)
        var settings = Replanner.Settings(search: SearchParameters(seconds: nil, iterations: iterations))
        settings.horizon = 0
        settings.lateness = lateness
        settings.stability = 0
        let replanner = Replanner(day, toldBy: before, settings)
        let found = replanner.frontier()
        let best = try #require(replanner.recommended(among: found))
        for alternative in found { expectSound(alternative.day) }
        return found[best]
    }
}

/// Expects the checker to find nothing in the plan of a running day.
func expectSound(
    _ day: RunningDay,
    _ which: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
) {
    // A day on which everything is done is none that could be planned.
    let hasTasks = !day.problem.jobs.isEmpty || !day.problem.shipments.isEmpty
    if hasTasks { #expect(day.problem.validate().allowPlanning, sourceLocation: sourceLocation) }
    let evaluation = PlanEvaluation(day.plan, in: day.problem)
    let findings = PlanChecker(day.problem).check(
        WrittenPlan(day.plan, evaluation: evaluation, in: day.problem)
    )
    #expect(findings == [], "\(which)", sourceLocation: sourceLocation)
}

extension Alternative {
    /// When service of an order begins, and by which vehicle; nil when it is left out.
    func begin(of order: Identifier) -> (vehicle: Identifier, time: Seconds)? {
        for (route, judged) in zip(day.plan.routes, evaluation.routes) {
            for (visit, stop) in zip(route.visits, judged.schedule.stops) {
                guard StopName(visit.task, in: day.problem) == StopName(order) else { continue }
                return (day.problem.vehicles[route.vehicle].id, stop.begin)
            }
        }
        return nil
    }

    /// The vehicle and time of an order, `1 at 2100`; `out` when it is left out.
    func fate(of order: Identifier) -> String {
        begin(of: order).map { "\($0.vehicle) at \($0.time)" } ?? "out"
    }
}
