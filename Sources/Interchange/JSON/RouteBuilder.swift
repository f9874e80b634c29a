import VehicleRouting

/// Makes a route from what a file says about it, and fills in what files of other programs do not say: in which
/// compartment goods travel and what each compartment is kept at.
struct RouteBuilder {
    let vehicle: Int
    private(set) var steps: [RouteStep] = []
    private let problem: Problem
    private let compartments: [Compartment]
    /// What the file says each compartment is kept at, trip by trip.
    private var stated: [[Int: Int?]] = [[:]]

    init(vehicle: Int, in problem: Problem) {
        self.vehicle = vehicle
        self.problem = problem
        compartments = problem.vehicles[vehicle].effectiveCompartments
    }

    /// The tasks so far.
    var visits: [Visit] { steps.compactMap(\.visit) }

    /// Keeps the compartment `id` at `regime` on the current trip, or switches it off.
    mutating func set(
        _ id: Identifier,
        to regime: Int?,
        at place: FormatError.Place
    ) throws(FormatError) {
        stated[stated.count - 1][try index(of: id, at: place)] = .some(regime)
    }

    /// Adds a task with its goods in the compartment `id`, or in the first that may carry them.
    mutating func add(
        _ task: TaskReference,
        in id: Identifier?,
        box boxID: Identifier? = nil,
        at place: FormatError.Place
    ) throws(FormatError) {
        let box = try box(boxID, at: place)
        if let id {
            steps.append(.visit(Visit(task, compartment: try index(of: id, at: place), box: box)))
            return
        }
        // A delivery is where its pickup was; other goods go where a qualified regime suits their label.
        let pickup = visits.first { $0.task == task.otherHalf }
        let suitable = compartments.firstIndex { accepts($0, task) }
        steps.append(.visit(Visit(task, compartment: pickup?.compartment ?? suitable ?? 0, box: box)))
    }

    /// Begins another trip, loaded at a depot (index).
    mutating func reload(at depot: Int) {
        steps.append(.reload(Reload(depot: depot, regimes: [])))
        stated.append([:])
    }

    /// Lets the driver rest.
    mutating func rest(_ rest: Rest) {
        steps.append(.rest(rest))
    }

    /// The type of box called `id`.
    private func box(_ id: Identifier?, at place: FormatError.Place) throws(FormatError) -> Int? {
        guard let id else { return nil }
        guard let box = problem.boxTypes.firstIndex(where: { $0.id == id }) else {
            throw FormatError(.unknownReference("a step", to: "the box type '\(id)'"), at: place)
        }
        return box
    }

    func route() -> Route {
        var route = Route(vehicle: vehicle, steps: steps, regimes: [])
        for (trip, stated) in zip(route.trips, stated) {
            let regimes = compartments.indices.map { index -> Int? in
                if let regime = stated[index] { return regime }
                let tasks = trip.visits.filter { $0.compartment == index }.map(\.task)
                return regime(for: tasks, in: compartments[index])
            }
            if let depot = trip.reload {
                route.steps[trip.steps.lowerBound - 1] = .reload(Reload(depot: depot, regimes: regimes))
            } else {
                route.regimes = regimes
            }
        }
        return route
    }

    private func index(of id: Identifier, at place: FormatError.Place) throws(FormatError) -> Int {
        guard let index = compartments.firstIndex(where: { $0.id == id }) else {
            throw FormatError(
                .unknownReference(
                    "a step",
                    to: "compartment '\(id)' of vehicle \(problem.vehicles[vehicle].id)"
                ),
                at: place
            )
        }
        return index
    }

    private func accepts(_ compartment: Compartment, _ task: TaskReference) -> Bool {
        problem.regime(task) == nil || regime(for: [task], in: compartment) != nil
    }

    /// The first regime of the compartment that suits the labels of all goods; nil when no goods need one or none
    /// suits.
    private func regime(for tasks: [TaskReference], in compartment: Compartment) -> Int? {
        let labels = Set(tasks.compactMap(problem.regime))
        guard !labels.isEmpty else { return nil }
        return compartment.regimes?.first { regime in
            labels.allSatisfy { problem.regimes[$0].accepts(problem.regimes[regime]) }
        }
    }
}
