/// Judges what no route shows: carriers, what is left out, and whether each task has exactly one fate.
struct MarketCheck {
    private let reader: PlanReader
    private(set) var findings: [CheckFinding] = []
    /// What the carriers charge, in ticks.
    private(set) var carrierCost = 0
    /// What the unassigned tasks cost, in ticks; a shipment counts once.
    private(set) var unassignedCost = 0

    var problem: Problem { reader.problem }

    init(_ plan: WrittenPlan, reader: PlanReader) {
        self.reader = reader
        var fates: [TaskReference: Int] = [:]
        for step in plan.routes.flatMap(\.steps) {
            if let task = reader.task(step.kind, step.id) { fates[task.task, default: 0] += 1 }
        }
        checkAwards(plan.awards, fates: &fates)
        checkUnassigned(plan.unassigned, fates: &fates)
        checkFates(fates)
    }

    private mutating func checkAwards(_ awards: [WrittenAward], fates: inout [TaskReference: Int]) {
        var jobs: [Int: Int] = [:]
        for award in awards {
            guard award.kind != .delivery, let task = reader.task(award.kind, award.id) else {
                let subject = "there is no \(award.kind.rawValue) \(award.id) to give to a carrier"
                findings.append(CheckFinding(.unknownTask, subject: subject))
                continue
            }
            fates[task.task, default: 0] += 1
            if case .pickup(let shipment) = task.task { fates[.delivery(shipment), default: 0] += 1 }
            guard let index = reader.carrier(award.carrier) else {
                let subject = "there is no carrier \(award.carrier)"
                findings.append(CheckFinding(.unknownCarrier, subject: subject))
                continue
            }
            jobs[index, default: 0] += 1
            let carrier = problem.carriers[index]
            if let fault = fault(of: carrier, with: task) {
                let subject = "carrier \(carrier.id) \(fault) of \(task.name)"
                findings.append(CheckFinding(.carrier, subject: subject))
            }
            let price = TariffCheck(of: task, in: problem).ticks(by: carrier.tariff)
            carrierCost += price
            if award.cost != DerivedCosts.shown(price) {
                findings.append(
                    CheckFinding(
                        .awardCost,
                        subject: "what carrier \(carrier.id) charges for \(task.name)",
                        stated: award.cost,
                        derived: DerivedCosts.shown(price)
                    )
                )
            }
        }
        for (index, carrier) in problem.carriers.enumerated() {
            guard let limit = carrier.maxJobs, let count = jobs[index], count > limit else { continue }
            let subject = "carrier \(carrier.id) has more jobs than it takes"
            findings.append(CheckFinding(.carrier, subject: subject, derived: count - limit, unit: "jobs"))
        }
    }

    /// What a carrier lacks for a task, in words; nil when nothing.
    private func fault(of carrier: Carrier, with task: ReadTask) -> String? {
        if let skill = task.skills.sorted().first(where: { !carrier.skills.contains($0) }) {
            return "lacks \(skill)"
        }
        if task.excludedCarriers.contains(carrier.id) { return "is excluded from having the goods" }
        if let vehicle = task.aboard?.vehicle { return "cannot have what is on vehicle \(vehicle)" }
        if let fault = coldChainFault(of: carrier, with: task) { return fault }
        guard let label = task.regime else { return nil }
        let kept = (carrier.regimes ?? []).map { problem.regimes[$0] }
        return kept.contains { RouteCheck.isKept(label, by: $0) } ? nil : "does not keep the regime"
    }

    private mutating func checkUnassigned(
        _ unassigned: [WrittenUnassigned],
        fates: inout [TaskReference: Int]
    ) {
        for item in unassigned {
            guard let task = reader.task(item.kind, item.id) else {
                let subject = "there is no \(item.kind.rawValue) \(item.id) to leave out"
                findings.append(CheckFinding(.unknownTask, subject: subject))
                continue
            }
            fates[task.task, default: 0] += 1
            if let location = item.location, location != task.visit.location {
                findings.append(
                    CheckFinding(
                        .location,
                        subject: "location index of \(task.name), which is left out,",
                        stated: location,
                        derived: task.visit.location
                    )
                )
            }
            // Both halves of a shipment are listed; its price counts with the first.
            if item.kind != .delivery { unassignedCost += task.price?.ticks ?? 0 }
        }
    }

    private mutating func checkFates(_ fates: [TaskReference: Int]) {
        let jobs = problem.jobs.indices.map(TaskReference.job)
        let halves = problem.shipments.indices.flatMap { [TaskReference.pickup($0), .delivery($0)] }
        for task in jobs + halves {
            let count = fates[task] ?? 0
            guard count != 1 else { continue }
            let name = reader.task(task).name
            findings.append(
                count == 0
                    ? CheckFinding(.missing, subject: "\(name) is neither done nor listed as left out")
                    : CheckFinding(.duplicate, subject: "\(name) appears \(count) times")
            )
        }
    }
}
