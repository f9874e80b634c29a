import VehicleRouting

extension SolutionRecord {
    /// The plan in the problem's words; tasks on no route are unassigned, without reasons.
    func plan(_ instance: CompiledInstance) -> Plan {
        var plan = Plan()
        var served = [Bool](repeating: false, count: instance.taskCount)
        for route in 0..<routeCount {
            let slot = slots[route]
            let type = Self.type(of: slot, instance)
            let vehicle = instance.types[type].vehicles[Int(slot - instance.fleet.firstSlot[type])]
            let compartments = instance.types[type].compartments
            var masks = compartments.map(\.regimes)
            var isUsed = compartments.map { _ in false }
            var visits: [Visit] = []
            for place in begins[route]..<begins[route + 1] {
                let compartment = Int(self.compartments[place])
                masks[compartment] &= instance.tasks.regimes[tasks[place]]
                isUsed[compartment] = true
                served[Int(tasks[place])] = true
                visits.append(Visit(instance.reference(tasks[place]), compartment: compartment))
            }
            let regimes = zip(masks, isUsed).map { mask, isUsed -> Int? in
                isUsed && mask & FleetCompartment.uncontrolled == 0 ? mask.trailingZeroBitCount : nil
            }
            plan.routes.append(Route(vehicle: vehicle, visits: visits, regimes: regimes))
        }
        plan.routes.sort { $0.vehicle < $1.vehicle }
        for task in 0..<Int32(instance.taskCount) where !served[Int(task)] && instance.tasks.isHead(task) {
            plan.unassigned.append(Unassigned(instance.reference(task)))
        }
        return plan
    }

    private static func type(of slot: Int32, _ instance: CompiledInstance) -> Int {
        var type = 0
        while instance.fleet.firstSlot[type + 1] <= slot { type += 1 }
        return type
    }
}

extension RuinRecreate {
    /// Takes over as much of a plan as keeps every rule: its routes in order, leaving out tasks that break
    /// one.
    mutating func adopt(_ plan: Plan) {
        solution.beginCandidate()
        round &+= 1
        for route in plan.routes {
            guard let slot = slot(for: route.vehicle), solution.routes[slot].count == 0 else { continue }
            adopt(route, slot)
        }
        var rest = TaskList(capacity: instance.taskCount)
        for index in 0..<hopeful.count where solution.nodes[hopeful[index]].route < 0 {
            rest.append(hopeful[index])
        }
        absent.replace(with: rest)
        currentCost = solution.routeCost + costOfAbsent()
        noteBest()
    }

    /// The slot that stands for a vehicle of the problem; nil when its type has more vehicles than there
    /// are tasks.
    private func slot(for vehicle: Int) -> Int32? {
        for (index, type) in instance.types.enumerated() {
            guard let place = type.vehicles.firstIndex(of: vehicle) else { continue }
            let slot = instance.fleet.firstSlot[index] + Int32(place)
            return slot < instance.fleet.firstSlot[index + 1] ? slot : nil
        }
        return nil
    }

    private mutating func adopt(_ route: Route, _ slot: Int32) {
        let type = solution.routes[slot].type
        var kept: [(task: Int32, compartment: Int32)] = []
        for visit in route.visits {
            let task = instance.number(visit.task)
            let row = Int(type) * instance.taskCount
            guard instance.tasks.allowed[row + Int(task)],
                instance.tasks.partner[task] < 0 || instance.needs.pairs
            else { continue }
            kept.append((task, Int32(visit.compartment)))
            if instance.tasks.partner[task] < 0, !holds(kept, type) { kept.removeLast() }
        }
        if !holds(kept, type) { kept.removeAll { instance.tasks.partner[$0.task] >= 0 } }
        guard holds(kept, type), !kept.isEmpty else { return }
        solution.touch(slot)
        solution.claim(slot)
        var last = solution.start(slot)
        for (task, compartment) in kept {
            solution.link(task, after: last)
            solution.compartment[task] = compartment
            last = task
        }
        solution.refreshSound(slot)
    }

    /// Whether a route of these tasks keeps every rule.
    private mutating func holds(_ tasks: [(task: Int32, compartment: Int32)], _ type: Int32) -> Bool {
        solution.meter.count = 0
        for (task, compartment) in tasks { solution.meter.append(task, compartment: compartment) }
        let heads = Set(tasks.map(\.task))
        guard
            tasks.allSatisfy({
                instance.tasks.partner[$0.task] < 0 || heads.contains(instance.tasks.partner[$0.task])
            })
        else { return false }
        return solution.meter.sumsFit(instance, type: type)
            && solution.meter.measure(instance, type: type) != nil
    }
}
