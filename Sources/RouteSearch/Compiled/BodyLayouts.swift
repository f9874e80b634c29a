import VehicleRouting

/// Which vehicles are alike, and which types are layouts of the same bodies.
///
/// Bodies with the same set of layouts form a pool; the types of a pool have no more vehicles on the road together than
/// the pool has bodies.
struct BodyLayouts {
    /// What a type stands for: vehicles alike, whose bodies have the same other layouts.
    struct Key: Hashable {
        var likeness: Vehicle
        var siblings: Set<Vehicle>
    }

    /// How many bodies each pool has.
    private(set) var poolSizes: [Int32] = []
    private var keys: [Key] = []
    private var pools: [Set<Vehicle>: Int] = [:]

    /// Groups the vehicles of `problem`; those in `bound` are like no other.
    init(_ problem: Problem, bound: Set<Identifier>) {
        let asked = AskedOfVehicles(problem)
        let likenesses = problem.vehicles.map { vehicle in
            var likeness = asked.likeness(of: vehicle)
            if bound.contains(vehicle.id) { likeness.id = vehicle.id }
            return likeness
        }
        var layouts: [Identifier: Set<Vehicle>] = [:]
        for (vehicle, likeness) in zip(problem.vehicles, likenesses) {
            if let body = vehicle.body { layouts[body, default: []].insert(likeness) }
        }
        keys = zip(problem.vehicles, likenesses).map { vehicle, likeness in
            Key(likeness: likeness, siblings: vehicle.body.flatMap { layouts[$0] } ?? [])
        }
        var counted: Set<Identifier> = []
        for vehicle in problem.vehicles {
            guard let body = vehicle.body, counted.insert(body).inserted, let set = layouts[body] else {
                continue
            }
            if let pool = pools[set] {
                poolSizes[pool] += 1
            } else {
                pools[set] = poolSizes.count
                poolSizes.append(1)
            }
        }
    }

    /// What the vehicle at an index is grouped by.
    func key(of vehicle: Int) -> Key { keys[vehicle] }

    /// The pool of a type; −1 for vehicles of their own.
    func pool(of key: Key) -> Int32 {
        pools[key.siblings].map { Int32($0) } ?? -1
    }
}

/// The levels and certificates that some task asks for; what nobody asks for does not tell vehicles apart.
private struct AskedOfVehicles {
    private let levels: Set<String>
    private let permits: Set<Identifier>

    init(_ problem: Problem) {
        let handlings = problem.jobs.map(\.handling) + problem.shipments.map(\.handling)
        levels = handlings.reduce(into: []) { $0.formUnion($1.levels.keys) }
        permits = handlings.reduce(into: []) { $0.formUnion($1.requires) }
    }

    /// The vehicle without its names and without what makes no difference to a plan.
    func likeness(of vehicle: Vehicle) -> Vehicle {
        var likeness = vehicle.nameless
        likeness.body = nil
        likeness.levels = vehicle.levels.filter { levels.contains($0.key) }
        likeness.permits = vehicle.permits.filter { permits.contains($0.name) }.map { permit in
            // A date after the shift, and one before it, are as good as any other such date.
            guard let until = permit.validUntil else { return permit }
            if until >= vehicle.shift.closes { return Permit(permit.name) }
            return until < vehicle.shift.opens ? Permit(permit.name, validUntil: -1) : permit
        }.sorted { $0.name < $1.name }
        return likeness
    }
}
