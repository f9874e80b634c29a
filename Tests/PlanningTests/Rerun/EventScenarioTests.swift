import Interchange
import Planning
import RouteSearch
import RoutingTestSupport
import Testing
import VehicleRouting

/// Urgent orders, carriers, depots and goods that are late, worked out by hand from `FourStops`; other events have files of their own.
@Suite struct EventScenarioTests {
    @Test func `an urgent order goes with the vehicle that comes by the depot first`() throws {
        var order = UrgentOrder(9, to: .index(1))
        order.job.delivery = [1]
        order.job.timeWindows = [[0, 6000]]
        let found = try FourStops().repaired([DayEvent("e", at: 1500, .urgentOrder(order))], at: 1500)
        // Vehicle 1 finishes order 2 at 2200, is at the depot at 4200, and back at 1000 by 5200.
        #expect(found.fate(of: 9) == "1 at 5200")
        #expect(found.fate(of: 2) == "1 at 2100")
        #expect(found.fate(of: 3) == "2 at 3000")
        #expect(found.fate(of: 4) == "2 at 4100")
        #expect(found.difference.stops.map(\.name) == [StopName(9, isPickup: true), StopName(9)])
    }

    @Test func `an urgent order with a deadline takes the spare vehicle`() throws {
        var four = FourStops { problem in
            problem.addVehicle {
                $0.capacity = [10]
                $0.shift = [0, 100_000]
                $0.startDepot = 0
                $0.endDepot = 0
                $0.costs.fixed = 100_000
            }
        }
        four.plan.routes = Array(four.plan.routes.prefix(2))
        var order = UrgentOrder(9, to: .index(1))
        order.job.timeWindows = [[0, 3000]]
        let found = try four.repaired([DayEvent("e", at: 1500, .urgentOrder(order))], at: 1500, lateness: 0)
        // Only vehicle 3, in the yard, can be there in time: between 2500, leaving at once, and 3000.
        let begin = try #require(found.begin(of: 9))
        #expect(begin.vehicle == 3)
        #expect((2500...3000).contains(begin.time))
    }

    @Test func `a carrier who rejects an order does not get it back`() throws {
        let far = FourStops { problem in
            problem.carriers = ["north", "south"].map {
                Carrier(id: $0, tariff: Tariff(perJob: $0 == "north" ? 10 : 50))
            }
        }
        var four = far
        four.plan.routes[1].steps.removeLast()
        four.plan.awards = [Award(.job(3), carrier: 0)]
        let event = DayEvent("e", at: 100, .carrierRejects(carrier: "north", order: 4))
        let found = try four.repaired([event], at: 100)
        // The own vehicles are under way without the goods; driving them again from the depot would cost 8000, south 50.
        #expect(found.day.plan.awards == [Award(.job(3), carrier: 1)])
        let all = DayEvent("e", at: 100, .carrierRejects(carrier: "north", order: nil))
        #expect(try four.repaired([all], at: 100).day.plan.awards == [Award(.job(3), carrier: 1)])
    }

    @Test func `a depot that cannot load sends its goods from another`() throws {
        var four = FourStops { problem in
            problem.vehicles[1].shift = [5000, 100_000]
            problem.addVehicle(from: 4, to: 4) {
                $0.capacity = [10]
                $0.shift = [0, 100_000]
            }
            problem.addDepot(at: 4)
        }
        four.plan.routes = Array(four.plan.routes.prefix(2))
        let shut = DayEvent("e", at: 1500, .depotOutage(depot: "D1", until: nil))
        let found = try four.repaired([shut], at: 1500)
        // Vehicle 2 has not loaded and never will.  Vehicle 3 has the goods at 4000: order 4 there, then order 3 after
        // 1000 seconds of driving.
        #expect(found.day.standings[1].activity == .out)
        #expect(found.begin(of: 4)?.vehicle == 3)
        #expect(found.begin(of: 3)?.vehicle == 3)
        let late = DayEvent("e", at: 1500, .depotOutage(depot: "D1", until: 8000))
        let day = try four.day([late], at: 1500)
        #expect(day.problem.vehicles[1].shift.opens == 8000)
    }

    @Test func `late goods delay the departure, and goods on board cannot be late`() throws {
        let four = FourStops { $0.vehicles[1].shift = [5000, 100_000] }
        let event = DayEvent("e", at: 1500, .lateGoods(orders: [3], release: 9000))
        let found = try four.repaired([event], at: 1500)
        // Vehicle 2 leaves at 9000 or order 3 comes later by another; either way it cannot begin before 12 000.
        let begin = try #require(found.begin(of: 3))
        #expect(begin.time >= 12_000)
        var day = try four.day()
        let wrong = DayEvent("e", at: 1500, .lateGoods(orders: [2], release: 9000), pointer: "/events/0")
        #expect(throws: RerunError.self) { try day.apply(wrong) }
        #expect(day == (try four.day()))
    }
}
