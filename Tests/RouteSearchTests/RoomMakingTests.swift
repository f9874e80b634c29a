import RoutingTestSupport
import Testing
import VehicleRouting

@testable import RouteSearch

@Suite("Room for what is absent")
struct RoomMakingTests {
    /// What became of six small jobs and a seventh for which room was made.
    private struct Outcome {
        var isPlaced: Bool
        /// The jobs that had to go.
        var displaced: [Int32]
        /// The jobs on the route then.
        var count: Int32
    }

    /// Six jobs of 1 kg, 10 apart, on a route of their own; then room is made there for one of `kg` at the end of the street.
    private func makeRoom(for kg: Int, capacity: Int, freeing least: Int = 0) -> Outcome {
        var problem = Problem.line([0] + (1...7).map { 10 * $0 })
        problem.measure("kg")
        for place in 1...7 {
            problem.addJob(at: place) {
                $0.delivery = [place == 7 ? kg : 1]
                $0.unassignedCost = Cost(wireUnits: 10_000)
            }
        }
        problem.addVehicle { $0.capacity = [capacity] }
        var search = RuinRecreate<RichKernel>(CompiledInstance(problem), seed: 1)
        for task in Int32(0)..<6 {
            if task == 0 {
                search.open(0, with: task, delta: search.solution.single[Int(task)])
            } else {
                search.solution.beginCandidate()
                let place = search.solution.bestPlace(of: task, in: 0, below: .max / 4, &search.random)
                search.solution.insert(task, place)
            }
        }
        search.solution.beginCandidate()
        search.round &+= 1
        search.pending.removeAll()
        let isPlaced = search.put(6, into: 0, around: 2, freeing: least)
        return Outcome(
            isPlaced: isPlaced,
            displaced: (0..<search.pending.count).map { search.pending[$0] }.sorted(),
            count: search.solution.routes[Int32(0)].count
        )
    }

    @Test func `a large order takes the place of small ones, a stretch of the route`() {
        // Beside six of 1 kg, one of 8 has room in 10 once 8 + 6 − 10 = 4 are gone; they go two at a time, from the third on
        // to either side.
        let outcome = makeRoom(for: 8, capacity: 10)
        #expect(outcome.isPlaced)
        #expect(outcome.displaced.count == 4)
        #expect(outcome.displaced.contains(2))
        #expect(outcome.displaced.last! - outcome.displaced[0] == 3, "a stretch without gaps")
        #expect(outcome.count == 3)
    }

    @Test func `nobody goes for an order that has room`() {
        // 4 + 6 = 10.
        let outcome = makeRoom(for: 4, capacity: 10)
        #expect(outcome.isPlaced)
        #expect(outcome.displaced.isEmpty)
        #expect(outcome.count == 7)
    }

    @Test func `more go than are in the way where more room is wanted`() {
        // 4 + 6 = 10, but three are to go; they go two at a time.
        let outcome = makeRoom(for: 4, capacity: 10, freeing: 3)
        #expect(outcome.isPlaced)
        #expect(outcome.displaced.count == 4)
        #expect(outcome.count == 3)
    }

    @Test func `goods leave a compartment that another regime needs`() {
        // One body that is cold or warm: three cold orders for 10 each on it, and a warm one for 1,000.  One at a time the
        // warm one never gets in; without it 1,000 are paid, with it alone 30.
        var problem = Problem.line(0, 10, 11, 12, 13)
        problem.measure("kg")
        problem.regimes = [
            Regime(id: "cold", low: 200, high: 800), Regime(id: "warm", low: 1500, high: 2500),
        ]
        for place in 1...4 {
            problem.addJob(at: place) {
                $0.delivery = [1]
                $0.regime = place == 4 ? 1 : 0
                $0.unassignedCost = Cost(wireUnits: place == 4 ? 1000 : 10)
            }
        }
        problem.addVehicle {
            $0.capacity = [10]
            $0.compartments = [Compartment(id: "body", capacity: [10], regimes: [0, 1])]
        }
        let plan = RouteSolver(problem).solve(SearchParameters(seconds: nil, iterations: 500)).plan
        #expect(plan.routes.flatMap(\.visits).map(\.task) == [.job(3)])
    }

    @Test func `an order that one vehicle may do joins its route though all its neighbours are on others`() {
        // 60 orders in the town at 1,000 to 1,059, one among them for the lift alone; the lift is bound to be at −500 too.
        var problem = Problem.line([0, -500] + (0..<60).map { 1000 + $0 })
        for place in 1...61 {
            problem.addJob(at: place) {
                if place == 1 || place == 31 { $0.skills = ["lift"] }
                if place == 1 || place == 31 { $0.unassignedCost = Cost(wireUnits: 5000) }
            }
        }
        problem.addVehicle { $0.skills = ["lift"] }
        for _ in 0..<3 { problem.addVehicle { $0.maxTasks = 25 } }
        problem.vehicles[0].maxTasks = 2
        let instance = CompiledInstance(problem)
        #expect((0..<61).filter { instance.tasks.hasFewVehicles[$0] } == [0, 30])
        // 2 × 500 and 2 × 1,029 of road are less than 5,000 each.
        let plan = RouteSolver(problem).solve(SearchParameters(seconds: nil, iterations: 2000)).plan
        #expect(plan.unassigned.isEmpty)
        #expect(Set(plan.routes.first { $0.vehicle == 0 }?.visits.map(\.task) ?? []) == [.job(0), .job(30)])
    }
}
