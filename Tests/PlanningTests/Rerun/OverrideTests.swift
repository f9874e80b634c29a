import Interchange
import Planning
import RoutingTestSupport
import Testing
import VehicleRouting

/// `FourStops` before anybody has left: both vehicles open at 2000, the overrides come at 0.
@Suite struct OverrideTests {
    private var four: FourStops {
        FourStops { problem in
            for vehicle in problem.vehicles.indices { problem.vehicles[vehicle].shift = [2000, 100_000] }
        }
    }

    private func override(_ id: Identifier, _ kind: DayOverride.Kind, person: String = "Ada") -> DayOverride {
        DayOverride(id, kind, person: person, reason: "the customer asked", pointer: "/overrides/\(id)")
    }

    private func repaired(_ kinds: DayOverride.Kind..., iterations: Int = 200) throws -> Alternative {
        let overrides = kinds.enumerated().map { override(.number(UInt64($0)), $1) }
        return try four.repaired([], at: 0, overrides: overrides, iterations: iterations)
    }

    private func issues(_ overrides: [DayOverride], at time: Seconds = 0) throws -> [RerunIssue] {
        var day = try four.day()
        day.advance(to: time)
        let before = day
        do {
            try day.apply(overrides)
        } catch {
            #expect(day == before)
            return error.issues
        }
        return []
    }

    @Test func `an order locked to a vehicle goes with it, and one that is forbidden does not`() throws {
        #expect(try repaired(.vehicle(order: 1, 2)).begin(of: 1)?.vehicle == 2)
        #expect(try repaired(.forbidVehicle(order: 1, 1)).begin(of: 1)?.vehicle == 2)
    }

    @Test func `a pinned time is kept, whoever drives`() throws {
        let found = try repaired(.time(order: 2, at: 9000, within: 100))
        let begin = try #require(found.begin(of: 2))
        #expect((8900...9100).contains(begin.time))
    }

    @Test func `an order that keeps its place keeps all before it`() throws {
        // Freed, order 1 would be cheaper on the way of vehicle 2: one vehicle does everything in 8000 seconds of driving.
        let free = try repaired(.priority(order: 4, 5))
        #expect(free.begin(of: 1)?.vehicle == free.begin(of: 4)?.vehicle)
        let kept = try repaired(.position(order: 2))
        #expect(kept.begin(of: 1)?.vehicle == 1)
        #expect(kept.begin(of: 2)?.vehicle == 1)
        #expect(try repaired(.freeze(vehicle: 2)).fate(of: 4) == "2 at 6100")
    }

    @Test func `orders that go together or apart do`() throws {
        let together = try repaired(.together(orders: [1, 4]))
        #expect(together.begin(of: 1)?.vehicle == together.begin(of: 4)?.vehicle)
        let apart = try repaired(.apart(orders: [1, 2]))
        #expect(apart.begin(of: 1)?.vehicle != apart.begin(of: 2)?.vehicle)
        #expect(apart.evaluation.unassignedRequired == 0)
    }

    @Test func `another window, an order left out, and one kept from a carrier`() throws {
        let moved = try repaired(.window(order: 3, [20_000, 20_100]))
        let begin = try #require(moved.begin(of: 3))
        #expect((20_000...20_100).contains(begin.time))
        let out = try repaired(.leaveOut(order: 3))
        #expect(out.begin(of: 3) == nil)
        #expect(out.day.held.map(\.reason) == [.decided])
    }

    @Test func `overrides that exclude each other are explained with both persons, and none is obeyed`()
        throws
    {
        let found = try issues([
            override("a", .vehicle(order: 1, 1)),
            override("b", .vehicle(order: 1, 2), person: "Bob"),
        ])
        #expect(found.map(\.code) == [.conflict])
        let expected = """
            /overrides/b: Bob wants order 1 on vehicle 2 (the customer asked), but Ada wants order 1 on vehicle 1 (the \
            customer asked); keep one of them (R120)
            """
        #expect(found[0].description == expected)
        let pairs: [(DayOverride.Kind, DayOverride.Kind)] = [
            (.vehicle(order: 1, 1), .forbidVehicle(order: 1, 1)),
            (.time(order: 1, at: 3000, within: 10), .time(order: 1, at: 3100, within: 10)),
            (.together(orders: [1, 2]), .apart(orders: [2, 1, 3])),
            (.priority(order: 1, 1), .priority(order: 1, 2)),
            (.leaveOut(order: 1), .priority(order: 1, 2)),
            (.window(order: 1, [0, 5]), .window(order: 1, [0, 6])),
        ]
        for (first, second) in pairs {
            #expect(
                try issues([override("a", first), override("b", second)]).contains { $0.code == .conflict }
            )
        }
        let torn = [
            override("a", .vehicle(order: 1, 1)), override("b", .vehicle(order: 2, 2)),
            override("c", .together(orders: [1, 2])),
        ]
        #expect(try issues(torn).map(\.code) == [.conflict])
    }

    @Test func `overrides that the day excludes are explained`() throws {
        // At 3500 vehicle 1 has made order 1; all goods are on board.
        func code(_ kind: DayOverride.Kind, at time: Seconds = 3500) throws -> [RerunIssue.Code] {
            try issues([override("a", kind)], at: time).map(\.code)
        }
        #expect(try code(.vehicle(order: 2, 2)) == [.impossible])
        #expect(try code(.forbidVehicle(order: 2, 1)) == [.impossible])
        #expect(try code(.together(orders: [2, 3])) == [.impossible])
        #expect(try code(.apart(orders: [3, 4])) == [.impossible])
        #expect(try code(.time(order: 2, at: 100, within: 0)) == [.impossible])
        #expect(try code(.vehicle(order: 1, 1)) == [.alreadyDone])
        #expect(try code(.vehicle(order: 9, 1)) == [.unknownName])
        #expect(try code(.freeze(vehicle: 9)) == [.unknownName])
        #expect(try code(.priority(order: 2, 9)) == [])
        let twice = [override("a", .priority(order: 2, 9)), override("a", .priority(order: 3, 9))]
        #expect(try issues(twice).map(\.code).contains(.duplicate))
    }
}
