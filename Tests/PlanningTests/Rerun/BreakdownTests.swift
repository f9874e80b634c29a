import Interchange
import Planning
import RouteSearch
import RoutingTestSupport
import Testing
import VehicleRouting

/// Vehicles that go no further, and what becomes of what they have on board, worked out by hand from `FourStops`.
@Suite struct BreakdownTests {
    /// `FourStops` whose order 3 must be served by 8000, so before order 4.
    private var urgent: FourStops { FourStops { $0.jobs[2].timeWindows = [[0, 8000]] } }

    @Test func `after a breakdown another vehicle takes the goods over`() throws {
        let event = DayEvent(
            "e",
            at: 2500,
            .breakdown(vehicle: 2, place: .index(3), load: .transfer, fetchBy: nil)
        )
        let found = try urgent.repaired([event], at: 2500, lateness: 0)
        // Vehicle 1 is on its way home, there at 4200, and at 3000 by 7200.  Handing over takes 600, then order 3, which is
        // at the same place, begins at 7800; left at 7900, order 4 begins at 8900.
        #expect(found.fate(of: 3) == "1 at 7800")
        #expect(found.fate(of: 4) == "1 at 8900")
        #expect(found.day.problem.vehicles[1].maxTasks == 0)
    }

    @Test func `after a breakdown the same goods are sent again, or nothing is`() throws {
        let resend = DayEvent(
            "e",
            at: 2500,
            .breakdown(vehicle: 2, place: .index(3), load: .resend, fetchBy: nil)
        )
        let found = try urgent.repaired([resend], at: 2500)
        // Vehicle 1 loads at the depot at 4200, begins order 3 at 7200 and, after 100 seconds there, order 4 at 8300.
        #expect(found.fate(of: 3) == "1 at 7200")
        #expect(found.fate(of: 4) == "1 at 8300")
        let lost = DayEvent(
            "e",
            at: 2500,
            .breakdown(vehicle: 2, place: .index(3), load: .lost, fetchBy: nil)
        )
        let day = try FourStops().day([lost], at: 2500)
        #expect(day.held.map(\.order) == [3, 4])
        #expect(day.held.allSatisfy { $0.reason == .stranded && $0.vehicle == 2 })
        #expect(day.problem.jobs.isEmpty)
    }

    @Test(arguments: LoadRescue.allCases)
    func `what a broken vehicle was to collect is collected by another`(rescue: LoadRescue) throws {
        let four = FourStops { problem in
            problem.jobs[2].timeWindows = [[0, 8000]]
            problem.jobs[3].pickup = [2]
        }
        let kind = DayEvent.Kind.breakdown(vehicle: 2, place: .index(3), load: rescue, fetchBy: nil)
        let found = try four.repaired([DayEvent("e", at: 2500, kind)], at: 2500, lateness: 0)
        let begins = [4, "4 collection"].compactMap { found.begin(of: $0)?.time }.sorted()
        switch rescue {
        // At the depot at 4200, vehicle 1 is at 3000 by 7200, where 600 for the hand-over or nothing, and 100 for order 3, pass; at
        // 4000 it hands over for 100 and collects for 100.
        case .transfer: #expect(begins == [8900, 9000])
        case .resend: #expect(begins == [8300, 8400])
        // It goes there to collect alone: 4200 + 4000.
        case .lost: #expect(begins == [8200])
        }
        let collection = try #require(found.day.problem.jobs.first { $0.id == "4 collection" })
        #expect(collection.pickup == [2])
        #expect(collection.delivery == [])
    }

    @Test func `goods that are taken over twice are fetched under two names`() throws {
        var four = FourStops { problem in
            problem.addVehicle {
                $0.capacity = [10]
                $0.shift = [0, 100_000]
                $0.startDepot = 0
                $0.endDepot = 0
            }
        }
        four.plan.routes = Array(four.plan.routes.prefix(2))
        func breakdown(of vehicle: Identifier, at time: Seconds) -> DayEvent {
            let kind = DayEvent.Kind.breakdown(vehicle: vehicle, place: nil, load: .transfer, fetchBy: nil)
            return DayEvent(.text("breakdown of \(vehicle)"), at: time, kind)
        }
        var day = try four.repaired([breakdown(of: 2, at: 3500)], at: 3500).day
        // Whoever takes order 4 over has it 1000 seconds before the hand-over.
        let rescuer = try #require(day.plan.routes.first?.vehicle)
        let handOver = try #require(RouteSchedule(day.plan.routes[0], in: day.problem).stops.last?.begin)
        let before = day
        try day.apply(breakdown(of: day.problem.vehicles[rescuer].id, at: handOver - 500))
        var settings = Replanner.Settings(search: SearchParameters(seconds: nil, iterations: 0))
        settings.horizon = 0
        var over = Replanner(day, toldBy: before, settings).repair().day
        over.advance(to: 100_000)
        let fetched = over.done.filter(\.name.isPickup).map(\.name.order)
        #expect(fetched == [4, "4 again"])
        #expect(over.done.last?.name == StopName(4))
    }

    @Test func `goods that nobody can fetch in time stay where they are`() throws {
        let event = DayEvent(
            "e",
            at: 2500,
            .breakdown(vehicle: 2, place: .index(3), load: .transfer, fetchBy: 7000)
        )
        let found = try FourStops().repaired([event], at: 2500)
        // Vehicle 1 could be there at 7200.
        #expect(found.fate(of: 3) == "out")
        #expect(found.evaluation.unassignedRequired == 2)
    }

    @Test func `a driver who must be home drops the tail`() throws {
        let event = DayEvent("e", at: 1500, .driverOut(vehicle: 2, until: .homeBy(6500)))
        let found = try FourStops().repaired([event], at: 1500)
        // Order 3, to which vehicle 2 is driving, is left at 3100 and home is reached at 6100; order 4 would make it 8200.
        #expect(found.fate(of: 3) == "2 at 3000")
        #expect(found.fate(of: 4) == "out")
    }

    @Test func `a driver who is relieved goes on later, and one without relief is rescued`() throws {
        let relieved = DayEvent("e", at: 1500, .driverOut(vehicle: 2, until: .relieved(at: 2000)))
        // Everything is 500 later.
        #expect(try FourStops().repaired([relieved], at: 1500).fate(of: 4) == "2 at 4600")
        let nobody = DayEvent("e", at: 3500, .driverOut(vehicle: 2, until: .nobody))
        let found = try FourStops().repaired([nobody], at: 3500)
        // Vehicle 2 stays at 3000, where its last stop was.  Vehicle 1, home at 4200, is there at 7200, takes over until
        // 7800 and is at 4000 by 8800.
        #expect(found.fate(of: 4) == "1 at 8800")
    }
}
