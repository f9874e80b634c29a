internal import RouteSearch
internal import VehicleRouting

extension Problem {
    /// Changes one visit.
    mutating func change(_ task: TaskReference, _ change: (inout Job) -> Void) {
        switch task {
        case .job(let index): change(&jobs[index])
        case .pickup(let index): change(&shipments[index].pickup)
        case .delivery(let index): change(&shipments[index].delivery)
        }
    }

    /// The problem as a search of a rerun sees it: orders that people wait for have no price at which they may be left out,
    /// and each second counts by which service begins after its due time.
    ///
    /// - Parameters:
    ///   - due: Until when service should begin, and what later costs.
    ///   - unexpected: Stops that nobody was to make.
    func expecting(_ due: [StopName: DueTime], except unexpected: Set<StopName>) -> Problem {
        var problem = self
        for job in jobs.indices where !unexpected.contains(StopName(.job(job), in: self)) {
            problem.jobs[job].unassignedCost = nil
        }
        for shipment in shipments.indices where !unexpected.contains(StopName(.delivery(shipment), in: self))
        {
            problem.shipments[shipment].unassignedCost = nil
        }
        let heads = jobs.indices.map(TaskReference.job) + shipments.indices.map(TaskReference.pickup)
        for task in heads.flatMap(\.halves) {
            guard let due = due[StopName(task, in: self)], visit(task).due == nil else { continue }
            let closes = visit(task).timeWindows.last?.closes ?? .max
            if closes > due.by { problem.change(task) { $0.due = due } }
        }
        return problem
    }
}

extension SearchParameters {
    /// The same for a part, 0 … 1, of the seconds and iterations.
    func part(_ part: Double) -> SearchParameters {
        var some = self
        some.seconds = seconds.map { $0 * part }
        some.iterations = iterations.map { Int((Double($0) * part).rounded(.up)) }
        return some
    }
}
