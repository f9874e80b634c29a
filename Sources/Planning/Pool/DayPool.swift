import CarrierPool
import Foundation
import Interchange
import LinearProgramming
import RouteSearch
import VehicleRouting

/// The carriers of a day, with the record that lies in the day folder.
struct DayPool {
    /// The folder within a day folder that holds the record of its carriers.
    static let historyName = "carrier-history"

    /// What the record says, or that it cannot be used, a sentence each.
    let warnings: [String]
    let problem: Problem
    /// The allocation that decides who gets what.
    var allocation: AllocateCarriers

    /// The pool of `problem` with this knowledge of it.
    init(of problem: Problem, knowledge: PoolKnowledge, decided: Seconds = 0) {
        self.problem = problem
        allocation = AllocateCarriers(problem, knowledge: knowledge, decided: decided)
        warnings = []
    }

    /// The pool of `problem`; the record is that of `carrier-history` in the folder `day`, if it has one.
    ///
    /// A record that cannot be used is no reason not to plan: carriers are then taken at their tariffs.
    ///
    /// - Parameter decided: When carriers are asked, in seconds of the day; lead times count from there.
    init(of problem: Problem, in day: String, decided: Seconds) {
        self.problem = problem
        let path = "\(day)/\(Self.historyName)"
        var knowledge = PoolKnowledge()
        var warnings: [String] = []
        if !problem.carriers.isEmpty, FileManager.default.fileExists(atPath: path) {
            do {
                let folder = try HistoryFolder.read(path)
                let moment = problem.epoch.map { Date(timeIntervalSince1970: Double($0)) }
                let last = CarrierHistory(folder).span?.last ?? .distantPast
                knowledge = PoolKnowledge(folder, at: moment ?? last)
                if !folder.rejects.isEmpty {
                    let count = "\(folder.rejects.count)"
                    warnings = [Strings().text(.historyRejects, ["count": count, "path": path])]
                }
            } catch {
                warnings = [Strings().text(.historyUnusable, ["cause": "\(error)"])]
            }
        }
        self.warnings = warnings
        allocation = AllocateCarriers(problem, knowledge: knowledge, decided: decided)
    }

    /// The pool of a day folder that has been read.
    init(_ input: DayInput, _ request: PlanDay.Request) {
        self.init(of: input.problem, in: request.day, decided: Self.decided(input, request))
        allocation.seed = request.search.seed
    }

    /// The second of the day from which carriers' notice counts: as asked, else as the day says, else its beginning.
    static func decided(_ input: DayInput, _ request: PlanDay.Request) -> Seconds {
        guard let moment = request.plannedAt, let epoch = input.problem.epoch else {
            return input.folder.settings.plannedAt ?? 0
        }
        return Int(moment.timeIntervalSince1970.rounded()) - epoch
    }

    /// Whether there is anybody to give to.
    var hasCarriers: Bool { !problem.carriers.isEmpty }

    /// The problem as the own fleet sees it when nobody else drives: what is left out costs its own price.
    var closed: Problem {
        var own = problem
        own.carriers = []
        return own
    }

    /// The problem as the own fleet sees it beside the pool: leaving a task costs what the pool asks for it, or its own
    /// price if that is less.
    func priced(_ marginals: PoolMarginals) -> Problem {
        let prices = allocation.poolPrices(marginals)
        var own = closed
        for index in own.jobs.indices {
            guard let price = prices[.job(index)] else { continue }
            own.jobs[index].unassignedCost = min(own.jobs[index].unassignedCost ?? price, price)
        }
        for index in own.shipments.indices {
            guard let price = prices[.pickup(index)] else { continue }
            own.shipments[index].unassignedCost = min(own.shipments[index].unassignedCost ?? price, price)
        }
        return own
    }
}
