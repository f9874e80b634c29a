import Interchange
import Planning
import RouteSearch
import RoutingTestSupport
import Testing
import VehicleRouting

/// A depot that loads nobody, on a day on which a vehicle was to load there again.
@Suite struct DepotOutageTests {
    /// `FourStops` whose vehicle 2 has room for one box: it begins order 3 at 3000, loads again at the depot at 6100, begins
    /// order 4 at 10 100 and is home at 14 200.
    private var reloading: FourStops {
        var four = FourStops { problem in
            problem.vehicles[1].capacity = [1]
            problem.vehicles[1].reloadDepots = [0]
        }
        four.plan.routes[1].steps.insert(.reload(Reload(depot: 0, regimes: [nil])), at: 1)
        return four
    }

    private func outage(until: Seconds?) -> DayEvent {
        DayEvent("e", at: 1500, .depotOutage(depot: "D1", until: until))
    }

    @Test func `who comes to load again waits until the depot loads, and who comes home does not`() throws {
        let day = try reloading.day([outage(until: 8000)], at: 1500)
        let route = try #require(day.plan.routes.first { $0.vehicle == 1 })
        let schedule = RouteSchedule(route, in: day.problem)
        // Loaded at 8000, and home at 12 100 + 4000.
        #expect(schedule.stops.map(\.begin) == [3000, 12_000])
        #expect(schedule.end == 16_100)
        expectSound(day)
        let found = try reloading.repaired([outage(until: 8000)], at: 1500)
        #expect(found.begin(of: 4)?.time == 12_000)
        // A second outage moves it again, and opens no further depot.
        var longer = day
        try longer.apply(DayEvent("f", at: 1600, .depotOutage(depot: "D1", until: 9000)))
        #expect(longer.problem.depots.count == day.problem.depots.count)
        let later = try #require(longer.plan.routes.first { $0.vehicle == 1 })
        #expect(RouteSchedule(later, in: longer.problem).stops.last?.begin == 13_000)
        // Vehicle 1 comes home at 4200 and may load at 8000.
        var home = day
        home.advance(to: 5000)
        #expect(home.problem.vehicles[0].shift.opens == 8000)
    }

    @Test func `trips that were to be loaded at a depot that stays shut are for others, or for nobody`()
        throws
    {
        let day = try reloading.day([outage(until: nil)], at: 1500)
        #expect(day.problem.vehicles[1].reloadDepots.isEmpty)
        #expect(day.plan.routes.first { $0.vehicle == 1 }?.steps.count == 1)
        #expect(day.plan.unassigned.map { day.problem.visit($0.task).id } == [4])
        expectSound(day)
        // Vehicle 1 does not load there either when it comes home.
        let found = try reloading.repaired([outage(until: nil)], at: 1500)
        #expect(found.fate(of: 4) == "out")
        var home = day
        home.advance(to: 5000)
        #expect(home.standings[0].activity == .out)
    }

    @Test func `goods that only the depot that is shut has are held`() throws {
        let four = FourStops { problem in
            problem.addShipment(from: 0, to: 1, amount: [1]) { shipment in
                shipment.pickup.id = "fetch"
                shipment.delivery.id = "bring"
            }
        }
        let day = try four.day([outage(until: nil)], at: 1500)
        #expect(day.problem.shipments.isEmpty)
        #expect(day.held.map(\.order) == ["bring"])
        #expect(day.held.map(\.reason) == [.noStock])
        expectSound(day)
    }
}
