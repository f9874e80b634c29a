import CarrierPool
import RouteSearch
import VehicleRouting

/// Own fleet and carriers as one market.
///
/// Rounds: the fleet is planned at what the pool asks for each order; what it leaves is allocated; the duals of the allocation
/// are the next prices.  The first three rounds begin where the day does, at prices that differ much: no pool, effective
/// prices, effective prices and duals.  An annealing that begins with a good plan and is too short to find a better one
/// returns it, so what one round finds would bind the next.  The others polish the best plan so far at the prices that have
/// settled, and the best plan of all rounds by total effective cost is the answer.
///
/// The first round knows no prices: the fleet drives what it can.  So the answer is never worse than giving away what a
/// round of that length leaves over.
struct DayMarket {
    /// One round, for the record.
    struct Round {
        /// What the fleet knew of the pool.
        enum Prices: String {
            /// Nothing.
            case none
            /// Effective prices, as if carriers had room for all.
            case open
            /// Effective prices and what limits and shares were worth in the rounds before.
            case settled
        }

        let prices: Prices
        let standing: MarketStanding
        let iterations: Int
    }

    /// What the rounds came to.
    struct Outcome {
        /// The plan of the best round.
        var best: MarketStanding
        /// All rounds in their order; none without carriers.
        var rounds: [Round]
        /// What the searches of all rounds did together, on one clock; with carriers its better plans are those of rounds,
        /// at total effective cost.
        var search: SearchResult
    }

    /// How much has been searched.
    struct Effort {
        /// Iterations, over all threads.
        var iterations = 0
        /// Wall-clock seconds.
        var seconds = 0.0

        mutating func add(_ result: SearchResult) {
            iterations += result.iterations
            seconds += result.elapsed
        }
    }

    /// A search of one round: the problem, the parameters, a plan to begin with, and what was searched before it.
    typealias Search = (Problem, SearchParameters, Plan?, _ before: Effort) -> SearchResult

    let pool: DayPool

    /// A round before it is run.
    private struct Stage {
        let prices: Round.Prices
        /// Its share of seconds and iterations; the last round has what is left.
        let share: Double
        /// Whether it begins where the day does; otherwise it polishes the best plan so far.
        let isFresh: Bool
    }

    private static let stages = [
        Stage(prices: .none, share: 0.15, isFresh: true),
        Stage(prices: .open, share: 0.25, isFresh: true),
        Stage(prices: .settled, share: 0.25, isFresh: true),
        Stage(prices: .settled, share: 0.15, isFresh: false),
        Stage(prices: .settled, share: 1, isFresh: false),
    ]
    /// How warm a round begins that polishes, as a part of the usual temperature.
    private static let polish = 0.1

    /// Searches in rounds within `parameters`, from `start` if there is one.
    func run(_ parameters: SearchParameters, from start: Plan?, search: Search) throws -> Outcome {
        let seconds = Self.allocationSeconds(of: parameters)
        guard pool.hasCarriers else {
            let result = search(pool.problem, parameters, start, Effort())
            let standing = try MarketStanding(result.plan, in: pool, seconds: seconds)
            return Outcome(best: standing, rounds: [], search: result)
        }
        var state = MarketState(began: .now, parameters: parameters)
        for stage in Self.stages {
            var part = state.share(stage.share)
            if !stage.isFresh { part.warmth = Self.polish }
            let begin = stage.isFresh ? start : state.bestPlan
            let problem = problem(at: stage.prices, state.marginals)
            let result = search(problem, part, begin?.ownPart, state.effort)
            let standing = try MarketStanding(result.plan, in: pool, seconds: seconds)
            state.note(Round(prices: stage.prices, standing: standing, iterations: result.iterations), result)
            if state.isOver { break }
        }
        return state.outcome
    }

    /// What the fleet sees of the day.
    private func problem(at prices: Round.Prices, _ marginals: PoolMarginals) -> Problem {
        switch prices {
        case .none: pool.closed
        case .open: pool.priced(PoolMarginals())
        case .settled: pool.priced(marginals)
        }
    }

    /// Wall-clock seconds for an allocation: a fiftieth of what the search has, at least one and at most ten.
    ///
    /// A run without a time limit is to be repeatable, so no clock ends its allocations either.
    static func allocationSeconds(of search: SearchParameters) -> Double? {
        search.seconds.map { min(max($0 / 50, 1), 10) }
    }
}

/// What the rounds have come to so far.
private struct MarketState {
    let began: ContinuousClock.Instant
    let parameters: SearchParameters
    private(set) var effort = DayMarket.Effort()
    private var search: SearchResult?
    private var rounds: [DayMarket.Round] = []
    private var best: MarketStanding?
    /// What binds in the allocations: the mean of all rounds, so that prices settle instead of swinging.
    private(set) var marginals = PoolMarginals()

    init(began: ContinuousClock.Instant, parameters: SearchParameters) {
        self.began = began
        self.parameters = parameters
    }

    /// The best plan so far.
    var bestPlan: Plan? { best?.plan }

    /// The parameters of a round that has `share` of the whole, or what is left of it.
    func share(_ share: Double) -> SearchParameters {
        var part = parameters
        part.seconds = parameters.seconds.map { seconds in
            let left = max(seconds - began.duration(to: .now) / .seconds(1), 0)
            return min(seconds * share, left)
        }
        part.iterations = parameters.iterations.map { iterations in
            let done = effort.iterations / max(parameters.threads, 1)
            return min(Int(Double(iterations) * share), max(iterations - done, 0))
        }
        return part
    }

    /// Whether nothing is left to do or nobody waits for it.
    var isOver: Bool { search?.termination == .cancelled || search?.termination == .nothingToDo }

    mutating func note(_ round: DayMarket.Round, _ result: SearchResult) {
        rounds.append(round)
        effort.add(result)
        var whole = search ?? result
        if search == nil {
            whole.incumbents = []
        } else {
            whole.arms.add(result.arms)
        }
        whole.iterations = effort.iterations
        whole.elapsed = effort.seconds
        whole.termination = result.termination
        if best.map({ round.standing.objective < $0.objective }) ?? true {
            best = round.standing
            whole.plan = round.standing.plan
            if var found = result.incumbents.last {
                // Costs within a round are at that round's prices and compare with no other round's.
                found.seconds = effort.seconds
                found.iterations = effort.iterations
                found.cost = round.standing.total
                found.unassigned = round.standing.plan.unassigned.count
                found.routes = round.standing.plan.routes.count { !$0.visits.isEmpty }
                whole.incumbents.append(found)
            }
        }
        search = whole
        let binding = round.standing.result?.marginals ?? PoolMarginals()
        marginals = marginals.blended(with: binding, weight: 1 / Double(rounds.count))
    }

    var outcome: DayMarket.Outcome {
        guard let best, let search else { preconditionFailure("a market without a round") }
        return DayMarket.Outcome(best: best, rounds: rounds, search: search)
    }
}

extension Plan {
    /// The routes, with everything else left out: the fleet's problem has no carriers.
    var ownPart: Plan {
        Plan(routes: routes, unassigned: unassigned + awards.map { Unassigned($0.task) })
    }
}
