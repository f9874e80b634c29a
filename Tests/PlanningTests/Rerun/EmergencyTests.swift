import Interchange
import Planning
import RouteSearch
import RoutingTestSupport
import Testing
import VehicleRouting

/// Which depot's stock, and whose hands, serve urgent orders.
@Suite struct EmergencyTests {
    /// A line with depot D1 at 0, a ward at 1000, D2 at 5000 and another ward at 6000.
    ///
    /// Vehicle 1 waits at D1, vehicle 2 at
    /// D2; driving costs a unit a second.  An order for neither keeps the day going.
    private func day(_ change: (inout Problem) -> Void = { _ in }) throws -> RunningDay {
        var problem = Problem.line(0, 1000, 5000, 6000)
        problem.measure("boxes")
        for home in [0, 2] {
            problem.addVehicle(from: home, to: home) {
                $0.capacity = [10]
                $0.shift = [0, 100_000]
            }
        }
        problem.addDepot(at: 0)
        problem.addDepot(at: 2)
        for index in problem.vehicles.indices {
            problem.vehicles[index].startDepot = index
            problem.vehicles[index].endDepot = index
        }
        problem.addJob(at: 1) {
            $0.delivery = [1]
            $0.timeWindows = [[50_000, 60_000]]
        }
        change(&problem)
        return try RunningDay(Plan(routes: [problem.route(.job(0))]), in: problem)
    }

    private func urgent(
        _ name: Identifier,
        to place: Int,
        at time: Seconds = 100,
        until: Seconds = 90_000,
        _ change: (inout UrgentOrder) -> Void = { _ in }
    ) -> DayEvent {
        var order = UrgentOrder(name, to: .index(place))
        order.job.delivery = [1]
        order.job.timeWindows = [TimeWindow(opens: time, closes: until)]
        order.article = "serum"
        change(&order)
        return DayEvent(.text("event \(name)"), at: time, .urgentOrder(order))
    }

    private func stock(_ depot: Identifier, _ quantity: Int) -> DayEvent {
        DayEvent(
            .text("stock \(depot)"),
            at: 50,
            .stock(depot: depot, article: "serum", quantity: quantity)
        )
    }

    private func repaired(_ events: [DayEvent], on day: RunningDay) throws -> Alternative {
        var after = day
        for event in events { try after.apply(event) }
        var settings = Replanner.Settings(search: SearchParameters(seconds: nil, iterations: 0))
        settings.horizon = 0
        let found = Replanner(after, toldBy: day, settings).repair()
        expectSound(found.day)
        return found
    }

    private func source(of order: Identifier, in found: Alternative) -> Identifier? {
        found.day.emergencies.first { $0.order == order }?.source
    }

    @Test func `an urgent order comes from a depot that may ship it, and not at all by a forbidden channel`()
        throws
    {
        // The ward at 1000 is next to D1; by its tender it is supplied from D2.
        let bound = try day { problem in
            problem.channelRules = [ChannelRule(id: "TENDER"), ChannelRule(id: "BAN")]
            problem.channelRules[0].productClasses = ["serum"]
            problem.channelRules[0].depots = [1]
            problem.channelRules[1].channels = ["direct_to_patient"]
            problem.channelRules[1].isForbidden = true
        }
        let free = try repaired([urgent("U", to: 1)], on: bound)
        #expect(source(of: "U", in: free) == "D1")
        let tied = try repaired(
            [urgent("U", to: 1) { $0.job.handling.productClasses = ["serum"] }],
            on: bound
        )
        #expect(source(of: "U", in: tied) == "D2")
        let banned = try repaired(
            [urgent("U", to: 1) { $0.job.handling.channel = "direct_to_patient" }],
            on: bound
        )
        #expect(banned.day.plan.unassigned.count == 1)
    }

    @Test func `an urgent order that is sent again after a breakdown is one emergency`() throws {
        // Vehicle 1 has job 1 on board, loads the serum too and breaks down at 600, before the ward at 1100: both go out again,
        // the serum as the emergency it was.
        var after = try day()
        try after.apply(urgent("U", to: 1, until: 1300))
        var settings = Replanner.Settings(search: SearchParameters(seconds: nil, iterations: 0))
        settings.horizon = 0
        after = Replanner(after, toldBy: after, settings).repair().day
        let breakdown = DayEvent.Kind.breakdown(vehicle: 1, place: .index(0), load: .resend, fetchBy: nil)
        try after.apply(DayEvent("broken", at: 600, breakdown))
        #expect(after.emergencies.map(\.order) == ["U", 1])
        let repaired = Replanner(after, toldBy: after, settings).repair()
        expectSound(repaired.day)
        let fetched = repaired.day.plan.routes.flatMap(\.visits).filter {
            if case .pickup = $0.task { true } else { false }
        }
        #expect(fetched.count == 2)
    }

