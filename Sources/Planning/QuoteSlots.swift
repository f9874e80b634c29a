internal import Interchange
public import VehicleRouting

/// Writes the slot quotes for one order of a written plan.
public struct QuoteSlots: Sendable {
    /// The problem, JSON.
    public var problem: String
    /// The plan, JSON.
    public var plan: String
    /// The order, by its name.
    public var order: String
    /// The CSV file to write.
    public var output: String
    /// Seconds a slot is long, above 0.
    public var length: Seconds = 1_800
    /// Seconds after the slot from which a stop counts as late, at least 0.
    public var tolerance: Seconds = 0
    /// How widely driving times spread.
    public var spread = TravelSpread()

    /// Quotes for `order` of `plan`, written to the file `output`.
    public init(problem: String, plan: String, order: String, output: String) {
        self.problem = problem
        self.plan = plan
        self.order = order
        self.output = output
    }

    /// What was found.
    public struct Outcome: Sendable {
        /// Slots looked at.
        public var slots: Int
        /// Slots that a vehicle can serve.
        public var possible: Int
        /// The cheapest slot and what it costs, ready to be shown; nil when there is none.
        public var cheapest: (slot: String, cost: String)?
    }

    /// Reads, quotes and writes.
    ///
    /// - Throws: `SlotQuoteError` when the plan has no such job.
    public func run() throws -> Outcome {
        let given = try GivenProblem(at: problem, rounding: nil)
        let read = try PlanFile.plan(PlanFile.read(plan, in: given.problem), in: given.problem)
        guard let job = given.problem.jobs.firstIndex(where: { "\($0.id)" == order }) else {
            throw SlotQuoteError(order: order, path: problem)
        }
        let found = SlotQuotes(
            for: job,
            in: read,
            of: given.problem,
            length: length,
            tolerance: tolerance,
            spread: spread
        )
        try OutputFile.write(Self.csv(found, in: given.problem).utf8, to: output)
        let display = Display(given.problem)
        let possible = found.quotes.filter { $0.cost != nil }
        let cheapest = possible.min { ($0.cost ?? .zero, $0.slot.opens) < ($1.cost ?? .zero, $1.slot.opens) }
        return Outcome(
            slots: found.quotes.count,
            possible: possible.count,
            cheapest: cheapest.map { (display.windows([$0.slot]), display.money($0.cost ?? .zero)) }
        )
    }

    private static func csv(_ found: SlotQuotes, in problem: Problem) -> String {
        let clock = DayClock(problem)
        var table = CSVText(header: [
            "from", "until", "possible", "marginal_cost", "above_cheapest", "vehicle", "planned", "p_late",
            "p_late_added_elsewhere",
        ])
        let least = found.quotes.compactMap(\.cost).min() ?? .zero
        for quote in found.quotes {
            func money(_ cost: Cost?) -> CSVText.Cell {
                .plain(cost.map { decimals(problem.inCurrency($0), 2) } ?? "")
            }
            table.append([
                .plain(clock.time(quote.slot.opens)), .plain(clock.time(quote.slot.closes)),
                .plain(quote.cost == nil ? "no" : "yes"), money(quote.cost),
                money(quote.cost.map { $0 - least }),
                .text(quote.vehicle.map { "\(problem.vehicles[$0].id)" } ?? ""),
                .plain(quote.planned.map { clock.time($0) } ?? ""),
                .plain(quote.risk.map { decimals($0, 3) } ?? ""),
                .plain(quote.harm.map { decimals($0, 3) } ?? ""),
            ])
        }
        return table.text
    }
}

/// Why slots cannot be quoted: the problem has no such job.
public struct SlotQuoteError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The name that was given.
    public let order: String
    /// The problem's file.
    public let path: String

    /// The code that never changes, listed in Docs/carrier-pool.md.
    public var code: String { "K401" }

    /// One sentence: the file, what is wrong, what to do, code.
    public var description: String {
        "\(path): there is no job “\(order)”; give the id of one of its jobs (\(code))"
    }
}
