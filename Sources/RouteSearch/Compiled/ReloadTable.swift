import VehicleRouting

/// The reloads a search may put into routes: for each depot as many as there are tasks, since a trip does at least one.
struct ReloadTable {
    /// Depots (indices) where some vehicle may load again.
    let depots: [Int]
    /// How many reloads there are in all.
    let count: Int
    /// Per depot: its place, its loading seconds, and when loading may begin.
    let places: [Int32]
    let loading: [Int32]
    let windows: [[(opens: Int32, closes: Int32)]]

    init(_ problem: Problem, clock: SearchClock) {
        let depots = Set(problem.vehicles.flatMap(\.reloadDepots)).sorted()
        self.depots = depots
        count = depots.count * (problem.jobs.count + 2 * problem.shipments.count)
        places = depots.map { Int32(problem.depots[$0].location) }
        loading = depots.map { Int32(problem.depots[$0].loading) }
        // The depot's hours bind the departure; the search asks when loading may begin.
        windows = depots.map { depot in
            let seconds = Int32(problem.depots[depot].loading)
            return clock.windows(problem.depots[depot].timeWindows).map {
                ($0.opens - seconds, $0.closes - seconds)
            }
        }
    }

    /// `values` of the problem's tasks, followed by one for each reload, by its depot's place in `depots`.
    func extend<Value>(_ values: [Value], by value: (Int) -> Value) -> [Value] {
        let each = depots.isEmpty ? 0 : count / depots.count
        return values + depots.indices.flatMap { [Value](repeating: value($0), count: each) }
    }
}
