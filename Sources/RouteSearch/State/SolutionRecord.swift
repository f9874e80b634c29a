/// A plan as a list of tasks by route: what is kept of the best plan met.
struct SolutionRecord: ~Copyable {
    /// The tasks of all routes, one route after the other.
    let tasks: Slab<Int32>
    /// The compartment of each of them.
    let compartments: Slab<Int32>
    /// The slots of the routes.
    let slots: Slab<Int32>
    /// Where each route begins in `tasks`, and one past the end of the last.
    let begins: Slab<Int32>
    /// How many routes there are.
    private(set) var routeCount = 0
    /// How heavily the absent requests count; 0 when only requests with a price are absent.
    private(set) var weight = Int64.max
    /// Cost of the routes and prices of the absent requests, in search units.
    private(set) var cost = Int64.max

    init(_ instance: CompiledInstance) {
        tasks = Slab(repeating: 0, count: instance.taskCount)
        compartments = Slab(repeating: 0, count: instance.taskCount)
        slots = Slab(repeating: 0, count: instance.fleet.slotCount)
        begins = Slab(repeating: 0, count: instance.fleet.slotCount + 1)
    }

    /// How many tasks are on routes, reloads included.
    var taskCount: Int { Int(begins[routeCount]) }

    /// How many of the problem's jobs and shipments are on routes.
    func requestCount(_ instance: CompiledInstance) -> Int {
        guard instance.needs.trips || instance.needs.pairs else { return taskCount }
        return (0..<taskCount).count {
            !instance.isReload(tasks[$0]) && instance.tasks.isHead(tasks[$0])
        }
    }

    /// Copies a solution whose absent requests weigh and cost this much.
    mutating func record<Kernel: ConstraintKernel>(
        _ solution: borrowing SearchSolution<Kernel>,
        weight: Int64,
        price: Int64
    ) {
        self.weight = weight
        cost = solution.routeCost + price
        routeCount = 0
        var place = 0
        for slot in 0..<Int32(solution.routes.count) where solution.routes[slot].count > 0 {
            slots[routeCount] = slot
            var node = solution.nodes[solution.start(slot)].next
            while Int(node) < tasks.count {
                tasks[place] = node
                compartments[place] = solution.compartment[node]
                place += 1
                node = solution.nodes[node].next
            }
            routeCount += 1
            begins[routeCount] = Int32(place)
        }
    }

    /// Whether this plan is better than another.
    func isBetter(than other: borrowing SolutionRecord) -> Bool {
        (weight, cost) < (other.weight, other.cost)
    }

    /// Becomes a copy of another record of the same instance.
    mutating func copy(from other: borrowing SolutionRecord) {
        (weight, cost, routeCount) = (other.weight, other.cost, other.routeCount)
        tasks.copy(from: other.tasks)
        compartments.copy(from: other.compartments)
        slots.copy(from: other.slots)
        begins.copy(from: other.begins)
    }

    /// Becomes a copy of a kept plan of the same instance.
    mutating func copy(from elite: Elite) {
        (weight, cost, routeCount) = (elite.weight, elite.cost, elite.slots.count)
        for (place, task) in elite.tasks.enumerated() { tasks[place] = task }
        for (place, compartment) in elite.compartments.enumerated() { compartments[place] = compartment }
        for (route, slot) in elite.slots.enumerated() { slots[route] = slot }
        for (route, begin) in elite.begins.enumerated() { begins[route] = Int32(begin) }
    }

    /// Forgets the plan, so that any other is better.
    mutating func forget() {
        (weight, cost, routeCount) = (.max, .max, 0)
    }
}
