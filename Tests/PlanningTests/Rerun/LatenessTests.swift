import Interchange
import Planning
import RouteSearch
import RoutingTestSupport
import Testing
import VehicleRouting

/// Late is better than never, worked out by hand from `FourStops`.
@Suite struct LatenessTests {
    @Test func `a vehicle that is late is late everywhere`() throws {
        let event = DayEvent("e", at: 1500, .vehicleLate(vehicle: 2, by: 700))
        let found = try FourStops().repaired([event], at: 1500)
        #expect(found.fate(of: 3) == "2 at 3700")
        #expect(found.fate(of: 4) == "2 at 4800")
        #expect(found.changedTimes(beyond: 600) == 2)
        #expect(found.changedTimes(beyond: 700) == 0)
    }

    @Test(arguments: [nil, Cost(wireUnits: 1)])
    func `nobody is left out to have others in time, whatever the price of leaving out`(price: Cost?) throws {
        // Vehicle 2 has three on board: order 1 at 1000, order 3 from 3100 to 4100, order 4 at 5100.  It is 300 late.  Without
        // order 3 order 4 would be in time, and order 3 after it 2400 late; only as planned both are late by 300.
        var four = FourStops { problem in
            problem.jobs[2].service = 1000
            problem.jobs[2].timeWindows = [[0, 3100]]
            problem.jobs[2].unassignedCost = price
            problem.jobs[3].timeWindows = [[0, 5100]]
        }
        let problem = four.problem
        four.plan.routes = [problem.route(.job(1)), problem.route(of: 1, .job(0), .job(2), .job(3))]
        let late = DayEvent("e", at: 500, .vehicleLate(vehicle: 2, by: 300))
        let found = try four.repaired([late], at: 500, lateness: 1800)
        #expect(found.fate(of: 3) == "2 at 3400")
        #expect(found.fate(of: 4) == "2 at 5400")
        #expect(found.brokenPromises == 2)
        // Where order 3 may be so late, order 4 is in time.
        let kept = try four.repaired([late], at: 500, lateness: 3600)
        #expect(kept.fate(of: 4) == "2 at 4400")
        #expect(kept.fate(of: 3) == "2 at 5500")
        #expect(kept.brokenPromises == 1)
        // What nobody was to serve is not served late.
        four.plan.routes[1] = problem.route(of: 1, .job(0), .job(3))
        four.plan.unassigned = [Unassigned(.job(2))]
        #expect(try four.repaired([late], at: 500).fate(of: 3) == "out")
    }

    @Test func `a vehicle finishes its round after its shift rather than bring goods back`() throws {
        // Planned home at 8200; 300 late it is home at 8500, after its shift.
        let four = FourStops { $0.vehicles[1].shift = [0, 8300] }
        let late = DayEvent("e", at: 500, .vehicleLate(vehicle: 2, by: 300))
        let found = try four.repaired([late], at: 500)
        #expect(found.fate(of: 3) == "2 at 3300")
        #expect(found.fate(of: 4) == "2 at 4400")
        #expect(found.day.notes.contains { $0.contains("2") && $0.contains("02:21") }, "\(found.day.notes)")
        // By no more than an order may be late.
        let out = try four.repaired([late], at: 500, lateness: 120)
        #expect([out.fate(of: 3), out.fate(of: 4)].sorted() == ["2 at 3300", "out"])
    }

    @Test func `who cannot be served in time is served late, and the promise is told to be broken`() throws {
        var four = FourStops()
        four.problem.jobs[3].timeWindows = [[0, 4500]]
        let event = DayEvent("e", at: 1500, .vehicleLate(vehicle: 2, by: 700))
        let found = try four.repaired([event], at: 1500)
        // Promised by 4500, served at 4800.
        #expect(found.fate(of: 4) == "2 at 4800")
        #expect(found.brokenPromises == 1)
        #expect(
            found.difference.stops.first { $0.name == StopName(4) }?.changes.contains(.promiseBroken(300))
                == true
        )
        #expect(try four.repaired([event], at: 1500, lateness: 0).fate(of: 4) == "out")
    }
}
