import Foundation
import Testing

@testable import CarrierPool

@Suite struct MeasuresTests {
    @Test func `lateness shows the tail that a rate hides`() throws {
        var history = CarrierHistory()
        history.deliveries = [500.0, 540, 550, 660].enumerated().map {
            delivery("\($0.offset)", arrival: $0.element)
        }
        let summary = MeasureSummary(KPIDefinition.standard(.lateness).measures(in: history).map(\.value))
        // 0, 0, 10 and 120 minutes: mean 32.5, median 5, and 95 % at 10 + .85 · 110.
        #expect(summary.count == 4)
        #expect(try #require(summary.mean) == 32.5)
        #expect(try #require(summary.median) == 5)
        #expect(abs(try #require(summary.percentile(95)) - 103.5) < 1e-9)
        #expect(MeasureSummary([]).median == nil)
    }

    @Test func `a night between offer and answer does not count in office hours`() throws {
        var history = CarrierHistory()
        // Offered on Monday at 17:30, answered on Tuesday at 8:15.
        var offer = tender(answer: .accepted(at(minute: 1_935)))
        offer.offered = at(minute: 1_050)
        offer.deadline = at(minute: 2_000)
        history.tenders = [offer, tender(answer: .expired)]
        let definition = KPIDefinition.standard(.responseTime)
        let utc = try #require(TimeZone(identifier: "UTC"))
        let office = OfficeHours(opens: 480, closes: 1_080, timeZone: utc)
        #expect(definition.measures(in: history).map(\.value) == [885])
        // Half an hour until 18:00 and a quarter from 8:00.
        #expect(definition.measures(in: history, office: office).map(\.value) == [45])
    }

    @Test func `office hours skip the weekend and follow the clocks`() throws {
        let paris = try #require(TimeZone(identifier: "Europe/Paris"))
        let office = OfficeHours(opens: 480, closes: 1_080, timeZone: paris)
        // Friday 23 October 2026, 16:00 UTC is 18:00 in Paris, when the office closes; the clocks go back on Sunday, so
        // Monday's 8:00 is 7:00 UTC, and at 9:00 UTC two hours have been open.
        let friday = Date(timeIntervalSince1970: 1_792_771_200)
        #expect(office.seconds(from: friday, to: friday.addingTimeInterval(65 * 3_600)) == 2 * 3_600)
        #expect(office.seconds(from: friday, to: friday) == 0)
    }

    @Test func `claims are counted in days, and open ones not yet`() {
        var history = CarrierHistory()
        history.claims = [
            ClaimRecord(
                carrier: "Arrow",
                lane: "north",
                opened: monday,
                closed: at(minute: 4_320),
                value: 200
            ),
            ClaimRecord(carrier: "Arrow", lane: "north", opened: monday, closed: nil, value: 100),
        ]
        #expect(KPIDefinition.standard(.claimClosure).measures(in: history).map(\.value) == [3])
    }

    @Test func `ratios divide sums, never average ratios`() throws {
        var history = CarrierHistory()
        var long = trip("a")
        long.spend = 900
        long.basis = CostBasis(drops: 9, orders: 18, kilometres: 450, kilograms: 3_000, goodsValue: 50_000)
        var short = trip("b")
        short.spend = 100
        short.basis = CostBasis(drops: 1, orders: 2, kilometres: 50, kilograms: 1_000, goodsValue: 0)
        history.trips = [long, short]
        history.claims = [
            ClaimRecord(carrier: "Arrow", lane: "north", opened: monday, closed: nil, value: 20)
        ]
        history.invoices = [
            InvoiceRecord(carrier: "Arrow", lane: "north", issued: monday, value: 900, correction: -18),
            InvoiceRecord(carrier: "Arrow", lane: "north", issued: monday, value: 100, correction: 2),
        ]
        func value(_ kpi: KPI) throws -> Double {
            try #require(KPIDefinition.standard(kpi).ratio(in: history)?.value)
        }
        #expect(try value(.costPerDrop) == 100)
        #expect(try value(.costPerOrder) == 50)
        #expect(try value(.costPerKilometre) == 2)
        #expect(try value(.costPerKilogram) == 0.25)
        #expect(try value(.costByValue) == 0.02)
        #expect(try value(.claimsRatio) == 0.02)
        #expect(try value(.claimsPerTrip) == 0.5)
        #expect(try value(.invoiceCorrection) == 0.02)
        #expect(KPIDefinition.standard(.onTimeDelivery).ratio(in: history) == nil)
        #expect(KPIDefinition.standard(.costPerDrop).ratio(in: CarrierHistory())?.value == nil)
    }

    @Test func `every figure is computed by the one way that suits its kind`() {
        var history = CarrierHistory()
        var told = delivery(arrival: 500)
        told.announcedArrival = at(minute: 500)
        told.proof = .init(received: at(minute: 600), isComplete: true)
        var tracked = trip()
        tracked.status = Tally(1, of: 1)
        history.deliveries = [told]
        history.trips = [tracked]
        history.tenders = [tender(answer: .accepted(at(minute: 5)))]
        history.claims = [ClaimRecord(carrier: "Arrow", lane: "", opened: monday, closed: monday, value: 0)]
        history.invoices = [InvoiceRecord(carrier: "Arrow", lane: "", issued: monday, value: 1)]
        history.actions = [CorrectiveAction(carrier: "Arrow", due: monday, closed: monday)]
        for kpi in KPI.allCases {
            let definition = KPIDefinition.standard(kpi)
            let trials = definition.trials(in: history, at: at(minute: 10_080)).filter { $0.exclusion == nil }
            #expect(trials.isEmpty == (kpi.kind != .share), "\(kpi)")
            #expect(definition.measures(in: history).isEmpty == (kpi.kind != .measure), "\(kpi)")
            #expect((definition.ratio(in: history) == nil) == (kpi.kind != .ratio), "\(kpi)")
        }
    }
}
