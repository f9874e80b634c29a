import Interchange
import Planning
import RouteSearch
import RoutingTestSupport
import Testing
import VehicleRouting

/// One scenario per type of event, each worked out by hand from `FourStops`.
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

    @Test func `a box that stays on board leaves what has no room to another vehicle`() throws {
        // Vehicle 2 has room for one box: it brings one to 3 and collects one at 4.
        let four = FourStops { problem in
            problem.vehicles[1].capacity = [1]
            problem.jobs[3].delivery = []
            problem.jobs[3].pickup = [1]
        }
        let closed = DayEvent("e", at: 3500, .customerClosed(order: 3, reopens: nil))
        #expect(throws: RerunError.self) { try four.repaired([closed], at: 3500) }
        let early = DayEvent("e", at: 1500, .customerClosed(order: 3, reopens: nil))
        // Vehicle 1 leaves order 2 at 2200 and is at 4000 by 4200.
        #expect(try four.repaired([early], at: 1500).fate(of: 4) == "1 at 4200")
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

    @Test func `a lot that is recalled twice is fetched back once`() throws {
        var day = try FourStops().day([DayEvent("e", at: 1500, .recall(lot: "L7", orders: [1]))], at: 1500)
        var settings = Replanner.Settings(search: SearchParameters(seconds: nil, iterations: 0))
        settings.horizon = 0
        day = Replanner(day, toldBy: try FourStops().day(), settings).repair().day
        day.advance(to: 9500)
        #expect(day.done.contains { $0.name == StopName("1 recall") })
        try day.apply(DayEvent("f", at: 9500, .recall(lot: "L7", orders: [1])))
        #expect(day.problem.jobs.allSatisfy { $0.id != "1 recall" })
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

    @Test func `a closed road delays who drives through, until it opens`() throws {
        let four = FourStops { problem in
            // A hundredth of a degree on the equator is 1.11 km.
            for index in problem.locations.indices {
                problem.locations[index].coordinate = Coordinate(longitude: Double(index) / 100, latitude: 0)
            }
        }
        let circle = RoadDelay(
            centre: Coordinate(longitude: 0.015, latitude: 0),
            kilometres: 0.3,
            delay: 500,
            until: 3000
        )
        let event = DayEvent("e", at: 1200, .roadDelay(circle))
        let day = try four.day([event], at: 1500)
        // Vehicle 1 is between 1000 and 2000, vehicle 2 drives from 0 to 3000; beyond 2000 nothing changes.
        let times = day.plan.routes.map { RouteSchedule($0, in: day.problem).stops.map(\.begin) }
        #expect(times == [[2600], [3500, 4600]])
        var later = day
        later.advance(to: 3600)
        // The road has been open since 3000: home from 4000 takes 4000 again.
        let home = later.plan.routes.map { RouteSchedule($0, in: later.problem).end }
        #expect(home == [8700])
    }

    @Test func `a road that nobody can drive is not delayed`() throws {
        let four = FourStops { problem in
            for index in problem.locations.indices {
                problem.locations[index].coordinate = Coordinate(longitude: Double(index) / 100, latitude: 0)
            }
            let matrix = problem.matrices["car"]
            var durations = matrix?.durations ?? []
            // From 4000 to 1000.
            durations[4 * 5 + 1] = .max
            problem.matrices["car"] = TravelMatrix(
                size: 5,
                durations: durations,
                distances: matrix?.distances ?? []
            )
        }
        let circle = RoadDelay(
            centre: Coordinate(longitude: 0.02, latitude: 0),
            kilometres: 0.3,
            delay: 5_000_000_000,
            until: 3000
        )
        let day = try four.day([DayEvent("e", at: 1500, .roadDelay(circle))], at: 1500)
        let slowed = try #require(day.problem.matrices["car"])
        // A week at most.
        #expect(slowed.duration(from: 1, to: 3) == 2000 + 604_800)
        #expect(slowed.duration(from: 4, to: 1) == Int(Int32.max))
        var later = day
        later.advance(to: 3000)
        #expect(later.problem.matrices == four.problem.matrices)
    }

    @Test func `a customer who is closed gets nothing, or later`() throws {
        let closed = DayEvent("e", at: 1500, .customerClosed(order: 4, reopens: nil))
        let day = try FourStops().day([closed], at: 1500)
        #expect(day.held.map(\.order) == [4])
        #expect(day.held[0].reason == .customerClosed)
        // The box stays on board and takes up room until vehicle 2 is home: 3100 + 3000.
        #expect(day.problem.vehicles[1].ballast == [1])
        #expect(RouteSchedule(day.plan.routes[1], in: day.problem).end == 6100)
        let later = DayEvent("e", at: 1500, .customerClosed(order: 3, reopens: [20_000, 30_000]))
        let found = try FourStops { $0.jobs[3].timeWindows = [[0, 15_000]] }.repaired([later], at: 1500)
        // Vehicle 2 goes on to 4000, comes back to 3000 and waits there; nothing is gained by waiting elsewhere.
        #expect(found.fate(of: 4) == "2 at 4000")
        #expect(found.fate(of: 3) == "2 at 20000")
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

    @Test func `a recalled lot is held on board and fetched back where it was delivered`() throws {
        let event = DayEvent("e", at: 1500, .recall(lot: "L7", orders: [1, 3]))
        let day = try FourStops().day([event], at: 1500)
        #expect(day.held.map(\.order) == [3])
        #expect(day.held[0].reason == .recalled)
        let job = try #require(day.problem.jobs.first { $0.id == "1 recall" })
        #expect(job.pickup == [1])
        let found = try FourStops().repaired([event], at: 1500)
        // Vehicle 1 leaves order 2 at 2200 and passes 1000 on its way home.
        #expect(found.fate(of: "1 recall") == "1 at 3200")
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
