internal import VehicleRouting

extension SplitMix64 {
    /// Classes of goods, what must be kept apart, and two types of boxes.
    mutating func addColdChainRules(to problem: inout Problem) {
        problem.goodsClasses = ["saleable", "returned", "toxic"]
        for first in 0...2 {
            for second in first...2 where once(in: 3) {
                let separation = Separation.allCases[draw(0...3)]
                problem.segregation.keep(first, and: second, separation)
            }
        }
        if problem.regimes.isEmpty { problem.addRegimes() }
        for index in 0..<draw(0...2) {
            var box = BoxType(id: .text("box \(index + 1)"), regime: draw(0...2), holdTime: draw(10...70))
            if once(in: 3) { box.readyAt = draw(0...30) }
            if once(in: 3) { box.stock = draw(0...2) }
            if once(in: 4) { box.validUntil = draw(20...160) }
            box.cost = draw(0...9)
            problem.boxTypes.append(box)
        }
    }

    mutating func addColdChain(to job: inout Job, in problem: Problem) {
        job.handling = handling(in: problem)
        guard !job.delivery.isNothing else { return }
        if once(in: 3) { job.holdTime = draw(5...70) }
        if once(in: 6) { job.goodUntil = draw(10...120) }
        guard once(in: 3) else { return }
        for (index, box) in problem.boxTypes.enumerated() where once(in: 2) {
            let isKept = job.regime.map { problem.regimes[$0].accepts(problem.regimes[box.regime]) } ?? true
            if isKept { job.boxes.append(BoxNeed(type: index, count: draw(1...2))) }
        }
    }

    mutating func handling(in problem: Problem) -> Handling {
        var handling = Handling()
        if once(in: 2) { handling.goodsClass = draw(0...2) }
        handling.isBoxed = once(in: 4)
        if once(in: 8) { handling.exclusiveGroup = .text(once(in: 2) ? "A" : "B") }
        if once(in: 6) { handling.levels["security"] = draw(1...2) }
        if once(in: 6) { handling.requires.insert(once(in: 2) ? "calibration" : "class7") }
        if once(in: 8) { handling.permits.append(Permit("licence", validUntil: draw(0...160))) }
        if once(in: 20) { handling.prohibition = "R1" }
        return handling
    }

    /// Doors are left out where rests interrupt the drives, which the reference cannot tell apart.
    mutating func addColdChain(to vehicle: inout Vehicle, hasDoors: Bool) {
        if once(in: 2) { vehicle.levels["security"] = draw(0...2) }
        for name in ["calibration", "class7"] where !once(in: 4) {
            vehicle.permits.append(Permit(.text(name), validUntil: once(in: 2) ? nil : draw(0...160)))
        }
        if once(in: 3) { vehicle.body = .text(once(in: 2) ? "body 1" : "body 2") }
        for index in vehicle.compartments.indices {
            if hasDoors, once(in: 3) {
                let rise = draw(1...5)
                vehicle.compartments[index].door = DoorBudget(
                    rise: 1000 * rise,
                    // Up to a degree every two seconds, since drives are that short here.
                    recoveryPerHour: 1000 * draw(0...1800),
                    limit: 1000 * draw(rise...12)
                )
                if once(in: 3) {
                    let limit = vehicle.compartments[index].door?.limit ?? 0
                    vehicle.compartments[index].door?.warmth = draw(0...limit)
                }
            }
            if once(in: 4) { vehicle.compartments[index].validUntil = draw(0...160) }
        }
    }

    mutating func addColdChain(to carrier: inout Carrier) {
        carrier.levels["security"] = draw(0...2)
        carrier.permits = [Permit("calibration"), Permit("class7", validUntil: draw(0...160))]
    }
}
