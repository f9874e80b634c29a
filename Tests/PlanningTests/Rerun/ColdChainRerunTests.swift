import Interchange
import Planning
import RouteSearch
import RoutingTestSupport
import Testing
import VehicleRouting

/// Every rule in the table of `Docs/cold-chain.md` holds on a day under way as it did before.
///
/// In `FourStops` vehicle 1 hands order 1 over by 1100 and order 2 by 2200; vehicle 2 hands order 3 over by 3100 and order 4
/// by 4200.  After a breakdown of vehicle 2 at 2500 only vehicle 1 is left, which is home at 4200.
@Suite struct ColdChainRerunTests {
    private static func breakdown(_ load: LoadRescue, at time: Seconds = 2500) -> DayEvent {
        DayEvent("e", at: time, .breakdown(vehicle: 2, place: .index(3), load: load, fetchBy: nil))
    }

    /// The causes of what the plan breaks when vehicle 1 goes on `delay` seconds later, having been judged by the checker too.
    private func broken(_ day: RunningDay, after delay: Seconds) throws -> [Violation] {
        var day = day
        try day.apply(DayEvent("late", at: day.now, .vehicleLate(vehicle: 1, by: delay)))
        let evaluation = PlanEvaluation(day.plan, in: day.problem)
        let written = WrittenPlan(day.plan, evaluation: evaluation, in: day.problem)
        let findings = PlanChecker(day.problem).check(written)
        #expect(findings.count == evaluation.violations.count)
        return evaluation.violations
    }

    @Test func `a hold time runs on from the loading at the depot`() throws {
        // Loaded at 0, handed over by 2200.
        let day = try FourStops { $0.jobs[1].holdTime = 2200 }.day([], at: 1500)
        #expect(day.problem.jobs.first { $0.id == 2 }?.goodUntil == 2200)
        expectSound(day)
        let late = try broken(day, after: 100)
        #expect(late.map(\.cause) == [.holdTime])
        #expect(late.map(\.amount) == [100])
        // What spoils on its way is not handed over late.
        let event = DayEvent("e", at: 1500, .vehicleLate(vehicle: 2, by: 100))
        let four = FourStops { $0.jobs[3].holdTime = 4200 }
        let found = try four.repaired([event], at: 1500)
        #expect(found.fate(of: 3) == "2 at 3100")
        #expect(found.fate(of: 4) == "out")
    }

    @Test(arguments: [LoadRescue.transfer, .resend])
    func `goods taken over keep the time they have left, and those sent again have it anew`(
        _ load: LoadRescue
    ) throws {
        // Taken over, order 3 is handed over from 7800 to 7900; sent again, it is loaded at 4200 and handed over by 7300.
        let limit = load == .transfer ? 7900 : 3100
        let event = Self.breakdown(load)
        let kept = try FourStops { $0.jobs[2].holdTime = limit }.repaired([event], at: 2500)
        #expect(kept.fate(of: 3) == (load == .transfer ? "1 at 7800" : "1 at 7200"))
        let broken = try FourStops { $0.jobs[2].holdTime = limit - 1 }.repaired([event], at: 2500)
        #expect(broken.fate(of: 3) == "out")
    }

    /// `FourStops` whose order 2 travels in a box that holds for 2200 seconds, and order 1 in another of its kind.
    private func boxed(stock: Int) -> FourStops {
        var four = FourStops { problem in
            problem.addRegimes()
            problem.boxTypes = [
                BoxType(id: "B", regime: 0, holdTime: 2200), BoxType(id: "C", regime: 0, holdTime: 9999),
            ]
            problem.boxTypes[0].stock = stock
            for job in 0...1 {
                problem.jobs[job].regime = 0
                problem.jobs[job].boxes = [BoxNeed(type: 0), BoxNeed(type: 1)]
            }
        }
        four.plan.routes[0] = Route(
            vehicle: 0,
            visits: [Visit(.job(0), box: 0), Visit(.job(1), box: 0)],
            regimes: [nil]
        )
        return four
    }

