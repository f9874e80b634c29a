internal import CarrierPool
public import Foundation
internal import Interchange
public import Logging
internal import RouteBounds
public import RouteSearch
internal import VehicleRouting

/// Plans a day folder, from the CSV files to the report.
public struct PlanDay: Sendable {
    /// What a run is asked to do.
    public struct Request: Hashable, Sendable {
        /// The day folder.
        public var day: String
        /// The folder that receives the results.
        public var output: String
        /// The column mapping; nil for the folder's own `mapping.json`, if it has one.
        public var mapping: String?
        /// Whether a single row that cannot be used is an error.
        public var isStrict = false
        /// The plan people have today; nil for the folder's own `stops.csv`, or else fixed territories.
        public var baseline: String?
        /// When the plan is made, which is when carriers are asked; nil for what `day.csv` says, or else the beginning of
        /// the day.
        public var plannedAt: Date?
        /// How long to search, and from which seed.
        public var search: SearchParameters
        /// The file that receives what the search did, as JSON lines; nil for none.
        public var trace: String?
        /// Name and version of the program, for the report.
        public var engineVersion = "isotherm"

        /// A run that plans `day` into `output`.
        public init(day: String, output: String, search: SearchParameters) {
            self.day = day
            self.output = output
            self.search = search
        }
    }

    /// What came of a run.
    public struct Outcome: Sendable {
        /// What people call the day.
        public var name: String
        /// The files written, in the order of writing.
        public var files: [String]
        /// All figures of the day beside those of the baseline.
        public var figures: FigureTable
        /// How many rows of the input could not be used.
        public var rejects: Int
        /// What people should know before they rely on the plan, a sentence each.
        public var warnings: [String]
        /// Jobs and shipments left out.
        public var unassigned: Int
        /// Whether at least one job or shipment is served, or there was none.
        public var isFeasible: Bool
        /// Why the search ended.
        public var termination: Termination
        /// Iterations done, over all threads.
        public var iterations: Int
        /// Seconds the search took.
        public var seconds: Double
    }

    private let request: Request

    /// A run for `request`.
    public init(_ request: Request) {
        self.request = request
    }

    /// Reads, plans, checks and writes.
    ///
    /// Nothing is seen of the results until all of them are complete.
    ///
    /// - Parameters:
    ///   - shouldStop: Asked often, from any thread; true ends the search with the best plan so far.
    ///   - onProgress: Told about ten times a second, from one thread at a time.
    public func run(
        logger: Logger,
        shouldStop: @escaping @Sendable () -> Bool,
        onProgress: @escaping @Sendable (RunProgress) -> Void
    ) throws -> Outcome {
        guard !OutputFolder.isSame(request.output, request.day) else {
            throw OutputError(.isInput, path: request.output)
        }
        if let trace = request.trace { try OutputFile.check(trace) }
        var folder = try OutputFolder(at: request.output)
        let input = try DayInput(request, logger: logger, onProgress: onProgress)
        let problem = input.problem
        let began = ContinuousClock.now

        onProgress(RunProgress(.capacity))
        let capacity = DiagnoseCapacity(problem).run(timeLimit: request.relaxationSeconds)
        logger.debug("capacity: \(capacity.warnings.count) warnings")

        onProgress(RunProgress(.baseline))
        let baseline = try DayBaseline(input, request: request)

        let used = began.duration(to: .now) / .seconds(1)
        let prices = capacity.diagnosis.prices
        let pool = DayPool(input, request)
        let market = try DayMarket(pool: pool).run(
            parameters(after: used, prices),
            from: baseline.start,
            search: searching(for: request.search.seconds.map { max($0 - used, 0) }, shouldStop, onProgress)
        )
        let result = market.search
        let effort = market.effort
        logger.debug("search: \(effort.iterations) iterations in \(effort.seconds) s, \(result.termination)")

        if let trace = request.trace {
            let text = try TraceFile(
                of: result,
                within: request.search,
                for: problem,
                input: request.day,
                unitsPerOne: problem.currency?.wireUnits ?? 1
            ).text
            try OutputFile.write(text.utf8, to: trace)
        }
        let standing = try best(market.best, baseline, in: pool)

        onProgress(RunProgress(.explaining))
        let plan = ExplainUnassigned(problem).run(standing.plan)
        let evaluation = PlanEvaluation(plan, in: problem)
        var facts = facts(of: market, baseline: baseline)
        facts.lowerBound = capacity.diagnosis.lowerBound(on: plan, evaluation, in: problem)
        facts.capacityWarnings = capacity.warnings
        facts.incumbents = result.incumbents
        let papers = DayPapers(
            input: input,
            plan: plan,
            candidates: standing.result.flatMap { $0.entries.isEmpty ? nil : CandidateLedger.csv($0) },
            market: market.rounds.isEmpty ? nil : MarketLedger.csv(market, in: problem),
            marketSection: MarketSection(standing, in: problem),
            evaluation: evaluation,
            baseline: baseline,
            facts: facts
        )

        onProgress(RunProgress(.checking))
        try papers.writeAndConfirmPlan(to: &folder)
        onProgress(RunProgress(.writing))
        try papers.write(to: &folder)
        let files = try folder.publish(removing: DayPapers.allNames)
        return Outcome(
            name: problem.name,
            files: files,
            figures: papers.figures,
            rejects: input.folder.rejects.count,
            warnings: input.warnings + baseline.warnings + capacity.warnings + pool.warnings,
            unassigned: plan.unassigned.count,
            isFeasible: papers.isFeasible,
            termination: result.termination,
            iterations: effort.iterations,
            seconds: effort.seconds
        )
    }

