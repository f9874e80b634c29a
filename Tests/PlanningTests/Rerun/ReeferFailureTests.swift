import Interchange
import Planning
import RouteSearch
import RoutingTestSupport
import Testing
import VehicleRouting

/// Compartments that follow the weather, worked out by hand from `FourStops`.
@Suite struct ReeferFailureTests {
    /// `FourStops` with a cold compartment in vehicle 2, where orders 3 and 4 travel.
    private var cold: FourStops {
        var four = FourStops { problem in
            problem.addRegimes()
            problem.vehicles[1].compartments = [Compartment(id: "cold", capacity: [10], regimes: [0])]
            problem.jobs[2].regime = 0
            problem.jobs[3].regime = 0
        }
        four.plan.routes[1].regimes = [0]
        return four
    }

    @Test func `a failed reefer leaves the time that its body allows, and no more cold goods enter`() throws {
        let failure = ReeferFailure(
            vehicle: 2,
            compartment: "cold",
            milliCelsius: 5000,
            ambientMilliCelsius: 20_000,
            timeConstant: 10_800
        )
        let event = DayEvent("e", at: 1500, .reeferFailure(failure))
        let day = try cold.day([event], at: 1500)
        // 10 800 · ln(15/12) = 2409.9 seconds from 1500.
        #expect(day.problem.jobs.first { $0.id == 3 }?.timeWindows == [[0, 3909]])
        #expect(day.problem.vehicles[1].compartments[0].regimes == nil)
        let found = try cold.repaired([event], at: 1500)
        // Order 3 begins at 3000, in time; order 4 could begin at 4100 and would be spoilt, late or not.
        #expect(found.fate(of: 3) == "2 at 3000")
        #expect(found.fate(of: 4) == "out")
        #expect(day.notes.count == 2)
    }

    @Test(arguments: [
        (3.0, 20_000, 40), (3, 30_000, 23), (3, 38_000, 17), (6, 20_000, 80), (6, 30_000, 46),
        (6, 38_000, 34), (10, 20_000, 134), (10, 30_000, 77), (10, 38_000, 57),
    ])
    func `from 5 to 8 degrees takes as long as the body's time constant says`(
        hours: Double,
        ambient: Int,
        minutes: Int
    ) throws {
        let failure = ReeferFailure(
            vehicle: 2,
            compartment: nil,
            milliCelsius: 5000,
            ambientMilliCelsius: ambient,
            timeConstant: Int(hours * 3600)
        )
        let day = try cold.day([DayEvent("e", at: 100, .reeferFailure(failure))], at: 100)
        let deadline = try #require(day.problem.jobs.first { $0.id == 3 }?.timeWindows.last?.closes)
        #expect(Int((Double(deadline - 100) / 60).rounded()) == minutes)
    }

    @Test func `weather that keeps the goods sets no deadline, and goods already too warm are held`() throws {
        func day(_ inside: Int, _ ambient: Int) throws -> RunningDay {
            let failure = ReeferFailure(
                vehicle: 2,
                compartment: nil,
                milliCelsius: inside,
                ambientMilliCelsius: ambient,
                timeConstant: 3600
            )
            return try cold.day([DayEvent("e", at: 1500, .reeferFailure(failure))], at: 1500)
        }
        #expect(try day(5000, 6000).problem.jobs.first { $0.id == 3 }?.timeWindows == [])
        // Too warm at 1500: only what begins by then could be handed over.
        let warm = try day(9000, 20_000)
        #expect(warm.problem.jobs.first { $0.id == 3 }?.timeWindows == [[0, 1500]])
    }

    @Test func `a temperature alarm changes no plan, but is to be watched`() throws {
        let alarm = DayEvent.Kind.temperatureAlarm(vehicle: 2, compartment: "cold", milliCelsius: 8400)
        let day = try cold.day([DayEvent("e", at: 1500, alarm)], at: 1500)
        var quiet = try cold.day()
        quiet.advance(to: 1500)
        #expect(day.plan == quiet.plan)
        #expect(day.problem == quiet.problem)
        #expect(day.notes.count == 1)
        #expect(day.notes[0].contains("8.4 °C"))
    }
}
