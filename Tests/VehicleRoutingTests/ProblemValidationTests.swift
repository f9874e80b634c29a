import RoutingTestSupport
import Testing
import VehicleRouting

@Suite struct ProblemValidationTests {
    /// One job, one shipment, one vehicle with a compartment, one depot, one carrier: nothing wrong.
    private static var right: Problem {
        var problem = Problem.line(0, 4, 9)
        problem.measure("kg")
        problem.addRegimes()
        problem.addVehicle {
            $0.type = "van"
            $0.capacity = [9]
            $0.compartments = [Compartment(id: "box", capacity: [9], regimes: [0])]
        }
        problem.addDepot(at: 0, open: [[0, 50]])
        problem.addJob(at: 1) { $0.delivery = [2] }
        problem.addShipment(from: 1, to: 2, amount: [3])
        problem.carriers = [Carrier(id: "North", tariff: Tariff(perJob: 5))]
        problem.currency = Currency(code: "GBP")
        return problem
    }

    /// One mistake, and where it must be found.
    struct Mistake: CustomTestStringConvertible, Sendable {
        let code: ProblemIssue.Code
        let path: String
        let make: @Sendable (inout Problem) -> Void

        var testDescription: String { "\(code.rawValue) at \(path)" }

        init(_ code: ProblemIssue.Code, _ path: String, _ make: @escaping @Sendable (inout Problem) -> Void) {
            self.code = code
            self.path = path
            self.make = make
        }
    }

