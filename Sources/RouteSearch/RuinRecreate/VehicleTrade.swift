extension RuinRecreate {
    /// Gives a random route to a random vehicle of another type that can drive it, whatever that costs: room to grow
    /// for the recreation that follows.
    ///
    /// A vehicle in use takes it in exchange for its own route.
    mutating func tradeAtRandom() {
        let task = hopeful[random.below(hopeful.count)]
        let slot = solution.nodes[task].route
        guard slot >= 0 else { return }
        let type = Int32(random.below(instance.types.count))
        guard type != solution.routes[slot].type else { return }
        let empty = solution.emptySlot(of: type, inPlaceOf: slot)
        if empty < 0, Kernel.detailed {
            let (first, next) = (instance.fleet.firstSlot[type], instance.fleet.firstSlot[type + 1])
            guard first < next, !instance.needs.relations else { return }
            let other = first + Int32(random.below(Int(next - first)))
            guard solution.routes[other].count > 0 else { return }
            _ = solution.exchangeTails(after: solution.start(slot), and: solution.start(other))
        } else if empty >= 0, solution.cost(of: slot, onType: type) != nil {
            solution.move(slot, to: empty)
        }
    }

    /// Sees to it that routes touched in this round have the vehicles they should.
    mutating func trade() {
        guard instance.hasAlikeTypes else {
            if random.chance(parameters.tradeChance) { tradeForCheapest() }
            return
        }
        if random.chance(parameters.takeChance) {
            for entry in 0..<solution.undo.slotCount {
                solution.takeCheapestVehicle(solution.undo.slots[entry])
            }
        }
        if random.chance(parameters.exchangeVehiclesChance) { exchangeVehicles() }
    }

    /// Lets each route touched in this round exchange vehicles with the route where that saves most.
    private mutating func exchangeVehicles() {
        for entry in 0..<solution.undo.slotCount {
            let slot = solution.undo.slots[entry]
            guard solution.routes[slot].count > 0 else { continue }
            var best: (other: Int32, change: Int64) = (-1, 0)
            for other in 0..<Int32(solution.routes.count) where solution.routes[other].count > 0 {
                if let change = solution.changeByExchange(slot, other), change < best.change {
                    best = (other, change)
                }
            }
            if best.other >= 0 { solution.exchangeVehicles(slot, best.other) }
        }
    }

    /// Gives each route touched in this round to the free vehicle that drives it at the least cost.
    mutating func tradeForCheapest() {
        for entry in 0..<solution.undo.slotCount {
            let slot = solution.undo.slots[entry]
            guard solution.routes[slot].count > 0 else { continue }
            var best: (empty: Int32, cost: Int64) = (-1, solution.routes[slot].cost)
            for type in 0..<Int32(instance.types.count) where type != solution.routes[slot].type {
                let empty = solution.emptySlot(of: type, inPlaceOf: slot)
                guard empty >= 0, let cost = solution.cost(of: slot, onType: type), cost < best.cost else {
                    continue
                }
                best = (empty, cost)
            }
            if best.empty >= 0 { solution.move(slot, to: best.empty) }
        }
    }
}

extension SearchSolution {
    /// What a route would cost on a vehicle of another type; nil when that may not or cannot drive it.
    mutating func cost(of slot: Int32, onType type: Int32) -> Int64? {
        writeRoute(slot)
        return meter.suits(instance, type: type) ? meter.measure(instance, type: type) : nil
    }

    /// Moves all tasks of a route into an empty slot whose vehicle can drive it.
    mutating func move(_ slot: Int32, to empty: Int32) {
        assert(routes[empty].count == 0 && routes[slot].count > 0)
        touch(slot)
        touch(empty)
        claim(empty)
        let (first, last) = (nodes[start(slot)].next, nodes[start(slot) + 1].previous)
        attach(first, last: last, after: start(empty), empty)
        attach(start(slot) + 1, last: start(slot), after: start(slot), slot)
        recount(empty)
        recount(slot)
        release(slot)
        refreshSound(slot)
        fitCompartments(of: empty)
        refreshSound(empty)
    }
}
