/// Judges one written route: derives its times, loads and costs, and compares.
struct RouteCheck {
    let problem: Problem
    let route: ReadRoute
    let schedule: DerivedSchedule
    /// What is on board after the start and after each step: `[moment][compartment][dimension]`.
    let loads: [[Load]]
    /// Exact costs by cause, in ticks (see `Cost`).
    let costs: DerivedCosts
    private(set) var findings: [CheckFinding] = []

    init(_ route: ReadRoute, in problem: Problem) {
        self.problem = problem
        self.route = route
        let rule = DerivedSchedule(route, in: problem)
        let stated = route.written.steps.first?.arrival ?? rule.start
        var basis = rule
        if stated != rule.start {
            // Either the start alone is misstated, or the whole route follows from another start.
            let follows = DerivedSchedule(route, startingAt: stated, in: problem)
            if Self.agreement(follows, route) > Self.agreement(rule, route) { basis = follows }
        }
        schedule = basis
        loads = Self.loads(route, dimensions: problem.dimensions.count)
        costs = DerivedCosts(route, schedule: basis, in: problem)
        if basis.start != rule.start {
            found(.departure, step: 0, "departure", stated: basis.start, derived: rule.start, unit: "s")
        }
        checkPromises()
        checkSteps()
        checkTotals()
        checkAdmissions()
    }

    /// How many of the stated arrivals a schedule explains, the end included.
    private static func agreement(_ schedule: DerivedSchedule, _ route: ReadRoute) -> Int {
        zip(schedule.steps.map(\.arrival) + [schedule.arrival], route.written.steps.dropFirst())
            .count { $0 == $1.arrival }
    }

    private static func loads(_ route: ReadRoute, dimensions: Int) -> [[Load]] {
        let empty = [Load](
            repeating: Load(repeating: 0, count: dimensions),
            count: route.compartments.count
        )
        func brought(on trip: Int) -> [Load] {
            var loads = empty
            for stop in route.stops where stop.trip == trip && stop.isBroughtFromDepot {
                for (dimension, amount) in stop.unloads.enumerated() {
                    loads[stop.compartment][dimension] += amount
                }
            }
            return loads
        }
        var trip = 0
        var moment = brought(on: 0)
        // What nobody takes is on the first trip only.
        for (index, compartment) in route.compartments.enumerated() {
            for (dimension, amount) in compartment.ballast.enumerated() { moment[index][dimension] += amount }
        }
        var moments = [moment]
        for step in route.steps {
            if case .reload = step {
                trip += 1
                moment = brought(on: trip)
            }
            guard case .task(let stop) = step else {
                moments.append(moment)
                continue
            }
            for (dimension, amount) in stop.unloads.enumerated() {
                moment[stop.compartment][dimension] -= amount
            }
            for (dimension, amount) in stop.loads.enumerated() {
                moment[stop.compartment][dimension] += amount
            }
            moments.append(moment)
        }
        return moments
    }

    /// Notes a finding about the route or one of its steps.
    mutating func found(
        _ code: CheckFinding.Code,
        step: Int? = nil,
        _ subject: String,
        stated: Int? = nil,
        derived: Int? = nil,
        unit: String = ""
    ) {
        findings.append(
            CheckFinding(
                code,
                at: CheckFinding.Place(route: route.index, step: step),
                subject: subject,
                stated: stated,
                derived: derived,
                unit: unit
            )
        )
    }

    /// Notes what was found elsewhere.
    mutating func add(_ more: [CheckFinding]) {
        findings += more
    }

    /// Notes a stated number that is not the derived one; nil is not stated.
    mutating func compare(
        _ code: CheckFinding.Code,
        step: Int? = nil,
        _ subject: String,
        _ stated: Int?,
        _ derived: Int?,
        unit: String = ""
    ) {
        guard let stated, let derived, stated != derived else { return }
        found(code, step: step, subject, stated: stated, derived: derived, unit: unit)
    }

    /// Notes a broken promise, beside what the plan admits about it.
    mutating func broken(
        _ code: CheckFinding.Code,
        step: Int? = nil,
        _ subject: String,
        amount: Int? = nil,
        unit: String = "",
        detail: String? = nil
    ) {
        let admitted = route.written.violations.first { violation in
            Violation.Cause(rawValue: violation.cause).map(CheckFinding.Code.init) == code
                && violation.step == step && (unit.isEmpty || violation.unit == unit)
                && (detail == nil || violation.detail == detail)
        }
        found(code, step: step, subject, stated: admitted?.amount, derived: amount, unit: unit)
    }

    /// Notes violations that the plan admits although there are none.
    private mutating func checkAdmissions() {
        for violation in route.written.violations {
            let code = Violation.Cause(rawValue: violation.cause).map(CheckFinding.Code.init)
            // A task that is done twice may be admitted at either step.
            let isTrue = findings.contains { finding in
                finding.code == code && stepName(at: finding.place.step) == stepName(at: violation.step)
            }
            if !isTrue {
                found(
                    .violation,
                    step: violation.step,
                    "the plan admits a violation of \(violation.cause), which is not there"
                )
            }
        }
    }

    private func stepName(at step: Int?) -> String? {
        guard let found = route.steps.first(where: { $0.step == step }) else { return nil }
        if case .task(let task) = found { return task.name }
        return "step \(found.step)"
    }
}