    static let mistakes =
        [
            Mistake(.duplicateID, "jobs[1]") { $0.addJob(at: 1) { $0.id = 1 } },
            Mistake(.duplicateID, "vehicles[0].compartments[1]") { problem in
                problem.vehicles[0].compartments.append(problem.vehicles[0].compartments[0])
            },
            Mistake(.unknownHold, "jobs[0].aboard") { problem in
                problem.jobs[0].aboard = Aboard(vehicle: 1, compartment: "roof")
            },
            Mistake(.emptyID, "carriers[0]") { $0.carriers[0].id = "" },
            Mistake(.unknownLocation, "jobs[0].location_index") { $0.jobs[0].location = 3 },
            Mistake(.unknownLocation, "shipments[0].delivery.location_index") { problem in
                problem.shipments[0].delivery.location = -1
            },
            Mistake(.unknownRegime, "jobs[0].regime") { $0.jobs[0].regime = 3 },
            Mistake(.unknownRegime, "vehicles[0].compartments[0].regimes[1]") { problem in
                problem.vehicles[0].compartments[0].regimes = [0, 7]
            },
            Mistake(.unknownDepot, "jobs[0].depots") { $0.jobs[0].depots = [1] },
            Mistake(.misplacedDepot, "vehicles[0].end_depot") { $0.vehicles[0].end = 2 },
            Mistake(.unknownVehicle, "jobs[0].allowed_vehicles") { $0.jobs[0].allowedVehicles = [1, "V9"] },
            Mistake(.reversedWindow, "jobs[0].time_windows[0]") { $0.jobs[0].timeWindows = [[9, 8]] },
            Mistake(.overlappingWindows, "jobs[0].time_windows[1]") {
                $0.jobs[0].timeWindows = [[0, 5], [5, 9]]
            },
            Mistake(.overlappingWindows, "depots[0].time_windows[1]") {
                $0.depots[0].timeWindows = [[7, 9], [0, 5]]
            },
            Mistake(.negativeTime, "jobs[0].time_windows[0]") { $0.jobs[0].timeWindows = [[-5, 5]] },
            Mistake(.negativeTime, "jobs[0].release_time") { $0.jobs[0].release = -1 },
            Mistake(.negativeDuration, "jobs[0].service") { $0.jobs[0].service = -1 },
            Mistake(.negativeDuration, "depots[0].loading") { $0.depots[0].loading = -1 },
            Mistake(.negativeDuration, "jobs[0].setup_per_type.van") {
                $0.jobs[0].setupPerType = ["van": -1]
            },
            Mistake(.reversedShift, "vehicles[0].time_window") { $0.vehicles[0].shift = [9, 8] },
            Mistake(.idleRelease, "jobs[0].release_time") { problem in
                problem.jobs[0].delivery = [0]
                problem.jobs[0].release = 7
            },
            Mistake(.loadLength, "jobs[0].delivery") { $0.jobs[0].delivery = [1, 2] },
            Mistake(.loadLength, "vehicles[0].compartments[0].capacity") { problem in
                problem.vehicles[0].compartments[0].capacity = [1, 2]
            },
            Mistake(.loadLength, "carriers[0].tariff.per_unit") { $0.carriers[0].tariff.perUnit = [1, 2] },
            Mistake(.negativeLoad, "shipments[0].amount") { $0.shipments[0].amount = [-1] },
            Mistake(.dimensionScale, "dimensions[0].scale") { $0.dimensions[0].scale = 0 },
            Mistake(.unknownProfile, "vehicles[0].profile") { $0.vehicles[0].profile = "boat" },
            Mistake(.matrixSize, "matrices.car") { $0.locations.append(Location(name: "far")) },
            Mistake(.negativeMatrix, "matrices.car.durations[0][1]") { problem in
                problem.matrices["car"] = TravelMatrix(size: 3, durations: [0, -1, 1, 1, 0, 1, 1, 1, 0])
            },
            Mistake(.competingCosts, "vehicles[0].costs") { problem in
                let ones = [Int32](repeating: 1, count: 9)
                problem.matrices["car"] = TravelMatrix(size: 3, durations: ones, distances: ones, costs: ones)
                problem.vehicles[0].costs.perKilometre = 3
            },
            Mistake(.missingDistances, "matrices.car.distances") { problem in
                problem.matrices["car"] = TravelMatrix(size: 3, durations: [Int32](repeating: 1, count: 9))
                problem.vehicles[0].maxDistance = 50
            },
            Mistake(.noVehicle, "vehicles") { problem in
                problem.vehicles = []
            },
            Mistake(.noTask, "jobs") { problem in
                problem.jobs = []
                problem.shipments = []
            },
            Mistake(.noStartOrEnd, "vehicles[0]") { problem in
                problem.vehicles[0].start = nil
                problem.vehicles[0].end = nil
                problem.vehicles[0].startDepot = nil
                problem.vehicles[0].endDepot = nil
            },
            Mistake(.speedFactor, "vehicles[0].speed_factor") { $0.vehicles[0].speedFactor = 0 },
            Mistake(.speedFactor, "vehicles[0].speed_factor") { $0.vehicles[0].speedFactor = 5.1 },
            Mistake(.speedFactor, "vehicles[0].speed_factor") { $0.vehicles[0].speedFactor = .nan },
            Mistake(.negativeCost, "vehicles[0].costs.per_wait_hour") {
                $0.vehicles[0].costs.perWaitHour = -1
            },
            Mistake(.negativeCost, "jobs[0].unassigned_cost") { problem in
                problem.jobs[0].unassignedCost = Cost(wireUnits: -1)
            },
            Mistake(.negativeLimit, "vehicles[0].max_tasks") { $0.vehicles[0].maxTasks = -1 },
            Mistake(.priority, "jobs[0].priority") { $0.jobs[0].priority = 101 },
            Mistake(.priority, "shipments[0].priority") { $0.shipments[0].priority = -1 },
            Mistake(.unknownType, "jobs[0].service_per_type.lorry") {
                $0.jobs[0].servicePerType = ["lorry": 3]
            },
            Mistake(.idleOvertime, "vehicles[0].costs.overtime_per_hour") { problem in
                problem.vehicles[0].costs.overtimePerHour = 9
            },
            Mistake(.reversedRegime, "regimes[2]") { problem in
                problem.regimes[2].low = -15_000
                problem.regimes[2].high = -25_000
            },
            Mistake(.uselessCompartment, "vehicles[0].compartments[0].regimes") { problem in
                problem.vehicles[0].compartments[0].regimes = []
            },
            Mistake(.currency, "currency") { $0.currency?.wireUnits = 0 },
            // 1.7e12: milliseconds where seconds were meant.
            Mistake(.timeTooLarge, "jobs[0].time_windows[0]") { problem in
                problem.jobs[0].timeWindows = [[1_700_000_000_000, 1_700_000_000_000]]
                problem.depots[0].timeWindows = []
            },
            Mistake(.timeTooLarge, "jobs[0].service") { $0.jobs[0].service = 1_000_000_001 },
            Mistake(.horizonTooLong, "time_windows") { problem in
                problem.jobs[0].timeWindows = [[5, 10]]
                problem.shipments[0].pickup.timeWindows = [[1_600_000_000, 1_600_000_009]]
            },
            Mistake(.loadTooLarge, "dimensions[0]") { problem in
                problem.jobs[0].delivery = [2_000_000_000]
                problem.jobs[0].pickup = [2_000_000_000]
            },
            Mistake(.matrixTooLarge, "matrices.car.durations[1][0]") { problem in
                problem.matrices["car"] = TravelMatrix(size: 3, durations: [0, 1, 1, .max, 0, 1, 1, .max, 0])
            },
            Mistake(.matrixTooLarge, "vehicles[0].speed_factor") { problem in
                problem.matrices["car"] = TravelMatrix(
                    size: 3,
                    durations: [0, 1, 1, 90_000_000, 0, 1, 1, 1, 0]
                )
                problem.vehicles[0].speedFactor = 0.5
            },
            Mistake(.costTooLarge, "vehicles[0].costs.per_km") {
                $0.vehicles[0].costs.perKilometre = 100_000_001
            },
            Mistake(.costTooLarge, "carriers[0].tariff.per_unit") { problem in
                // 5 000 000 units at 100 000 000 each are 5 · 10¹⁴, more than 4 · 10¹⁴.
                problem.carriers[0].tariff.perUnit = [100_000_000]
                problem.jobs[0].delivery = [5_000_000]
            },
            Mistake(.tooMany, "regimes") { problem in
                while problem.regimes.count < 64 {
                    let id = Identifier.text("regime \(problem.regimes.count)")
                    problem.regimes.append(Regime(id: id, low: nil, high: nil))
                }
            },
            Mistake(.tooMany, "dimensions") { problem in
                for index in 2...9 { problem.dimensions.append(LoadDimension(name: "\(index)", unit: "")) }
                problem.jobs[0].delivery = []
                problem.shipments[0].amount = []
                problem.vehicles[0].capacity = []
                problem.vehicles[0].compartments[0].capacity = []
            },
            Mistake(.reversedWindow, "vehicles[0].breaks[0].time_windows[0]") { problem in
                problem.vehicles[0].breaks = [Break(id: 1, timeWindows: [[30, 20]], service: 5)]
            },
            Mistake(.emptyWorkRule, "vehicles[0].work_rule") { problem in
                problem.vehicles[0].workRule = WorkRule(id: "law")
                problem.vehicles[0].workRule?.maxContinuousDriving = 100
            },
            Mistake(.brokenSplit, "vehicles[0].work_rule") { problem in
                problem.vehicles[0].workRule = WorkRule(id: "law")
                problem.vehicles[0].workRule?.rest = 45
                problem.vehicles[0].workRule?.split = SplitRest(first: 45, second: 30)
            },
            Mistake(.poorRelation, "relations[0].tasks") {
                $0.relations = [Relation(.apart, [.job(0), .job(0)])]
            },
            Mistake(.contradictoryRelations, "relations[1]") { problem in
                problem.relations = [
                    Relation(.together, [.job(0), .pickup(0)]), Relation(.apart, [.job(0), .pickup(0)]),
                ]
            },
            Mistake(.speedOutOfRange, "matrices.car.speeds[0].speed") {
                $0.matrices["car"]?.speeds = [SpeedSlice(begins: 0, speed: 1001)]
            },
            Mistake(.unsortedSpeeds, "matrices.car.speeds[1].from") {
                $0.matrices["car"]?.speeds = [
                    SpeedSlice(begins: 5, speed: 900), SpeedSlice(begins: 5, speed: 800),
                ]
            },
            Mistake(.unknownDepot, "vehicles[0].reload_depots[0]") { $0.vehicles[0].reloadDepots = [7] },
            Mistake(.shipmentHalf, "shipments[0].pickup.skills") { $0.shipments[0].pickup.skills = ["lift"] },
        ] + coldChainMistakes

