import Foundation
import Testing

@testable import CarrierPool

@Suite struct DeliveryTrialsTests {
    @Test func `a delivery is on time from the opening to the close, ends included`() {
        let measured = count(.standard(.onTimeDelivery)) { history in
            history.deliveries = [540.0, 541, 480, 300].enumerated().map {
                delivery("\($0.offset)", arrival: $0.element)
            }
        }
        // Without an early tolerance nothing is too early: only 9:01 is late.
        #expect(measured.allCauses == Tally(3, of: 4))
    }

    @Test func `grace, earliness and clock are the definition's`() throws {
        let strict = try KPIDefinition(.onTimeDelivery, earlyTolerance: 900, lateTolerance: 900)
        let measured = count(strict) { history in
            // 7:45 and 9:15 just hold; 7:44 and 9:16 do not.
            history.deliveries = [465.0, 555, 464, 556].enumerated().map {
                delivery("\($0.offset)", arrival: $0.element)
            }
        }
        #expect(measured.allCauses == Tally(2, of: 4))

        let signed = try KPIDefinition(.onTimeDelivery, clock: .proofOfDelivery)
        var late = delivery(arrival: 530)
        late.signed = at(minute: 545)
        #expect(count(signed) { $0.deliveries = [late] }.allCauses == Tally(0, of: 1))
    }

    @Test func `an order that was due and never delivered is late`() {
        let measured = count(.standard(.onTimeDelivery)) { $0.deliveries = [delivery(arrival: nil)] }
        #expect(measured.allCauses == Tally(0, of: 1))
    }

    @Test func `a change both agreed on becomes the promise, unless the definition holds to the request`()
        throws
    {
        var moved = delivery(arrival: 600)
        moved.requested = window(480, 540)
        moved.lastAgreed = window(580, 620)
        #expect(count(.standard(.onTimeDelivery)) { $0.deliveries = [moved] }.allCauses == Tally(1, of: 1))
        let asked = try KPIDefinition(.onTimeDelivery, reference: .requested)
        #expect(count(asked) { $0.deliveries = [moved] }.allCauses == Tally(0, of: 1))
        moved.requested = nil
        let none = count(asked) { $0.deliveries = [moved] }
        #expect(none.allCauses == .none)
        #expect(none.excluded == [.noPromise: 1])
    }

    @Test func `on time in full is counted by order, by line or by unit`() throws {
        let lines: [DeliveryRecord.Line] = [
            .init(ordered: 10, delivered: 10), .init(ordered: 30, delivered: 15),
        ]
        func measure(_ level: KPIDefinition.Level) throws -> Tally {
            count(try KPIDefinition(.onTimeInFull, level: level)) {
                $0.deliveries = [delivery("a", arrival: 500, lines: lines), delivery("b", arrival: 500)]
            }.allCauses
        }
        #expect(try measure(.order) == Tally(1, of: 2))
        #expect(try measure(.line) == Tally(2, of: 3))
        // 10 + 15 + 10 units of 10 + 30 + 10
        #expect(try measure(.unit) == Tally(35, of: 50))
    }

    @Test func `an order brought in two deliveries is met only when both are`() {
        let measured = count(.standard(.onTimeDelivery)) {
            $0.deliveries = [
                delivery("a", arrival: 500), delivery("a", arrival: 700), delivery("b", arrival: 500),
            ]
        }
        #expect(measured.allCauses == Tally(1, of: 2))
    }

    @Test func `an order is perfect only with documents and without damage as well`() {
        let perfect = DeliveryRecord.Line(ordered: 10, delivered: 10)
        let damaged = DeliveryRecord.Line(ordered: 10, delivered: 10, damaged: 1)
        let undocumented = DeliveryRecord.Line(ordered: 10, delivered: 10, hasDocuments: false)
        let measured = count(.standard(.perfectOrder)) { history in
            history.deliveries = [[perfect], [perfect, damaged], [undocumented]].enumerated().map {
                delivery("\($0.offset)", arrival: 500, lines: $0.element)
            }
        }
        #expect(measured.allCauses == Tally(1, of: 3))
    }

    @Test func `what the customer cancelled is left out and listed`() {
        var cancelled = delivery(arrival: nil)
        cancelled.isCancelledByCustomer = true
        let measured = count(.standard(.onTimeDelivery)) { $0.deliveries = [cancelled] }
        #expect(measured.allCauses == .none)
        #expect(measured.excluded == [.cancelledByCustomer: 1])
    }

    @Test func `failures that others caused count in all, but not against the carrier`() {
        let measured = count(.standard(.onTimeDelivery)) {
            $0.deliveries = [
                delivery("a", arrival: 500), delivery("b", arrival: 600),
                delivery("c", arrival: 600, cause: Attribution(.consignee, .agreed)),
                delivery("d", arrival: 600, cause: Attribution(.carrier, .disputed)),
            ]
        }
        #expect(measured.allCauses == Tally(1, of: 4))
        #expect(measured.attributable == Tally(1, of: 3))
        #expect(measured.failures == [.carrier: 2, .consignee: 1])
        #expect(measured.disputed == 1)
    }

    @Test func `a late stop that the plan itself predicted as late is the planner's`() {
        var predicted = delivery(arrival: 600, cause: Attribution(.carrier, .proposed))
        predicted.plannedArrival = at(minute: 550)
        let measured = count(.standard(.onTimeDelivery)) { $0.deliveries = [predicted] }
        #expect(measured.failures == [.planner: 1])
        #expect(measured.attributable == .none)
    }

    @Test func `damage is counted by unit where the definition says so`() throws {
        let measured = count(try KPIDefinition(.undamaged, level: .unit)) {
            $0.deliveries = [delivery(arrival: 500, lines: [.init(ordered: 200, delivered: 200, damaged: 3)])]
        }
        #expect(measured.allCauses == Tally(197, of: 200))
    }
}
