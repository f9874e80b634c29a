internal import VehicleRouting

/// A day that is over, as a plan: what each vehicle has done, in its order.
struct DrivenDay {
    /// What was asked for, and behind it a task for each stop that nobody had asked for: goods taken over from a vehicle,
    /// fetched again or collected, and a shipment for goods that a carrier took over.
    private(set) var problem: Problem
    /// Who did what.
    private(set) var plan = Plan()

    /// - Parameter asked: All that was asked for on the day, at its true times.
    init(_ day: RunningDay, in asked: Problem) {
        problem = asked
        var tasks: [StopName: TaskReference] = [:]
        let heads = asked.orders
        for task in heads.flatMap(\.halves) { tasks[StopName(task, in: asked)] = task }
        var served: Set<TaskReference> = []
        for (index, vehicle) in asked.vehicles.enumerated() {
            let visits = day.done.filter { $0.vehicle == vehicle.id }.map { stop -> Visit in
                let compartment = vehicle.effectiveCompartments.firstIndex { $0.id == stop.compartment } ?? 0
                if let task = tasks[stop.name], served.insert(task).inserted {
                    return Visit(task, compartment: compartment)
                }
                problem.jobs.append(stop.errand)
                return Visit(.job(problem.jobs.count - 1), compartment: compartment)
            }
            guard !visits.isEmpty else { continue }
            let regimes = vehicle.effectiveCompartments.map { _ in Int?.none }
            plan.routes.append(Route(vehicle: index, visits: visits, regimes: regimes))
        }
        for award in day.plan.awards {
            // Goods that a carrier fetches elsewhere are known by where they go.
            let halves = award.task.halves
            let names = halves.map { StopName($0, in: day.problem) }
            guard let task = tasks[names[halves.count - 1]], served.insert(task).inserted else { continue }
            guard case .pickup(let shipment) = award.task, case .job = task else {
                plan.awards.append(Award(task.halves[0], carrier: award.carrier))
                continue
            }
            problem.shipments.append(day.problem.shipments[shipment])
            plan.awards.append(Award(.pickup(problem.shipments.count - 1), carrier: award.carrier))
        }
        for task in heads where !task.halves.contains(where: served.contains) {
            plan.unassigned.append(Unassigned(task))
        }
    }
}

extension DoneStop {
    /// The stop as a task that takes as long and brings nothing.
    fileprivate var errand: Job {
        var errand = Job(id: name.order, location: job.location)
        errand.service = departure - begin
        return errand
    }
}