    /// What the search is asked for once `used` of the seconds are gone, with the relaxation's `prices`.
    private func parameters(after used: Double, _ prices: [TaskReference: Cost]) -> SearchParameters {
        var parameters = request.search
        parameters.seconds = parameters.seconds.map { max($0 - used, 0) }
        parameters.prices = prices
        return parameters
    }

    /// A round's search, which tells of its progress as part of all rounds' `seconds`.
    private func searching(
        for seconds: Double?,
        _ shouldStop: @escaping @Sendable () -> Bool,
        _ onProgress: @escaping @Sendable (RunProgress) -> Void
    ) -> DayMarket.Search {
        { problem, parameters, start, before in
            let display = Display(problem)
            let tell = RunProgress.searching(within: seconds, cost: { display.money($0) }, report: onProgress)
            return RouteSolver(problem).solve(parameters, from: start, shouldStop: shouldStop) { progress in
                var whole = progress
                whole.elapsed += before.seconds
                whole.iterations += before.iterations
                tell(whole)
            }
        }
    }

    /// The market's plan, or the baseline's routes with the pool's share, should that be better.
    private func best(
        _ found: MarketStanding,
        _ baseline: DayBaseline,
        in pool: DayPool
    ) throws -> MarketStanding {
        guard baseline.isSound else { return found }
        let seconds = DayMarket.allocationSeconds(of: request.search)
        let standing = try MarketStanding(baseline.plan, in: pool, seconds: seconds)
        return standing.objective < found.objective ? standing : found
    }

    private func facts(
        of market: DayMarket.Outcome,
        baseline: DayBaseline
    ) -> RunFacts {
        RunFacts(
            engineVersion: request.engineVersion,
            seed: request.search.seed,
            seconds: market.effort.seconds,
            termination: Strings()[market.search.termination.phrase],
            iterations: market.effort.iterations,
            baselineSource: baseline.source
        )
    }
}

extension PlanDay.Request {
    /// Wall-clock seconds for the relaxation's linear programs: a tenth of what is asked for, at most fifteen.
    ///
    /// A run without a time limit is to be repeatable, so there the relaxation gets all the time it could need.
    var relaxationSeconds: Double {
        search.seconds.map { min(max($0 / 10, 0.1), 15) } ?? 600
    }
}
