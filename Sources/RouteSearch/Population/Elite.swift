/// A plan kept for recombination, apart from the slabs of the search.
struct Elite {
    /// The tasks of all routes, one route after the other.
    var tasks: [Int32]
    /// The compartment of each of them.
    var compartments: [Int32]
    /// The slots of the routes.
    var slots: [Int32]
    /// Where each route begins in `tasks`, and one past the end of the last.
    var begins: [Int]
    /// How heavily the absent requests count.
    var weight: Int64
    /// Cost of the routes and prices of the absent requests, in search units.
    var cost: Int64

    /// A plan of these routes.
    init(
        tasks: [Int32],
        compartments: [Int32],
        slots: [Int32],
        begins: [Int],
        weight: Int64,
        cost: Int64
    ) {
        self.tasks = tasks
        self.compartments = compartments
        self.slots = slots
        self.begins = begins
        self.weight = weight
        self.cost = cost
    }

    /// A copy of a record.
    init(_ record: borrowing SolutionRecord) {
        tasks = (0..<record.taskCount).map { record.tasks[$0] }
        compartments = (0..<record.taskCount).map { record.compartments[$0] }
        slots = (0..<record.routeCount).map { record.slots[$0] }
        begins = (0...record.routeCount).map { Int(record.begins[$0]) }
        weight = record.weight
        cost = record.cost
    }

    /// Whether this plan is better than another.
    func isBetter(than other: Elite) -> Bool {
        (weight, cost) < (other.weight, other.cost)
    }

    /// Whether this plan is better than a recorded one.
    func isBetter(than other: borrowing SolutionRecord) -> Bool {
        (weight, cost) < (other.weight, other.cost)
    }

    /// The places in `tasks` of a route.
    func places(of route: Int) -> Range<Int> {
        begins[route]..<begins[route + 1]
    }
}

/// The best plans of the cycles so far, best first, no two of the same cost.
struct ElitePool {
    /// The plans.
    private(set) var members: [Elite] = []
    /// How many are kept, at least 2.
    let capacity: Int

    /// Takes a plan in, unless the pool is full of better ones or has one of the same cost.
    mutating func offer(_ elite: Elite) {
        guard !members.contains(where: { $0.weight == elite.weight && $0.cost == elite.cost }) else { return }
        let place = members.firstIndex { elite.isBetter(than: $0) } ?? members.count
        members.insert(elite, at: place)
        if members.count > capacity { members.removeLast() }
    }
}
