import CarrierPool
import RouteSearch
import VehicleRouting

/// Own fleet and carriers as one market.
///
/// Rounds: the fleet is planned at what the pool asks for each order; what it leaves is allocated; the duals of the allocation
/// are the next prices.  Short rounds find the prices, the last two have most of the time, each begins with the fleet's part
/// of the best plan so far, and the best plan of all rounds by total effective cost is the answer.
///
/// The first round knows no prices: the fleet drives what it can.  So the answer is never worse than giving away what a
/// round of that length leaves over.  There are two long rounds because the plan of one may leave more than the pool can
/// take at its prices, and is then no improvement.
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

    /// The share of seconds and iterations of each round; the last has what is left.
    private static let shares = [0.15, 0.1, 0.1, 0.1, 0.25, 1]
    /// The first round that is long: the next one once prices are stable.
    private static let firstLong = 4
    /// Prices that moved by less than this, relatively, are stable.
    private static let stable = 0.02

    /// Searches in rounds within `parameters`, from `start` if there is one.
    func run(_ parameters: SearchParameters, from start: Plan?, search: Search) throws -> Outcome {
        let seconds = Self.allocationSeconds(of: parameters)
        guard pool.hasCarriers else {
            let result = search(pool.problem, parameters, start, Effort())
            let standing = try MarketStanding(result.plan, in: pool, seconds: seconds)
            return Outcome(best: standing, rounds: [], search: result)
        }
        var state = MarketState(began: .now, parameters: parameters, start: start?.ownPart)
        var problem = pool.closed
        var prices = Round.Prices.none
        var number = 0
        while true {
            let result = search(problem, state.share(Self.shares[number]), state.start, state.effort)
            let standing = try MarketStanding(result.plan, in: pool, seconds: seconds)
            state.note(Round(prices: prices, standing: standing, iterations: result.iterations), result)
            if number == Self.shares.count - 1 || state.isOver { break }
            let marginals = state.settle(standing.result?.marginals ?? PoolMarginals(), isFirst: number == 0)
            prices = number == 0 ? .open : .settled
            let next = pool.priced(marginals)
            let isStable = number > 0 && Self.isClose(problem, next)
            problem = next
            number = isStable ? max(number + 1, Self.firstLong) : number + 1
        }
        return state.outcome
    }

    /// Whether no price of leaving out moved by more than a little.
    private static func isClose(_ first: Problem, _ second: Problem) -> Bool {
        let pairs =
            zip(first.jobs, second.jobs).map { ($0.unassignedCost, $1.unassignedCost) }
            + zip(first.shipments, second.shipments).map { ($0.unassignedCost, $1.unassignedCost) }
        return pairs.allSatisfy { old, new in
            guard let old, let new else { return old == new }
            return abs(Double(new.ticks - old.ticks)) <= stable * Double(max(old.ticks, 1))
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
    /// Where the next round begins.
    var start: Plan?
    private(set) var effort = DayMarket.Effort()
    private var search: SearchResult?
    private var rounds: [DayMarket.Round] = []
    private var best: MarketStanding?
    private var marginals = PoolMarginals()
    private var settled = 0

    init(began: ContinuousClock.Instant, parameters: SearchParameters, start: Plan?) {
        self.began = began
        self.parameters = parameters
        self.start = start
    }

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
        // The fleet's part of the best plan so far: at other prices it is a plan like any other.
        if let best {
            start = best.plan.ownPart
        }
    }

    /// Takes in what binds after a round: the mean of all rounds at prices, so that prices settle instead of swinging.
    mutating func settle(_ new: PoolMarginals, isFirst: Bool) -> PoolMarginals {
        guard !isFirst else { return PoolMarginals() }
        settled += 1
        marginals = marginals.blended(with: new, weight: 1 / Double(settled))
        return marginals
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
