import Interchange
import Testing
import VehicleRouting

struct InstanceReadingTests {
    @Test func `Solomon's format gives one depot, jobs by number and the given number of vehicles`() throws {
        let instance = try InstanceFile.read(Array(InstanceTexts.solomon.utf8), rounding: .trunc)
        let problem = instance.problem
        #expect(instance.name == "TINY")
        #expect(problem.vehicles.map(\.id) == [1, 2])
        #expect(problem.vehicles[0].capacity == [10])
        #expect(problem.vehicles[0].shift == TimeWindow(opens: 0, closes: 100))
        #expect(problem.jobs.map(\.id) == [1, 2])
        #expect(problem.jobs[0].delivery == [7])
        #expect(problem.jobs[0].timeWindows == [TimeWindow(opens: 10, closes: 20)])
        #expect(problem.jobs[0].service == 5)
    }

    // From (0, 0) to (1, 1) it is √2 = 1.41421…, from (3, 4) to (1, 1) √13 = 3.60555…
    @Test(arguments: [
        (Rounding.round, 1, 4), (.trunc, 1, 3), (.dimacs, 14, 36), (.exact, 1414, 3606),
    ])
    func `distances, windows and service follow the rounding`(rounding: Rounding, short: Int, long: Int)
        throws
    {
        let instance = try InstanceFile.read(Array(InstanceTexts.solomon.utf8), rounding: rounding)
        let matrix = try #require(instance.problem.matrices["car"])
        #expect(matrix.distance(from: 0, to: 2) == short)
        #expect(matrix.distance(from: 2, to: 1) == long)
        #expect(matrix.durations == matrix.distances)
        #expect(instance.problem.jobs[0].service == 5 * rounding.scale)
        #expect(instance.problem.jobs[0].timeWindows[0].closes == 20 * rounding.scale)
    }

    @Test func `a cost is written with the decimals of its convention`() throws {
        let bytes = Array(InstanceTexts.solomon.utf8)
        let dimacs = try InstanceFile.read(bytes)
        #expect(dimacs.rounding == .dimacs)
        #expect(dimacs.text(of: Cost(wireUnits: 424_448)) == "42444.8")
        #expect(dimacs.text(of: Cost(wireUnits: 7)) == "0.7")
        let exact = try InstanceFile.read(bytes, rounding: .exact)
        #expect(exact.text(of: Cost(wireUnits: 828_037)) == "828.037")
        #expect(exact.text(of: Cost(wireUnits: 5_040)) == "5.040")
        let whole = try InstanceFile.read(bytes, rounding: .round)
        #expect(whole.text(of: Cost(wireUnits: 12)) == "12")
    }

    @Test func `Li and Lim's pairs become shipments`() throws {
        let instance = try InstanceFile.read(Array(InstanceTexts.liLim.utf8))
        let shipment = try #require(instance.problem.shipments.first)
        #expect(instance.problem.shipments.count == 1)
        #expect(instance.problem.jobs.isEmpty)
        #expect(shipment.pickup.id == 1)
        #expect(shipment.delivery.id == 2)
        #expect(shipment.amount == [6])
        // Three decimals are customary for this set: 2 units of service are 2000, 4 of distance 4000.
        #expect(shipment.pickup.service == 2000)
        #expect(instance.problem.matrices["car"]?.distance(from: 1, to: 2) == 4000)
    }

    @Test func `a VRPLIB file gives each vehicle its depot and that depot's window as its shift`() throws {
        let problem = try InstanceFile.read(Array(InstanceTexts.vrplib.utf8)).problem
        #expect(problem.depots.map(\.id) == [0, 1])
        #expect(problem.vehicles.map(\.startDepot) == [0, 1])
        #expect(problem.vehicles[1].shift == TimeWindow(opens: 10, closes: 90))
        #expect(problem.jobs.map(\.id) == [2, 3])
        #expect(problem.jobs[1].service == 2)
        // Rows of the triangle: 5; 2 6; 7 3 4.  So 0–1 is 5, 0–2 is 2, 1–3 is 3, both ways.
        let matrix = try #require(problem.matrices["car"])
        #expect(matrix.distance(from: 0, to: 1) == 5)
        #expect(matrix.distance(from: 2, to: 0) == 2)
        #expect(matrix.distance(from: 1, to: 3) == 3)
    }

