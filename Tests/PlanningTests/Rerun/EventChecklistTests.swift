import Interchange
import Planning
import RoutingTestSupport
import Testing
import VehicleRouting

/// Every type of event, told in every wrong way: refused with a code, its place and a remedy, and the day as it was.
@Suite struct EventChecklistTests {
    /// An event of every type that `four` believes at 1500.
    enum Sample: String, CaseIterable {
        case urgentOrder, breakdown, reeferFailure, temperatureAlarm, roadDelay, customerClosed,
            carrierRejects
        case driverOut, recall, depotOutage, stock, lateGoods, vehicleLate

        var kind: DayEvent.Kind {
            switch self {
            case .urgentOrder: .urgentOrder(UrgentOrder(9, to: .index(1)))
            case .breakdown: .breakdown(vehicle: 2, place: .index(3), load: .transfer, fetchBy: 9000)
            case .reeferFailure: .reeferFailure(EventChecklistTests.failure(of: 2))
            case .temperatureAlarm: .temperatureAlarm(vehicle: 2, compartment: "body", milliCelsius: 9000)
            case .roadDelay: .roadDelay(EventChecklistTests.jam(until: 9000))
            case .customerClosed: .customerClosed(order: 4, reopens: [5000, 9000])
            case .carrierRejects: .carrierRejects(carrier: "C", order: 5)
            case .driverOut: .driverOut(vehicle: 2, until: .homeBy(9000))
            case .recall: .recall(lot: "L", orders: [4])
            case .depotOutage: .depotOutage(depot: "D1", until: 9000)
            case .stock: .stock(depot: "D1", article: "A", quantity: 2)
            case .lateGoods: .lateGoods(orders: [5], release: 9000)
            case .vehicleLate: .vehicleLate(vehicle: 2, by: 60)
            }
        }

        /// The same with something in it that cannot be true.
        var contradictions: [DayEvent.Kind] {
            var late = UrgentOrder(9, to: .index(1))
            late.job.timeWindows = [[0, 1000]]
            var wide = UrgentOrder(9, to: .index(1))
            wide.job.delivery = [1, 2]
            return switch self {
            case .urgentOrder: [.urgentOrder(late), .urgentOrder(wide)]
            case .breakdown:
                [
                    .breakdown(vehicle: 3, place: .index(3), load: .transfer, fetchBy: nil),
                    .breakdown(vehicle: 2, place: .index(3), load: .transfer, fetchBy: 1000),
                ]
            case .reeferFailure: [.reeferFailure(EventChecklistTests.failure(of: 3))]
            case .temperatureAlarm: [.temperatureAlarm(vehicle: 3, compartment: "body", milliCelsius: 9000)]
            case .roadDelay: [.roadDelay(EventChecklistTests.jam(until: 1000))]
            case .customerClosed: [.customerClosed(order: 4, reopens: [0, 1000])]
            case .carrierRejects: [.carrierRejects(carrier: "C", order: 4)]
            case .driverOut:
                [
                    .driverOut(vehicle: 3, until: .nobody), .driverOut(vehicle: 2, until: .homeBy(1000)),
                    .driverOut(vehicle: 2, until: .relieved(at: 1000)),
                ]
            case .recall: [.recall(lot: "L", orders: [6])]
            case .depotOutage: [.depotOutage(depot: "D1", until: 1000)]
            // A count is what somebody has counted: it replaces the last one, whatever that said.
            case .stock: []
            case .lateGoods: [.lateGoods(orders: [4], release: 9000), .lateGoods(orders: [5], release: 1000)]
            case .vehicleLate: [.vehicleLate(vehicle: 3, by: 60), .vehicleLate(vehicle: 2, by: 200_000)]
            }
        }

        /// The same about something that the day does not have.
        var strange: DayEvent.Kind {
            switch self {
            case .urgentOrder:
                return .urgentOrder(UrgentOrder(9, to: .named("nowhere")))
            case .breakdown: return .breakdown(vehicle: 7, place: nil, load: .lost, fetchBy: nil)
            case .reeferFailure: return .reeferFailure(EventChecklistTests.failure(of: 7))
            case .temperatureAlarm:
                return .temperatureAlarm(vehicle: 2, compartment: "attic", milliCelsius: 9000)
            // A place is a place; one that is not on the map slows nobody down.
            case .roadDelay: return .roadDelay(EventChecklistTests.jam(until: nil))
            case .customerClosed: return .customerClosed(order: 77, reopens: nil)
            case .carrierRejects: return .carrierRejects(carrier: "X", order: nil)
            case .driverOut: return .driverOut(vehicle: 7, until: .nobody)
            case .recall: return .recall(lot: "L", orders: [4, 77])
            case .depotOutage: return .depotOutage(depot: "D9", until: nil)
            case .stock: return .stock(depot: "D9", article: "A", quantity: 2)
            case .lateGoods: return .lateGoods(orders: [77], release: 9000)
            case .vehicleLate: return .vehicleLate(vehicle: 7, by: 60)
            }
        }
    }

