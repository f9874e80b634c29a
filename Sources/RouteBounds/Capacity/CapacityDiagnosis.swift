public import VehicleRouting

/// What can be said of a day before any route is planned: what lacks, how many vehicles at least, what jobs are worth.
///
/// All of it concerns the own fleet and follows from the model in `Docs/models/capacity-assignment.md`, which knows loads,
/// regimes and time but no routes.  Where it says that something cannot be done, no plan can do it; that it finds no
/// shortage proves nothing.
public struct CapacityDiagnosis: Hashable, Sendable {
    /// A question that the solver may leave unanswered.
    public enum Question: String, Hashable, Sendable, CaseIterable {
        /// Which capacity lacks.
        case shortages
        /// How many vehicles at least.
        case vehicles
        /// What jobs are worth, and what the day costs at least.
        case prices
    }

    /// What the fleet lacks, the jobs most concerned first; empty when the model finds room for all.
    public var shortages: [CapacityShortage]
    /// The fewest jobs and shipments that any plan leaves to carriers or out, those of `impossible` not counted.
    public var leftAtLeast: Int
    /// What no vehicle of the fleet may take, and why, in the order of the problem.
    public var impossible: [ImpossibleTask]
    /// The fewest vehicles that do all but the impossible; more than the fleet has when it lacks vehicles of any kind.
    ///
    /// When the fleet suffices it is a bound for this fleet; otherwise for one with any number of the same kinds.
    public var vehiclesAtLeast: Int
    /// The fewest vehicles that carry the goods of one label, by index of the regime.
    public var vehiclesAtLeastByRegime: [Int: Int]
    /// How many vehicles the fleet has.
    public var vehiclesAvailable: Int
    /// The least that a plan costs; nil when nothing can be said.
    ///
    /// It holds for the plans that ``lowerBound(on:_:in:)`` gives it for.  Waiting, overtime and the limits on distance
    /// and driving are not counted, and every arc is counted at the shortest into its place.
    public var costAtLeast: Cost?
    /// What each job (`.job`) or shipment (`.pickup`) costs the own fleet at the margin: its cheapest own cost, and what the
    /// scarce capacity it uses is worth.
    ///
    /// The search's first prices for leaving jobs out.  An estimate, not a bound.  Impossible tasks have none.
    public var prices: [TaskReference: Cost]
    /// How large the model was.
    public var size: CapacityModelSize
    /// Questions that the solver did not answer, for lack of time or accuracy; their figures are empty or 0, never wrong.
    public var unanswered: [Question]
}

extension CapacityDiagnosis {
    /// A cost that no plan beats which serves as much as `plan` does; nil when nothing can be said.
    ///
    /// The bound presumes that no promise is broken, and that of the tasks without a price only impossible ones are left
    /// out, and of these only what no carrier takes either.
    public func lowerBound(on plan: Plan, _ evaluation: PlanEvaluation, in problem: Problem) -> Cost? {
        guard evaluation.violations.isEmpty else { return nil }
        let impossible = Set(impossible.map(\.task))
        let isComplete = plan.unassigned.allSatisfy { item in
            problem.importance(of: item.task).cost != nil
                || impossible.contains(item.task)
                    && !problem.carriers.contains { $0.maxJobs != 0 && $0.mayCarry(item.task, in: problem) }
        }
        return isComplete ? costAtLeast : nil
    }
}

/// What a fleet has too little of, for whom and when.
public struct CapacityShortage: Hashable, Sendable {
    /// What a vehicle or compartment can run out of.
    public enum Resource: Hashable, Sendable {
        /// Room for goods from the depot, in this load dimension (index).
        case room(dimension: Int)
        /// Room for goods to the depot, in this load dimension (index).
        case roomForReturns(dimension: Int)
        /// Time of vehicles for travel, setup and service, in seconds.
        case time
        /// The number of tasks vehicles may do.
        case tasks
    }

    /// What lacks.
    public var resource: Resource
    /// How much lacks, above 0: whole numbers of the load dimension, seconds, or tasks.
    ///
    /// What the work that the model leaves over needs, when it leaves over as few jobs as it can.  On large days jobs alike
    /// are averaged, so that it is an estimate.
    public var amount: Int
    /// The labels (indices of regimes) of the goods that compete for it; nil is goods that travel at any temperature.
    ///
    /// Empty when the goods of all labels do.
    public var labels: [Int?]
    /// The part of the day in which service of all that compete must begin; nil for the whole day.
    public var interval: TimeWindow?
    /// What competes for it: `.job` or `.pickup`, in the order of the problem.
    public var tasks: [TaskReference]

    /// Too little of `resource`, by `amount`, for the goods of `labels` and for `tasks`.
    public init(
        resource: Resource,
        amount: Int,
        labels: [Int?],
        interval: TimeWindow?,
        tasks: [TaskReference]
    ) {
        self.resource = resource
        self.amount = amount
        self.labels = labels
        self.interval = interval
        self.tasks = tasks
    }
}

/// A job or shipment that no vehicle of the fleet may take, even with nothing else to do.
public struct ImpossibleTask: Hashable, Sendable {
    /// `.job` or `.pickup`.
    public var task: TaskReference
    /// Why, one entry per rule; together they stop every vehicle.
    public var obstacles: [Obstacle]

    /// `task`, which `obstacles` keep from every vehicle.
    public init(task: TaskReference, obstacles: [Obstacle]) {
        self.task = task
        self.obstacles = obstacles
    }

    /// A rule that stops some vehicles.
    public struct Obstacle: Hashable, Sendable {
        /// The promise that every route with the task would break.
        public var cause: Violation.Cause
        /// Indices of the vehicles it stops.
        public var vehicles: [Int]
        /// The least amount that would have to give: seconds, tasks, or the load dimension's whole numbers; 1 where there is
        /// no measure.
        public var amount: Int
        /// Index of the load dimension where the cause is `load`; nil when no single one is at fault.
        public var dimension: Int?

        /// The rule `cause`, which stops `vehicles`.
        public init(cause: Violation.Cause, vehicles: [Int], amount: Int = 1, dimension: Int? = nil) {
            self.cause = cause
            self.vehicles = vehicles
            self.amount = amount
            self.dimension = dimension
        }
    }
}

/// How large a model was.
public struct CapacityModelSize: Hashable, Sendable {
    /// Classes of identical vehicles.
    public var vehicleClasses: Int
    /// Groups of demands.
    public var demandGroups: Int
    /// Parts of the day with rows of their own.
    public var intervals: Int
    /// Columns of the linear program.
    public var columns: Int
    /// Rows of the linear program.
    public var rows: Int
}
