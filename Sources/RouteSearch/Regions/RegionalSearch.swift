internal import Synchronization
import VehicleRouting

/// How a large problem is searched region by region.
struct RegionParameters {
    /// Problems of more tasks are searched by regions.
    var mostTasksAtOnce = 2_000
    /// About how many tasks a region has.
    var regionSize = 800
    /// The part of the budget that goes into the first pass over a plan, 0 … 1.
    var foundingPart = 0.35
    /// How many passes with new borders follow it, at least 1.
    var laterPasses = 4
    /// How warm the annealing of a later pass begins, as a part of that of the first, 0 … 1.
    var warmth = 0.1
    /// Iterations per task in each pass of a search without any limit, at least 1.
    var unlimitedIterations = 200
}

/// A search of a problem too large to be searched at once.
///
/// The requests are cut into regions that get a plan each.  Then, pass by pass, the plan is cut anew into regions of
/// neighbouring routes, and each is searched by the engine for whole problems.  What that makes of a region is taken over
/// when it is better, so the whole never becomes worse.  Memory goes with the square of the tasks of one region per
/// thread, and with the tasks of the whole.
///
/// Regions of one pass share nothing: threads search them side by side, and the outcome does not depend on which thread
/// is the quicker.
struct RegionalSearch {
    let problem: Problem
    let parameters: SearchParameters
    let budget: SearchBudget
    let shouldStop: @Sendable () -> Bool
    let board: ProgressBoard
    var sizes = RegionParameters()

    /// The plan and what was done for it.
    struct Outcome {
        var plan: Plan
        var arms: ArmTable
        var iterations: Int
        var termination: Termination
    }

    /// What one pass may use for each of its regions.
    private struct Allowance {
        var seconds: Double?
        var iterations: Int?
        var warmth: Double
    }

    /// Searches until the budget is used up or `shouldStop`; the answer is never worse than `start`.
    ///
    /// The first plan is made whatever the budget, since there is no answer without it.
    func run(from start: Plan?) -> Outcome {
        let whole = SharedPlan(WholePlan(problem))
        guard let profile = problem.vehicles.first?.profile, let roads = problem.matrices[profile] else {
            return outcome(of: whole.plan, .nothingToDo)
        }
        let count = (problem.taskCount + sizes.regionSize - 1) / sizes.regionSize
        let first = FirstRegions(problem, requests: problem.requests, roads: roads)
            .regions(count: min(count, problem.vehicles.count))
        search(first, Allowance(seconds: nil, iterations: 0, warmth: 1), pass: 0, whole)
        if let start { whole.improve(with: start, in: problem) }
        var random = SearchRandom(seed: parameters.seed)
        for pass in 1... {
            let state = whole.plan
            let done = state.iterations / parameters.threads
            if shouldStop() { return outcome(of: state, .cancelled) }
            if budget.isOver(after: done) { return outcome(of: state, budget.termination(after: done)) }
            let regions = AdjacentRegions(
                problem,
                routes: state.routes,
                absent: state.absent,
                roads: roads
            ).regions(of: sizes.regionSize, random: &random)
            guard !regions.isEmpty else { return outcome(of: state, .nothingToDo) }
            search(
                regions,
                allowance(pass, regions: regions.count, done: state.iterations),
                pass: pass,
                whole
            )
        }
        return outcome(of: whole.plan, .iterations)
    }

    private func outcome(of state: WholePlan, _ termination: Termination) -> Outcome {
        assert(
            state.worth == PlanWorth(state.plan, in: problem, wholeTasks: problem.taskCount),
            "the regions' changes do not add up to what the whole costs"
        )
        return Outcome(
            plan: state.plan,
            arms: state.arms,
            iterations: state.iterations,
            termination: termination
        )
    }

