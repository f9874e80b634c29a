public import VehicleRouting

/// A plan with everything needed to describe it: what report, lists and sheets are made from.
///
/// ```swift
/// let day = DayContext(problem: problem, plan: plan, evaluation: evaluation, descriptions: descriptions)
/// let rows = StopList(day).csv()
/// ```
public struct DayContext {
    let problem: Problem
    let plan: Plan
    let evaluation: PlanEvaluation
    let descriptions: DayDescriptions
    let display: Display

    /// `plan` in words of `language`.
    ///
    /// - Precondition: `evaluation` is that of `plan` in `problem`.
    public init(
        problem: Problem,
        plan: Plan,
        evaluation: PlanEvaluation,
        descriptions: DayDescriptions,
        language: Language = .english
    ) {
        self.problem = problem
        self.plan = plan
        self.evaluation = evaluation
        self.descriptions = descriptions
        display = Display(problem, language: language)
    }

    var strings: Strings { display.strings }

    /// The routes that are driven, with their evaluations, in the plan's order.
    var drivenRoutes: [(route: Route, evaluation: RouteEvaluation)] {
        zip(plan.routes, evaluation.routes).filter { !$0.0.visits.isEmpty }.map { ($0, $1) }
    }

    func description(_ task: TaskReference) -> TaskDescription {
        descriptions.tasks[task] ?? TaskDescription()
    }

    /// The codes of the orders of a task.
    func orderList(_ task: TaskReference) -> [String] {
        let orders = description(task).orders
        return orders.isEmpty ? ["\(problem.visit(task).id)"] : orders
    }

    /// The codes of the orders of a task, one after the other.
    func orders(_ task: TaskReference) -> String {
        orderList(task).joined(separator: ", ")
    }

    /// The categories of the radioactive packages of a task, one after the other; empty for other goods.
    func packageCategories(_ task: TaskReference) -> String {
        Set(description(task).goods.map(\.category)).filter { !$0.isEmpty }.sorted().joined(separator: ", ")
    }

    /// The name of the place of a task.
    func place(_ task: TaskReference) -> String {
        strings.place(task, in: problem) ?? "\(problem.visit(task).id)"
    }

    /// The code of the site of a task; empty when it has none or would give a patient away.
    func siteCode(_ task: TaskReference) -> String {
        guard problem.handling(task).patient == nil else { return "" }
        return problem.locations[problem.visit(task).location].site.map { "\($0)" } ?? ""
    }

    /// What is handed over or taken along at a task.
    func handling(_ task: TaskReference) -> String {
        let change = problem.loadChange(task)
        var parts: [String] = []
        if !change.unloaded.isNothing { parts.append(display.load(change.unloaded)) }
        if !change.loaded.isNothing {
            parts.append(strings.text(.takesAlong, ["load": display.load(change.loaded)]))
        }
        return parts.joined(separator: "; ")
    }

    /// The passive boxes in which the goods of a visit travel, `2 × BAG5`; nil for goods without one.
    func boxes(of visit: Visit) -> String? {
        guard let type = visit.box else { return nil }
        let count = problem.boxNeeds(visit.task).first { $0.type == type }?.count ?? 1
        return strings.text(.boxesOfType, ["count": "\(count)", "type": "\(problem.boxTypes[type].id)"])
    }

    /// A regime as it is set on a trip; "not cooled" for a compartment that is off.
    func setting(_ trip: Trip, compartment: Int) -> String {
        trip.regime(of: compartment).map { display.regime($0) } ?? strings[.notCooled]
    }

    /// Coming back to load again: where, from when until when, and what is done with the compartments before.
    func reloadText(_ trip: Int, of route: Route, _ times: RouteSchedule.Stop) -> String {
        let text = strings.text(
            .reloadAt,
            [
                "place": route.trips[trip].reload.map(depotName) ?? "",
                "begin": display.clock.time(times.loadingBegins),
                "departure": display.clock.time(times.departure),
            ]
        )
        return adding(preparationOf: trip, of: route, to: text)
    }

    /// A text about a trip with what is done with the compartments before they are loaded for it, if anything.
    func adding(preparationOf trip: Int, of route: Route, to text: String) -> String {
        let preparation = route.preparations(in: problem)[trip]
        let work = [(Phrase.cleaningFirst, preparation.cleaning), (.changeoverFirst, preparation.changeover)]
        let parts = work.filter { $0.1 > 0 }.map { phrase, seconds in
            strings.text(phrase, ["duration": strings.duration(seconds)])
        }
        guard !parts.isEmpty else { return text }
        return "\(text) · " + strings.text(.beforeLoading, ["work": parts.joined(separator: ", ")])
    }

    /// A rest: how long, until when.
    func restText(_ times: RouteSchedule.Stop) -> String {
        strings.text(
            .restUntil,
            [
                "duration": strings.duration(times.service),
                "end": display.clock.time(times.departure),
            ]
        )
    }

    /// The name of a depot, or its code.
    func depotName(_ index: Int) -> String {
        let depot = problem.depots[index]
        return depot.name.isEmpty ? "\(depot.id)" : depot.name
    }

    /// What people should know of a vehicle.
    func vehicleNote(_ index: Int) -> String {
        [problem.vehicles[index].description, descriptions.vehicleNotes[index] ?? ""]
            .filter { !$0.isEmpty }.joined(separator: " · ")
    }

    /// Where a vehicle starts, for people.
    func startName(_ vehicle: Vehicle) -> String {
        if let depot = vehicle.startDepot { return depotName(depot) }
        return vehicle.start.map { problem.locations[$0].name } ?? ""
    }
}

extension RouteSchedule {
    /// From the begin of loading for a trip to the departure.
    func loadingTimes(_ trip: Trip) -> Range<Seconds> {
        guard trip.reload != nil else { return loadingBegins..<start + loading }
        let stop = steps[trip.steps.lowerBound - 1]
        return stop.loadingBegins..<stop.departure
    }
}

extension Trip {
    /// The regime (index) a compartment runs; nil for one that is off or not listed.
    func regime(of compartment: Int) -> Int? {
        regimes.indices.contains(compartment) ? regimes[compartment] : nil
    }
}
