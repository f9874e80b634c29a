import CarrierPool
import Foundation
import Interchange
import LinearProgramming
import VehicleRouting

/// The carriers of a day, with the record that lies in the day folder.
struct DayPool {
    /// The folder within a day folder that holds the record of its carriers.
    static let historyName = "carrier-history"

    /// What the record says, or that it cannot be used, a sentence each.
    let warnings: [String]
    private let problem: Problem
    private let knowledge: PoolKnowledge

    /// A plan whose awards are allocated, and the record of all candidates as CSV; nil when nothing was given away.
    struct Allocated {
        var plan: Plan
        var candidates: String?
    }

    /// The pool of `problem`; the record is that of `carrier-history` in the folder `day`, if it has one.
    ///
    /// A record that cannot be used is no reason not to plan: carriers are then taken at their tariffs.
    init(of problem: Problem, in day: String) {
        self.problem = problem
        let path = "\(day)/\(Self.historyName)"
        guard !problem.carriers.isEmpty, FileManager.default.fileExists(atPath: path) else {
            knowledge = PoolKnowledge()
            warnings = []
            return
        }
        do throws(CarrierHistoryError) {
            let folder = try CarrierHistoryReader.read(path)
            let moment = problem.epoch.map { Date(timeIntervalSince1970: Double($0)) }
            let last = CarrierHistory(folder).span?.last ?? .distantPast
            knowledge = PoolKnowledge(folder, at: moment ?? last)
            let count = folder.rejects.count
            warnings =
                count == 0
                ? [] : [Strings().text(.historyRejects, ["count": "\(count)", "path": path])]
        } catch {
            knowledge = PoolKnowledge()
            warnings = [Strings().text(.historyUnusable, ["cause": "\(error)"])]
        }
    }

    /// Allocates what no route of `plan` serves, within `seconds`.
    func allocate(_ plan: Plan, seconds: Double = 10) throws(LinearProgramError) -> Allocated {
        guard !problem.carriers.isEmpty, !(plan.awards.isEmpty && plan.unassigned.isEmpty) else {
            return Allocated(plan: plan, candidates: nil)
        }
        let outcome = try AllocateCarriers(problem, knowledge: knowledge).run(plan, seconds: seconds)
        return Allocated(plan: outcome.plan, candidates: CandidateLedger.csv(outcome.result))
    }
}
