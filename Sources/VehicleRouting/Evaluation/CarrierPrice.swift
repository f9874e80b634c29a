extension Problem {
    /// What a carrier charges for a task.
    ///
    /// Kilometres and hours of driving are counted from the nearest depot the goods may come from, or from the pickup of a
    /// shipment, in the matrix of the first profile by name.
    public func price(of task: TaskReference, by carrier: Carrier) -> Cost {
        let tariff = carrier.tariff
        let stops = stops(of: task)
        let matrix = matrices.min { $0.key < $1.key }?.value
        var price = Cost(wireUnits: tariff.perJob + tariff.perStop * stops.count)
        let metres = matrix.map { self.metres(of: task, in: $0) } ?? 0
        price += Cost(ticks: metres * tariff.perKilometre * Cost.ticksPerMetre)
        let stays = stops.map { $0.setup + $0.service }
        let waiting = stays.reduce(0) { $0 + max($1 - tariff.freeWait, 0) }
        if tariff.perHour > 0 {
            let driving = matrix.map { seconds(of: task, in: $0) } ?? 0
            price += Cost(ticks: (driving + stays.reduce(0, +)) * tariff.perHour * Cost.ticksPerSecond)
        }
        price += Cost(ticks: waiting * tariff.perWaitHour * Cost.ticksPerSecond)
        let change = loadChange(task)
        for load in [change.unloaded, change.loaded] { price += charge(for: load, by: tariff) }
        if let label = label(of: task), let amount = tariff.surcharges[label] {
            price += Cost(wireUnits: amount)
        }
        if let night = tariff.night, let last = stops.last, night.holdsAll(of: last.timeWindows) {
            price += Cost(wireUnits: night.amount)
        }
        return max(price, Cost(wireUnits: tariff.minimum))
    }

    /// Where a carrier stops, the delivery last.
    private func stops(of task: TaskReference) -> [Job] {
        switch task {
        case .job(let index): [jobs[index]]
        case .pickup(let index), .delivery(let index): [shipments[index].pickup, shipments[index].delivery]
        }
    }

    /// The regime on the label, box or not.
    private func label(of task: TaskReference) -> Int? {
        switch task {
        case .job(let index): jobs[index].regime
        case .pickup(let index), .delivery(let index): shipments[index].regime
        }
    }

    private func charge(for load: Load, by tariff: Tariff) -> Cost {
        var sum = Cost.zero
        for (index, (amount, dimension)) in zip(load, dimensions).enumerated() {
            let rate = index < tariff.perUnit.count ? tariff.perUnit[index] : 0
            var least = amount * rate * Cost.ticksPerWireUnit / dimension.scale
            for step in tariff.breaks where step.dimension == index && amount > 0 {
                let ticks = max(amount, step.from) * step.perUnit * Cost.ticksPerWireUnit / dimension.scale
                least = min(least, ticks)
            }
            sum += Cost(ticks: least)
        }
        return sum
    }

    private func metres(of task: TaskReference, in matrix: TravelMatrix) -> Metres {
        hauls(of: task).map { matrix.distance(from: $0.from, to: $0.to) }.min() ?? 0
    }

    private func seconds(of task: TaskReference, in matrix: TravelMatrix) -> Seconds {
        hauls(of: task).map { matrix.duration(from: $0.from, to: $0.to) }.min() ?? 0
    }

    /// The ways the goods may go, as indices of locations.
    private func hauls(of task: TaskReference) -> [(from: Int, to: Int)] {
        switch task {
        case .job(let index):
            let origins = origins(of: task) ?? Set(depots.indices)
            return origins.map { (depots[$0].location, jobs[index].location) }
        case .pickup(let index), .delivery(let index):
            return [(shipments[index].pickup.location, shipments[index].delivery.location)]
        }
    }
}

extension NightSurcharge {
    /// Whether there are windows and each lies within one night.
    func holdsAll(of windows: [TimeWindow]) -> Bool {
        let day = 86_400
        let length = to > from ? to - from : to + day - from
        return !windows.isEmpty
            && windows.allSatisfy { window in
                let sinceNightfall = (((window.opens - from) % day) + day) % day
                return sinceNightfall + (window.closes - window.opens) <= length
            }
    }
}
