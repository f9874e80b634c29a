import Foundation
import Testing

@testable import CarrierPool

/// Tenders, trips and papers.
@Suite struct OtherTrialsTests {
    @Test func `silence and a late yes are refusals, and an offer taken back was never made`() {
        let measured = count(.standard(.tenderAcceptance)) {
            $0.tenders = [
                tender("a", answer: .accepted(at(minute: 59))),
                tender("b", answer: .accepted(at(minute: 61))),
                tender("c", answer: .expired), tender("d", answer: .rejected(at(minute: 5))),
                tender("e", answer: .withdrawn),
            ]
        }
        #expect(measured.allCauses == Tally(1, of: 4))
        #expect(measured.excluded == [.withdrawn: 1])
    }

    @Test func `first-tender acceptance counts only offers made first, and depth counts all`() throws {
        var history = CarrierHistory()
        history.tenders = [
            tender("a", answer: .rejected(at(minute: 5))),
            tender("a", answer: .accepted(at(minute: 5)), rank: 2),
            tender("b", answer: .accepted(at(minute: 5))),
        ]
        let tenders = history.tenders
        #expect(
            count(.standard(.firstTenderAcceptance)) { $0.tenders = tenders }.allCauses == Tally(1, of: 2)
        )
        #expect(try #require(history.routingGuideDepth) == 1.5)
    }

    @Test func `a load given back within a day of its pickup counts twice`() {
        let yes = TenderRecord.Answer.accepted(at(minute: 5))
        let measured = count(.standard(.acceptanceReliability)) {
            $0.tenders = [
                tender("a", answer: yes), tender("b", answer: yes, cancelled: at(minute: 1_000)),
                tender("c", answer: yes, cancelled: at(minute: 2_000)),
                tender("d", answer: .rejected(at(minute: 5))),
            ]
        }
        // Kept 1; given back early 1; given back 880 minutes before pickup 2.
        #expect(measured.allCauses == Tally(1, of: 4))
    }

    @Test func `a late pickup that the shipper caused is left out and listed`() {
        var late = trip("b", pickup: 365)
        late.attribution = Attribution(.shipper, .agreed)
        let measured = count(.standard(.onTimePickup)) {
            $0.trips = [trip("a"), late, trip("c", pickup: 361), trip("d", pickup: nil)]
        }
        #expect(measured.allCauses == Tally(1, of: 2))
        #expect(measured.excluded == [.cause(.shipper): 1, .nothingToJudge: 1])
    }

    @Test func `temperature figures need a monitored trip`() {
        var unmonitored = trip("d")
        unmonitored.temperature = nil
        let trips = [trip("a"), trip("b", excursions: 2), trip("c"), unmonitored]
        let measured = count(.standard(.excursionFree)) { $0.trips = trips }
        #expect(measured.allCauses == Tally(2, of: 3))
        #expect(measured.excluded == [.unmonitored: 1])
        var history = CarrierHistory()
        history.trips = trips
        // One trip with excursions, however many, in 3 × 8 monitored hours.
        #expect(history.excursionCount == EventCount(1, in: 24))
    }

    @Test func `classes can weigh differently`() throws {
        var blood = trip("a", excursions: 1)
        blood.temperatureClass = "blood"
        let definition = try KPIDefinition(.excursionFree, classWeights: ["blood": 3])
        let measured = count(definition) { $0.trips = [blood, trip("b")] }
        #expect(measured.allCauses == Tally(1, of: 4))
    }

    @Test func `a record is complete from 99.5 per cent without a gap over fifteen minutes`() {
        let trips = [
            trip("a", covered: 478), trip("b", covered: 477), trip("c", covered: 479, gap: 15),
            trip("d", covered: 479, gap: 15.1),
        ]
        // 99.5 % of 480 minutes are 477.6.
        #expect(count(.standard(.recordCompleteness)) { $0.trips = trips }.allCauses == Tally(2, of: 4))
        #expect(count(.standard(.recordCoverage)) { $0.trips = trips }.allCauses == Tally(1_913, of: 1_920))
    }

    @Test func `records and proofs are timely within the allowance, and absent ones are not`() throws {
        let twoHours = try KPIDefinition(.recordTimeliness, allowance: 7_200)
        let measured = count(twoHours) {
            // Delivered at minute 840, so until 960.
            $0.trips = [trip("a", uploaded: 960), trip("b", uploaded: 961), trip("c", uploaded: nil)]
        }
        #expect(measured.allCauses == Tally(1, of: 3))

        var proven = delivery("a", arrival: 500)
        proven.proof = .init(received: at(minute: 1_900), isComplete: false)
        let deliveries = [proven, delivery("b", arrival: 500), delivery("c", arrival: nil)]
        #expect(
            count(.standard(.proofTimeliness)) { $0.deliveries = deliveries }.allCauses == Tally(1, of: 2)
        )
        // A proof that never came cannot be incomplete as well.
        let complete = count(.standard(.proofCompleteness)) { $0.deliveries = deliveries }
        #expect(complete.allCauses == Tally(0, of: 1))
        #expect(complete.excluded == [.nothingToJudge: 1])
    }

    @Test func `an announced arrival may be ten minutes off`() {
        let announced = [510.0, 490, 511].enumerated().map { index, minute in
            var one = delivery("\(index)", arrival: 500)
            one.announcedArrival = at(minute: minute)
            return one
        }
        #expect(count(.standard(.arrivalAccuracy)) { $0.deliveries = announced }.allCauses == Tally(2, of: 3))
    }

    @Test func `messages, invoices and actions are counted one by one`() {
        var silent = trip()
        silent.status = Tally(7, of: 8)
        #expect(count(.standard(.trackingCompliance)) { $0.trips = [silent] }.allCauses == Tally(7, of: 8))

        let invoices = [0.0, -12, 0].map {
            InvoiceRecord(carrier: "Arrow", lane: "north", issued: monday, value: 100, correction: $0)
        }
        #expect(count(.standard(.invoiceAccuracy)) { $0.invoices = invoices }.allCauses == Tally(2, of: 3))

        let actions = [(600.0, 500.0 as Double?), (600, 700), (600, nil), (20_000, nil)].map { due, closed in
            CorrectiveAction(carrier: "Arrow", due: at(minute: due), closed: closed.map { at(minute: $0) })
        }
        // The last is not due within the week.
        #expect(count(.standard(.correctiveActions)) { $0.actions = actions }.allCauses == Tally(1, of: 3))
    }
}
