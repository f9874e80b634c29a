import VehicleRouting

extension SolutionRecord {
    /// The plan in the problem's words; tasks on no route are unassigned, without reasons.
    func plan(_ instance: CompiledInstance) -> Plan {
        var plan = Plan()
        var bodies = BodyAssignment(instance)
        let needs = instance.needs
        var meter = RouteMeter(
            capacity: instance.taskCount,
            compartments: instance.compartmentCount,
            hasWorkday: needs.workday,
            preparing: needs.preparations ? instance.compartmentCount : 0
        )
        var served = [Bool](repeating: false, count: instance.visitCount)
        for route in 0..<routeCount {
            let slot = slots[route]
            let type = Self.type(of: slot, instance)
            let vehicle = bodies.vehicle(in: slot, ofType: type)
            let compartments = instance.types[type].compartments
            var setting = CompartmentSetting(compartments)
            var steps: [RouteStep] = []
            for place in (begins[route]..<begins[route + 1]).reversed() {
                let task = tasks[place]
                if instance.isReload(task) {
                    let depot = instance.reloadDepots[instance.rank(ofReload: task)]
                    steps.append(.reload(Reload(depot: depot, regimes: setting.regimes)))
                    setting = CompartmentSetting(compartments)
                    continue
                }
                let compartment = Int(self.compartments[place])
                setting.add(instance.tasks.regimes[task], to: compartment)
                served[Int(task)] = true
                let box = Int(task) < instance.jobCount ? instance.rules.boxes[Int(task)] : nil
                steps.append(.visit(Visit(instance.reference(task), compartment: compartment, box: box)))
            }
            var found = Route(vehicle: vehicle, steps: steps.reversed(), regimes: setting.regimes)
            if instance.types[type].workday.hasRests || needs.preparations {
                meter.count = 0
                for place in begins[route]..<begins[route + 1] {
                    meter.append(tasks[place], compartment: self.compartments[place])
                }
                _ = meter.measure(instance, type: Int32(type))
                if needs.preparations {
                    found.run { meter.regimes(ofTrip: $0, instance, type: Int32(type)) }
                }
                for rest in meter.rests.reversed() { found.steps.insert(.rest(rest.kind), at: rest.step) }
            }
            plan.routes.append(found)
        }
        plan.routes.sort { $0.vehicle < $1.vehicle }
        for task in 0..<Int32(instance.visitCount) where !served[Int(task)] && instance.tasks.isHead(task) {
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

extension Route {
    /// Runs the compartments of each trip, counted from 0, at these regimes.
    mutating func run(_ regimes: (Int) -> [Int?]) {
        self.regimes = regimes(0)
        var trip = 0
        for index in steps.indices {
            guard case .reload(let reload) = steps[index] else { continue }
            trip += 1
            steps[index] = .reload(Reload(depot: reload.depot, regimes: regimes(trip)))
        }
    }
}

/// What the compartments of a trip are kept at.
private struct CompartmentSetting {
    private var masks: [UInt64]
    private var isUsed: [Bool]

    init(_ compartments: [FleetCompartment]) {
        masks = compartments.map(\.regimes)
        isUsed = compartments.map { _ in false }
    }

    /// Puts goods into a compartment that may travel in these regimes.
    mutating func add(_ regimes: UInt64, to compartment: Int) {
        masks[compartment] &= regimes
        isUsed[compartment] = true
    }

    /// The first regime that suits all goods of each compartment; nil for those that are off.
    var regimes: [Int?] {
        zip(masks, isUsed).map { mask, isUsed -> Int? in
            isUsed && mask & FleetCompartment.uncontrolled == 0 ? mask.trailingZeroBitCount : nil
        }
    }
}

extension RuinRecreate {
    /// Takes over as much of a plan as keeps every rule: its routes in order, leaving out tasks that break
    /// one.
    mutating func adopt(_ plan: Plan) {
        solution.beginCandidate()
        round &+= 1
        for route in plan.routes {
            guard let slot = slot(for: route.vehicle), solution.routes[slot].count == 0,
                solution.emptySlot(of: solution.routes[slot].type) >= 0
            else { continue }
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
        for step in route.steps {
            if case .reload(let reload) = step {
                guard
                    let rank = instance.types[Int(type)].reloadRanks.first(where: {
                        instance.reloadDepots[$0] == reload.depot
                    })
                else { continue }
                kept.append((instance.reload(rank: rank), 0))
                if !holds(kept, type) { kept.removeLast() }
                continue
            }
            guard case .visit(let visit) = step else { continue }
            let task = instance.number(visit.task)
            let row = Int(type) * instance.taskCount
            // A plan from outside may name a task twice; the second time is not served.
            guard instance.tasks.allowed[row + Int(task)], solution.nodes[task].route < 0,
                !kept.contains(where: { $0.task == task }),
                instance.tasks.bound[task] < 0 || Int(instance.tasks.bound[task]) == visit.compartment,
                instance.tasks.partner[task] < 0 || instance.needs.pairs,
                !instance.needs.relations || solution.relationsAllow(task, on: slot)
            else { continue }
            kept.append((task, Int32(visit.compartment)))
            let partner = instance.tasks.partner[task]
            guard partner < 0 || !instance.tasks.isHead(task), !holds(kept, type) else { continue }
            kept.removeAll { $0.task == task || $0.task == partner }
        }
        kept = whole(kept)
        guard kept.contains(where: { !instance.isReload($0.task) }) else { return }
        solution.touch(slot)
        solution.claim(slot)
        var last = solution.start(slot)
        for (task, compartment) in kept {
            var task = task
            if Kernel.trips, instance.isReload(task) {
                task = solution.pool.take(rank: instance.rank(ofReload: task))
                guard task >= 0 else { continue }
            }
            solution.link(task, after: last)
            solution.compartment[task] = compartment
            last = task
        }
        solution.refreshSound(slot)
    }

    /// Whether a route of these tasks keeps every rule, shipments apart that are still to be delivered.
    private mutating func holds(_ tasks: [(task: Int32, compartment: Int32)], _ type: Int32) -> Bool {
        solution.meter.count = 0
        for (task, compartment) in whole(tasks) { solution.meter.append(task, compartment: compartment) }
        return solution.meter.sumsFit(instance, type: type)
            && solution.meter.measure(instance, type: type) != nil
    }

    /// The tasks without halves of shipments whose other half is missing.
    private func whole(_ tasks: [(task: Int32, compartment: Int32)]) -> [(task: Int32, compartment: Int32)] {
        guard instance.needs.pairs else { return tasks }
        let present = Set(tasks.map(\.task))
        return tasks.filter {
            instance.tasks.partner[$0.task] < 0 || present.contains(instance.tasks.partner[$0.task])
        }
    }
}

/// Gives routes to vehicles: to those of their slots, or where several layouts share bodies, to any body that is free.
private struct BodyAssignment {
    private let instance: CompiledInstance
    private var used: Set<Identifier> = []

    init(_ instance: CompiledInstance) {
        self.instance = instance
    }

    mutating func vehicle(in slot: Int32, ofType type: Int) -> Int {
        let members = instance.types[type].vehicles
        let own = members[Int(slot - instance.fleet.firstSlot[type])]
        guard instance.types[type].pool >= 0 else { return own }
        // A pool has never more routes than bodies, and each of its types has all of them.
        let vehicles = instance.problem.vehicles
        let free = members.first { member in vehicles[member].body.map { !used.contains($0) } ?? true } ?? own
        if let body = vehicles[free].body { used.insert(body) }
        return free
    }
}
