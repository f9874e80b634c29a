public import VehicleRouting

extension Plan {
    /// Some plan of `problem`, right or wrong: tasks in random order on random vehicles and in random compartments,
    /// a few of them left out, given to carriers, done twice or forgotten.
    public static func random(for problem: Problem, seed: UInt64) -> Plan {
        var random = SplitMix64(seed: seed)
        var plan = Plan()
        var routes = problem.vehicles.indices.map { index in
            let compartments = problem.vehicles[index].effectiveCompartments
            let regimes = compartments.map { compartment -> Int? in
                random.once(in: 8) ? 0 : compartment.regimes?.randomElement(using: &random)
            }
            return Route(
                vehicle: index,
                visits: [],
                regimes: problem.regimes.isEmpty ? compartments.map { _ in nil } : regimes
            )
        }
        for job in problem.jobs.indices.shuffled(using: &random) {
            place([.job(job)], in: &plan, routes: &routes, problem: problem, random: &random)
        }
        for shipment in problem.shipments.indices.shuffled(using: &random) {
            let halves: [TaskReference] = [.pickup(shipment), .delivery(shipment)]
            place(halves, in: &plan, routes: &routes, problem: problem, random: &random)
        }
        plan.routes = routes.filter { !$0.visits.isEmpty }.shuffled(using: &random)
        for route in plan.routes.indices { plan.routes[route].addOtherSteps(in: problem, random: &random) }
        return plan
    }

    /// Puts a job, or a shipment's halves in order, somewhere.
    private static func place(
        _ tasks: [TaskReference],
        in plan: inout Plan,
        routes: inout [Route],
        problem: Problem,
        random: inout SplitMix64
    ) {
        switch random.draw(1...24) {
        case 1...3:
            plan.unassigned.append(Unassigned(tasks[0]))
        case 4...5 where !problem.carriers.isEmpty:
            let carrier = random.draw(0...(problem.carriers.count - 1))
            plan.awards.append(Award(tasks[0], carrier: carrier))
        case 6:
            // Forgotten.
            break
        case let draw:
            let count = draw == 7 ? 2 : 1
            for _ in 0..<count {
                let route = random.draw(0...(routes.count - 1))
                let compartments = problem.vehicles[routes[route].vehicle].effectiveCompartments.count
                var compartment = random.draw(0...(compartments - 1))
                var position = 0
                for task in random.once(in: 10) ? tasks.reversed() : tasks {
                    position = random.draw(position...routes[route].visits.count)
                    let choices = problem.boxNeeds(task).map(\.type)
                    let isWrong = !problem.boxTypes.isEmpty && random.once(in: 12)
                    let box = isWrong ? 0 : choices.randomElement(using: &random)
                    routes[route].insert(Visit(task, compartment: compartment, box: box), at: position)
                    position += 1
                    if random.once(in: 10) { compartment = random.draw(0...(compartments - 1)) }
                }
            }
        }
    }
}

extension Route {
    /// Reloads and rests somewhere between the visits, most of them right.
    fileprivate mutating func addOtherSteps(in problem: Problem, random: inout SplitMix64) {
        let model = problem.vehicles[vehicle]
        func place(_ step: RouteStep, _ random: inout SplitMix64) {
            steps.insert(step, at: random.draw(0...steps.count))
        }
        if !model.reloadDepots.isEmpty {
            for _ in 0..<random.draw(0...2) {
                let depot = random.draw(0...(problem.depots.count - 1))
                var settings = regimes.map { random.once(in: 3) ? nil : $0 }
                if problem.hasPreparations {
                    for (index, part) in model.compartments.enumerated() where random.once(in: 2) {
                        settings[index] = part.regimes?.randomElement(using: &random)
                    }
                }
                place(.reload(Reload(depot: depot, regimes: settings)), &random)
            }
        }
        for rest in model.breaks.indices where !random.once(in: 6) { place(.rest(.planned(rest)), &random) }
        if let rule = model.workRule {
            let lengths = [rule.rest, rule.split?.first, rule.split?.second].compactMap { $0 }
            for _ in 0..<random.draw(0...3) {
                place(.rest(.legal(lengths[random.draw(0...(lengths.count - 1))])), &random)
            }
        }
    }
}
