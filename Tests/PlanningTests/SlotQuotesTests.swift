import Testing
import VehicleRouting

@testable import Planning

@Suite struct `Slot quotes` {
    /// A line: depot at 0, a customer at 10 km who is visited at 9:00 by a van, and a second at 20 km who asks for a slot; a
    /// kilometre takes a minute and costs 1 000.
    private func problem() -> Problem {
        var problem = Problem(name: "slots")
        problem.currency = Currency(code: "EUR", wireUnits: 1000)
        problem.locations = (0..<3).map { _ in Location(coordinate: nil) }
        problem.depots = [Depot(id: "D", location: 0)]
        let metres: [Int32] = [0, 10_000, 20_000, 10_000, 0, 10_000, 20_000, 10_000, 0]
        problem.matrices["car"] = TravelMatrix(
            size: 3,
            durations: metres.map { $0 / 1_000 * 60 },
            distances: metres
        )
        var near = Job(id: "near", location: 1)
        near.timeWindows = [TimeWindow(opens: 32_400, closes: 34_200)]
        var far = Job(id: "far", location: 2)
        far.timeWindows = [TimeWindow(opens: 32_400, closes: 39_600)]
        problem.jobs = [near, far]
        var van = Vehicle(id: "V")
        (van.start, van.end, van.startDepot, van.endDepot) = (0, 0, 0, 0)
        van.shift = TimeWindow(opens: 28_800, closes: 39_600)
        van.costs = VehicleCosts(perKilometre: 1_000, perHour: 0)
        problem.vehicles = [van]
        return problem
    }

    @Test func `each slot costs the way to it, and one that nobody reaches back from costs nothing but no`()
        throws
    {
        let problem = problem()
        let plan = Plan(
            routes: [Route(vehicle: 0, visits: [Visit(.job(0)), Visit(.job(1))], regimes: [nil])]
        )
        let found = SlotQuotes(for: 1, in: plan, of: problem, spread: TravelSpread(day: 0, leg: 0), days: 1)
        // Hours 9:00 to 11:00 make four slots of half an hour; the shift ends at 11:00, 20 minutes after leaving the far
        // customer, so the last slot, from 10:30, is served at 10:30 and the van is back at 10:50.
        #expect(found.quotes.map(\.slot.opens) == [32_400, 34_200, 36_000, 37_800])
        // Beyond the 20 km to the near customer and back, the far one adds 20.
        #expect(found.quotes.map { $0.cost?.wireUnits } == [20_000, 20_000, 20_000, 20_000])
        #expect(found.quotes.map(\.planned).last == 37_800)
        #expect(found.quotes.allSatisfy { $0.risk == 0 && $0.harm == 0 && $0.vehicle == 0 })
        var short = problem
        short.vehicles[0].shift.closes = 38_400
        let early = SlotQuotes(for: 1, in: plan, of: short, spread: TravelSpread(day: 0, leg: 0), days: 1)
        // Back by 10:40 means leaving by 10:20.
        #expect(early.quotes.map { $0.cost != nil } == [true, true, true, false])
    }

    @Test func `a slot that begins as soon as the van can come is the riskiest`() {
        var tight = problem()
        // The near customer is served at 9:30 or a minute later, ten minutes before the far one can be reached at 9:40; his
        // slot closes at 9:41, so a leg that takes a tenth longer is late.
        tight.jobs[0].timeWindows = [TimeWindow(opens: 34_200, closes: 34_260)]
        let plan = Plan(routes: [Route(vehicle: 0, visits: [Visit(.job(0))], regimes: [nil])])
        let slots = [TimeWindow(opens: 34_200, closes: 34_860), TimeWindow(opens: 36_000, closes: 37_800)]
        let found = SlotQuotes(for: 1, in: plan, of: tight, slots: slots)
        let risks = found.quotes.map { $0.risk ?? -1 }
        #expect(risks[0] > 0.2 && risks[1] < 0.01, "\(risks)")
    }

    @Test func `slots lie within the hours, from full multiples on`() {
        let hours = [TimeWindow(opens: 30_000, closes: 36_000), TimeWindow(opens: 46_800, closes: 48_600)]
        // 8:20 to 10:00 and 13:00 to 13:30.
        let slots = SlotQuotes.slots(within: hours, length: 1_800)
        #expect(slots.map(\.opens) == [30_600, 32_400, 34_200, 46_800])
        #expect(slots.allSatisfy { $0.closes - $0.opens == 1_800 })
    }
}
