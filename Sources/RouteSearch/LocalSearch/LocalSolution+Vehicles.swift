/// Changes of vehicle where types are alike: they differ in what they hold and cost alone.
extension LocalSolution {
    /// What arcs cost a type.
    @inline(__always)
    func price(_ roads: RoadSum, _ type: Int32) -> Int64 {
        instance.fleet.perLength[type] &* roads.length &+ instance.fleet.perSecond[type] &* roads.driving
    }

    /// Sums the arcs of a route up to each node.
    func refreshReach(_ slot: Int32) {
        let end = start(slot) + 1
        var (sum, node) = (RoadSum.zero, start(slot))
        while true {
            reach[node] = sum
            guard node != end else { return }
            sum.length &+= Int64(nodes[node].lengthNext)
            sum.driving &+= Int64(nodes[node].timeNext)
            node = nodes[node].next
        }
    }

    /// What a route costs on a vehicle of an alike type, broken rules charged.
    @inline(__always)
    private func charged(_ slot: Int32, on type: Int32) -> Int64 {
        let route = routes[slot]
        let end = start(slot) + 1
        let excess = excess(Kernel.mixed ? stretches[end - 1].after.peak : load(of: slot), type)
        return instance.fleet.terms[type].fixed + price(reach[end], type)
            + penalties.charge(warp: route.warp, excess: excess)
    }

    /// Gives each route of this candidate to the free vehicle on which it costs least.
    mutating func takeCheapestVehicles() {
        for entry in 0..<undo.slotCount {
            let slot = undo.slots[entry]
            guard routes[slot].count > 0 else { continue }
            var best = (empty: Int32(-1), cost: charged(slot, on: routes[slot].type))
            for type in 0..<Int32(instance.types.count) where type != routes[slot].type {
                let cost = charged(slot, on: type)
                guard cost < best.cost else { continue }
                let empty = emptySlot(of: type)
                if empty >= 0 { best = (empty, cost) }
            }
            if best.empty >= 0 { exchangeTails(after: start(slot), and: start(best.empty)) }
        }
    }

    /// Lets each route of this candidate exchange vehicles with the route where that saves most.
    mutating func exchangeVehicles() {
        for entry in 0..<undo.slotCount {
            let slot = undo.slots[entry]
            guard routes[slot].count > 0 else { continue }
            let own = charged(slot, on: routes[slot].type)
            var best = (other: Int32(-1), change: Int64(0))
            for other in 0..<Int32(routes.count) where routes[other].count > 0 {
                let (first, second) = (routes[slot].type, routes[other].type)
                guard first != second else { continue }
                let change =
                    charged(slot, on: second) + charged(other, on: first) - own - charged(other, on: second)
                if change < best.change { best = (other, change) }
            }
            if best.other >= 0 { exchangeTails(after: start(slot), and: start(best.other)) }
        }
    }
}
