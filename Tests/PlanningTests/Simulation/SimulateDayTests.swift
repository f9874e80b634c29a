import Interchange
import RoutingTestSupport
import Testing
import VehicleRouting

@testable import Planning

@Suite struct SimulateDayTests {
    /// A depot at 0 and jobs at 600, 1200 and 1800 with 60 s of service each, due by `closes`; one vehicle, one metre a
    /// second, a wire unit a metre.
    private func day(closes: Seconds = 86_000) throws -> RunningDay {
        var problem = Problem.line(0, 600, 1200, 1800)
        problem.epoch = 1_800_000_000
        problem.addVehicle {
            $0.shift = [28_800, 86_400]
            $0.costs = VehicleCosts(perKilometre: 1000, perHour: 0)
        }
        problem.addDepot(at: 0)
        for place in 1...3 {
            problem.addJob(at: place) {
                $0.service = 60
                $0.timeWindows = [TimeWindow(opens: 28_800, closes: closes)]
            }
        }
        return try RunningDay(Plan(routes: [problem.route(.job(0), .job(1), .job(2))]), in: problem)
    }

    private func scenario(_ text: String) throws -> DayScenario {
        try ScenarioFile.read(Array(text.utf8), about: day().problem)
    }

    private static let calm = #""travel_day_spread": 0, "travel_leg_spread": 0, "service_spread": 0"#