    @Test func `the only box goes to the order that has no other depot in time`() throws {
        // The ward at 6000 is 1000 from D2 and 6000 from D1.  Both orders would come from D2 by distance, but it has one
        // box: A must be served by 3000, so B waits for vehicle 1, which has 6000 seconds to drive.
        let found = try repaired(
            [
                stock("D1", 5), stock("D2", 1), urgent("B", to: 3, until: 20_000),
                urgent("A", to: 3, until: 3000),
            ],
            on: day()
        )
        #expect(source(of: "A", in: found) == "D2")
        #expect(source(of: "B", in: found) == "D1")
        #expect(found.fate(of: "A") == "2 at 1100")
        #expect(found.begin(of: "B")?.vehicle == 1)
        #expect(found.brokenPromises == 0)
    }

    @Test func `depots without permission or stock serve nobody`() throws {
        let allowed = try repaired([urgent("A", to: 3) { $0.job.depots = [0] }], on: day())
        #expect(source(of: "A", in: allowed) == "D1")
        let none = try repaired(
            [stock("D1", 0), stock("D2", 1), urgent("A", to: 3) { $0.quantity = 2 }],
            on: day()
        )
        #expect(none.day.held.map(\.reason) == [.noStock])
        #expect(
            none.day.notes.contains { $0.contains("no depot that may give it out has enough serum left") }
        )
    }

    @Test func `a carrier is asked when no vehicle is in time, and stock is set aside for it`() throws {
        let day = try day { problem in
            problem.carriers = [
                Carrier(id: "north", tariff: Tariff(perJob: 900)),
                Carrier(id: "south", tariff: Tariff(perJob: 700)),
            ]
            // Both vehicles are in the yard until late.
            for index in problem.vehicles.indices { problem.vehicles[index].shift.opens = 40_000 }
        }
        let found = try repaired([stock("D2", 1), urgent("A", to: 3, until: 9000)], on: day)
        // Asked at 100, ready at 2800, at the ward by 3800.
        #expect(Set(found.day.plan.awards.map(\.carrier)) == [1])
        #expect(source(of: "A", in: found) == "D2")
        #expect(found.day.notes.contains { $0.contains("ask south, north at once; south is cheapest") })
    }

    @Test func `goods change vehicles at another depot when nobody may do the whole way in time`() throws {
        let day = try day { problem in
            // The ward at 6000 lets in vehicle 2 only, which may not drive as far as D1 and back.
            problem.vehicles[1].skills = ["ward"]
            problem.vehicles[1].maxDistance = 4000
        }
        let found = try repaired(
            [stock("D1", 1), urgent("A", to: 3, until: 20_000) { $0.job.skills = ["ward"] }],
            on: day
        )
        let emergency = try #require(found.day.emergencies.first)
        #expect(emergency.source == "D1")
        #expect(emergency.relay == "A relay")
        // Vehicle 1 could be at D2 at 5100 and is given 600 more; handing over takes 600, and the ward is 1000 away.
        #expect(found.begin(of: "A relay")?.vehicle == 1)
        #expect((5100...5700).contains(try #require(found.begin(of: "A relay")?.time)))
        #expect(found.fate(of: "A") == "2 at 7300")
        #expect(found.evaluation.violations.isEmpty)
    }

    @Test func `a relay whose first vehicle breaks down is open again`() throws {
        let day = try day { problem in
            problem.vehicles[1].skills = ["ward"]
            problem.vehicles[1].maxDistance = 4000
            problem.addVehicle(from: 0, to: 0) {
                $0.capacity = [10]
                $0.shift = [0, 100_000]
                $0.startDepot = 0
                $0.endDepot = 0
            }
        }
        let first = try repaired(
            [stock("D1", 1), urgent("A", to: 3, until: 30_000) { $0.job.skills = ["ward"] }],
            on: day
        )
        let bearer = try #require(first.begin(of: "A relay")?.vehicle)
        var later = first.day
        // The vehicle stands still in the yard before it has loaded anything.
        try later.apply(
            DayEvent("b", at: 100, .breakdown(vehicle: bearer, place: nil, load: .lost, fetchBy: nil))
        )
        var settings = Replanner.Settings(search: SearchParameters(seconds: nil, iterations: 0))
        settings.horizon = 0
        let second = Replanner(later, toldBy: first.day, settings).repair()
        expectSound(second.day)
        #expect(second.begin(of: "A relay")?.vehicle != bearer)
        #expect(second.begin(of: "A")?.vehicle == 2)
        #expect(second.day.problem.shipments.count == 2)
    }

    @Test func `a depot that is shut for the day gives nothing out`() throws {
        let outage = DayEvent("o", at: 60, .depotOutage(depot: "D2", until: nil))
        let found = try repaired([outage, urgent("A", to: 3)], on: day())
        #expect(source(of: "A", in: found) == "D1")
        #expect(found.begin(of: "A")?.vehicle == 1)
    }
}
