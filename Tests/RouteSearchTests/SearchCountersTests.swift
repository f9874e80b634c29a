import RoutingTestSupport
import Testing
import VehicleRouting

@testable import RouteSearch

@Suite struct SearchCountersTests {
    private func result(threads: Int = 1) -> SearchResult {
        let problem = Problem.random(seed: 2, jobs: 14, vehicles: 4, features: [.windows])
        return RouteSolver(problem).solve(
            SearchParameters(seconds: nil, iterations: 2_000, seed: 1, threads: threads)
        )
    }

    @Test func `the arms' iterations add up, and no more moves are pruned than tried`() {
        let result = result(threads: 2)
        let arms = SearchArm.allCases.map { result.arms[$0] }
        #expect(arms.reduce(0) { $0 + $1.iterations } == result.iterations)
        for arm in arms where arm.iterations > 0 {
            #expect(arm.tried >= arm.pruned && arm.pruned > 0)
            #expect(arm.applied > 0 && arm.seconds > 0)
        }
    }

    @Test func `incumbents are ever cheaper or leave out less, and the last is the answer`() throws {
        let result = result()
        for (before, after) in zip(result.incumbents, result.incumbents.dropFirst()) {
            #expect(after.cost < before.cost || after.unassigned < before.unassigned)
            #expect(after.seconds >= before.seconds && after.iterations >= before.iterations)
        }
        let last = try #require(result.incumbents.last)
        #expect(last.routes == result.plan.routes.count)
        #expect(last.unassigned == result.plan.unassigned.count)
    }

    @Test func `what two stretches of a search did is what both did together`() {
        let one = SearchCounters(
            iterations: 5,
            accepted: 3,
            improvements: 1,
            tried: 90,
            pruned: 60,
            applied: 9,
            seconds: 1
        )
        let two = SearchCounters(
            iterations: 2,
            accepted: 1,
            improvements: 0,
            tried: 10,
            pruned: 4,
            applied: 1,
            seconds: 2
        )
        #expect((one + two) - two == one)
        #expect((one + two).tried == 100)
    }

    @Test func `the smallest keys of a stream are those that sorting finds`() {
        var random = SplitMix64(seed: 4)
        for (count, wanted) in [(3, 2), (50, 50), (500, 7), (500, 40)] {
            let keys = (0..<count).map { UInt64(random.draw(0...99)) << 32 | UInt64($0) }
            var smallest = SmallestKeys(wanted: wanted)
            for key in keys { smallest.offer(key) }
            let table = Slab<Int32>(repeating: -1, count: 2 * wanted)
            smallest.empty(into: table, row: 1)
            let found = (0..<wanted).map { table[wanted + $0] }
            #expect(found == keys.sorted().prefix(wanted).map { Int32($0 & 0xFFFF_FFFF) })
        }
    }
}
