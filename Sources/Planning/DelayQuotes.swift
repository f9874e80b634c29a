internal import Foundation
internal import Interchange
public import VehicleRouting

/// How widely driving times spread around those of the matrix.
public struct TravelSpread: Hashable, Codable, Sendable {
    /// Standard deviation of the logarithm of the factor that all legs of a day share: weather, traffic; at least 0.
    public var day: Double
    /// Standard deviation of the logarithm of the factor that each leg has for itself; at least 0.
    public var leg: Double

    /// The defaults are assumptions of the right order of magnitude for towns; measure your own from trips driven.
    public init(day: Double = 0.08, leg: Double = 0.18) {
        precondition(day >= 0 && leg >= 0)
        self.day = day
        self.leg = leg
    }
}

/// The risk of being late at each stop of a plan, from the spread of driving times.
///
/// Each leg takes its planned time times two log-normal factors of mean 1, one that all legs of the day share and one of its
/// own; setup and service take as long as planned, and an early vehicle waits for the window.  The days are drawn from a
/// seed, so equal plans have equal quotes.
public struct DelayQuotes: Hashable, Sendable {
    /// The risk at one visit.
    public struct Quote: Hashable, Sendable {
        /// Index into the plan's routes.
        public let route: Int
        /// Index into the route's visits.
        public let visit: Int
        /// What is done.
        public let task: TaskReference
        /// When service begins by the plan.
        public let planned: Seconds
        /// Seconds by which the plan itself is late here; 0 when it is on time.
        public let plannedLateness: Seconds
        /// For each tolerance asked for, the probability of beginning service later than that after the last window
        /// closes.
        public let probabilities: [Double]
        /// How late service begins after the last window, on average over all days, in seconds.
        public let expectedLateness: Double
        /// The begin that 95 % of days do not exceed.
        public let late95: Seconds
    }

    /// Tolerances, in seconds.
    public let tolerances: [Seconds]
    /// One a visit, in the order of the plan; visits without windows cannot be late and have none.
    public let quotes: [Quote]

    /// Quotes for `plan`, from `days` drawn days, at least 1.
    public init(
        _ plan: Plan,
        in problem: Problem,
        tolerances: [Seconds] = [0, 900, 1_800],
        spread: TravelSpread = TravelSpread(),
        days: Int = 2_000,
        seed: UInt64 = 1
    ) {
        precondition(days > 0)
        self.tolerances = tolerances
        var quotes: [Quote] = []
        for (index, route) in plan.routes.enumerated() where !route.visits.isEmpty {
            var simulation = RouteDays(route, in: problem, spread: spread)
            let begins = simulation.begins(days: days, seed: seed, route: index)
            for (visit, item) in route.visits.enumerated() {
                guard let closes = problem.visit(item.task).timeWindows.last?.closes else { continue }
                let late = begins.map { max($0[visit] - Double(closes), 0) }
                let stop = simulation.schedule.stops[visit]
                let sorted = begins.map { $0[visit] }.sorted()
                quotes.append(
                    Quote(
                        route: index,
                        visit: visit,
                        task: item.task,
                        planned: stop.begin,
                        plannedLateness: stop.lateness,
                        probabilities: tolerances.map { tolerance in
                            Double(late.count { $0 > Double(tolerance) }) / Double(days)
                        },
                        expectedLateness: late.reduce(0, +) / Double(days),
                        late95: Int(sorted[min(days * 95 / 100, days - 1)].rounded())
                    )
                )
            }
        }
        self.quotes = quotes
    }
}

/// One route driven on many days.
private struct RouteDays {
    let schedule: RouteSchedule
    /// Per step, when it may begin, a planned break too, or for a reload when it may end; and for a reload when its goods are ready.
    private let windows: [[TimeWindow]]
    private let ready: [Seconds]
    private let spread: TravelSpread

    init(_ route: Route, in problem: Problem, spread: TravelSpread) {
        schedule = RouteSchedule(route, in: problem)
        windows = route.steps.map { step in
            switch step {
            case .visit(let visit): problem.visit(visit.task).timeWindows
            case .reload(let reload): problem.depots[reload.depot].timeWindows
            case .rest(.planned(let index)): problem.vehicles[route.vehicle].breaks[index].timeWindows
            case .rest(.legal): []
            }
        }
        ready = route.steps.enumerated().map { index, step in
            guard case .reload = step else { return 0 }
            let goods = route.trips.first { $0.steps.lowerBound == index + 1 }?.visits ?? []
            return goods.map { problem.visit($0.task).release }.max() ?? 0
        }
        self.spread = spread
    }