    @Test func `a day on which all goes as planned costs what the plan costs and changes nothing`() throws {
        let day = try day()
        let outcome = try SimulateDay.play(day, scenario(#"{"days": 1, "iterations": 20, \#(Self.calm)}"#))
        // Out to 1800 and back.
        let expected = PlayedDay(promised: 3, kept: 3, cost: Cost(wireUnits: 3600))
        #expect(outcome.withEngine == [expected])
        #expect(outcome.asPlanned == [expected])
        #expect(outcome.hindsight == [.init(cost: Cost(wireUnits: 3600), unserved: 0)])
        #expect(outcome.means(of: outcome.withEngine).kept == 1)
        #expect(outcome.means(of: outcome.withEngine).excess == 0)
    }

    @Test func `a drive that nobody can make takes as long as ever`() throws {
        let day = try day()
        let scenario = try scenario(#"{"days": 1, "travel_day_spread": 1, "service_spread": 1}"#)
        var problem = day.problem
        let matrix = try #require(problem.matrices["car"])
        var durations = matrix.durations
        durations[1] = .max
        durations[2] = 999_999_999
        problem.matrices["car"] = matrix.with(durations)
        for number in 0..<20 {
            let known = try #require(scenario.truth(of: number).revealed(problem).matrices["car"])
            #expect(known.durations[1] == .max)
            #expect(known.durations[2] <= 1_000_000_000)
        }
    }

    @Test func `slow roads make the stops late that they would make late by hand`() throws {
        // Planned to begin at 28 800 + 600, + 1260 and + 1920.  Drives of 600 s that take longer by the same factor f make the
        // last stop begin at 28 800 + 3 × 600 f + 120.
        let day = try day(closes: 30_720)
        let scenario = try scenario(
            #"{"days": 8, "travel_day_spread": 0.3, "travel_leg_spread": 0, "service_spread": 0, "iterations": 20}"#
        )
        let outcome = try SimulateDay.play(day, scenario)
        for (number, played) in outcome.asPlanned.enumerated() {
            let drive = scenario.truth(of: number).drive(600, from: 0, to: 1)
            let begins = (1...3).map { 28_800 + $0 * drive + ($0 - 1) * 60 }
            #expect(played.late == begins.count { $0 > 30_720 })
            #expect(played.lateness == begins.map { max($0 - 30_720, 0) }.reduce(0, +))
        }
        #expect(outcome.asPlanned.contains { $0.late > 0 })
        #expect(outcome.asPlanned.contains { $0.late == 0 })
    }

    @Test func `an urgent order is served with the engine and not without it`() throws {
        let day = try day()
        let outcome = try SimulateDay.play(
            day,
            scenario(
                """
                {"days": 1, "iterations": 50, \(Self.calm), "events": [{"id": "e1", "at": "08:05", "type": "urgent_order", \
                "order": "U1", "location_index": 1}]}
                """
            )
        )
        #expect(outcome.withEngine[0].unserved == 0)
        #expect(outcome.withEngine[0].reruns == 1)
        #expect(outcome.asPlanned[0].unserved == 1)
        #expect(outcome.hindsight.map(\.unserved) == [0])
    }

    @Test func `equal scenarios play equal days, another seed others`() throws {
        let day = try day(closes: 30_720)
        func played(_ seed: Int) throws -> [PlayedDay] {
            let scenario = try scenario(#"{"days": 3, "seed": \#(seed), "iterations": 20}"#)
            return try SimulateDay.play(day, scenario).withEngine
        }
        #expect(try played(4) == played(4))
        #expect(try played(4) != played(5))
    }

    @Test func `an event that comes too late on a day changes nothing there`() throws {
        // Planned to begin at 30 060, order 2 is closed to her at 30 050; on days with faster roads it has been served.
        let day = try day()
        let scenario = try scenario(
            """
            {"days": 12, "iterations": 20, "travel_day_spread": 0.3, "travel_leg_spread": 0, "service_spread": 0, \
            "events": [{"id": 1, "at": 30050, "type": "customer_closed", "order": 2}]}
            """
        )
        let outcome = try SimulateDay.play(day, scenario)
        for (number, played) in outcome.asPlanned.enumerated() {
            let drive = scenario.truth(of: number).drive(600, from: 0, to: 1)
            // Left at the latest when the event comes: served at 28 800 + 2 f + 60, for 60 seconds.
            let isServed = 28_800 + 2 * drive + 120 <= 30_050
            #expect(played.ignored == (isServed ? 1 : 0))
            #expect(played.unserved == (isServed ? 0 : 1))
        }
        #expect(Set(outcome.asPlanned.map(\.ignored)) == [0, 1])
    }

    @Test func `what a scenario's events get wrong is told with place and code`() throws {
        let day = try day()
        let unknown = try scenario(
            #"{"days": 1, "events": [{"id": 1, "at": "08:05", "type": "vehicle_late", "vehicle": "V9", "by": 60}]}"#
        )
        let error = #expect(throws: RerunError.self) { try SimulateDay.play(day, unknown) }
        #expect(error?.issues.map { "\($0.code.rawValue) \($0.pointer)" } == ["R110 /events/0"])
    }

    /// Orders 1, 2 and 3 with vehicle 1, which breaks down at order 1 at 29 500, 2 and 3 on board; the other vehicles stay in the
    /// yard until then.
    private func breakdown(
        amongVehicles count: Int,
        _ change: (inout Problem) -> Void = { _ in }
    ) throws -> SimulationOutcome {
        var problem = Problem.line(0, 600, 1200, 1800)
        problem.epoch = 1_800_000_000
        for _ in 1...count {
            problem.addVehicle {
                $0.shift = [28_800, 86_400]
                $0.costs = VehicleCosts(perKilometre: 1000, perHour: 0)
            }
        }
        problem.addDepot(at: 0)
        for place in 1...3 { problem.addJob(at: place) { $0.delivery = [] } }
        change(&problem)
        let day = try RunningDay(Plan(routes: [problem.route(.job(0), .job(1), .job(2))]), in: problem)
        let scenario = try scenario(
            """
            {"days": 1, "iterations": 50, \(Self.calm), "events": [{"id": 1, "at": 29500, "type": "breakdown", \
            "vehicle": 1, "location_index": 1}]}
            """
        )
        return try SimulateDay.play(day, scenario)
    }

    @Test func `a breakdown costs the way of the vehicle that helps`() throws {
        let outcome = try breakdown(amongVehicles: 2)
        // Vehicle 1 is taken to drive to order 1 and home, 1200; vehicle 2 does orders 2 and 3, out to 1800 and back, 3600.
        #expect(outcome.withEngine[0].unserved == 0)
        #expect(outcome.withEngine[0].cost == Cost(wireUnits: 4800))
        #expect(outcome.asPlanned[0].unserved == 2)
    }

    @Test func `goods that a carrier takes over from a broken vehicle are served, at the carrier's price`()
        throws
    {
        let outcome = try breakdown(amongVehicles: 1) {
            $0.carriers.append(Carrier(id: "C", tariff: Tariff(perJob: 5000)))
        }
        // The vehicle's 1200 out and home, and two orders at 5000.
        #expect(outcome.withEngine[0].unserved == 0)
        #expect(outcome.withEngine[0].cost == Cost(wireUnits: 11_200))
        #expect(outcome.asPlanned[0].unserved == 2)
    }

    @Test(
        arguments: [
            (#"{"days": 0}"#, "/days: days should be from 1 to 10000, but is 0", "F206"),
            (#"{"stability": 2}"#, "/stability: ", "F206"),
            (#"{"spread": 0.1}"#, "there is no key 'spread'", "F223"),
            (#"{"seed": "x"}"#, "/seed: ", "F221"),
        ]
    )
    func `a scenario that cannot be played is refused`(text: String, named: String, code: String) {
        let error = #expect(throws: FormatError.self) { try scenario(text) }
        #expect(error?.code == code)
        #expect(error?.description.contains(named) == true, "\(String(describing: error))")
    }
}
