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

    /// Reads, allocates, checks and writes.
    public func run() throws -> Outcome {
        var target = try OutputFolder(at: output)
        let given = try GivenProblem(at: problem, rounding: nil)
        let read = try PlanFile.plan(PlanFile.read(plan, in: given.problem), in: given.problem)
        let record = try history.map { try CarrierHistoryReader.read($0) }
        let moment = start ?? given.problem.epoch.map { Date(timeIntervalSince1970: Double($0)) }
        let knowledge = record.map { folder in
            PoolKnowledge(folder, at: moment ?? CarrierHistory(folder).span?.last ?? .distantPast)
        }
        let allocation = AllocateCarriers(
            given.problem,
            knowledge: knowledge ?? PoolKnowledge(),
            decided: decided(in: given.problem)
        )
        let found = try allocation.run(read)
        let evaluation = PlanEvaluation(found.plan, in: given.problem)
        let written = WrittenPlan(found.plan, evaluation: evaluation, in: given.problem)
        try SelfCheck.confirm(written, in: given.problem)
        try target.write(
            PlanFile.text(for: written, in: given.problem, warnings: given.warnings).utf8,
            as: "plan.json"
        )
        try target.write(CandidateLedger.csv(found.result).utf8, as: CandidateLedger.fileName)
        if let start, let requests = try requests(for: found, in: given.problem, from: start) {
            try target.write(requests, as: Self.requestsName)
        }
        let result = found.result
        let money = Strings()
        return Outcome(
            awards: Dictionary(grouping: result.awards.values) { $0 }.mapValues(\.count),
            left: result.left,
            cost: result.cost.map { cost in
                let code = given.problem.currency.map { "\($0.code) " } ?? ""
                return code + money.number(cost, digits: 2)
            },
            shortfalls: result.shortfalls.mapValues { Int($0.rounded()) },
            rejects: record?.rejects.count ?? 0,
            files: try target.publish(removing: [Self.requestsName])
        )
    }

    /// Seconds of the day at which carriers are asked; the start of the day when that is not known.
    private func decided(in problem: Problem) -> Seconds {
        guard let start, let epoch = problem.epoch else { return 0 }
        return Int(start.timeIntervalSince1970) - epoch
    }

    /// For each order given away, the carrier of the allocation first and the other candidates by effective price.
    ///
    /// The answer is needed when the goods have to leave the depot for the end of the first window.
    private func requests(
        for found: AllocateCarriers.Outcome,
        in problem: Problem,
        from start: Date
    ) throws -> Data? {
        guard let epoch = problem.epoch else { return nil }
        let candidates = Dictionary(grouping: found.result.ledger, by: \.candidate.lot)
        let requests = found.plan.awards.map { award in
            let lot = found.names[award.task] ?? ""
            let ranked = (candidates[lot] ?? []).filter { $0.candidate.exclusion == nil }.sorted {
                ($1.isChosen ? 1 : 0, $0.candidate.price.total) < (
                    $0.isChosen ? 1 : 0, $1.candidate.price.total
                )
            }
            let closes = problem.visit(award.task).timeWindows.first?.closes ?? 86_400
            let latest = epoch + closes - problem.drive(to: award.task)
            return TenderRequest(
                load: lot,
                mode: isEmergency ? .broadcast : .waterfall,
                steps: ranked.map { .init(carrier: $0.candidate.carrier, answerTime: answerTime) },
                start: start,
                latestAnswer: Date(timeIntervalSince1970: Double(latest))
            )
        }
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(requests)
    }
}

extension Problem {
    /// Seconds of driving from the nearest depot the goods may come from, or from a shipment's pickup, in the first
    /// profile by name.
    fileprivate func drive(to task: TaskReference) -> Seconds {
        guard let matrix = matrices.min(by: { $0.key < $1.key })?.value else { return 0 }
        switch task {
        case .job(let index):
            let origins = jobs[index].depots.isEmpty ? Set(depots.indices) : jobs[index].depots
            return origins.map { matrix.duration(from: depots[$0].location, to: jobs[index].location) }.min()
                ?? 0
        case .pickup: return 0
        case .delivery(let index):
            return matrix.duration(
                from: shipments[index].pickup.location,
                to: shipments[index].delivery.location
            )
        }
    }
}
