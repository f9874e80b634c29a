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
        /// What the plan hangs on besides its problem.
        public var inputs: RunInputs
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
        let ready = try prepare(input, logger: logger, onProgress: onProgress)
        let market = try DayMarket(pool: ready.pool).run(
            parameters(after: ready.seconds, ready.capacity.diagnosis.prices),
            from: ready.baseline.start,
            search: searching(
                for: request.search.seconds.map { max($0 - ready.seconds, 0) },
                shouldStop,
                onProgress
            )
        )
        let search = market.search
        logger.debug("search: \(search.iterations) iterations in \(search.elapsed) s, \(search.termination)")
        try writeTrace(of: search, for: input.problem)

        onProgress(RunProgress(.explaining))
        let papers = try papers(of: market, ready, input)
        onProgress(RunProgress(.checking))
        try papers.writeAndConfirmPlan(to: &folder)
        onProgress(RunProgress(.writing))
        try papers.write(to: &folder)
        return Outcome(
            name: input.problem.name,
            files: try folder.publish(removing: DayPapers.allNames),
            figures: papers.figures,
            rejects: input.folder.rejects.count,
            warnings: input.warnings + ready.warnings,
            unassigned: papers.unassigned,
            isFeasible: papers.isFeasible,
            termination: search.termination,
            iterations: search.iterations,
            seconds: search.elapsed,
            inputs: RunInputs(input, request, baseline: ready.baseline)
        )
    }

    /// What is known before the search begins.
    private struct Preparation {
        let capacity: DiagnoseCapacity.Outcome
        let baseline: DayBaseline
        let pool: DayPool
        /// Wall-clock seconds it took, which are the search's to give.
        let seconds: Double

        var warnings: [String] { baseline.warnings + capacity.warnings + pool.warnings }
    }

    private func prepare(
        _ input: DayInput,
        logger: Logger,
        onProgress: @Sendable (RunProgress) -> Void
    ) throws -> Preparation {
        let began = ContinuousClock.now
        onProgress(RunProgress(.capacity))
        let capacity = DiagnoseCapacity(input.problem).run(timeLimit: request.relaxationSeconds)
        logger.debug("capacity: \(capacity.warnings.count) warnings")
        onProgress(RunProgress(.baseline))
        let baseline = try DayBaseline(input, request: request)
        return Preparation(
            capacity: capacity,
            baseline: baseline,
            pool: DayPool(input, request),
            seconds: began.duration(to: .now) / .seconds(1)
        )
    }

    private func writeTrace(of search: SearchResult, for problem: Problem) throws {
        guard let trace = request.trace else { return }
        let text = try TraceFile(
            of: search,
            within: request.search,
            for: problem,
            input: request.day,
            unitsPerOne: problem.currency?.wireUnits ?? 1
        ).text
        try OutputFile.write(text.utf8, to: trace)
    }

    /// The plan that is kept, with reasons for what it leaves out, as papers.
    private func papers(
        of market: DayMarket.Outcome,
        _ ready: Preparation,
        _ input: DayInput
    ) throws -> DayPapers {
        let problem = input.problem
        let standing = try best(market.best, ready.baseline, in: ready.pool)
        let plan = ExplainUnassigned(problem).run(standing.plan)
        let evaluation = PlanEvaluation(plan, in: problem)
        var facts = facts(of: market, baseline: ready.baseline)
        facts.lowerBound = ready.capacity.diagnosis.lowerBound(on: plan, evaluation, in: problem)
        facts.capacityWarnings = ready.capacity.warnings
        facts.rejects = input.folder.rejects.count
        return DayPapers(
            input: input,
            plan: plan,
            candidates: standing.result.flatMap { $0.entries.isEmpty ? nil : CandidateLedger.csv($0) },
            market: market.rounds.isEmpty ? nil : MarketLedger.csv(market, in: problem),
            marketSection: MarketSection(standing, in: problem),
            evaluation: evaluation,
            baseline: ready.baseline,
            facts: facts
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

    private func facts(of market: DayMarket.Outcome, baseline: DayBaseline) -> RunFacts {
        var facts = RunFacts(
            engineVersion: request.engineVersion,
            seed: request.search.seed,
            seconds: market.search.elapsed,
            termination: Strings()[market.search.termination.phrase],
            iterations: market.search.iterations,
            baselineSource: baseline.source
        )
        facts.incumbents = market.search.incumbents
        return facts
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
