internal import CarrierPool
public import Foundation
internal import Interchange
internal import VehicleRouting

/// Gives what a written plan leaves to the pool to carriers, and says whom to ask in which order.
public struct AllocatePlan: Sendable {
    /// What came of it.
    public struct Outcome: Sendable {
        /// Orders given to each carrier, by its code.
        public var awards: [String: Int]
        /// Orders that nobody gets.
        public var left: [String]
        /// Effective prices and missed promises together, as shown; nil when nothing was found in time.
        public var cost: String?
        /// Promised orders not given, by carrier.
        public var shortfalls: [String: Int]
        /// What asking carriers in order is expected to cost, as shown, and how many orders nobody takes; nil without
        /// requests.
        public var tender: (cost: String, refused: Double)?
        /// Rows of the history that could not be used.
        public var rejects: Int
        /// The files written.
        public var files: [String]
    }

    /// The problem, JSON.
    public var problem: String
    /// The plan, JSON; its routes stay as they are.
    public var plan: String
    /// The folder to write to.
    public var output: String
    /// The carriers' record; nil to compare them by tariff.
    public var history: String?
    /// When carriers are asked first; nil for no requests, and for the record as of the day.
    public var start: Date?
    /// Seconds each carrier has to answer, above 0.
    public var answerTime = 1_800.0
    /// Whether all carriers are asked at once.
    public var isEmergency = false

    /// An allocation for `plan`, written to the folder `output`.
    public init(problem: String, plan: String, output: String) {
        self.problem = problem
        self.plan = plan
        self.output = output
    }

    private static let requestsName = "tender-requests.json"
    private static let allNames = [requestsName, TenderPlan.fileName]

    /// Reads, allocates, checks and writes.
    public func run() throws -> Outcome {
        var target = try OutputFolder(at: output)
        let given = try GivenProblem(at: problem, rounding: nil)
        if start != nil, given.problem.epoch == nil { throw TenderError(.noDay, path: problem) }
        let read = try PlanFile.plan(PlanFile.read(plan, in: given.problem), in: given.problem)
        let record = try history.map { try HistoryFolder.read($0) }
        let day = given.problem.epoch.map { Date(timeIntervalSince1970: Double($0)) }
        let knowledge = record.map { folder in
            let last = CarrierHistory(folder).span?.last ?? .distantPast
            return PoolKnowledge(folder, at: start ?? day ?? last, day: day)
        }
        let allocation = AllocateCarriers(
            given.problem,
            knowledge: knowledge ?? PoolKnowledge(),
            decided: decided(in: given.problem)
        )
        let found = try allocation.run(read)
        let evaluation = PlanEvaluation(found.plan, in: given.problem)
        let written = WrittenPlan(found.plan, evaluation: evaluation, in: given.problem)
        try target.write(
            PlanFile.text(for: written, in: given.problem, warnings: given.warnings).utf8,
            as: "plan.json"
        )
        try SelfCheck.confirm(target, problem: given.problem)
        try target.write(CandidateLedger.csv(found.result).utf8, as: CandidateLedger.fileName)
        var tender: TenderPlan?
        if let start, let epoch = given.problem.epoch {
            let plan = TenderPlan(
                found,
                of: allocation,
                start: start,
                midnight: Date(timeIntervalSince1970: Double(epoch)),
                answerTime: answerTime,
                mode: isEmergency ? .broadcast : .waterfall
            )
            try target.write(try plan.requestsJSON(), as: Self.requestsName)
            try target.write(plan.csv().utf8, as: TenderPlan.fileName)
            tender = plan
        }
        let result = found.result
        func money(_ amount: Double) -> String {
            let code = given.problem.currency.map { "\($0.code) " } ?? ""
            return code + Strings().number(amount, digits: 2)
        }
        return Outcome(
            awards: Dictionary(grouping: result.awards.values) { $0 }.mapValues(\.count),
            left: result.left,
            cost: result.ledger.map { money($0.total) },
            shortfalls: result.shortfalls.mapValues { Int($0.rounded()) },
            tender: tender.map { (money($0.expectedCost), $0.expectedRefusals) },
            rejects: record?.rejects.count ?? 0,
            files: try target.publish(removing: Self.allNames)
        )
    }

    /// Seconds of the day at which carriers are asked; the start of the day when that is not known.
    private func decided(in problem: Problem) -> Seconds {
        guard let start, let epoch = problem.epoch else { return 0 }
        return Int(start.timeIntervalSince1970) - epoch
    }
}
