import CarrierPool
import VehicleRouting

/// `market.csv`: for every round of a market what the own fleet and the pool cost, cause by cause, and which plan was kept.
enum MarketLedger {
    static let fileName = "market.csv"

    static func csv(_ outcome: DayMarket.Outcome, in problem: Problem) -> String {
        var table = CSVText(header: ["round", "prices"] + columns + ["iterations", "kept"])
        var isKept = false
        for (index, round) in outcome.rounds.enumerated() {
            let isBest = !isKept && round.standing.objective == outcome.best.objective
            isKept = isKept || isBest
            table.append(
                [.plain("\(index + 1)"), .plain(round.prices.rawValue)]
                    + cells(round.standing, in: problem)
                    + [.plain("\(round.iterations)"), .plain(isBest ? "yes" : "no")]
            )
        }
        return table.text
    }

    /// The figures of a standing that both this table and comparisons show.
    static let columns = [
        "own_orders", "own_cost", "carrier_orders", "carrier_prices", "expected_losses", "surges",
        "shortfalls",
        "concentration", "left_orders", "left_without_price", "leaving", "total",
    ]

    static func cells(_ standing: MarketStanding, in problem: Problem) -> [CSVText.Cell] {
        let pool = standing.pool
        let own = standing.plan.routes.flatMap(\.visits).count { $0.task.countsAsOrder }
        func money(_ amount: Double) -> CSVText.Cell { .plain(decimals(amount, 2)) }
        return [
            .plain("\(own)"), money(problem.inCurrency(standing.own)),
            .plain("\(standing.plan.awards.count)"), money(pool.prices), money(pool.losses),
            money(pool.surges), money(pool.shortfalls), money(pool.concentration),
            .plain("\(standing.plan.unassigned.count)"),
            .plain("\(standing.objective.unassignedRequired)"), money(pool.leaving),
            money(problem.inCurrency(standing.total)),
        ]
    }
}
