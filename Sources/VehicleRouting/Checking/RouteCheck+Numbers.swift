extension RouteCheck {
    /// Compares every number of every step.
    mutating func checkSteps() {
        checkStart()
        for index in route.steps.indices { checkStep(index) }
        checkEnd()
    }

    private mutating func checkStart() {
        let start = route.written.steps[0]
        let place = route.vehicle.start ?? route.steps.compactMap(place).first
        compareLocation(step: 0, "start", start.location, place)
        compare(.arrival, step: 0, "start", start.arrival, schedule.start, unit: "s")
        compare(.waiting, step: 0, "waiting", start.waiting, 0, unit: "s")
        compare(.setup, step: 0, "setup", start.setup, 0, unit: "s")
        compare(.service, step: 0, "loading", start.service, schedule.loading, unit: "s")
        comparePreparation(step: 0, "preparation", start, schedule.preparation)
        compareWay(step: 0, start, travelTime: 0, distance: 0)
        compareLoads(step: 0, moment: 0)
    }

    private mutating func checkStep(_ index: Int) {
        let (stop, times) = (route.steps[index], schedule.steps[index])
        let (number, step) = (stop.step, route.written.steps[stop.step])
        let name = "of \(self.name(of: stop))"
        let waiting = times.begin - times.arrival
        compareLocation(step: number, self.name(of: stop), step.location, place(of: stop))
        compare(.arrival, step: number, "arrival \(name)", step.arrival, times.arrival, unit: "s")
        compare(.waiting, step: number, "waiting \(name)", step.waiting, waiting, unit: "s")
        compare(.setup, step: number, "setup \(name)", step.setup, times.setup, unit: "s")
        compare(.service, step: number, "service \(name)", step.service, times.service, unit: "s")
        if case .reload = stop {
            comparePreparation(step: number, "preparation \(name)", step, times.preparation)
        }
        compareWay(step: number, step, travelTime: times.travelTime, distance: times.distance)
        compareLoads(step: number, moment: index + 1)
    }

    private mutating func checkEnd() {
        let end = route.written.steps.count - 1
        let last = route.written.steps[end]
        let place = route.vehicle.end ?? route.steps.compactMap(place).last ?? route.vehicle.start
        compareLocation(step: end, "end", last.location, place)
        compare(.arrival, step: end, "arrival at the end", last.arrival, schedule.arrival, unit: "s")
        let waiting = schedule.end - schedule.arrival
        compare(.waiting, step: end, "waiting at the end", last.waiting, waiting, unit: "s")
        compare(.setup, step: end, "setup", last.setup, 0, unit: "s")
        compare(.service, step: end, "service", last.service, 0, unit: "s")
        compareWay(step: end, last, travelTime: schedule.travelTime, distance: schedule.distance)
        compareLoads(step: end, moment: route.steps.count)
    }

    private mutating func comparePreparation(
        step: Int,
        _ subject: String,
        _ written: WrittenStep,
        _ preparation: Seconds
    ) {
        compare(.preparation, step: step, subject, written.preparation, preparation, unit: "s")
    }

    private mutating func compareWay(
        step: Int,
        _ written: WrittenStep,
        travelTime: Seconds,
        distance: Metres
    ) {
        compare(.stepTravelTime, step: step, "driving so far", written.travelTime, travelTime, unit: "s")
        compare(.stepDistance, step: step, "distance so far", written.distance, distance, unit: "m")
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
