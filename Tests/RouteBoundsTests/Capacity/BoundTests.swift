import RoutingTestSupport
import Testing
import VehicleRouting

@testable import RouteBounds

/// No plan may beat what the relaxation says, on problems small enough to try every plan.
@Suite struct BoundTests {
    private static let timing: RandomFeatures = [
        .windows, .depots, .releases, .openRoutes, .times, .limits, .costs,
    ]
    private static let goods: RandomFeatures = [
        .windows, .regimes, .skills, .pickups, .market, .costs, .limits,
    ]
    private static let transports: RandomFeatures = [.windows, .regimes, .shipments, .times, .costs, .depots]

    @Test(arguments: UInt64(1)...20)
    func `no plan beats the bounds where time is scarce`(seed: UInt64) {
        check(Problem.random(seed: seed, jobs: 5, vehicles: 2, features: Self.timing))
    }

    @Test(arguments: UInt64(1)...20)
    func `no plan beats the bounds where room is scarce`(seed: UInt64) {
        check(Problem.random(seed: seed, jobs: 4, vehicles: 3, features: Self.goods))
    }

    @Test(arguments: UInt64(1)...20)
    func `no plan beats the bounds with shipments`(seed: UInt64) {
        check(Problem.random(seed: seed, jobs: 3, vehicles: 2, features: Self.transports))
    }

    @Test func `a vehicle that loads again holds more than once`() {
        // Two loads of 10 for one vehicle of 10: a trip each.
        var problem = Problem.line(0, 10)
        problem.measure("kg")
        for _ in 0...1 { problem.addJob(at: 1) { $0.delivery = [10] } }
        problem.addVehicle { $0.capacity = [10] }
        problem.addDepot(at: 0)
        problem.vehicles[0].reloadDepots = [0]
        let diagnosis = CapacityRelaxation(of: problem).diagnosis()
        #expect(diagnosis.leftAtLeast == 0)
        #expect(diagnosis.vehiclesAtLeast <= 1)
    }

    @Test func `goods in a passive box need no cooled vehicle`() {
        var problem = Problem.line(0, 10)
        problem.measure("kg")
        problem.addRegimes()
        problem.boxTypes = [BoxType(id: "box", regime: 0, holdTime: 100)]
        problem.addJob(at: 1) {
            $0.delivery = [1]
            $0.regime = 0
            $0.boxes = [BoxNeed(type: 0)]
        }
        problem.addVehicle { $0.capacity = [10] }
        #expect(CapacityRelaxation(of: problem).diagnosis().impossible.isEmpty)
        problem.jobs[0].boxes = []
        #expect(CapacityRelaxation(of: problem).diagnosis().impossible.count == 1)
    }

    private func check(_ problem: Problem) {
        let truth = BruteForce(problem)
        // Each demand by itself, and all that can be put together averaged.
        check(CapacityRelaxation(of: problem).diagnosis(), against: truth, problem)
        check(CapacityRelaxation(of: problem, columnLimit: 0).diagnosis(), against: truth, problem)
    }

    private func check(_ diagnosis: CapacityDiagnosis, against truth: BruteForce, _ problem: Problem) {
        #expect(diagnosis.unanswered.isEmpty)

        var impossible = 0
        for item in diagnosis.impossible {
            impossible |= 1 << (truth.demands.firstIndex { $0[0] == item.task } ?? 0)
        }
        #expect(impossible & truth.possible == 0, "what no vehicle may take, none does")

        let vehicles = truth.least { _, _ in 1 }
        let all = vehicles.count - 1
        let left = vehicles.indices.filter { vehicles[$0] != nil }.map {
            (all & ~impossible & ~$0).nonzeroBitCount
        }
        #expect(diagnosis.leftAtLeast <= left.min() ?? 0)
        if let fewest = vehicles[all & ~impossible] {
            #expect(diagnosis.vehiclesAtLeast <= fewest)
        }
        for (label, count) in diagnosis.vehiclesAtLeastByRegime {
            let labelled = truth.demands.indices.filter { problem.regime(truth.demands[$0][0]) == label }
                .reduce(0) { $0 | (1 << $1) }
            let carrying = truth.least { set, _ in set & labelled == 0 ? 0 : 1 }
            let serving = carrying.indices.filter { $0 & labelled & ~impossible == labelled & ~impossible }
            if let fewest = serving.compactMap({ carrying[$0] }).min() { #expect(count <= fewest) }
        }
        if let bound = diagnosis.costAtLeast, let least = truth.leastCost(excusing: impossible) {
            #expect(bound <= least)
        }
    }
}