    /// When service begins at each visit, day by day.
    mutating func begins(days: Int, seed: UInt64, route: Int) -> [[Double]] {
        // The days are the same for all routes, so that bad days are bad for all of them; each route's legs are its own.
        var dayStream = SeededRandom(seed: seed, stream: "days")
        var legStream = SeededRandom(seed: seed, stream: "legs \(route)")
        return (0..<days).map { _ in
            let day = Self.factor(spread.day, &dayStream)
            var clock = Double(schedule.start + schedule.loading)
            return schedule.steps.indices.compactMap { index -> Double? in
                let (stop, windows) = (schedule.steps[index], self.windows[index])
                clock += Double(stop.travel) * day * Self.factor(spread.leg, &legStream)
                if stop.role == .reload {
                    let loaded = max(Int(clock.rounded(.up)) + stop.service, ready[index])
                    clock = max(Double(windows.nextOpening(at: loaded) ?? loaded), clock)
                    return nil
                }
                // To the whole second and up: a window closes at its last second.
                let arrival = Int(clock.rounded(.up))
                let begin = max(windows.nextOpening(at: arrival).map(Double.init) ?? clock, clock)
                clock = begin + Double(stop.setup + stop.service)
                return stop.role == .visit ? begin : nil
            }
        }
    }

    /// A log-normal factor of mean 1.
    private static func factor(_ deviation: Double, _ random: inout SeededRandom) -> Double {
        // Drawn also where nothing spreads, so that the other draws stay the same.
        exp(deviation * random.normal() - deviation * deviation / 2)
    }
}

/// Writes the delay quotes of a written plan.
public struct QuoteDelays: Sendable {
    /// The problem, JSON.
    public var problem: String
    /// The plan, JSON.
    public var plan: String
    /// The CSV file to write.
    public var output: String
    /// How widely driving times spread.
    public var spread = TravelSpread()
    /// Tolerances, in seconds.
    public var tolerances: [Seconds] = [0, 900, 1_800]

    /// Quotes of `plan`, written to the file `output`.
    public init(problem: String, plan: String, output: String) {
        self.problem = problem
        self.plan = plan
        self.output = output
    }

    /// Reads, quotes and writes.
    ///
    /// - Returns: How many stops there are, and how many of them are late by more than the first tolerance with a
    ///   probability of 5 % or more.
    public func run() throws -> (stops: Int, risky: Int) {
        let given = try GivenProblem(at: problem, rounding: nil)
        let read = try PlanFile.plan(PlanFile.read(plan, in: given.problem), in: given.problem)
        let found = DelayQuotes(read, in: given.problem, tolerances: tolerances, spread: spread)
        try OutputFile.write(Self.csv(found, read, in: given.problem).utf8, to: output)
        return (found.quotes.count, found.quotes.count { ($0.probabilities.first ?? 0) >= 0.05 })
    }

    private static func csv(_ found: DelayQuotes, _ plan: Plan, in problem: Problem) -> String {
        let clock = DayClock(problem)
        var table = CSVText(
            header: ["vehicle", "stop", "task", "planned", "late_95_pct", "planned_late_min"]
                + found.tolerances.map { "p_later_than_\($0 / 60)_min" } + ["expected_late_min"]
        )
        for quote in found.quotes {
            let vehicle = problem.vehicles[plan.routes[quote.route].vehicle].id
            table.append(
                [
                    .text("\(vehicle)"), .plain("\(quote.visit + 1)"),
                    .text("\(problem.visit(quote.task).id)"), .plain(clock.stamp(quote.planned)),
                    .plain(clock.stamp(quote.late95)),
                    .plain(decimals(Double(quote.plannedLateness) / 60, 1)),
                ] + quote.probabilities.map { .plain(decimals($0, 4)) }
                    + [.plain(decimals(quote.expectedLateness / 60, 2))]
            )
        }
        return table.text
    }
}
