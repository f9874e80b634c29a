internal import OrderedCollections
import VehicleRouting

/// Cuts a problem that has no plan yet into regions of neighbouring requests, each with its share of the fleet.
struct FirstRegions {
    private let problem: Problem
    private let requests: [TaskReference]
    private let roads: TravelMatrix
    /// Where vehicles start, each place once.
    private let starts: [Int]
    /// What all requests weigh together, by dimension of load.
    private let totals: [Double]

    /// Regions of `requests`, near each other by `roads`.
    init(_ problem: Problem, requests: [TaskReference], roads: TravelMatrix) {
        self.problem = problem
        self.requests = requests
        self.roads = roads
        starts = Set(problem.vehicles.compactMap { $0.start ?? $0.end }).sorted()
        totals = problem.dimensions.indices.map { dimension in
            requests.reduce(0) { $0 + problem.load(of: $1, in: dimension) }
        }
    }

    /// At most `count` regions of about the same number of requests.
    ///
    /// O(count × requests).
    func regions(count: Int) -> [Region] {
        let clusters = clusters(count: count)
        var regions = clusters.map { Region(requests: $0) }
        let needs = clusters.map(needs)
        for vehicles in problem.likeVehicles(among: Array(problem.vehicles.indices)) {
            let first = problem.vehicles[vehicles[0]]
            let near = (first.start ?? first.end).flatMap { starts.firstIndex(of: $0) }.map { start in
                needs.map { $0[start] }
            }
            let all = needs.map { $0.reduce(0, +) }
            deal(vehicles, to: &regions, by: near.flatMap { $0.contains { $0 > 0 } ? $0 : nil } ?? all)
        }
        for index in regions.indices { regions[index].vehicles.sort() }
        return regions
    }

    /// From the outside in: the request farthest from all starts with those nearest to it, and so on with the rest.
    private func clusters(count: Int) -> [[TaskReference]] {
        var rest = requests.map { request in
            let place = problem.visit(request).location
            return (request, place, starts.map { roads.duration(from: $0, to: place) }.min() ?? 0)
        }
        let companions = Companions(problem)
        var clusters: [[TaskReference]] = []
        while let seed = rest.max(by: { $0.2 < $1.2 }) {
            let left = max(count - clusters.count, 1)
            let size = (rest.count + left - 1) / left
            let order = rest.indices.map { (roads.duration(from: seed.1, to: rest[$0].1), $0) }.sorted(by: <)
            let taken = Set(order.prefix(size).flatMap { companions.group(of: rest[$0.1].0) })
            clusters.append(rest.map(\.0).filter(taken.contains))
            rest.removeAll { taken.contains($0.0) }
        }
        return clusters
    }

    /// How much of the fleet a cluster needs, by the start that is nearest to each of its requests.
    ///
    /// A request counts once, and once more for its part of each load.
    private func needs(of cluster: [TaskReference]) -> [Double] {
        var needs = [Double](repeating: 0, count: max(starts.count, 1))
        for request in cluster {
            let place = problem.visit(request).location
            let times = starts.map { roads.duration(from: $0, to: place) }
            let nearest = times.indices.min { times[$0] < times[$1] } ?? 0
            needs[nearest] += 1
            for (dimension, total) in totals.enumerated() where total > 0 {
                needs[nearest] += problem.load(of: request, in: dimension) / total * Double(requests.count)
            }
        }
        return needs
    }

    /// Hands vehicles to the regions in proportion to `needs`, those with the largest remainders first.
    private func deal(_ vehicles: [Int], to regions: inout [Region], by needs: [Double]) {
        let sum = max(needs.reduce(0, +), .leastNormalMagnitude)
        let exact = needs.map { $0 / sum * Double(vehicles.count) }
        var counts = exact.map { Int($0) }
        let order = exact.indices.sorted { exact[$0] - Double(counts[$0]) > exact[$1] - Double(counts[$1]) }
        for index in order.prefix(max(vehicles.count - counts.reduce(0, +), 0)) { counts[index] += 1 }
        var rest = vehicles[...]
        for (index, count) in counts.enumerated() {
            regions[index].vehicles += rest.prefix(count)
            rest = rest.dropFirst(count)
        }
    }
}

extension Problem {
    /// How much of a dimension a request moves.
    fileprivate func load(of request: TaskReference, in dimension: Int) -> Double {
        let change = loadChange(request)
        let loads = [change.unloaded, change.loaded].filter { dimension < $0.count }
        return loads.reduce(0) { $0 + Double($1[dimension]) }
    }

    /// Vehicles that differ in nothing but their names, in the order of the first of each kind.
    func likeVehicles(among vehicles: [Int]) -> [[Int]] {
        let groups = OrderedDictionary(grouping: vehicles) { self.vehicles[$0].nameless }
        return Array(groups.values)
    }
}