    @Test func `goods stay in their box, whose time runs on, and boxes that have gone out do not come back`()
        throws
    {
        let day = try boxed(stock: 2).day([], at: 1500)
        #expect(day.plan.routes[0].visits.map(\.box) == [0])
        #expect(day.problem.jobs.first { $0.id == 2 }?.boxes == [BoxNeed(type: 0)])
        #expect(day.problem.boxTypes[0].stock == 1)
        expectSound(day)
        let late = try broken(day, after: 50)
        #expect(late.map(\.cause) == [.holdTime])
        #expect(late.map(\.amount) == [50])
        // A search leaves the box as it is.
        let event = DayEvent("e", at: 1500, .vehicleLate(vehicle: 2, by: 100))
        let found = try boxed(stock: 2).repaired([event], at: 1500)
        #expect(found.day.plan.routes.first { $0.vehicle == 0 }?.visits.map(\.box) == [0])
    }

    @Test func `goods taken over go in their box, and are sent again only while there are boxes`() throws {
        func repaired(_ load: LoadRescue, stock: Int) throws -> Alternative {
            var four = boxed(stock: stock)
            four.problem.jobs[2].regime = 0
            four.problem.jobs[2].boxes = [BoxNeed(type: 0)]
            four.problem.boxTypes[0].holdTime = 20_000
            four.plan.routes[1].steps[0] = .visit(Visit(.job(2), box: 0))
            return try four.repaired([Self.breakdown(load)], at: 2500)
        }
        // No compartment is cooled, so without its box nobody could take the order.
        #expect(try repaired(.transfer, stock: 3).begin(of: 3)?.vehicle == 1)
        #expect(try repaired(.resend, stock: 4).begin(of: 3)?.vehicle == 1)
        let last = try repaired(.resend, stock: 3)
        #expect(last.fate(of: 3) == "out")
        #expect(last.day.held.map(\.reason) == [.noStock])
    }

    @Test func `time on board runs on from the pickup`() throws {
        var problem = Problem.line(0, 1000, 2000, 3000)
        problem.measure("boxes")
        problem.addVehicle { $0.shift = [0, 100_000] }
        problem.addDepot(at: 0)
        problem.addShipment(from: 1, to: 3, amount: [4]) { $0.maxTimeOnBoard = 2000 }
        var day = try RunningDay(Plan(routes: [problem.route(.pickup(0), .delivery(0))]), in: problem)
        day.advance(to: 1500)
        // On board since 1000.
        #expect(day.problem.jobs.map(\.goodUntil) == [3000])
        expectSound(day)
        let late = try broken(day, after: 30)
        #expect(late.map(\.cause) == [.holdTime])
        #expect(late.map(\.amount) == [30])
    }

    @Test(arguments: [LoadRescue.transfer, .resend])
    func `a dose that loses its vehicle is of no more use later than before`(_ load: LoadRescue) throws {
        let found = try FourStops { $0.jobs[2].useBy = 5000 }.repaired([Self.breakdown(load)], at: 2500)
        #expect(found.fate(of: 3) == "out")
    }

    /// What may be asked of whoever takes over order 3, none of which vehicle 1 offers.
    private static let demands: [(String, @Sendable (inout Problem) -> Void)] = [
        ("a level", { $0.jobs[2].handling.levels["security"] = 2 }),
        ("a certificate", { $0.jobs[2].handling.requires = ["class7"] }),
        // Vehicle 1 is home at 10 900 if it takes the order over, and at 10 300 if it loads it at 4200.
        (
            "a certificate with a date",
            { $0.jobs[2].handling.permits = [Permit("licence", validUntil: 10_200)] }
        ),
        ("a prohibition", { $0.jobs[2].handling.prohibition = "R1" }),
        (
            "a channel that is forbidden",
            { problem in
                problem.jobs[2].handling.channel = "direct_to_patient"
                problem.channelRules = [ChannelRule(id: "BAN")]
                problem.channelRules[0].channels = ["direct_to_patient"]
                problem.channelRules[0].isForbidden = true
            }
        ),
        (
            "an additive limit",
            {
                $0.vehicles[0].capacity = [2]; $0.jobs[2].delivery = [3]
            }
        ),
        (
            "other vehicles for two classes",
            { problem in
                problem.goodsClasses = ["saleable", "toxic"]
                problem.segregation.keep(0, and: 1, .otherVehicle)
                problem.jobs[0].handling.goodsClass = 0
                problem.jobs[2].handling.goodsClass = 1
            }
        ),
    ]

