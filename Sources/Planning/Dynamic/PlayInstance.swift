internal import Interchange
internal import VehicleRouting

/// Plays a published instance as a day whose orders are revealed hour by hour, and compares ways to decide who leaves when.
public struct PlayInstance: Sendable {
    /// What came of one way to decide.
    public struct Line: Hashable, Sendable {
        /// The policy; nil for perfect hindsight.
        public var policy: DispatchPolicy?
        /// What all routes cost, in the file's own unit.
        public var cost: String
        /// The cost above that of perfect hindsight, as a share of it.
        public var excess: Double
        /// How many routes were driven.
        public var routes: Int
        /// How many orders were never served.
        public var missed: Int
    }

    /// A day played in several ways.
    public struct Outcome: Hashable, Sendable {
        /// How many orders were revealed.
        public var orders: Int
        /// In how many epochs.
        public var epochs: Int
        /// Perfect hindsight first, then the policies.
        public var lines: [Line]
    }

    private let path: String
    private let policies: [DispatchPolicy]
    private let seed: UInt64
    private let iterations: Int

    /// The instance in the file `path`, played under `policies` with `iterations` of each search.
    public init(_ path: String, policies: [DispatchPolicy], seed: UInt64, iterations: Int) {
        self.path = path
        self.policies = policies
        self.seed = seed
        self.iterations = iterations
    }

    /// Reads and plays; the same for equal seeds and iterations.
    public func run() throws -> Outcome {
        let given = try GivenProblem(at: path, rounding: nil)
        try Self.refuse(given.problem, path: path)
        let orders = RevealedOrders(like: given.problem)
        let run = DynamicRun(orders: orders, settings: .init(seed: seed, iterations: iterations))
        let ideal = run.playWithHindsight()
        let played = policies.map { (policy: $0, outcome: run.play($0)) }
        let lines = [(policy: DispatchPolicy?.none, outcome: ideal)] + played.map { ($0.policy, $0.outcome) }
        return Outcome(
            orders: ideal.orders,
            epochs: orders.epochs.count,
            lines: lines.map { policy, outcome in
                Line(
                    policy: policy,
                    cost: given.text(of: outcome.cost),
                    excess: Double(outcome.cost.ticks) / Double(max(ideal.cost.ticks, 1)) - 1,
                    routes: outcome.routes,
                    missed: outcome.missed
                )
            }
        )
    }

    /// Refuses what the rules of the game do not cover: shipments, several kinds of vehicles, no depot.
    private static func refuse(_ problem: Problem, path: String) throws(FormatError) {
        let kinds = Set(problem.vehicles.map(\.nameless))
        guard !problem.jobs.isEmpty, problem.shipments.isEmpty, kinds.count == 1, kinds.first?.start != nil
        else {
            throw FormatError(
                .unsupported(
                    "playing anything but jobs around one depot with one kind of vehicle",
                    remedy: "give such an instance"
                ),
                in: path
            )
        }
    }
}
