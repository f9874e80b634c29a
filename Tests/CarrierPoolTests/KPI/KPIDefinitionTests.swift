import Foundation
import Testing

@testable import CarrierPool

@Suite struct KPIDefinitionTests {
    @Test func `a definition survives being stored`() throws {
        let definition = try KPIDefinition(
            .onTimeInFull,
            reference: .requested,
            level: .unit,
            earlyTolerance: 900,
            lateTolerance: 1_800,
            clock: .serviceStart,
            exclusions: [.shipper, .forceMajeure],
            classWeights: ["blood": 2]
        )
        let stored = try JSONEncoder().encode(definition)
        #expect(try JSONDecoder().decode(KPIDefinition.self, from: stored) == definition)
    }

    @Test func `a negative tolerance is refused in one sentence`() {
        let error = #expect(throws: CarrierPoolError.self) {
            try KPIDefinition(.onTimeDelivery, lateTolerance: -60)
        }
        #expect(
            error?.description
                == "the definition of onTimeDelivery: the late tolerance is -60.0, but must be at least 0 (K101)"
        )
    }

    @Test(arguments: [Double.infinity, 1e300])
    func `a tolerance longer than anybody lives is refused`(seconds: Double) {
        let error = #expect(throws: CarrierPoolError.self) {
            try KPIDefinition(.onTimeDelivery, lateTolerance: seconds)
        }
        #expect(error?.code == "K105")
    }

    @Test func `effective counts fade, and periods for charts do not`() {
        let trials = [
            delivery("a", arrival: 600), delivery("b", arrival: 500),
            delivery("c", arrival: 600, cause: Attribution(.forceMajeure)),
        ]
        var history = CarrierHistory()
        history.deliveries = trials
        let definition = KPIDefinition.standard(.onTimeDelivery)
        // 90 days after the promise of 9:00.
        let now = at(minute: 540 + 90 * 1_440)
        let counted = definition.trials(in: history, at: now)
        let measured = KPIMeasurement(definition: definition, trials: counted, at: now)
        #expect(measured.allCauses == Tally(0.5, of: 1.5))
        #expect(measured.attributable == Tally(0.5, of: 1))
        // One of two failed by the carrier's fault; the third says nothing about the carrier.
        let days = [monday, at(minute: 1_440), at(minute: 2_880)]
        #expect(counted.failures(betweenBounds: days) == [Tally(1, of: 2), .none])
    }

    @Test func `a comparison draws a newcomer to the class, and says who can be told apart`() {
        var history = CarrierHistory()
        for (carrier, late) in [("Arrow", 2), ("Borealis", 20)] {
            history.deliveries += (0..<50).map { index in
                var one = delivery("\(index)", arrival: index < late ? 600 : 500)
                one.carrier = carrier
                return one
            }
        }
        let comparison = KPIComparison(
            .standard(.onTimeDelivery),
            of: ["Arrow", "Borealis", "Newcomer"],
            in: history,
            at: at(minute: 600)
        )
        #expect(comparison.pool.prior.verdict == .distinguishable)
        let means = ["Arrow", "Newcomer", "Borealis"].map { comparison.estimate(for: $0).mean }
        #expect(means[0] > means[1] && means[1] > means[2])
        // Pooled: 78 of 100.
        #expect(abs(means[1] - 0.78) < 1e-6)
    }
}
