import CarrierPool
import Foundation
import Testing
import VehicleRouting

@testable import Planning

@Suite struct `Whom to ask in which order` {
    private let midnight = Date(timeIntervalSince1970: 1_788_739_200)

    /// One job whose window closes at 12:00, an hour from the depot; A asks 420 and accepts 85 in a hundred, B 450 and 90.
    private func outcome() throws -> (AllocateCarriers.Outcome, AllocateCarriers) {
        var problem = Problem(name: "tender")
        problem.currency = Currency(code: "EUR", wireUnits: 1000)
        problem.locations = [Location(coordinate: nil), Location(coordinate: nil)]
        problem.depots = [Depot(id: "D", location: 0)]
        problem.matrices["car"] = TravelMatrix(
            size: 2,
            durations: [0, 3_600, 3_600, 0],
            distances: [0, 0, 0, 0]
        )
        var job = Job(id: "J", location: 1)
        job.timeWindows = [TimeWindow(opens: 36_000, closes: 43_200)]
        job.unassignedCost = Cost(wireUnits: 610_000)
        problem.jobs = [job]
        problem.carriers = [
            Carrier(id: "A", tariff: Tariff(perJob: 420_000)),
            Carrier(id: "B", tariff: Tariff(perJob: 450_000)),
        ]
        var knowledge = PoolKnowledge()
        let safe = FailureRisk.known(0)
        for (code, refusal) in [("A", 0.15), ("B", 0.1)] {
            knowledge.risks[code] = CarrierRisk(
                late: safe,
                excursion: safe,
                refusal: .known(refusal),
                missingRecord: safe,
                damage: safe
            )
        }
        let allocation = AllocateCarriers(problem, knowledge: knowledge)
        return (try allocation.run(Plan(unassigned: [Unassigned(.job(0))])), allocation)
    }

    private func plan(hour: Double, minutes: Double = 30) throws -> TenderPlan {
        let (outcome, allocation) = try outcome()
        return TenderPlan(
            outcome,
            of: allocation,
            start: midnight.addingTimeInterval(3_600 * hour),
            midnight: midnight,
            answerTime: 60 * minutes,
            mode: .waterfall
        )
    }

    @Test func `a refusal costs the next offer, and nobody the price of leaving`() throws {
        let plan = try plan(hour: 6)
        // 0.85 · 420 + 0.15 · 0.9 · 450 + 0.015 · 610 = 357 + 60.75 + 9.15; not the 60 of a refusal as well.
        #expect(abs(plan.expectedCost - 426.9) < 1e-9)
        #expect(abs(plan.expectedRefusals - 0.015) < 1e-12)
        #expect(plan.csv().contains("J,A > B,,426.9,0.015,60,2026-09-07T11:00:00Z,no"))
    }

    @Test func `what cannot be answered before the goods have to leave is not asked`() throws {
        // Needed by 11:00; at 10:15 there is time for one offer of half an hour.
        let plan = try plan(hour: 10.25)
        #expect(plan.csv().contains("J,A,B,"))
        // 0.85 · 420 + 0.15 · 610.
        #expect(abs(plan.expectedCost - 448.5) < 1e-9)
    }

    @Test func `the requests name all, and say until when an answer counts`() throws {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        let requests = try decoder.decode([TenderRequest].self, from: plan(hour: 6).requestsJSON())
        #expect(requests.map { $0.steps.map(\.carrier) } == [["A", "B"]])
        #expect(requests.first?.latestAnswer == midnight.addingTimeInterval(39_600))
    }
}
