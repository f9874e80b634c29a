public import VehicleRouting

/// What a plan does with one stop of an order.
public enum StopFate: Hashable, Sendable {
    /// A vehicle of the own fleet makes it.
    case driven(StopStanding)
    /// A carrier of the pool makes it.
    case carried(by: Identifier)
    /// Nobody makes it.
    case leftOut
}

/// Where a stop stands in a plan.
public struct StopStanding: Hashable, Sendable {
    /// The vehicle that makes it.
    public var vehicle: Identifier
    /// The compartment its goods travel in.
    public var compartment: Identifier
    /// Its place on the route, counted from 1.
    public var position: Int
    /// When service begins: what a customer is told.
    public var begin: Seconds
    /// Seconds by which `begin` misses the last window; 0 when on time.
    public var lateness: Seconds

    /// A stop at `position` of the route of `vehicle`.
    public init(
        vehicle: Identifier,
        compartment: Identifier,
        position: Int,
        begin: Seconds,
        lateness: Seconds
    ) {
        self.vehicle = vehicle
        self.compartment = compartment
        self.position = position
        self.begin = begin
        self.lateness = lateness
    }
}

/// The name of a stop from outside, the same in every plan of the day.
///
/// A job that became a shipment, because its goods have to be fetched first, keeps the name of its hand-over.
public struct StopName: Hashable, Sendable, Comparable {
    /// The order, as the customer's side knows it.
    public var order: Identifier
    /// Whether this is where the goods of the order are fetched, not where they are handed over.
    public var isPickup: Bool

    /// The hand-over of `order`, or where its goods are fetched.
    public init(_ order: Identifier, isPickup: Bool = false) {
        self.order = order
        self.isPickup = isPickup
    }

    /// The name of `task` in `problem`.
    public init(_ task: TaskReference, in problem: Problem) {
        order = problem.visit(task).id
        if case .pickup = task { isPickup = true } else { isPickup = false }
    }

    /// By order, the pickup first.
    public static func < (left: StopName, right: StopName) -> Bool {
        if left.order != right.order { return left.order < right.order }
        return left.isPickup && !right.isPickup
    }
}

extension Plan {
    /// What the plan does with every stop of `problem`.
    ///
    /// - Precondition: `evaluation` is that of the plan in `problem`.
    func fates(_ evaluation: PlanEvaluation, in problem: Problem) -> [StopName: StopFate] {
        var fates: [StopName: StopFate] = [:]
        for (route, judged) in zip(routes, evaluation.routes) {
            let vehicle = problem.vehicles[route.vehicle]
            let compartments = vehicle.effectiveCompartments
            for (place, (visit, stop)) in zip(route.visits, judged.schedule.stops).enumerated() {
                let standing = StopStanding(
                    vehicle: vehicle.id,
                    compartment: compartments[visit.compartment].id,
                    position: place + 1,
                    begin: stop.begin,
                    lateness: stop.lateness
                )
                fates[StopName(visit.task, in: problem)] = .driven(standing)
            }
        }
        for award in awards {
            for task in award.task.halves {
                fates[StopName(task, in: problem)] = .carried(by: problem.carriers[award.carrier].id)
            }
        }
        for item in unassigned {
            for task in item.task.halves { fates[StopName(task, in: problem)] = .leftOut }
        }
        return fates
    }
}
