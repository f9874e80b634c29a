import CarrierPool
import VehicleRouting

/// What the report says of own fleet and carriers: the causes of the total, and for each order given to a carrier or left all
/// candidates with every part of their effective price.
struct MarketSection {
    struct Line {
        let term: String
        let amount: String
    }

    struct Row {
        let carrier: String
        let price: String
        /// In the order of `EffectivePrice.Part`.
        let parts: [String]
        let effective: String
        let remark: String
    }

    struct Lot {
        let summary: String
        let rows: [Row]
    }

    let note: String
    let lines: [Line]
    let total: String
    let lots: [Lot]

    /// The section on `standing`; nil without carriers.
    init?(_ standing: MarketStanding, in problem: Problem, strings: Strings = Strings()) {
        guard let result = standing.result, !problem.carriers.isEmpty else { return nil }
        func money(_ amount: Double) -> String { strings.number(amount, digits: 2) }
        let pool = standing.pool
        let amounts: [(Phrase, Double)] = [
            (.marketOwn, problem.inCurrency(standing.own)), (.marketPrices, pool.prices),
            (.marketLosses, pool.losses), (.marketSurges, pool.surges), (.marketShortfalls, pool.shortfalls),
            (.marketConcentration, pool.concentration), (.marketLeaving, pool.leaving),
        ]
        note = strings.text(.marketNote, ["currency": problem.currency?.code ?? ""])
        lines = amounts.filter { $0.1 != 0 }.map { Line(term: strings[$0.0], amount: money($0.1)) }
        total = money(problem.inCurrency(standing.total))
        let names = Dictionary(
            problem.carriers.map { ("\($0.id)", $0.name.isEmpty ? "\($0.id)" : $0.name) },
            uniquingKeysWith: { first, _ in first }
        )
        var order: [String] = []
        var entries: [String: [AllocationResult.Entry]] = [:]
        for entry in result.entries {
            if entries[entry.candidate.lot] == nil { order.append(entry.candidate.lot) }
            entries[entry.candidate.lot, default: []].append(entry)
        }
        lots = order.map { lot in
            let all = entries[lot, default: []].sorted {
                ($0.isChosen ? 0 : 1, $0.candidate.price.total) < (
                    $1.isChosen ? 0 : 1, $1.candidate.price.total
                )
            }
            let chosen = all.first { $0.isChosen }?.candidate.carrier
            return Lot(
                summary: strings.text(
                    .candidatesOf,
                    [
                        "order": lot, "carrier": chosen.flatMap { names[$0] } ?? strings[.marketLeaving],
                        "count": "\(all.count { $0.candidate.exclusion == nil })",
                    ]
                ),
                rows: all.map { entry in
                    let price = entry.candidate.price
                    return Row(
                        carrier: names[entry.candidate.carrier] ?? entry.candidate.carrier,
                        price: money(price.price),
                        parts: EffectivePrice.Part.allCases.map { money(price.amount(of: $0)) },
                        effective: money(price.total),
                        remark: entry.isChosen
                            ? strings[.candidateChosen] : CandidateLedger.reason(entry.candidate.exclusion)
                    )
                }
            )
        }
    }
}
