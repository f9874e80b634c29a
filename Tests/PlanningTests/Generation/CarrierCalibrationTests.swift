import CarrierPool
import Foundation
import Interchange
import Testing

@testable import Planning

/// Histories drawn from known true rates, read as a review reads them, and held against the truth.
@Suite struct `Figures of generated carriers` {
    /// One figure of one carrier: what is true, what was counted, what is believed.
    private struct Seen {
        var truth: Double
        var tally: Tally
        var estimate: BetaDistribution

        var isHeld: Bool { (0.05...0.95).contains(estimate.probability(atMost: truth)) }
    }

    /// Six carriers with records of very different lengths, over eight weeks.
    private static func carriers(seed: UInt64) -> [CarrierTruth] {
        var random = SeededRandom(seed: seed, stream: "calibration")
        return [0.4, 0.8, 1.2, 2, 3, 4].enumerated().map { index, loads in
            var truth = CarrierTruth.drawn(
                code: "C\(index)",
                name: "",
                serviceClass: "van",
                random: &random
            )
            truth.loadsPerWeek = loads
            return truth
        }
    }

    private static func figures(
        seed: UInt64,
        lanes: [String],
        forgetting: Forgetting
    ) -> [KPI: [Seen]] {
        let carriers = carriers(seed: seed)
        let start = Date(timeIntervalSince1970: 1_775_433_600)
        let folder = CarrierHistoryGenerator(
            carriers: carriers,
            seed: seed,
            start: start,
            weeks: 8,
            lanes: lanes,
            dropsPerTrip: 1...3
        ).run()
        let history = CarrierHistory(folder)
        let now = start.addingTimeInterval(8 * 7 * 86_400)
        let truths: [(KPI, KeyPath<CarrierTruth, Double>)] = [
            (.onTimeDelivery, \.onTimeDelivery), (.recordCompleteness, \.recordCompleteness),
            (.tenderAcceptance, \.acceptance), (.proofTimeliness, \.proofTimeliness),
        ]
        var seen: [KPI: [Seen]] = [:]
        for (kpi, path) in truths {
            let comparison = KPIComparison(
                .standard(kpi),
                of: carriers.map(\.code),
                in: history,
                at: now
            ) { _ in forgetting }
            seen[kpi] = carriers.compactMap { carrier in
                guard let tally = comparison.measurements[carrier.code]?.attributable, tally.trials > 0 else {
                    return nil
                }
                return Seen(
                    truth: carrier[keyPath: path],
                    tally: tally,
                    estimate: comparison.estimate(for: carrier.code)
                )
            }
        }
        return seen
    }

    @Test
    func `on 200 histories intervals hold the truth 86 to 94 times in a hundred, and posteriors rank better`()
    {
        let histories = (1...200 as ClosedRange<UInt64>).map {
            Self.figures(seed: $0, lanes: ["all"], forgetting: .never)
        }
        let all = histories.flatMap { $0.values.joined() }
        let held = Double(all.count(where: \.isHeld)) / Double(all.count)
        #expect(held > 0.86 && held < 0.94, "\(held) of \(all.count)")
        for kpi in [KPI.onTimeDelivery, .recordCompleteness, .tenderAcceptance, .proofTimeliness] {
            let own = histories.flatMap { $0[kpi] ?? [] }
            let share = Double(own.count(where: \.isHeld)) / Double(own.count)
            #expect(share > 0.86 && share < 0.94, "\(kpi): \(share) of \(own.count)")
        }
        // Mean true rate of the carrier that each ranking puts first.
        var byPosterior = 0.0
        var byRaw = 0.0
        for group in histories.flatMap({ $0.sorted { $0.key.rawValue < $1.key.rawValue }.map(\.value) }) {
            byPosterior += group.max { $0.estimate.mean < $1.estimate.mean }?.truth ?? 0
            byRaw += group.max { ($0.tally.rate ?? 0) < ($1.tally.rate ?? 0) }?.truth ?? 0
        }
        let groups = Double(histories.count * 4)
        #expect(byPosterior > byRaw, "\(byPosterior / groups) against \(byRaw / groups)")
    }
}
