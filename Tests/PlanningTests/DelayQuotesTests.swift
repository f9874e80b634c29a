import Testing
import VehicleRouting

@testable import Planning

@Suite struct `Delay quotes` {
    /// One van, an hour of driving to each of two stops 15 minutes apart in window, five minutes of service.
    private func problem(closes: [Int]) -> Problem {
        var problem = Problem(name: "two stops")
        problem.locations = (0...closes.count).map { _ in Location(coordinate: nil) }
        let size = closes.count + 1
        let durations = (0..<size * size).map { Int32($0 / size == $0 % size ? 0 : 3_600) }
        problem.matrices["car"] = TravelMatrix(size: size, durations: durations, distances: durations)
        problem.jobs = closes.enumerated().map { index, closes in
            var job = Job(id: .text("J\(index)"), location: index + 1)
            job.service = 300
            job.timeWindows = [TimeWindow(opens: 0, closes: closes)]
            return job
        }
        var van = Vehicle(id: "V")
        van.start = 0
        van.shift = TimeWindow(opens: 0, closes: 0 + 86_400)
        problem.vehicles = [van]
        return problem
    }

    private func plan(_ problem: Problem) -> Plan {
        let visits = problem.jobs.indices.map { Visit(.job($0)) }
        return Plan(routes: [Route(vehicle: 0, visits: visits, regimes: [nil])])
    }

    @Test func `the probability is that of the log-normal factor`() throws {
        // The route starts at 0 and not earlier, as late as its one window allows: the window closes when it arrives
        // at the planned minute, so any factor above 1 is late.
        let one = problem(closes: [3_600])
        let quotes = DelayQuotes(
            plan(one),
            in: one,
            tolerances: [0, 900],
            spread: TravelSpread(day: 0, leg: 0.18),
            days: 20_000
        )
        let quote = try #require(quotes.quotes.first)
        // P(f > 1) = P(z > σ/2 = 0.09) = 0.4641; 15 minutes late is f > 1.25: z > (0.2231 + 0.0162) ÷ 0.18 = 1.330,
        // probability 0.0918.  Four standard errors of 20 000 draws are 0.0141 and 0.0082.
        #expect(abs(quote.probabilities[0] - 0.4641) < 0.0141)
        #expect(abs(quote.probabilities[1] - 0.0918) < 0.0082)
        #expect(quote.plannedLateness == 0)
    }

    @Test func `without spread nothing is late that the plan does not plan late`() {
        let two = problem(closes: [3_600, 7_400])
        let quotes = DelayQuotes(plan(two), in: two, spread: TravelSpread(day: 0, leg: 0), days: 3)
        // Arrival at the second stop: 3 600 + 300 + 3 600 = 7 500, planned 100 seconds late.
        #expect(quotes.quotes.map(\.plannedLateness) == [0, 100])
        #expect(quotes.quotes.map { $0.probabilities[0] } == [0, 1])
        #expect(quotes.quotes.map(\.expectedLateness) == [0, 100])
        #expect(quotes.quotes.map(\.late95) == [3_600, 7_500])
    }

    @Test func `a break waits for its window on days that are quicker than planned`() throws {
        // An hour's drive, five minutes' service, a break of ten minutes not before the planned minute, an hour's drive.
        var day = problem(closes: [3_600, 8_099])
        day.vehicles[0].breaks = [
            Break(id: 1, timeWindows: [TimeWindow(opens: 3_900, closes: 9_000)], service: 600)
        ]
        let route = Route(
            vehicle: 0,
            steps: [.visit(Visit(.job(0))), .rest(.planned(0)), .visit(Visit(.job(1)))],
            regimes: [nil]
        )
        let quotes = DelayQuotes(
            Plan(routes: [route]),
            in: day,
            tolerances: [0],
            spread: TravelSpread(day: 0, leg: 0.18),
            days: 4_000
        )
        // Planned at 3 600 + 300 + 600 + 3 600 = 8 100, a second late.  Were the break begun at once, either leg could make
        // up for the other: P(f₁ + f₂ > 2) = 0.47.  What the first leg saves is lost, so that it is late with
        // P(f₁ < 1) · P(f₂ > 1) + P(f₁ > 1, f₁ + f₂ > 2), about 0.54 · 0.46 + 0.35 = 0.60.
        let quote = try #require(quotes.quotes.last)
        #expect(quote.plannedLateness == 1)
        #expect(quote.probabilities[0] > 0.55, "\(quote.probabilities)")
    }

    @Test func `risk grows along a route, and equal seeds give equal quotes`() {
        let three = problem(closes: [4_500, 8_700, 12_600])
        let quotes = DelayQuotes(plan(three), in: three)
        let risks = quotes.quotes.map { $0.probabilities[0] }
        #expect(risks == risks.sorted())
        #expect(quotes == DelayQuotes(plan(three), in: three))
        #expect(quotes != DelayQuotes(plan(three), in: three, seed: 2))
    }
}
