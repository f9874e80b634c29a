import CarrierPool
import Foundation
import Testing

@testable import Planning

@Suite struct `What a tender is expected to cost` {
    private static let start = Date(timeIntervalSince1970: 1_788_739_200)

    /// A asks 420 and accepts 85 in a hundred, B 450 and 90, nobody costs 610; each has half an hour to answer.
    private func request(latest minutes: Double, mode: TenderRequest.Mode = .waterfall) -> TenderRequest {
        TenderRequest(
            load: "L",
            mode: mode,
            steps: [
                .init(carrier: "A", answerTime: 1800, cost: 420, acceptance: 0.85),
                .init(carrier: "B", answerTime: 1800, cost: 450, acceptance: 0.9),
            ],
            start: Self.start,
            latestAnswer: Self.start.addingTimeInterval(60 * minutes),
            spotCost: 610
        )
    }

    private func expected(
        _ request: TenderRequest,
        _ events: [TenderEvent] = [],
        after minutes: Double = 0
    ) throws -> TenderExpectation {
        let now = Self.start.addingTimeInterval(60 * minutes)
        var run = TenderRun(TenderBoard([request]), answers: events)
        run.advance(to: now) { _ in }
        return try #require(TenderExpectation("L", on: run.board, now: now))
    }

    private func event(_ kind: TenderEvent.Kind, _ carrier: String?, after minutes: Double) -> TenderEvent {
        TenderEvent(kind, load: "L", carrier: carrier, at: Self.start.addingTimeInterval(60 * minutes))
    }

    @Test func `all who can be asked in time count`() throws {
        // 0.85 · 420 + 0.15 · 0.9 · 450 + 0.015 · 610 = 357 + 60.75 + 9.15.
        let both = try expected(request(latest: 60))
        #expect(abs(try #require(both.cost) - 426.9) < 1e-9)
        #expect(abs(try #require(both.nobody) - 0.015) < 1e-12)
        // With 59 minutes there is time for A alone: 0.85 · 420 + 0.15 · 610; asked at once, for both.
        let one = try expected(request(latest: 59))
        #expect(one.asked == ["A"] && one.late == ["B"])
        #expect(abs(try #require(one.cost) - 448.5) < 1e-9)
        #expect(try expected(request(latest: 59, mode: .broadcast)).asked == ["A", "B"])
    }

    @Test func `answers change it`() throws {
        // A has refused: 0.9 · 450 + 0.1 · 610.
        let refused = try expected(request(latest: 60), [event(.refused, "A", after: 10)], after: 10)
        #expect(refused.asked == ["B"])
        #expect(abs(try #require(refused.cost) - 466) < 1e-9)
        let placed = try expected(request(latest: 60), [event(.accepted, "A", after: 10)], after: 10)
        #expect(placed.cost == 420 && placed.nobody == 0)
        let nobody = try expected(request(latest: 60), after: 60)
        #expect(nobody.cost == 610 && nobody.nobody == 1)
        let gone = try expected(request(latest: 60), [event(.withdrawn, nil, after: 10)], after: 10)
        #expect(gone.cost == 0 && gone.nobody == 0)
    }

    @Test func `a request without costs has none, and the sum leaves it out`() throws {
        var plain = request(latest: 60)
        plain.steps[1].cost = nil
        let item = try expected(plain)
        #expect(item.cost == nil && item.nobody != nil)
        let all = [item, try expected(request(latest: 60))]
        #expect(all.total.loads == 1 && abs(all.total.cost - 426.9) < 1e-9)
        #expect(all.csv.contains("L,A > B,,,0.015") && all.csv.contains("total,,,426.9,0.03"))
    }

    @Test(arguments: [#""acceptance": 1.5"#, #""acceptance": 0.5, "cost": -1"#])
    func `a request with impossible figures is refused`(figures: String) throws {
        let text = """
            [{"load": "L", "mode": "waterfall", "start": "2026-09-07T06:00:00Z", "latestAnswer": "2026-09-07T08:00:00Z", \
            "steps": [{"carrier": "A", "answerTime": 60, \(figures)}]}]
            """
        let error = #expect(throws: TenderError.self) {
            try TenderJSON.requests(in: Data(text.utf8), path: "requests.json")
        }
        #expect(error?.description.contains("K305") == true)
    }
}