    @Test func `a right problem has no issues`() {
        #expect(Self.right.validate().isEmpty)
    }

    @Test(arguments: mistakes)
    func `one mistake is one issue, with its place and a remedy`(_ mistake: Mistake) throws {
        var problem = Self.right
        mistake.make(&problem)
        let issues = problem.validate()
        #expect(issues.map(\.code) == [mistake.code], "\(issues)")
        let issue = try #require(issues.first)
        #expect(issue.path == mistake.path)
        #expect(!issue.message.isEmpty)
        #expect(!issue.hint.isEmpty)
        #expect(issues.allowPlanning == (issue.severity == .warning))
    }

    @Test func `every code has a mistake above`() {
        #expect(Set(Self.mistakes.map(\.code)) == Set(ProblemIssue.Code.allCases))
    }

    @Test func `all mistakes are named at once`() {
        var problem = Self.right
        problem.jobs[0].priority = 400
        problem.vehicles[0].speedFactor = 9
        problem.carriers[0].tariff.minimum = -3
        #expect(problem.validate().map(\.code) == [.priority, .speedFactor, .negativeCost])
    }

    @Test func `an issue reads as place, name, fault, remedy and code`() {
        var problem = Self.right
        problem.jobs[0].priority = 400
        let expected =
            "jobs[0].priority (job 1): the priority is 400, but priorities go from 0 to 100; "
            + "scale the priorities down (E1606)"
        #expect(problem.validate().map(\.description) == [expected])
    }

    @Test func `times counted from 1970 are taken`() {
        var problem = Self.right
        problem.jobs[0].timeWindows = [[1_600_416_000, 1_600_420_000]]
        problem.vehicles[0].shift = [1_600_416_000, 1_600_430_000]
        problem.depots[0].timeWindows = []
        #expect(problem.validate().isEmpty)
    }

    @Test func `random problems are right`() {
        for seed in 1...100 as ClosedRange<UInt64> {
            let issues = Problem.random(seed: seed).validate().filter { $0.severity == .error }
            #expect(issues.isEmpty, "seed \(seed): \(issues)")
        }
    }
}
