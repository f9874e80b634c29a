internal import CarrierPool
internal import Foundation

/// What one load of a tender is expected to cost from now on.
public struct TenderExpectation: Hashable, Sendable {
    /// The load.
    public var load: String
    /// The carriers that can still be asked and answer in time, in the order of asking.
    public var asked: [String]
    /// Those for whom there is no time any more.
    public var late: [String]
    /// Σᵢ [Π_{j<i} (1 − aⱼ)] aᵢ cᵢ + Π (1 − aⱼ) c_spot over those asked, in currency: for a placed load what its carrier
    /// costs, for one that nobody took c_spot, for one taken back 0.
    ///
    /// Nil where the requests do not say what a carrier costs, how likely it accepts, or what nobody costs.
    public var cost: Double?
    /// The probability that nobody takes it; nil where the requests do not say how likely a carrier accepts.
    public var nobody: Double?

    /// The expectation at `now` for `load`, which is on `board`.
    init?(_ load: String, on board: TenderBoard, now: Date) {
        guard let request = board.request(of: load), let state = board.state(of: load) else { return nil }
        self.load = load
        (asked, late) = ([], [])
        switch state {
        case .placed(let carrier):
            (cost, nobody) = (request.steps.first { $0.carrier == carrier }?.cost, 0)
        case .withdrawn: (cost, nobody) = (0, 0)
        case .exhausted: (cost, nobody) = (request.spotCost, 1)
        case .open:
            let steps = Self.inTime(board.undecided(of: load), of: request, on: board, now: now)
            asked = steps.map(\.carrier)
            late = board.undecided(of: load).map(\.carrier).filter { !asked.contains($0) }
            let offers = steps.compactMap { step in
                step.acceptance.map { TenderWaterfall.Step(cost: step.cost ?? 0, acceptance: $0) }
            }
            guard offers.count == steps.count else { return }
            let waterfall = TenderWaterfall(steps: offers, spotCost: request.spotCost ?? 0)
            nobody = waterfall.spotProbability
            if request.spotCost != nil, steps.allSatisfy({ $0.cost != nil }) { cost = waterfall.expectedCost }
        }
    }

    /// The steps that can all let their time run out before the answer is needed; of a broadcast each by itself.
    private static func inTime(
        _ steps: [TenderRequest.Step],
        of request: TenderRequest,
        on board: TenderBoard,
        now: Date
    ) -> [TenderRequest.Step] {
        let deadlines = Dictionary(
            uniqueKeysWithValues: board.openOffers(of: request.load).map { ($0.carrier, $0.deadline) }
        )
        var moment = max(now, request.start)
        var kept: [TenderRequest.Step] = []
        for step in steps {
            let deadline = deadlines[step.carrier] ?? moment.addingTimeInterval(step.answerTime)
            guard deadline <= request.latestAnswer else {
                if request.mode == .broadcast { continue }
                break
            }
            kept.append(step)
            if request.mode == .waterfall { moment = deadline }
        }
        return kept
    }
}

extension TenderLoads.Outcome {
    /// Writes what each load is expected to cost as CSV, and their sum in the last row.
    public func writeCosts(to path: String) throws {
        try OutputFile.write(expected.csv.utf8, to: path)
    }
}

extension [TenderExpectation] {
    /// What all loads are expected to cost whose requests say so, in currency, and how many these are.
    public var total: (cost: Double, loads: Int) {
        let costs = compactMap(\.cost)
        return (costs.reduce(0, +), costs.count)
    }

    /// A row a load: `load`, `asked`, `no_time_for`, `expected_cost`, `p_nobody`, and a last row with the sum.
    var csv: String {
        var table = CSVText(header: ["load", "asked", "no_time_for", "expected_cost", "p_nobody"])
        for item in self {
            table.append([
                .text(item.load), .text(item.asked.joined(separator: " > ")),
                .text(item.late.joined(separator: " > ")),
                .plain(item.cost.map { decimals($0, 2) } ?? ""),
                .plain(item.nobody.map { decimals($0, 4) } ?? ""),
            ])
        }
        let nobody = compactMap(\.nobody).reduce(0, +)
        table.append([
            .plain("total"), .plain(""), .plain(""), .plain(decimals(total.cost, 2)),
            .plain(decimals(nobody, 4)),
        ])
        return table.text
    }
}