    @Test(arguments: [LoadRescue.transfer, .resend], demands.indices)
    func `whoever takes goods over or brings them again must be fit for them`(
        _ load: LoadRescue,
        _ number: Int
    ) throws {
        let (name, change) = Self.demands[number]
        let four = FourStops { problem in
            problem.vehicles[1].levels["security"] = 2
            problem.vehicles[1].permits = [Permit("class7")]
            change(&problem)
        }
        let found = try four.repaired([Self.breakdown(load)], at: 2500)
        #expect(found.fate(of: 3) == "out", "\(name)")
    }

    /// Order 3 is taken over while vehicle 1 is on its way to order 2, which makes one trip of both.
    private func onOneTrip(_ change: (inout Problem) -> Void) throws -> Alternative {
        var four = FourStops(change)
        four.problem.vehicles[0].endDepot = nil
        four.problem.vehicles[0].end = nil
        return try four.repaired([Self.breakdown(.transfer, at: 1500)], at: 1500)
    }

    @Test(arguments: [0, 1])
    func `who has a trip for himself keeps it when goods change vehicles, delivered or still on board`(
        _ neighbour: Int
    ) throws {
        #expect(try onOneTrip { _ in }.begin(of: 3)?.vehicle == 1)
        let mine = try onOneTrip { $0.jobs[2].handling.exclusiveGroup = "A" }
        #expect(mine.fate(of: 3) == "out")
        let theirs = try onOneTrip { $0.jobs[neighbour].handling.exclusiveGroup = "A" }
        #expect(theirs.fate(of: 3) == "out")
    }

    @Test(arguments: [Separation.otherBox, .otherCompartment, .neverSameTrip, .otherVehicle], [0, 1])
    func `goods are kept apart from what is on board and from what was delivered on the trip`(
        _ separation: Separation,
        _ neighbour: Int
    ) throws {
        let apart = try onOneTrip { problem in
            problem.goodsClasses = ["saleable", "toxic"]
            problem.segregation.keep(0, and: 1, separation)
            problem.jobs[neighbour].handling.goodsClass = 0
            problem.jobs[2].handling.goodsClass = 1
        }
        #expect(apart.fate(of: 3) == "out")
    }

    @Test(arguments: [Separation.otherBox, .otherCompartment, .neverSameTrip, .otherVehicle])
    func `goods are kept apart from what is on board for nobody`(_ separation: Separation) throws {
        func fate(_ separation: Separation?, _ event: DayEvent.Kind) throws -> Identifier? {
            var four = FourStops { problem in
                problem.goodsClasses = ["saleable", "toxic"]
                if let separation { problem.segregation.keep(0, and: 1, separation) }
                problem.jobs[1].handling.goodsClass = 0
                problem.jobs[2].handling.goodsClass = 1
            }
            four.problem.vehicles[0].endDepot = nil
            four.problem.vehicles[0].end = nil
            let events = [DayEvent("r", at: 1500, event), Self.breakdown(.transfer, at: 1500)]
            return try four.repaired(events, at: 1500, lateness: 0).begin(of: 3)?.vehicle
        }
        // Order 2 stays on vehicle 1: recalled, or for a customer who is open when nobody can be there.
        let events: [DayEvent.Kind] = [
            .recall(lot: "L", orders: [2]), .customerClosed(order: 2, reopens: [1500, 1501]),
        ]
        for event in events {
            #expect(try fate(nil, event) == 1)
            #expect(try fate(separation, event) == nil)
        }
    }

    @Test func `a compartment is cleaned after goods that nobody took`() throws {
        var four = FourStops { problem in
            problem.goodsClasses = ["toxic", "saleable"]
            problem.cleaning[after: 0, before: 1] = 900
            problem.vehicles[0].compartments = [Compartment(id: "box", capacity: [10], regimes: nil)]
            problem.vehicles[0].reloadDepots = [0]
            problem.jobs[1].handling.goodsClass = 0
            problem.jobs[2].handling.goodsClass = 1
        }
        let visits = (0..<3).map { RouteStep.visit(Visit(.job($0))) }
        let reload = RouteStep.reload(Reload(depot: 0, regimes: [nil]))
        four.plan.routes[0].steps = visits[..<2] + [reload] + visits[2...]
        four.plan.routes[1].steps.removeFirst()
        let recall = DayEvent("e", at: 1500, .recall(lot: "L", orders: [2]))
        let day = try four.day([recall], at: 1500)
        let route = try #require(day.plan.routes.first { $0.vehicle == 0 })
        // Order 2 comes off at the depot; what it has soiled is cleaned before order 3 goes in.
        #expect(route.preparations(in: day.problem).map(\.cleaning) == [0, 900])
    }

