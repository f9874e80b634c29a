extension RouteMeter {
    /// Works out how long the compartments are prepared before each trip of the route to be measured, and notes what they
    /// run on it.
    ///
    /// A compartment keeps its regime while the goods on the next trip allow it, also where there are none; otherwise it
    /// takes the regime that is quickest to reach.  `TripPreparation` has the rule.
    mutating func prepareTrips(_ instance: CompiledInstance, type: Int32) {
        firstPreparation = 0
        guard instance.needs.preparations else { return }
        settings.removeAll(keepingCapacity: true)
        let width = instance.compartmentCount
        for index in 0..<width {
            let entry = Int(type) &* width &+ index
            running[index] = instance.preparation.running[entry]
            carried[index] = instance.preparation.carried[entry]
        }
        var first = 0
        while true {
            let trip = trip(from: first, instance)
            let seconds = prepare(trip, instance, type: type)
            if first == 0 { firstPreparation = seconds } else { preparation[first - 1] = seconds }
            for index in 0..<width { settings.append(running[index]) }
            guard trip.upperBound < count else { return }
            first = trip.upperBound + 1
        }
    }

    private mutating func prepare(_ trip: Range<Int>, _ instance: CompiledInstance, type: Int32) -> Int32 {
        var (cleaning, slowest) = (Int32(0), Int32(0))
        for index in 0..<instance.compartmentCount {
            let entry = Int(type) &* instance.compartmentCount &+ index
            var mask = instance.fleet.regimes[entry]
            var goods: UInt64 = 0
            var needsRegime = false
            for step in trip where Int(compartments[step]) == index {
                let task = tasks[step]
                goods |= instance.preparation.goods[task]
                mask &= instance.tasks.regimes[task]
                if instance.rules.isControlled[task] { needsRegime = true }
            }
            if needsRegime, mask != 0, mask & FleetCompartment.uncontrolled == 0 {
                let next = instance.preparation.nextRegime(of: entry, after: running[index], among: mask)
                let seconds = instance.preparation.changeover(of: entry, from: running[index], to: next)
                slowest = max(slowest, seconds)
                running[index] = next
            }
            guard goods != 0 else { continue }
            let seconds = instance.preparation.cleaning(after: carried[index], before: goods)
            cleaning &+= seconds
            carried[index] = seconds > 0 ? goods : carried[index] | goods
        }
        return cleaning &+ slowest
    }

    /// What the compartments run on a trip of the route last measured: regimes (indices), nil for off.
    func regimes(ofTrip trip: Int, _ instance: CompiledInstance, type: Int32) -> [Int?] {
        let width = instance.compartmentCount
        return instance.types[Int(type)].compartments.indices.map { index in
            let regime = settings[trip * width + index]
            return regime < 0 ? nil : Int(regime)
        }
    }
}
