import CarrierPool
import Foundation
import Interchange
import VehicleRouting

/// Whom to ask for each order given away, in which order, and what that is expected to cost.
///
/// First the carrier of the allocation, then the others by effective price, those of the spot tier last.  Carriers on trial
/// are asked only for what the allocation gave them: their share is counted there.
struct TenderPlan {
    static let fileName = "tender-plan.csv"

    /// What is expected of one order.
    struct Lot {
        let request: TenderRequest
        /// The offers that can all expire in time, with what each costs if it is accepted.
        let waterfall: TenderWaterfall
        /// Whether its next trips are for a second logger, by carrier.
        let shadow: Set<String>
    }

    let lots: [Lot]

    /// What an order costs that nobody takes and that has no price of being left, as a multiple of the dearest candidate: an
    /// assumption.
    private static let spotFactor = 1.5

    init(
        _ found: AllocateCarriers.Outcome,
        of allocation: AllocateCarriers,
        start: Date,
        midnight: Date,
        answerTime: Double,
        mode: TenderRequest.Mode
    ) {
        let problem = allocation.problem
        let entries = Dictionary(grouping: found.result.entries, by: \.candidate.lot)
        let onTrial = allocation.knowledge.onTrial(among: problem)
        let tiers = allocation.knowledge.tiers
        lots = found.plan.awards.map { award in
            let lot = found.names[award.task] ?? ""
            func place(_ entry: AllocationResult.Entry) -> (Int, Int, Double, String) {
                let candidate = entry.candidate
                let isSpot = tiers[candidate.carrier] == .spot
                return (entry.isChosen ? 0 : 1, isSpot ? 1 : 0, candidate.price.total, candidate.carrier)
            }
            let ranked = (entries[lot] ?? []).filter { entry in
                entry.candidate.exclusion == nil
                    && (entry.isChosen || onTrial[entry.candidate.carrier] == nil)
            }.sorted { place($0) < place($1) }
            let dearest = ranked.map(\.candidate.price.total).max() ?? 0
            let leaving = problem.importance(of: award.task).cost.map(problem.inCurrency)
            let all = TenderWaterfall(
                steps: ranked.map { Self.step($0.candidate.price, answerTime: answerTime) },
                spotCost: leaving ?? Self.spotFactor * dearest
            )
            let request = TenderRequest(
                load: lot,
                mode: mode,
                steps: zip(ranked, all.steps).map { entry, step in
                    TenderRequest.Step(
                        carrier: entry.candidate.carrier,
                        answerTime: answerTime,
                        cost: step.cost,
                        acceptance: step.acceptance
                    )
                },
                start: start,
                latestAnswer: midnight.addingTimeInterval(Double(problem.latestPickup(of: award.task))),
                spotCost: all.spotCost
            )
            let time = max(request.latestAnswer.timeIntervalSince(start), 0)
            return Lot(
                request: request,
                waterfall: mode == .broadcast && answerTime <= time ? all : all.fitting(within: time),
                shadow: Set(onTrial.filter { $0.value.stage == .shadow }.keys)
            )
        }
    }

    /// A refusal costs here what the next offer costs, so the price goes without its part for refusals.
    private static func step(_ price: EffectivePrice, answerTime: Double) -> TenderWaterfall.Step {
        let refusal = price.surcharges.first { $0.part == .refusal }?.probability ?? 0
        return TenderWaterfall.Step(
            cost: price.total - price.amount(of: .refusal),
            acceptance: 1 - refusal,
            answerTime: answerTime
        )
    }

    /// What all orders are expected to cost once everybody has answered, in currency.
    ///
    /// Of a broadcast the first yes counts, from whomever it comes; it is taken to come in the order of asking.
    var expectedCost: Double { lots.reduce(0) { $0 + $1.waterfall.expectedCost } }

    /// How many orders nobody takes, on average.
    var expectedRefusals: Double { lots.reduce(0) { $0 + $1.waterfall.spotProbability } }

    /// The requests that `isotherm carriers tender` reads.
    func requestsJSON() throws -> Data {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(lots.map(\.request))
    }

    /// `tender-plan.csv`, an order a row.
    func csv() -> String {
        var table = CSVText(header: [
            "order", "asked", "no_time_for", "expected_cost", "p_nobody", "longest_answer_min", "needed_by",
            "second_logger",
        ])
        for lot in lots {
            let carriers = lot.request.steps.map(\.carrier)
            let asked = lot.waterfall.steps.count
            let isAtOnce = lot.request.mode == .broadcast
            let longest =
                isAtOnce ? lot.waterfall.steps.first?.answerTime ?? 0 : lot.waterfall.longestAnswerTime
            table.append([
                .text(lot.request.load), .text(carriers.prefix(asked).joined(separator: " > ")),
                .text(carriers.dropFirst(asked).joined(separator: " > ")),
                .plain(decimals(lot.waterfall.expectedCost, 2)),
                .plain(decimals(lot.waterfall.spotProbability, 4)),
                .plain(decimals(longest / 60, 0)),
                .plain(lot.request.latestAnswer.formatted(.iso8601)),
                .plain(carriers.first.map { lot.shadow.contains($0) } ?? false ? "yes" : "no"),
            ])
        }
        return table.text
    }
}
