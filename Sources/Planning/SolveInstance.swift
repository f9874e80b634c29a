public import Interchange
public import Logging
public import RouteSearch
internal import VehicleRouting

/// Solves a published instance, or a problem in VROOM's JSON, and writes the answer to a file.
public struct SolveInstance: Sendable {
    /// What came of it.
    public struct Outcome: Hashable, Sendable {
        /// What the plan costs, in the file's own unit and number of decimals.
        public var cost: String
        /// How many routes it has.
        public var routes: Int
        /// How many jobs and shipments it leaves out.
        public var unassigned: Int
        /// Whether nothing is left out that should have been served, and no promise is broken.
        public var isFeasible: Bool
        /// What is odd about the file, a sentence each.
        public var warnings: [String]
        /// Iterations done, over all threads.
        public var iterations: Int
        /// Seconds the search took.
        public var seconds: Double
        /// Why the search ended.
        public var termination: Termination
    }

    private let path: String
    private let output: String
    private let rounding: Rounding?
    private let parameters: SearchParameters
    private let trace: String?

    /// The problem in the file `path`, solved within `parameters` into the file `output`.
    ///
    /// - Parameters:
    ///   - rounding: How an instance's numbers become whole; nil for the customary way of its format.
    ///   - trace: The file that receives what the search did, as JSON lines; nil for none.
    public init(
        _ path: String,
        output: String,
        rounding: Rounding? = nil,
        parameters: SearchParameters,
        trace: String? = nil
    ) {
        self.path = path
        self.output = output
        self.rounding = rounding
        self.parameters = parameters
        self.trace = trace
    }

    /// Reads, solves, checks and writes.
    ///
    /// - Parameters:
    ///   - shouldStop: Asked often, from any thread; true ends the search with the best plan so far.
    ///   - onProgress: Told about ten times a second, from one thread at a time.
    public func run(
        logger: Logger,
        shouldStop: @escaping @Sendable () -> Bool,
        onProgress: @escaping @Sendable (RunProgress) -> Void
    ) throws -> Outcome {
        try OutputFile.check(output)
        if let trace { try OutputFile.check(trace) }
        onProgress(RunProgress(.reading))
        let given = try GivenProblem(at: path, rounding: rounding)
        let format = try SolutionFormat(of: output, for: given)
        let problem = given.problem
        logger.debug("\(path): \(problem.jobs.count) jobs, \(problem.shipments.count) shipments")
        let result = RouteSolver(problem).solve(
            parameters,
            shouldStop: shouldStop,
            onProgress: RunProgress.searching(
                within: parameters.seconds,
                cost: { given.text(of: $0) },
                report: onProgress
            )
        )
        if let trace {
            let text = try TraceFile(
                of: result,
                within: parameters,
                for: problem,
                input: path,
                unitsPerOne: given.unitsPerOne
            ).text
            try OutputFile.write(text.utf8, to: trace)
        }
        onProgress(RunProgress(.explaining))
        let plan = ExplainUnassigned(problem).run(Plan(routes: result.plan.routes).completed(in: problem))
        onProgress(RunProgress(.checking))
        let evaluation = PlanEvaluation(plan, in: problem)
        let text = try format.confirmedText(of: plan, evaluation: evaluation, for: given)
        try OutputFile.write(text.utf8, to: output)
        return Outcome(
            cost: given.text(of: evaluation.cost),
            routes: plan.routes.count { !$0.visits.isEmpty },
            unassigned: plan.unassigned.count,
            isFeasible: given.isSolved(by: plan, evaluation),
            warnings: given.warnings,
            iterations: result.iterations,
            seconds: result.elapsed,
            termination: result.termination
        )
    }
}

/// The forms in which a single plan is written.
private enum SolutionFormat {
    /// The routes and the cost of a published instance.
    case solution(Instance)
    /// VROOM's JSON with further keys.
    case json

    /// The form that the name of a file asks for.
    init(of path: String, for given: GivenProblem) throws(OutputError) {
        switch path.split(separator: ".").last?.lowercased() {
        case "json":
            self = .json
        case "sol":
            guard let instance = given.instance else { throw OutputError(.noSolutionFormat, path: path) }
            self = .solution(instance)
        default:
            throw OutputError(.unknownEnding, path: path)
        }
    }

    /// The text of a plan, once it has been read back and judged.
    func confirmedText(
        of plan: Plan,
        evaluation: PlanEvaluation,
        for given: GivenProblem
    ) throws -> String {
        let own = WrittenPlan(plan, evaluation: evaluation, in: given.problem)
        switch self {
        case .json:
            let text = PlanFile.text(for: own, in: given.problem, warnings: given.warnings)
            let written = try PlanFile.read(Array(text.utf8), in: given.problem)
            try SelfCheck.confirm(written, in: given.problem)
            return text
        case .solution(let instance):
            let cost = instance.text(of: evaluation.cost)
            let text = SolutionFile(plan: plan, statedCost: cost).text(for: instance)
            let read = try SolutionFile.read(Array(text.utf8), for: instance)
            let again = PlanEvaluation(read.plan, in: given.problem)
            try SelfCheck.confirm(
                WrittenPlan(read.plan, evaluation: again, in: given.problem),
                in: given.problem
            )
            precondition(read.agrees(with: again.cost, in: instance) == true, "the file states another cost")
            return text
        }
    }
}
