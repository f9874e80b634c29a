internal import Interchange
internal import RouteSearch
internal import VehicleRouting

/// Tries a plan on many days with random times and given events: with the engine, without it, and with perfect hindsight.
public struct SimulateDay: Sendable {
    /// The plan, or the folder that holds it.
    public var plan: String
    /// The problem; nil for the `problem.json` beside the plan.
    public var problem: String?
    /// The scenario's file.
    public var scenario: String

    /// A trial of the plan at `plan` in the scenario of the file `scenario`.
    public init(_ plan: String, scenario: String) {
        self.plan = plan
        self.scenario = scenario
    }

    /// Reads and plays; equal plans and scenarios give equal figures.
    ///
    /// - Throws: What is wrong with a file; what events or overrides of the scenario cannot be, as a `RerunError` with their
    ///   places.
    public func run() throws -> SimulationOutcome {
        let given = try GivenPlan(at: plan, problem: problem)
        guard given.problem.matrices.values.allSatisfy({ $0.law == nil }) else {
            throw PlanQuestionError(.tooManyPlaces(given.problem.locations.count), about: plan)
        }
        let scenario = try ScenarioFile.read(scenario, about: given.problem)
        do {
            return try Self.play(try RunningDay(given.plan, in: given.problem), scenario)
        } catch {
            throw RerunError(error.issues, file: self.scenario)
        }
    }

    static func play(_ planned: RunningDay, _ scenario: DayScenario) throws(RerunError) -> SimulationOutcome {
        try refuseWhatCannotBe(in: scenario, on: planned)
        var initial = planned
        try initial.apply(scenario.document.overrides)
        var outcome = SimulationOutcome(display: Display(initial.problem))
        for number in 0..<scenario.days {
            for asksEngine in [true, false] {
                let player = DayPlayer(initial: initial, scenario: scenario, asksEngine: asksEngine)
                let played = try player.play(number)
                if asksEngine { outcome.withEngine.append(played) } else { outcome.asPlanned.append(played) }
            }
            outcome.hindsight.append(hindsight(initial, scenario, number))
        }
        return outcome
    }

    /// What somebody plans who knows everything about the day.
    private static func hindsight(
        _ initial: RunningDay,
        _ scenario: DayScenario,
        _ number: Int
    ) -> SimulationOutcome.Hindsight {
        let known = scenario.truth(of: number).revealed(scenario.problem(of: initial))
        let search = SearchParameters(
            seconds: nil,
            iterations: scenario.iterations * 10,
            seed: scenario.seed,
            threads: 1
        )
        let start = Plan(routes: initial.plan.routes).completed(in: known)
        let found = RouteSolver(known).solve(search, from: start)
        let plan = Plan(routes: found.plan.routes).completed(in: known)
        return SimulationOutcome.Hindsight(
            cost: PlanEvaluation(plan, in: known).cost,
            unserved: plan.unassigned.count
        )
    }

    /// Events and overrides must make sense on the day as it is planned; on a day that goes otherwise, an event that has come
    /// too late changes nothing.
    private static func refuseWhatCannotBe(
        in scenario: DayScenario,
        on planned: RunningDay
    ) throws(RerunError) {
        var document = scenario.document
        document.overrides = []
        _ = try planned.after(document, at: document.events.map(\.time).max() ?? planned.now)
        var day = planned
        try day.apply(scenario.document.overrides)
    }
}