    private static func failure(of vehicle: Identifier) -> ReeferFailure {
        ReeferFailure(
            vehicle: vehicle,
            compartment: nil,
            milliCelsius: 5000,
            ambientMilliCelsius: 30_000,
            timeConstant: 20_000
        )
    }

    private static func jam(until time: Seconds?) -> RoadDelay {
        RoadDelay(centre: Coordinate(longitude: 0, latitude: 0), kilometres: 1, delay: 60, until: time)
    }

    /// `FourStops` on a map at 1000, with order 5 at a carrier, order 6 held, and vehicle 3 broken down.
    private var day: RunningDay {
        get throws {
            var four = FourStops { problem in
                for place in problem.locations.indices {
                    problem.locations[place].coordinate = Coordinate(
                        longitude: 0.01 * Double(place),
                        latitude: 50
                    )
                }
                for place in [1, 2] { problem.addJob(at: place) { $0.delivery = [1] } }
                problem.carriers.append(Carrier(id: "C", tariff: Tariff(perJob: 1)))
                problem.addVehicle {
                    $0.capacity = [10]
                    $0.shift = [0, 100_000]
                    $0.startDepot = 0
                    $0.endDepot = 0
                }
            }
            four.plan.awards = [Award(.job(4), carrier: 0)]
            four.plan.unassigned = [Unassigned(.job(5))]
            var day = try four.day()
            try day.apply(DayEvent("before", at: 500, .customerClosed(order: 6, reopens: nil)))
            let broken = DayEvent.Kind.breakdown(vehicle: 3, place: nil, load: .lost, fetchBy: nil)
            try day.apply(DayEvent("broken", at: 600, broken))
            day.advance(to: 1000)
            return day
        }
    }

    /// Codes of all that is wrong with a file of these events, each with a place and a remedy, after which the day is as it
    /// was.
    private func codes(_ events: [DayEvent], at now: Seconds = 1500) throws -> [String] {
        var document = EventDocument()
        document.events = events
        let before = try day
        var after = before
        do {
            after = try after.after(document, at: now)
            return ["believed"]
        } catch {
            #expect(after == before)
            for issue in error.issues {
                #expect(issue.pointer.hasPrefix("/events/"))
                #expect(!issue.subject.isEmpty && !issue.remedy.isEmpty)
            }
            return error.issues.map { "\($0.code.rawValue) \($0.pointer)" }
        }
    }

    private func event(_ kind: DayEvent.Kind, at time: Seconds, _ place: Int = 0, id: Identifier = "e")
        -> DayEvent
    {
        DayEvent(id, at: time, kind, pointer: "/events/\(place)")
    }

    @Test(arguments: Sample.allCases)
    func `believed once, refused twice, too early, to come, or behind a later one`(sample: Sample) throws {
        let kind = sample.kind
        #expect(try codes([event(kind, at: 1500)]) == ["believed"])
        #expect(try codes([event(kind, at: 1400), event(kind, at: 1500, 1)]) == ["R111 /events/1"])
        #expect(try codes([event(kind, at: 999)]) == ["R114 /events/0"])
        #expect(try codes([event(kind, at: 1501)]) == ["R113 /events/0"])
        let first = event(.vehicleLate(vehicle: 1, by: 1), at: 1450, id: "first")
        #expect(try codes([first, event(kind, at: 1400, 1)]) == ["R112 /events/1"])
        // An event that an earlier rerun has taken into account.
        #expect(try codes([event(kind, at: 1500, id: "broken")]) == ["R111 /events/0"])
    }

    @Test(arguments: Sample.allCases)
    func `what cannot be true is refused`(sample: Sample) throws {
        for kind in sample.contradictions {
            #expect(try codes([event(kind, at: 1500)]) == ["R116 /events/0"], "\(kind)")
        }
    }

    @Test(arguments: Sample.allCases)
    func `what the day does not have is refused`(sample: Sample) throws {
        let expected = sample == .roadDelay ? "believed" : "R110 /events/0"
        #expect(try codes([event(sample.strange, at: 1500)]) == [expected])
    }

    @Test(arguments: Sample.allCases)
    func `a wrong event takes the right ones before it back`(sample: Sample) throws {
        let wrong = event(.vehicleLate(vehicle: 7, by: 1), at: 1500, 1, id: "wrong")
        #expect(try codes([event(sample.kind, at: 1400), wrong]) == ["R110 /events/1"])
    }
}
