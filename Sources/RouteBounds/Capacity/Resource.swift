internal import VehicleRouting

/// Something that a vehicle, or a compartment running a regime, has one whole of, and that demands use shares of.
struct Resource: Hashable {
    /// What runs out.
    enum Kind: Hashable {
        /// Room, by load dimension.
        case load(Int, Direction)
        /// The time of a whole route.
        case time
        /// Time within the interval at this index.
        case interval(Int)
        /// The number of tasks.
        case tasks

        /// Whether it is there once a trip.
        var isLoad: Bool {
            if case .load = self { true } else { false }
        }
    }

    /// Who has it.
    enum Owner: Hashable {
        /// A vehicle of the class at this index.
        case vehicle(Int)
        /// A compartment running a regime.
        case stowage(Stowage)
    }

    let owner: Owner
    let kind: Kind
}

/// A share of one resource, 0 … 1 of what one owner has.
struct ResourceUse {
    /// Index into the resources.
    let resource: Int
    var share: Double
}

/// One way in which own vehicles may do a demand.
struct DemandOption {
    let stowage: Stowage
    /// What it costs at the very least, in wire units.
    var cost: Double
    var uses: [ResourceUse]
}

/// All resources of a fleet, and what demands use of them.
struct ResourceTable {
    private(set) var resources: [Resource] = []
    private var positions: [Resource: Int] = [:]
    private let classes: [VehicleClass]
    private let intervals: [DayInterval]

    init(classes: [VehicleClass], intervals: [DayInterval]) {
        self.classes = classes
        self.intervals = intervals
    }

    /// The ways in which own vehicles may do `demand`; resources met for the first time are added to the table.
    mutating func options(for demand: Demand, _ admissions: [Admission]) -> [DemandOption] {
        admissions.flatMap { admission in
            let common = vehicleUses(of: demand, admission)
            return admission.stowages.map { stowage in
                let capacity = classes[stowage.vehicleClass].compartments[stowage.compartment].capacity
                let own = loadUses(of: demand, owner: .stowage(stowage), capacity: capacity)
                return DemandOption(stowage: stowage, cost: admission.cost, uses: common + own)
            }
        }
    }

    private mutating func vehicleUses(of demand: Demand, _ admission: Admission) -> [ResourceUse] {
        let owner = Resource.Owner.vehicle(admission.vehicleClass)
        let vehicle = classes[admission.vehicleClass]
        var uses: [ResourceUse] = []
        // Without compartments the body is the only stowage and has the same capacity.
        if !vehicle.model.compartments.isEmpty {
            uses += loadUses(of: demand, owner: owner, capacity: vehicle.model.capacity)
        }
        add(.time, owner, admission.seconds, of: vehicle.workingTime, to: &uses)
        if let most = vehicle.model.maxTasks {
            add(.tasks, owner, Double(demand.visits.count), of: most, to: &uses)
        }
        for (index, interval) in intervals.enumerated() {
            let seconds = admission.blocks.reduce(0) { $0 + $1.least(in: interval.reach) }
            add(.interval(index), owner, Double(seconds), of: vehicle.time(in: interval), to: &uses)
        }
        return uses
    }

    private mutating func loadUses(
        of demand: Demand,
        owner: Resource.Owner,
        capacity: Load
    ) -> [ResourceUse] {
        var uses: [ResourceUse] = []
        for direction in Direction.allCases {
            for dimension in capacity.indices {
                let amount = Double(demand.load(direction, dimension))
                add(.load(dimension, direction), owner, amount, of: capacity[dimension], to: &uses)
            }
        }
        return uses
    }

    private mutating func add(
        _ kind: Resource.Kind,
        _ owner: Resource.Owner,
        _ amount: Double,
        of whole: Int,
        to uses: inout [ResourceUse]
    ) {
        // Leaving out a use makes the model easier, never wrong; below a millionth it would only spoil its numbers.
        guard whole > 0, amount / Double(whole) > 1e-6 else { return }
        let resource = Resource(owner: owner, kind: kind)
        let position = positions[resource] ?? resources.count
        if position == resources.count {
            positions[resource] = position
            resources.append(resource)
        }
        uses.append(ResourceUse(resource: position, share: amount / Double(whole)))
    }
}
