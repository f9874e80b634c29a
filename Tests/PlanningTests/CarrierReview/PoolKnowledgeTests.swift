import CarrierPool
import Foundation
import Interchange
import Testing

@testable import Planning

@Suite struct `Knowledge of the pool` {
    /// Monday, 6 April 2026, 00:00 UTC.
    private let start = Date(timeIntervalSince1970: 1_775_433_600)
    private var end: Date { start.addingTimeInterval(13 * 7 * 86_400) }

    private func folder() -> CarrierHistoryFolder {
        var good = CarrierTruth(code: "GOOD", serviceClass: "van", loadsPerWeek: 10)
        good.onTimeDelivery = 0.99
        var bad = CarrierTruth(code: "BAD", serviceClass: "van", loadsPerWeek: 10)
        bad.onTimeDelivery = 0.75
        return CarrierHistoryGenerator(carriers: [good, bad], seed: 1, start: start, weeks: 13).run()
    }

    @Test func `a newcomer is expected to be like all, and less is known of it than of anybody`() throws {
        let knowledge = PoolKnowledge(folder(), at: end)
        let (good, bad) = (try #require(knowledge.risks["GOOD"]), try #require(knowledge.risks["BAD"]))
        let stranger = try #require(knowledge.newcomer)
        #expect(good.late.mean < stranger.late.mean && stranger.late.mean < bad.late.mean)
        func doubt(_ risk: FailureRisk) -> Double { risk.upperBound(confidence: 0.8) - risk.mean }
        #expect(doubt(stranger.late) > doubt(good.late))
        #expect(doubt(stranger.late) > doubt(bad.late))
    }

    @Test func `contracts, ended qualifications and the trips of four weeks are taken over`() throws {
        var folder = folder()
        var contract = CarrierHistoryFolder.Contract(carrier: "GOOD")
        contract.partner = "SUB"
        contract.minimumOrders = 3
        contract.leadTimeMinutes = 90
        contract.qualifiedUntil = end.addingTimeInterval(-1)
        folder.contracts = [contract]
        let knowledge = PoolKnowledge(folder, at: end)
        let terms = try #require(knowledge.contracts.first)
        #expect(terms.party == "SUB" && terms.minimumLots == 3 && terms.leadTime == 5_400)
        #expect(knowledge.expired == ["GOOD"])
        let recent = folder.trips.filter {
            $0.pickupBy >= end.addingTimeInterval(-28 * 86_400) && $0.pickupBy < end
        }
        let orders = recent.reduce(0) { $0 + $1.orders }
        #expect(knowledge.given.reduce(0) { $0 + $1.volume } == orders)
    }
}
