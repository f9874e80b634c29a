extension Plan {
    /// Tasks done twice or not accounted for, and vehicles with two routes.
    func completenessViolations(in problem: Problem) -> [Violation] {
        var seen: [TaskReference: Int] = [:]
        for task in routes.flatMap(\.visits).map(\.task) { seen[task, default: 0] += 1 }
        for task in awards.map(\.task) + unassigned.map(\.task) {
            seen[task, default: 0] += 1
            if case .pickup(let shipment) = task { seen[.delivery(shipment), default: 0] += 1 }
        }
        let expected =
            problem.jobs.indices.map(TaskReference.job)
            + problem.shipments.indices.flatMap { [TaskReference.pickup($0), .delivery($0)] }
        var found: [Violation] = []
        for task in expected {
            let times = seen[task, default: 0]
            if times == 0 { found.append(Violation(.missing, task: task)) }
            if times > 1 { found.append(Violation(.duplicate, task: task, amount: times - 1)) }
        }
        var used: Set<Int> = []
        for (index, route) in routes.enumerated() where !used.insert(route.vehicle).inserted {
            found.append(Violation(.duplicate, route: index, detail: "\(problem.vehicles[route.vehicle].id)"))
        }
        return found
    }

    /// Goods given to carriers that may not carry them, and carriers with more jobs than they take.
    func carrierViolations(in problem: Problem) -> [Violation] {
        var found: [Violation] = []
        var count = [Int](repeating: 0, count: problem.carriers.count)
        for award in awards {
            count[award.carrier] += 1
            if !problem.carriers[award.carrier].mayCarry(award.task, in: problem) {
                let id = problem.carriers[award.carrier].id
                found.append(Violation(.carrier, task: award.task, detail: "\(id)"))
            }
        }
        for (carrier, jobs) in zip(problem.carriers, count) {
            if let limit = carrier.maxJobs, jobs > limit {
                found.append(Violation(.carrier, amount: jobs - limit, unit: "jobs", detail: "\(carrier.id)"))
            }
        }
        return found
    }
}

extension Carrier {
    /// Whether the carrier has the skills and a regime for a task, is not excluded from it, and can still get the goods.
    public func mayCarry(_ task: TaskReference, in problem: Problem) -> Bool {
        guard problem.boundCompartment(task) == nil, !problem.excludedCarriers(task).contains(id) else {
            return false
        }
        guard problem.skills(task).isSubset(of: skills), mayHandle(task, in: problem) else { return false }
        guard let label = problem.regime(task) else { return true }
        return regimes?.contains { problem.regimes[label].accepts(problem.regimes[$0]) } ?? false
    }
}

extension Carrier {
    /// Whether the carrier offers the levels and certificates a task asks for, and nothing forbids the task.
    ///
    /// Certificates, the consignee's too, must hold when the last window of the hand-over closes; what has no window asks for the
    /// certificate without its date.
    private func mayHandle(_ task: TaskReference, in problem: Problem) -> Bool {
        let handling = problem.handling(task)
        let end = problem.visit(task.handOver).timeWindows.last?.closes ?? 0
        func holds(_ permit: Permit) -> Bool { permit.validUntil.map { $0 >= end } ?? true }
        return handling.prohibition == nil && problem.maySupply(task) && handling.permits.allSatisfy(holds)
            && handling.levels.allSatisfy { levels[$0.key] ?? 0 >= $0.value }
            && handling.requires.allSatisfy { name in permits.contains { $0.name == name && holds($0) } }
    }
}
