extension RouteCheck {
    /// Compares every number of every step.
    mutating func checkSteps() {
        let steps = route.written.steps
        let places = route.steps.compactMap(place)
        let end = steps.count - 1
        compareLocation(step: 0, "start", steps[0].location, route.vehicle.start ?? places.first)
        compare(.arrival, step: 0, "start", steps[0].arrival, schedule.start, unit: "s")
        compare(.waiting, step: 0, "waiting", steps[0].waiting, 0, unit: "s")
        compare(.setup, step: 0, "setup", steps[0].setup, 0, unit: "s")
        compare(.service, step: 0, "loading", steps[0].service, schedule.loading, unit: "s")
        compare(
            .preparation,
            step: 0,
            "preparation",
            steps[0].preparation,
            schedule.preparation,
            unit: "s"
        )
        compare(.stepTravelTime, step: 0, "driving so far", steps[0].travelTime, 0, unit: "s")
        compare(.stepDistance, step: 0, "distance so far", steps[0].distance, 0, unit: "m")
        compareLoads(step: 0, moment: 0)
        for (index, (stop, times)) in zip(route.steps, schedule.steps).enumerated() {
            let step = steps[stop.step]
            let name = "of \(self.name(of: stop))"
            let waiting = times.begin - times.arrival
            compareLocation(step: stop.step, self.name(of: stop), step.location, place(of: stop))
            compare(.arrival, step: stop.step, "arrival \(name)", step.arrival, times.arrival, unit: "s")
            compare(.waiting, step: stop.step, "waiting \(name)", step.waiting, waiting, unit: "s")
            compare(.setup, step: stop.step, "setup \(name)", step.setup, times.setup, unit: "s")
            compare(.service, step: stop.step, "service \(name)", step.service, times.service, unit: "s")
            if case .reload = stop {
                compare(
                    .preparation,
                    step: stop.step,
                    "preparation \(name)",
                    step.preparation,
                    times.preparation,
                    unit: "s"
                )
            }
            compare(
                .stepTravelTime,
                step: stop.step,
                "driving so far",
                step.travelTime,
                times.travelTime,
                unit: "s"
            )
            compare(
                .stepDistance,
                step: stop.step,
                "distance so far",
                step.distance,
                times.distance,
                unit: "m"
            )
            compareLoads(step: stop.step, moment: index + 1)
        }
        let last = steps[end]
        compareLocation(
            step: end,
            "end",
            last.location,
            route.vehicle.end ?? places.last ?? route.vehicle.start
        )
        compare(.arrival, step: end, "arrival at the end", last.arrival, schedule.arrival, unit: "s")
        let waiting = schedule.end - schedule.arrival
        compare(.waiting, step: end, "waiting at the end", last.waiting, waiting, unit: "s")
        compare(.setup, step: end, "setup", last.setup, 0, unit: "s")
        compare(.service, step: end, "service", last.service, 0, unit: "s")
        compare(.stepTravelTime, step: end, "driving so far", last.travelTime, schedule.travelTime, unit: "s")
        compare(.stepDistance, step: end, "distance so far", last.distance, schedule.distance, unit: "m")
        compareLoads(step: end, moment: route.steps.count)
    }

    /// The place (index) of a step; nil for a rest.
    private func place(of step: ReadStep) -> Int? {
        switch step {
        case .task(let task): task.visit.location
        case .reload(let depot, _): problem.depots[depot].location
        case .rest: nil
        }
    }

    /// A step for people.
    func name(of step: ReadStep) -> String {
        switch step {
        case .task(let task): task.name
        case .reload(let depot, _): "the reload at \(problem.depots[depot].id)"
        case .rest(let rest): rest.number.map { "break \(route.vehicle.breaks[$0].id)" } ?? "the rest"
        }
    }

    private mutating func compareLocation(step: Int, _ subject: String, _ stated: Int?, _ derived: Int?) {
        compare(.location, step: step, "location index of \(subject)", stated, derived)
    }

    private mutating func compareLoads(step: Int, moment: Int) {
        let written = route.written.steps[step]
        for (dimension, measure) in problem.dimensions.enumerated() {
            let total = loads[moment].reduce(0) { $0 + $1[dimension] }
            if let load = written.load {
                let stated = load.indices.contains(dimension) ? load[dimension] : 0
                compare(.stepLoad, step: step, "\(measure.name) on board", stated, total, unit: measure.unit)
            }
            guard let stated = written.compartmentLoads else { continue }
            for (index, compartment) in route.compartments.enumerated() {
                let load = stated.indices.contains(index) ? stated[index] : []
                compare(
                    .compartmentLoad,
                    step: step,
                    "\(measure.name) in compartment \(compartment.id)",
                    load.indices.contains(dimension) ? load[dimension] : 0,
                    loads[moment][index][dimension],
                    unit: measure.unit
                )
            }
        }
    }

    /// What the totals of the route must be, costs apart.
    var totals: DerivedTotals {
        var totals = DerivedTotals(dimensions: problem.dimensions.count)
        totals.setup = schedule.setup
        totals.service = schedule.service
        totals.travelTime = schedule.travelTime
        totals.waiting = schedule.waiting
        totals.distance = schedule.distance
        totals.costs = costs
        for stop in route.stops {
            totals.priority += stop.priority
            for (dimension, amount) in stop.unloads.enumerated() { totals.delivery[dimension] += amount }
            for (dimension, amount) in stop.loads.enumerated() { totals.pickup[dimension] += amount }
        }
        return totals
    }

    /// Compares the totals of the route.
    mutating func checkTotals() {
        let place = CheckFinding.Place(route: route.index)
        add(totals.findings(in: route.written.totals, cost: costs.total, at: place, problem: problem))
    }
}
