import VehicleRouting

/// Cuts a plan into regions of neighbouring routes.
struct AdjacentRegions {
    private let problem: Problem
    private let roads: TravelMatrix
    private let routes: [Route]
    private let absent: [TaskReference]
    /// Some places of each route, evenly spread along it.
    private let marks: [[Int]]

    /// How many places stand for a route.
    private static let marksPerRoute = 8
    /// A region gets a spare vehicle of a kind for this many routes, and two at least.
    private static let routesPerSpare = 4

    /// Regions of `routes`, with the requests that are `absent` from them.
    init(_ problem: Problem, routes: [Route], absent: [TaskReference], roads: TravelMatrix) {
        self.problem = problem
        self.roads = roads
        self.routes = routes
        self.absent = absent
        marks = routes.map { route in
            let count = route.visits.count
            return stride(from: 0, to: count, by: max(count / Self.marksPerRoute, 1)).map {
                problem.visit(route.visits[$0].task).location
            }
        }
    }

    /// Regions of about `size` tasks and two routes at least; every route and every absent request is in one of them.
    ///
    /// They are laid side by side from the far end, seen from a random route, so that no two calls draw the same borders.
    func regions(of size: Int, random: inout SearchRandom) -> [Region] {
        guard !routes.isEmpty else { return [] }
        let anchor = random.below(routes.count)
        var rest = Array(routes.indices)
        let remoteness = distances(from: anchor, to: rest)
        var regions: [Region] = []
        while let seed = rest.max(by: { remoteness[$0] < remoteness[$1] }) {
            let distance = distances(from: seed, to: rest)
            let order = rest.indices.sorted { (distance[$0], rest[$0]) < (distance[$1], rest[$1]) }
                .map { rest[$0] }
            let count = routeCount(of: order, size: size)
            regions.append(Region(routes: order.prefix(count).map { routes[$0] }))
            rest = order.dropFirst(count).sorted()
        }
        for index in regions.indices {
            regions[index].vehicles = regions[index].routes.map(\.vehicle)
            regions[index].requests = regions[index].routes.flatMap { $0.visits.map(\.task) }
                .filter(Self.isRequest)
        }
        placeAbsent(in: &regions)
        dealSpares(to: &regions)
        for index in regions.indices { regions[index].vehicles.sort() }
        return regions
    }

    /// How many of the nearest routes make a region; all, when few would be left.
    private func routeCount(of order: [Int], size: Int) -> Int {
        var (count, tasks) = (0, 0)
        while count < order.count, tasks < size || count < 2 {
            tasks += routes[order[count]].visits.count
            count += 1
        }
        let left = order.dropFirst(count).reduce(0) { $0 + routes[$1].visits.count }
        return left < size / 2 ? order.count : count
    }

    /// Mean driving seconds from the nearest mark of one route to the marks of each of `others`.
    private func distances(from seed: Int, to others: [Int]) -> [Double] {
        others.map { other in
            let sum = marks[other].reduce(0) { sum, place in
                sum + (marks[seed].map { roads.duration(from: $0, to: place) }.min() ?? 0)
            }
            return Double(sum) / Double(max(marks[other].count, 1))
        }
    }

    private static func isRequest(_ task: TaskReference) -> Bool {
        if case .delivery = task { return false }
        return true
    }

    /// Puts each absent request into the region of its companions, or else of the nearest route whose vehicle may serve it.
    private func placeAbsent(in regions: inout [Region]) {
        let companions = Companions(problem)
        for request in absent {
            let others = companions.group(of: request)
            let home = regions.firstIndex { region in
                others.count > 1 && others.contains { region.requests.contains($0) }
            }
            if let home {
                regions[home].requests.append(request)
                continue
            }
            let place = problem.visit(request).location
            var (best, nearest) = (0, Int.max)
            for (index, region) in regions.enumerated() {
                for route in region.routes {
                    let first = problem.visit(route.visits[route.visits.count / 2].task).location
                    let distance = roads.duration(from: first, to: place)
                    guard distance < nearest,
                        problem.mayDo(request, vehicle: problem.vehicles[route.vehicle])
                    else { continue }
                    (best, nearest) = (index, distance)
                }
            }
            regions[best].requests.append(request)
        }
    }

    /// Hands out the vehicles without a route: of each kind to the regions that leave requests out, and to the nearest ones
    /// to where the vehicles start.
    private func dealSpares(to regions: inout [Region]) {
        let used = Set(routes.map(\.vehicle))
        let spares = problem.vehicles.indices.filter { !used.contains($0) }
        let absent = Set(absent)
        let lacks = regions.map { $0.requests.contains(where: absent.contains) }
        let centres = regions.map { problem.visit($0.requests[0]).location }
        for group in problem.likeVehicles(among: spares) {
            let start = problem.vehicles[group[0]].start ?? problem.vehicles[group[0]].end
            let distance = centres.map { centre in
                start.map { roads.duration(from: $0, to: centre) } ?? 0
            }
            let order = regions.indices.sorted {
                (lacks[$0] ? 0 : 1, distance[$0], $0) < (lacks[$1] ? 0 : 1, distance[$1], $1)
            }
            var rest = group[...]
            for index in order {
                let most = max(regions[index].routes.count / Self.routesPerSpare, 2)
                let count = min(max(group.count / regions.count, 1), most)
                regions[index].vehicles += rest.prefix(count)
                rest = rest.dropFirst(count)
            }
        }
    }
}