    @Test(arguments: [("EUC_2D", 1.0), ("FLOOR_2D", 1), ("CEIL_2D", 2), ("EXACT_2D", 1414)])
    func `each Euclidean type has its own length`(type: String, length: Double) throws {
        let text = """
            DIMENSION : 2
            EDGE_WEIGHT_TYPE : \(type)
            NODE_COORD_SECTION
            1 0 0
            2 1 1
            """
        let instance = try InstanceFile.read(Array(text.utf8))
        #expect(instance.problem.matrices["car"]?.distance(from: 0, to: 1) == Int(length))
        // No VEHICLES: as many as customers.  No CAPACITY: no limit.
        #expect(instance.problem.vehicles.count == 1)
        #expect(instance.problem.vehicles[0].capacity.isEmpty)
    }

    @Test func `costs, limits, prizes and permissions of a VRPLIB file are scaled as PyVRP does`() throws {
        let text = InstanceTexts.vrplib.replacing(
            once: "DEPOT_SECTION\n1\n2\n",
            with: """
                VEHICLES_FIXED_COST_SECTION
                1 30
                2 40
                VEHICLES_UNIT_DISTANCE_COST_SECTION
                1 2
                2 1.1
                VEHICLES_MAX_DISTANCE_SECTION
                1 70
                2 80
                VEHICLES_MAX_DURATION_SECTION
                1 60
                2 50
                VEHICLES_ALLOWED_CLIENTS_SECTION
                1 3
                2 3 4
                PRIZE_SECTION
                1 0
                2 0
                3 0
                4 25
                RELEASE_TIME_SECTION
                1 0
                2 0
                3 9
                4 0
                DEPOT_SECTION
                1
                2

                """
        )
        let problem = try InstanceFile.read(Array(text.utf8), rounding: .dimacs).problem
        #expect(problem.vehicles.map(\.costs.fixed) == [300, 400])
        // The rate is not scaled, since the distance is.
        #expect(problem.vehicles.map(\.costs.perKilometre) == [2000, 1100])
        #expect(problem.vehicles.map(\.maxDistance) == [700, 800])
        #expect(problem.vehicles.map(\.maxDuration) == [600, 500])
        #expect(problem.jobs.map(\.allowedVehicles) == [nil, [2]])
        #expect(problem.jobs.map(\.unassignedCost) == [nil, Cost(wireUnits: 250)])
        #expect(problem.jobs.map(\.release) == [90, 0])
        #expect(problem.jobs.map(\.delivery) == [[4], [5]])
    }

    @Test func `with backhauls, a route that delivers after a pickup or only picks up is late`() throws {
        let text = """
            TYPE : VRPB
            DIMENSION : 3
            VEHICLES : 1
            CAPACITY : 10
            EDGE_WEIGHT_TYPE : EUC_2D
            NODE_COORD_SECTION
            1 0 0
            2 3 4
            3 0 4
            DEMAND_SECTION
            1 0
            2 5
            3 0
            BACKHAUL_SECTION
            1 0
            2 0
            3 5
            """
        let problem = try InstanceFile.read(Array(text.utf8)).problem
        func evaluate(_ jobs: [Int]) -> PlanEvaluation {
            let visits = jobs.map { Visit(.job($0)) }
            let left = problem.jobs.indices.filter { !jobs.contains($0) }.map { Unassigned(.job($0)) }
            let routes = [Route(vehicle: 0, visits: visits, regimes: [nil])]
            return PlanEvaluation(Plan(routes: routes, unassigned: left), in: problem)
        }
        // 5 to the delivery, 3 on to the pickup, 4 home.
        #expect(evaluate([0, 1]).violations.isEmpty)
        #expect(evaluate([0, 1]).cost == Cost(wireUnits: 12))
        #expect(evaluate([1, 0]).violations.map(\.cause) == [.delay])
        #expect(evaluate([1]).violations.map(\.cause) == [.delay])
        #expect(evaluate([0]).violations.isEmpty)
    }

    @Test func `a byte order mark and line ends of Windows change nothing`() throws {
        let windows = "\u{FEFF}" + InstanceTexts.solomon.replacing("\n", with: "\r\n")
        let plain = try InstanceFile.read(Array(InstanceTexts.solomon.utf8))
        #expect(try InstanceFile.read(Array(windows.utf8)) == plain)
    }
}
