/// Derives again what a tariff makes of a task.
struct TariffCheck {
    private let problem: Problem
    private let task: ReadTask
    /// The places it stops at, the last one the customer's.
    private let stops: [Job]
    /// Pairs of locations between which the goods may travel.
    private let ways: [(Int, Int)]
    /// Index of the regime on the label, box or not.
    private let regime: Int?

    init(of task: ReadTask, in problem: Problem) {
        self.problem = problem
        self.task = task
        switch task.task {
        case .job(let index):
            let job = problem.jobs[index]
            stops = [job]
            regime = job.regime
            let channels = ChannelCheck(problem)
            let rules = channels.rules(for: task)
            let origins = problem.depots.indices.filter { depot in
                (job.depots.isEmpty || job.depots.contains(depot))
                    && rules.allSatisfy { channels.ships($0, task, from: depot) }
            }
            ways = origins.map { (problem.depots[$0].location, job.location) }
        case .pickup(let index), .delivery(let index):
            let shipment = problem.shipments[index]
            stops = [shipment.pickup, shipment.delivery]
            regime = shipment.regime
            ways = [(shipment.pickup.location, shipment.delivery.location)]
        }
    }

    /// The price in ticks; each dimension's part is cut off to a whole tick.
    func ticks(by tariff: Tariff) -> Int {
        var wireUnits = tariff.perJob
        var ticks = 0
        for stop in stops {
            wireUnits += tariff.perStop
            let stay = stop.setup + stop.service
            ticks += 5 * stay * tariff.perHour
            if stay > tariff.freeWait { ticks += 5 * (stay - tariff.freeWait) * tariff.perWaitHour }
        }
        if let profile = problem.matrices.keys.min(), let matrix = problem.matrices[profile] {
            ticks += 5 * tariff.perHour * (ways.map { matrix.duration(from: $0.0, to: $0.1) }.min() ?? 0)
            if matrix.hasDistances {
                ticks +=
                    18 * tariff.perKilometre * (ways.map { matrix.distance(from: $0.0, to: $0.1) }.min() ?? 0)
            }
        }
        for load in [task.unloads, task.loads] { ticks += weigh(load, tariff) }
        for (label, amount) in tariff.surcharges where label == regime { wireUnits += amount }
        if let night = tariff.night, let customer = stops.last, isAtNight(customer.timeWindows, night) {
            wireUnits += night.amount
        }
        return max(18_000 * wireUnits + ticks, 18_000 * tariff.minimum)
    }

    private func weigh(_ load: Load, _ tariff: Tariff) -> Int {
        problem.dimensions.indices.filter { load.indices.contains($0) }.reduce(0) { sum, dimension in
            let amount = load[dimension]
            func price(_ charged: Int, _ rate: Int) -> Int {
                charged * rate * 18_000 / problem.dimensions[dimension].scale
            }
            let own = price(
                amount,
                tariff.perUnit.indices.contains(dimension) ? tariff.perUnit[dimension] : 0
            )
            let breaks = tariff.breaks.filter { $0.dimension == dimension }
            guard amount > 0 else { return sum + own }
            return sum + breaks.reduce(own) { min($0, price(max(amount, $1.from), $1.perUnit)) }
        }
    }

    private func isAtNight(_ windows: [TimeWindow], _ night: NightSurcharge) -> Bool {
        guard !windows.isEmpty else { return false }
        return windows.allSatisfy { window in
            // Tonight, the night before and after, on the day the window opens.
            let midnight = window.opens - window.opens.positiveRemainder(86_400)
            return [-86_400, 0].contains { shift in
                let begin = midnight + shift + night.from
                let end = midnight + shift + night.to + (night.to <= night.from ? 86_400 : 0)
                return begin <= window.opens && window.closes <= end
            }
        }
    }
}

extension Int {
    fileprivate func positiveRemainder(_ divisor: Int) -> Int {
        let rest = self % divisor
        return rest < 0 ? rest + divisor : rest
    }
}