    @Test func `a vehicle that loads anew may have what the trip before forbade`() throws {
        let four = FourStops { problem in
            problem.goodsClasses = ["saleable", "toxic"]
            problem.segregation.keep(0, and: 1, .neverSameTrip)
            problem.jobs[1].handling.goodsClass = 0
            problem.jobs[2].handling.goodsClass = 1
        }
        #expect(try four.repaired([Self.breakdown(.resend)], at: 2500).begin(of: 3)?.vehicle == 1)
    }

    @Test func `a fetched shipment keeps how it must be treated`() throws {
        var handling = Handling()
        handling.goodsClass = 0
        handling.levels = ["security": 1]
        var problem = Problem.line(0, 1000, 2000)
        problem.measure("boxes")
        problem.goodsClasses = ["toxic"]
        problem.addVehicle {
            $0.shift = [0, 100_000]
            $0.levels["security"] = 1
        }
        problem.addDepot(at: 0)
        problem.addShipment(from: 1, to: 2, amount: [4]) { $0.handling = handling }
        var day = try RunningDay(Plan(routes: [problem.route(.pickup(0), .delivery(0))]), in: problem)
        day.advance(to: 1500)
        #expect(day.problem.jobs.map(\.handling) == [handling])
        #expect(day.done.map(\.job.handling) == [handling])
    }

    @Test func `goods that are collected after a recall are treated as they were`() throws {
        let four = FourStops { problem in
            problem.vehicles[0].levels["security"] = 2
            problem.jobs[0].handling.levels["security"] = 2
        }
        let day = try four.day([DayEvent("e", at: 1500, .recall(lot: "L", orders: [1]))], at: 1500)
        #expect(day.problem.jobs.first { $0.id == "1 recall" }?.handling.levels == ["security": 2])
    }

    @Test func `what openings have warmed stays warm`() throws {
        // Two openings of 1000 within the budget of 1500, since 1000 seconds on the road take 720 away: 1000 − 720 + 1000 = 1280.
        var four = FourStops { problem in
            problem.vehicles[0].compartments = [Compartment(id: "cold", capacity: [10], regimes: nil)]
            let door = DoorBudget(rise: 1000, recoveryPerHour: 2592, limit: 1500)
            problem.vehicles[0].compartments[0].door = door
        }
        let day = try four.day([], at: 1500)
        #expect(day.problem.vehicles[0].compartments[0].door?.warmth == 1000)
        expectSound(day)
        // Where driving takes a tenth of that away, the second opening comes to 1000 − 72 + 1000.
        four.problem.vehicles[0].compartments[0].door?.recoveryPerHour = 259
        four.problem.vehicles[0].compartments[0].door?.limit = 2000
        let tight = try four.day([], at: 1500)
        var problem = tight.problem
        problem.vehicles[0].compartments[0].door?.limit = 1900
        let doors = PlanEvaluation(tight.plan, in: problem).violations
        #expect(doors.map(\.cause) == [.doors])
        var home = day
        home.advance(to: 5000)
        #expect(home.problem.vehicles[0].compartments[0].door?.warmth == 0)
    }

    @Test func `a body that has left in one layout does not drive in another`() throws {
        let four = FourStops { problem in
            problem.vehicles[0].body = "van"
            var other = problem.vehicles[0]
            other.id = 3
            problem.vehicles.append(other)
        }
        let day = try four.day([], at: 500)
        #expect(day.standings[2].activity == .out)
    }

    @Test func `a failed reefer sets no deadline for what is in a passive box`() throws {
        let failure = ReeferFailure(
            vehicle: 1,
            compartment: nil,
            milliCelsius: 5000,
            ambientMilliCelsius: 20_000,
            timeConstant: 1000
        )
        let day = try boxed(stock: 2).day([DayEvent("e", at: 1500, .reeferFailure(failure))], at: 1500)
        let order = try #require(day.problem.jobs.first { $0.id == 2 })
        #expect(order.timeWindows.isEmpty)
        #expect(order.regime == 0)
    }
}
