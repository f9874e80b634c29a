import VehicleRouting

/// The greatest unit of cost in which every rate, fixed cost and price of a problem is a whole number.
struct CostScale {
    /// Ticks of `Cost` in one search unit, at least 1.
    var ticksPerUnit: Int64

    init(_ problem: Problem) {
        var divisor: Int64 = 0
        for vehicle in problem.vehicles {
            let costs = vehicle.costs
            for rate in [costs.fixed, costs.perStop] {
                divisor = Self.gcd(divisor, Int64(rate * Cost.ticksPerWireUnit))
            }
            let perSecond = [costs.perTaskHour, costs.perWaitHour, costs.overtimePerHour]
            for rate in perSecond { divisor = Self.gcd(divisor, Int64(rate * Cost.ticksPerSecond)) }
            if problem.matrices[vehicle.profile]?.costs.isEmpty == false {
                divisor = Self.gcd(divisor, Int64(Cost.ticksPerWireUnit))
            } else {
                divisor = Self.gcd(divisor, Int64(costs.perKilometre * Cost.ticksPerMetre))
                divisor = Self.gcd(divisor, Int64(costs.perHour * Cost.ticksPerSecond))
            }
        }
        for visit in problem.jobs + problem.shipments.flatMap({ [$0.pickup, $0.delivery] }) {
            guard let due = visit.due else { continue }
            divisor = Self.gcd(divisor, Int64(due.latePerHour * Cost.ticksPerSecond))
            if due.decay != nil { divisor = Self.gcd(divisor, Int64(Cost.ticksPerWireUnit)) }
        }
        for task in problem.requests {
            if let price = problem.leaveOutPrice(of: task) { divisor = Self.gcd(divisor, Int64(price.ticks)) }
        }
        ticksPerUnit = max(divisor, 1)
    }

    static func gcd(_ left: Int64, _ right: Int64) -> Int64 {
        var (a, b) = (abs(left), abs(right))
        while b != 0 { (a, b) = (b, a % b) }
        return a
    }
}

extension Problem {
    /// What not serving a task with the own fleet costs: its own price or that of the cheapest able
    /// carrier, whichever is less; nil when it has neither and must be served if at all possible.
    func leaveOutPrice(of task: TaskReference) -> Cost? {
        let offers = carriers.filter { $0.mayCarry(task, in: self) }.map { price(of: task, by: $0) }
        return (offers + [importance(of: task).cost].compactMap { $0 }).min()
    }
}
