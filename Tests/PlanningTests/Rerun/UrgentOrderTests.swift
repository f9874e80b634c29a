import Interchange
import Planning
import RoutingTestSupport
import Testing
import VehicleRouting

/// What an urgent order asks for, as a job of a problem does, from `FourStops`.
@Suite struct UrgentOrderTests {
    /// What becomes of urgent order 9 for the place at 1000, which vehicle 1 can fetch at 4200 and hand over at 5200, vehicle 2 at
    /// 8200 and 9200.
    private func urgent(
        _ change: (inout Job) -> Void,
        in problem: (inout Problem) -> Void = { _ in }
    ) throws -> Alternative {
        var order = UrgentOrder(9, to: .index(1))
        order.job.timeWindows = [[0, 6000]]
        change(&order.job)
        return try FourStops(problem).repaired([DayEvent("e", at: 1500, .urgentOrder(order))], at: 1500)
    }

    @Test func `the goods of an urgent order are no longer on the way than they hold`() throws {
        #expect(try urgent { $0.holdTime = 1000 }.fate(of: 9) == "1 at 5200")
        #expect(try urgent { $0.holdTime = 999 }.fate(of: 9) == "out")
    }

    @Test func `an urgent order goes with a vehicle that is secure enough, once its goods are ready`() throws
    {
        let secure = try urgent {
            $0.timeWindows = [[0, 10_000]]
            $0.handling.levels = ["security": 1]
        } in: {
            $0.vehicles[1].levels = ["security": 2]
        }
        #expect(secure.fate(of: 9) == "2 at 9200")
        // Vehicle 1 is at the depot before, and waits for them; vehicle 2 would come too late.
        let ready = try urgent {
            $0.timeWindows = [[0, 8000]]
            $0.release = 6000
        }
        #expect(ready.fate(of: 9) == "1 at 7000")
    }

    @Test func `an urgent order takes the boxes that hold longest, while there are any`() throws {
        func boxed(_ types: [Int], stock: Int) throws -> Alternative {
            try urgent {
                $0.boxes = types.map { BoxNeed(type: $0, count: 2) }
            } in: {
                $0.addRegimes()
                $0.boxTypes = [
                    BoxType(id: "small", regime: 0, holdTime: 900),
                    BoxType(id: "large", regime: 0, holdTime: 1200),
                ]
                $0.boxTypes[1].stock = stock
            }
        }
        let large = try boxed([0, 1], stock: 3)
        #expect(large.fate(of: 9) == "1 at 5200")
        #expect(large.day.problem.boxTypes[1].stock == 1)
        // The small ones hold for 900, and it takes 1000.
        #expect(try boxed([0, 1], stock: 1).fate(of: 9) == "out")
        let none = try boxed([1], stock: 1)
        #expect(none.day.held.map(\.reason) == [.noStock])
    }
}
