internal import Interchange
internal import RouteSearch
internal import VehicleRouting

/// Plays one day: looks at it every so often, tells the engine what has happened, and takes what it recommends.
struct DayPlayer {
    let initial: RunningDay
    let scenario: DayScenario
    /// Whether the engine is asked at all; if not, the plan is driven as it is.
    let asksEngine: Bool

    /// No day goes on longer than this many seconds.
    private static let longestDay = 3 * 86_400

    /// The day with this number.
    func play(_ number: Int) throws(RerunError) -> PlayedDay {
        let truth = scenario.truth(of: number)
        var test = DayUnderTest(initial, on: truth)
        var told = initial
        var played = PlayedDay()
        var events = scenario.document.events[...]
        // What people have decided is news at the first look.
        var hasNews = !scenario.document.overrides.isEmpty
        var expected = 0
        var time = initial.now
        while time < initial.now + Self.longestDay, !(isOver(test.day) && events.isEmpty) {
            time += scenario.lookEvery
            while let event = events.first, event.time <= time {
                events.removeFirst()
                if try test.believes(event) { hasNews = true } else { played.ignored += 1 }
            }
            test.advance(to: time)
            guard asksEngine else { continue }
            let replanner = Replanner(test.day, toldBy: told, settings)
            let broken = replanner.untouched().brokenPromises
            guard hasNews || broken > expected else {
                expected = broken
                continue
            }
            hasNews = false
            let found = replanner.frontier()
            guard let choice = replanner.recommended(among: found) else { continue }
            played.reruns += 1
            played.deviation += found[choice].deviation
            expected = found[choice].brokenPromises
            test.adopt(found[choice].day)
            told = found[choice].day
        }
        settle(test.day, truth, &played)
        return played
    }

    private var settings: Replanner.Settings {
        var settings = Replanner.Settings(
            search: SearchParameters(
                seconds: nil,
                iterations: scenario.iterations,
                seed: scenario.seed,
                threads: 1
            )
        )
        settings.stability = scenario.stability
        return settings
    }

    private func isOver(_ day: RunningDay) -> Bool {
        day.plan.routes.allSatisfy(\.visits.isEmpty)
    }

    /// Counts what was promised against what was done.
    private func settle(_ day: RunningDay, _ truth: TrueDay, _ played: inout PlayedDay) {
        let planned = initial.plan.fates(
            PlanEvaluation(initial.plan, in: initial.problem),
            in: initial.problem
        )
        for stop in day.done where !stop.name.isPickup {
            if case .driven(let standing)? = planned[stop.name],
                abs(stop.begin - standing.begin) > settings.tolerance
            {
                played.told += 1
            }
            guard let promise = day.promises[stop.name] else { continue }
            played.promised += 1
            let late = max(stop.begin - promise, 0)
            if late > 0 { played.late += 1 } else { played.kept += 1 }
            played.lateness += late
        }
        let asked = truth.revealed(scenario.problem(of: initial))
        let driven = DrivenDay(day, in: asked)
        played.unserved = driven.plan.unassigned.count
        played.cost = PlanEvaluation(driven.plan, in: driven.problem).cost
    }
}
