internal import CarrierPool
internal import Interchange
public import Logging
internal import RouteBounds
internal import RouteSearch
internal import VehicleRouting

/// Plans a day as one market, and in the ways that people plan it without one, under the same rules and with the same
/// seconds or iterations each.
///
/// Every way begins as `PlanDay` does: with the baseline, and with what the capacity relaxation says orders are worth.
/// All are judged by total effective cost: own routes, prices and expected losses of the carriers, surges, missed promises,
/// concentration, and the price of what is left.
public struct CompareMarket: Sendable {
    /// A way to plan fleet and pool.
    public enum Way: String, Sendable, CaseIterable {
        /// Own fleet and pool as one market.
        case market
        /// The fleet is planned at the carriers' bids, the rest goes to the cheapest bids.
        case cheapestBid = "cheapest_bid"
        /// The fleet drives what it can, the rest is left at its price.
        case ownFleet = "own_fleet"
        /// The fleet drives what it can, the rest is given away by effective price.
        case afterwards
        /// The fleet is planned at the carriers' bids, the rest is given away by effective price.
        case bidsAfterwards = "bids_afterwards"
    }

    /// What one way came to.
    public struct Result: Sendable {
        /// The way.
        public var way: Way
        /// Total effective cost, in currency.
        public var total: Double
        /// Orders left to nobody.
        public var left: Int
    }

    /// What came of a comparison.
    public struct Outcome: Sendable {
        /// One result a way, in the order of `Way`.
        public var results: [Result]
        /// How many rows of the input could not be used.
        public var rejects: Int
        /// What people should know before they rely on the figures, a sentence each.
        public var warnings: [String]
    }

    private let request: PlanDay.Request

    /// A comparison of the day of `request`; the output is a CSV file.
    public init(_ request: PlanDay.Request) {
        self.request = request
    }

    /// Reads, plans in every way, and writes the table.
    ///
    /// - Parameter shouldStop: Asked often, from any thread; true ends every search with the best plan so far.
    public func run(
        logger: Logger,
        shouldStop: @escaping @Sendable () -> Bool,
        onProgress: @escaping @Sendable (RunProgress) -> Void
    ) throws -> Outcome {
        try OutputFile.check(request.output)
        let input = try DayInput(request, logger: logger, onProgress: onProgress)
        let pool = DayPool(input, request)
        onProgress(RunProgress(.capacity))
        let capacity = DiagnoseCapacity(input.problem).run(timeLimit: request.relaxationSeconds)
        onProgress(RunProgress(.baseline))
        let baseline = try DayBaseline(input, request: request)
        var parameters = request.search
        parameters.prices = capacity.diagnosis.prices
        let found = try standings(pool, parameters, from: baseline.start) { problem, parameters, start in
            let display = Display(problem)
            return RouteSolver(problem).solve(
                parameters,
                from: start,
                shouldStop: shouldStop,
                onProgress: RunProgress.searching(
                    within: parameters.seconds,
                    cost: { display.money($0) },
                    report: onProgress
                )
            )
        }
        var table = CSVText(header: ["way"] + MarketLedger.columns + ["awards"])
        for (way, standing) in found {
            let awards = Dictionary(grouping: standing.plan.awards) { $0.carrier }.sorted { $0.key < $1.key }
                .map { "\(pool.problem.carriers[$0.key].id) \($0.value.count)" }
            table.append(
                [.plain(way.rawValue)] + MarketLedger.cells(standing, in: pool.problem)
                    + [.text(awards.joined(separator: "; "))]
            )
        }
        try OutputFile.write(table.text.utf8, to: request.output)
        return Outcome(
            results: found.map { way, standing in
                Result(
                    way: way,
                    total: pool.problem.inCurrency(standing.total),
                    left: standing.plan.unassigned.count
                )
            },
            rejects: input.folder.rejects.count,
            warnings: input.warnings + baseline.warnings + capacity.warnings + pool.warnings
        )
    }

    private func standings(
        _ pool: DayPool,
        _ parameters: SearchParameters,
        from start: Plan?,
        search: (Problem, SearchParameters, Plan?) -> SearchResult
    ) throws -> [(Way, MarketStanding)] {
        let seconds = DayMarket.allocationSeconds(of: parameters)
        let market = try DayMarket(pool: pool).run(parameters, from: start) { problem, part, start, _ in
            search(problem, part, start)
        }
        let atBids = search(pool.problem, parameters, start).plan
        let alone = search(pool.closed, parameters, start?.ownPart).plan
        func standing(_ routes: Plan, _ basis: AllocateCarriers.Basis) throws -> MarketStanding {
            try MarketStanding(routes, in: pool, basis: basis, seconds: seconds)
        }
        return [
            (.market, market.best),
            (.cheapestBid, try standing(atBids, .bid)),
            (.ownFleet, try standing(alone, .nobody)),
            (.afterwards, try standing(alone, .effectivePrice)),
            (.bidsAfterwards, try standing(atBids, .effectivePrice)),
        ]
    }
}

extension CompareMarket.Way {
    /// What people call it.
    public var phrase: ReviewPhrase {
        switch self {
        case .market: .wayMarket
        case .cheapestBid: .wayCheapestBid
        case .ownFleet: .wayOwnFleet
        case .afterwards: .wayAfterwards
        case .bidsAfterwards: .wayBidsAfterwards
        }
    }
}
