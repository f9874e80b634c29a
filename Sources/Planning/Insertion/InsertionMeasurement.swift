internal import Foundation
internal import VehicleRouting

/// Measures how long answers take: random orders against one plan that stays in memory, as in a running service.
///
/// Times are those of the processor, so that other programs on the machine do not count.  Each order is made of the parts
/// of three orders of the problem: place, goods, windows.  What is timed is everything from the order to its places; every
/// answer is then confirmed by `PlanEvaluation`.
public struct InsertionMeasurement {
    private let count: Int
    private let plan: String
    private let problem: String?

    /// `count` orders into the plan at `plan`.
    public init(of count: Int, into plan: String, problem: String?) {
        self.count = count
        self.plan = plan
        self.problem = problem
    }

    /// The milliseconds of half of the answers, of 99 in 100 and of the slowest, for jobs and for shipments.
    public func run() throws -> String {
        let given = try GivenPlan(at: plan, problem: problem)
        let finder = PlaceFinder(given.plan, in: given.problem)
        var random = SeededRandom(seed: 1, stream: "insertions")
        return ["jobs", "shipments"].enumerated().map { kind, name in
            var times: [Double] = []
            var served = 0
            for _ in 0..<max(count, 1) {
                let order = order(given.problem, &random)
                let began = clock()
                var extended = given.problem
                let task: TaskReference
                if kind == 0 {
                    extended.jobs.append(order.delivery)
                    task = .job(extended.jobs.count - 1)
                } else {
                    extended.shipments.append(order)
                    task = .pickup(extended.shipments.count - 1)
                }
                let places = finder.places(for: task, in: extended, count: 3)
                times.append(1000 * Double(clock() - began) / Double(CLOCKS_PER_SEC))
                served += places.isEmpty ? 0 : 1
                for place in places { confirm(place, given.plan, given.problem, extended) }
            }
            times.sort()
            let figures = [times[times.count / 2], times[times.count * 99 / 100], times[times.count - 1]]
            let shown = figures.map { Strings().number($0, digits: 2) }
            return
                "\(times.count) \(name), \(served) placed: p50 \(shown[0]) ms, p99 \(shown[1]) ms, max \(shown[2]) ms"
        }.joined(separator: "\n")
    }

    /// An order of the parts of three others; for a job only its delivery counts.
    private func order(_ problem: Problem, _ random: inout SeededRandom) -> Shipment {
        func any() -> Job { random.element(of: problem.jobs) }
        var goods = any()
        goods.id = "measured"
        goods.location = any().location
        goods.timeWindows = any().timeWindows
        var pickup = Job(id: "measured", location: any().location)
        pickup.service = goods.service
        var order = Shipment(pickup: pickup, delivery: goods, amount: goods.delivery)
        order.skills = goods.skills
        order.regime = goods.regime
        return order
    }

    private func confirm(_ place: InsertionPlace, _ plan: Plan, _ problem: Problem, _ extended: Problem) {
        let before = PlanEvaluation(Plan(routes: plan.routes), in: problem)
        let after = PlanEvaluation(Plan(routes: place.applied(to: plan).routes), in: extended)
        precondition(after.ledger.total - before.ledger.total == place.cost, "a place has another cost")
        let known = before.routes.reduce(0) { $0 + $1.violations.count }
        let broken = after.routes.reduce(0) { $0 + $1.violations.count }
        precondition(broken <= known, "a place breaks a promise")
    }
}
