import VehicleRouting

/// Takes tasks out of a problem and its plan, or turns them into others, and keeps all indices right.
struct TaskReshaping {
    /// What becomes of a job or a shipment.
    enum Fate {
        case drop
        case job(Job)
        case shipment(Shipment)
    }

    private var fates: [TaskReference: Fate] = [:]

    /// Says what becomes of a job, or of a shipment named by its pickup; those not named stay.
    mutating func set(_ task: TaskReference, _ fate: Fate) {
        fates[task] = fate
    }

    /// Carries it out, and returns where each task that is still one visit has gone.
    ///
    /// A job that becomes a shipment leaves its route, since its goods have to be fetched first; a shipment that becomes a
    /// job keeps the place of its delivery.  What the plan no longer serves is unassigned in it.
    @discardableResult
    func apply(to problem: inout Problem, _ plan: inout Plan) -> [TaskReference: TaskReference] {
        var (jobs, shipments): ([Job], [Shipment]) = ([], [])
        var places: [TaskReference: TaskReference] = [:]
        for (index, job) in problem.jobs.enumerated() {
            switch fates[.job(index)] {
            case nil:
                places[.job(index)] = .job(jobs.count)
                jobs.append(job)
            case .job(let changed)?:
                places[.job(index)] = .job(jobs.count)
                jobs.append(changed)
            case .shipment(let shipment)?: shipments.append(shipment)
            case .drop?: break
            }
        }
        // Shipments that were jobs come first, those that stay behind them.
        for (index, shipment) in problem.shipments.enumerated() {
            switch fates[.pickup(index)] {
            case nil, .shipment?:
                places[.pickup(index)] = .pickup(shipments.count)
                places[.delivery(index)] = .delivery(shipments.count)
                if case .shipment(let changed)? = fates[.pickup(index)] {
                    shipments.append(changed)
                } else {
                    shipments.append(shipment)
                }
            case .job(let job)?:
                places[.delivery(index)] = .job(jobs.count)
                jobs.append(job)
            case .drop?: break
            }
        }
        (problem.jobs, problem.shipments) = (jobs, shipments)
        problem.relations = problem.relations.compactMap { relation in
            let tasks = relation.tasks.compactMap { places[$0] }
            return tasks.count > 1 ? Relation(relation.kind, tasks) : nil
        }
        plan.move(to: places)
        plan.complete(in: problem)
        return places
    }
}

extension RouteStep {
    /// The step with its task's new index; nil when the task has none.
    func moved(to places: [TaskReference: TaskReference]) -> RouteStep? {
        guard var visit else { return self }
        guard let place = places[visit.task] else { return nil }
        visit.task = place
        return .visit(visit)
    }
}

extension Plan {
    /// Gives tasks their new indices; those that have none leave the plan.
    mutating func move(to places: [TaskReference: TaskReference]) {
        for route in routes.indices {
            routes[route].steps = routes[route].steps.compactMap { $0.moved(to: places) }
            routes[route].dropEmptyTrips()
        }
        routes.removeAll(where: \.visits.isEmpty)
        awards = awards.compactMap { award in places[award.task].map { Award($0, carrier: award.carrier) } }
        unassigned = unassigned.compactMap { item in places[item.task].map { Unassigned($0) } }
    }
}