    /// Shares what is left of the budget among the passes still to come and the regions of this one.
    private func allowance(_ pass: Int, regions: Int, done: Int) -> Allowance {
        let isFounding = pass == 1
        let passesLeft = max(sizes.laterPasses + 2 - pass, 1)
        let part = isFounding ? sizes.foundingPart : 1 / Double(passesLeft)
        let rounds = (regions + parameters.threads - 1) / parameters.threads
        var allowance = Allowance(warmth: isFounding ? 1 : sizes.warmth)
        allowance.seconds = parameters.seconds.map { max($0 - budget.elapsed, 0) * part / Double(rounds) }
        if let iterations = parameters.iterations {
            let left = max(iterations * parameters.threads - done, 0)
            // The last iterations, too few to be shared, go to the first regions.
            allowance.iterations = max(Int(Double(left) * part) / regions, min(left, 1))
        } else if parameters.seconds == nil {
            allowance.iterations = sizes.regionSize * sizes.unlimitedIterations
        }
        return allowance
    }

    /// Searches regions on as many threads as asked for, and takes over what is better.
    private func search(_ regions: [Region], _ allowance: Allowance, pass: Int, _ whole: SharedPlan) {
        let next = Mutex(0)
        runOnThreads(count: min(parameters.threads, regions.count)) { thread in
            while true {
                let index = next.withLock { next in
                    defer { next += 1 }
                    return next
                }
                // The first pass makes the plan there is nothing without.
                guard index < regions.count, pass == 0 || !shouldStop() && !isOutOfTime else { return }
                let result = search(regions[index], allowance, seed: UInt64(pass) << 32 | UInt64(index))
                let state = whole.take(result, of: regions[index])
                if pass > 0 || index == regions.count - 1 { tell(state, by: result.arm, thread: thread) }
            }
        }
    }

    private var isOutOfTime: Bool {
        parameters.seconds.map { budget.elapsed >= $0 } ?? false
    }

    private func search(_ region: Region, _ allowance: Allowance, seed: UInt64) -> RegionResult {
        let part = RegionProblem(region, of: problem)
        var own = SearchParameters(
            seconds: allowance.seconds,
            iterations: allowance.iterations,
            seed: parameters.seed &+ seed &* 0x9E37_79B9_7F4A_7C15
        )
        own.prices = part.inside(parameters.prices)
        own.warmth = allowance.warmth
        let start = part.start.routes.isEmpty ? nil : part.start
        let found = RouteSolver(part.problem).searchAtOnce(
            own,
            SearchBudget(own, began: .now),
            from: start,
            shouldStop: shouldStop
        )
        let before = PlanWorth(part.start, in: part.problem, wholeTasks: problem.taskCount)
        let after = PlanWorth(found.plan, in: part.problem, wholeTasks: problem.taskCount)
        return RegionResult(
            routes: after < before ? part.outside(found.plan) : nil,
            weightChange: after.weight - before.weight,
            costChange: after.cost - before.cost,
            arm: found.incumbents.last?.arm ?? .ruinAndRecreate,
            arms: found.arms,
            iterations: found.iterations
        )
    }

    private func tell(_ state: WholePlan, by arm: SearchArm, thread: Int) {
        board.note(
            BoardEntry(
                weight: Int64(state.worth.weight),
                cost: Int64(state.worth.cost.ticks),
                routes: state.routes.count,
                unassigned: state.absent.count,
                arm: arm,
                thread: thread
            ),
            after: state.iterations,
            island: 0,
            elapsed: budget.elapsed
        )
    }
}

/// The whole plan, for all threads.
private final class SharedPlan: Sendable {
    private let state: Mutex<WholePlan>

    init(_ plan: WholePlan) {
        state = Mutex(plan)
    }

    var plan: WholePlan { state.withLock { $0 } }

    func improve(with plan: Plan, in problem: Problem) {
        state.withLock { $0.improve(with: plan, in: problem) }
    }

    /// Takes over what was made of a region; returns the plan with it.
    func take(_ result: RegionResult, of region: Region) -> WholePlan {
        state.withLock { plan in
            plan.take(result, of: region)
            return plan
        }
    }
}
