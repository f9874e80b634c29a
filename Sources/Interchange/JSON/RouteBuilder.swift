import VehicleRouting

/// Makes a route from what a file says about it, and fills in what files of other programs do not say: in which
/// compartment goods travel and what each compartment is kept at.
struct RouteBuilder {
    let vehicle: Int
    private(set) var visits: [Visit] = []
    private let problem: Problem
    private let compartments: [Compartment]
    /// What the file says each compartment is kept at.
    private var stated: [Int: Int?] = [:]

    init(vehicle: Int, in problem: Problem) {
        self.vehicle = vehicle
        self.problem = problem
        compartments = problem.vehicles[vehicle].effectiveCompartments
    }

    /// Keeps the compartment `id` at `regime`, or switches it off.
    mutating func set(
        _ id: Identifier,
        to regime: Int?,
        at place: FormatError.Place
    ) throws(FormatError) {
        stated[try index(of: id, at: place)] = .some(regime)
    }

    /// Adds a task with its goods in the compartment `id`, or in the first that may carry them.
    mutating func add(
        _ task: TaskReference,
        in id: Identifier?,
        at place: FormatError.Place
    ) throws(FormatError) {
        if let id {
            visits.append(Visit(task, compartment: try index(of: id, at: place)))
            return
        }
        // A delivery is where its pickup was; other goods go where a qualified regime suits their label.
        let pickup = visits.first { $0.task == task.otherHalf }
        let suitable = compartments.firstIndex { accepts($0, task) }
        visits.append(Visit(task, compartment: pickup?.compartment ?? suitable ?? 0))
    }

    func route() -> Route {
        let regimes = compartments.indices.map { index -> Int? in
            if let regime = stated[index] { return regime }
            return regime(for: visits.filter { $0.compartment == index }.map(\.task), in: compartments[index])
        }
        return Route(vehicle: vehicle, visits: visits, regimes: regimes)
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
