public import VehicleRouting

/// A place for one more task in a plan, with what it costs and who notices.
public struct InsertionPlace: Hashable, Sendable {
    /// A stop of the route that is served at another time because of the task.
    public struct TouchedStop: Hashable, Sendable {
        /// What is done there.
        public var task: TaskReference
        /// Seconds by which its service begins later; negative when earlier.
        public var shift: Seconds
        /// When it begins now.
        public var begin: Seconds
        /// Seconds left until its window closes, negative when late; nil when it has none.
        public var margin: Seconds?
    }

    /// The route with the task in it.
    public var route: Route
    /// How many stops of the route come before the task.
    public var position: Int
    /// How many stops of the route as it was come before the delivery of a shipment; `position` for a job.
    public var deliveryPosition: Int
    /// Whether the vehicle stayed in the yard before.
    public var isFresh: Bool
    /// What it adds to the cost of the plan.
    public var cost: Cost
    /// Times, loads and cost of the route with the task in it.
    public var evaluation: RouteEvaluation
    /// Stops that were there before and whose service begins at another time, in the order of the route.
    public var touched: [TouchedStop]

    init(_ insertion: Insertion, of task: ProbedTask, cost: Int, in problem: Problem) {
        route = insertion.route(with: task)
        position = insertion.position
        deliveryPosition = insertion.deliveryPosition
        isFresh = insertion.host.stops.isEmpty
        self.cost = Cost(ticks: cost)
        evaluation = RouteEvaluation(route, at: 0, in: problem)
        let before = zip(insertion.host.route.visits, insertion.host.evaluation.schedule.stops)
        let begins = Dictionary(before.map { ($0.task, $1.begin) }, uniquingKeysWith: { first, _ in first })
        touched = zip(route.visits, evaluation.schedule.stops).compactMap { visit, stop in
            guard let old = begins[visit.task], old != stop.begin else { return nil }
            return TouchedStop(
                task: visit.task,
                shift: stop.begin - old,
                begin: stop.begin,
                margin: problem.margin(of: visit.task, at: stop)
            )
        }
    }

    /// The visit of the route that hands a shipment over, counted from 0; nil for a job.
    public var deliveryStop: Int? {
        if case .job = route.visits[position].task { nil } else { deliveryPosition + 1 }
    }

    /// `plan` with this place taken and the task no longer left out or given away.
    public func applied(to plan: Plan) -> Plan {
        var changed = plan
        let served = Set(route.visits.map(\.task))
        changed.unassigned.removeAll { served.contains($0.task) }
        changed.awards.removeAll { served.contains($0.task) }
        if let index = changed.routes.firstIndex(where: { $0.vehicle == route.vehicle }) {
            changed.routes[index] = route
        } else {
            changed.routes.append(route)
            changed.routes.sort { $0.vehicle < $1.vehicle }
        }
        return changed
    }
}
