import RoutingTestSupport
import Testing
import VehicleRouting

@testable import Planning

@Suite struct DynamicRunTests {
    /// A depot open for six hours, eight customers within ten minutes, each with a window of an hour.
    private var problem: Problem {
        var problem = Problem.line([0, 100, 200, 300, 400, 500, 600, -300, -600])
        problem.measure("boxes")
        problem.addVehicle {
            $0.capacity = [50]
            $0.shift = [0, 21_600]
            $0.costs = VehicleCosts(perKilometre: 1000, perHour: 0)
        }
        for place in 1...8 {
            problem.addJob(at: place) {
                $0.delivery = [place]
                $0.service = 60
                $0.timeWindows = [TimeWindow(opens: 1800 * place, closes: 1800 * place + 3600)]
            }
        }
        return problem
    }

    private var run: DynamicRun {
        DynamicRun(
            orders: RevealedOrders(like: problem),
            settings: .init(seed: 3, iterations: 100, futures: 3, epochsAhead: 1)
        )
    }

    @Test func `epochs begin an hour before the first opening and end an hour before the last`() {
        // (1800 − 3600) ÷ 3600 is below 0, and (14 400 − 3600) ÷ 3600 is 3.
        #expect(RevealedOrders(like: problem).epochs == 0...3)
        #expect(RevealedOrders(like: problem).dispatch(of: 2) == 10_800)
    }

    @Test func `orders take each part from some customer and can be served alone when they are revealed`() {
        let orders = RevealedOrders(like: problem)
        for epoch in orders.epochs {
            let drawn = orders.draw(epoch, seed: 3, stream: "day")
            #expect(drawn.count <= 100)
            #expect(drawn == orders.draw(epoch, seed: 3, stream: "day"))
            #expect(Set(drawn.map(\.id)).count == drawn.count)
            for order in drawn {
                #expect(problem.jobs.contains { $0.location == order.location })
                #expect(problem.jobs.contains { $0.timeWindows == order.timeWindows })
                #expect(order.release == epoch * 3600 + 3600)
                let alone = orders.problem(of: [order], leavingFrom: order.release)
                let plan = Plan(routes: [alone.route(.job(0))])
                #expect(PlanEvaluation(plan, in: alone).violations.isEmpty)
            }
        }
    }

    @Test func `an order must go when a vehicle an hour later would be late, and in the last epoch anyway`() {
        let orders = RevealedOrders(like: problem)
        var order = problem.jobs[0]
        // Reached from the depot in 100: by 7200 + 100 in epoch 0's successor.
        order.timeWindows = [[0, 7300]]
        #expect(!orders.mustGo(order, in: 0))
        order.timeWindows = [[0, 7299]]
        #expect(orders.mustGo(order, in: 0))
        order.timeWindows = [[0, 21_000]]
        #expect(orders.mustGo(order, in: 3))
    }

    @Test(arguments: DispatchPolicy.allCases)
    func `every order is served once, whatever the policy`(policy: DispatchPolicy) {
        let outcome = run.play(policy)
        #expect(outcome.missed == 0)
        #expect(outcome.orders > 50)
        #expect(outcome.cost > .zero)
        #expect(outcome == run.play(policy))
    }

    @Test func `greedy sends everybody, lazy only those that must go`() {
        let orders = RevealedOrders(like: problem)
        let open = orders.draw(0, seed: 3, stream: "day")
        let choice = DispatchChoice(orders: orders, epoch: 0, settings: run.settings)
        let forced = open.indices.filter { orders.mustGo(open[$0], in: 0) }
        #expect(choice.choose(from: open, by: .greedy) == Array(open.indices))
        #expect(choice.choose(from: open, by: .lazy) == forced)
        #expect(Set(choice.choose(from: open, by: .imagined)).isSuperset(of: forced))
        #expect(!forced.isEmpty && forced.count < open.count)
        let candidates = choice.candidates(open, open.map { orders.mustGo($0, in: 0) })
        #expect(candidates.first == Array(open.indices))
        #expect(candidates.allSatisfy { Set($0).isSuperset(of: forced) })
        #expect(Set(candidates).count == candidates.count)
    }

    @Test func `where nothing is to come, nobody waits`() {
        // Epoch 3 is the last.
        let orders = RevealedOrders(like: problem)
        let open = orders.draw(3, seed: 3, stream: "day")
        let choice = DispatchChoice(orders: orders, epoch: 3, settings: run.settings)
        #expect(choice.choose(from: open, by: .imagined) == Array(open.indices))
    }

    @Test func `nobody who knows all orders pays more than one who sends each epoch at once`() {
        let hindsight = run.playWithHindsight()
        #expect(hindsight.missed == 0)
        #expect(hindsight.cost <= run.play(.greedy).cost)
    }
}
