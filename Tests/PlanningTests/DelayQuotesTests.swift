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

    @Test func `risk grows along a route, and equal seeds give equal quotes`() {
        let three = problem(closes: [4_500, 8_700, 12_600])
        let quotes = DelayQuotes(plan(three), in: three)
        let risks = quotes.quotes.map { $0.probabilities[0] }
        #expect(risks == risks.sorted())
        #expect(quotes == DelayQuotes(plan(three), in: three))
        #expect(quotes != DelayQuotes(plan(three), in: three, seed: 2))
    }
}
