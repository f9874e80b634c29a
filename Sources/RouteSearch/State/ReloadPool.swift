/// The reloads on no route, depot by depot, so that one is found and given back at once.
struct ReloadPool: ~Copyable {
    /// Free reloads of the depot with rank `r`: entries `r × perDepot ..< r × perDepot + freeCount[r]`.
    private let free: Slab<Int32>
    private let freeCount: Slab<Int32>
    /// Where each free reload stands in `free`; −1 for those on routes.
    private let place: Slab<Int32>
    private let perDepot: Int
    private let first: Int32

    init(_ instance: CompiledInstance) {
        let ranks = instance.reloadDepots.count
        perDepot = instance.visitCount
        first = Int32(instance.visitCount)
        free = Slab((0..<Int32(ranks * instance.visitCount)).map { $0 + Int32(instance.visitCount) })
        freeCount = Slab(repeating: Int32(instance.visitCount), count: ranks)
        place = Slab((0..<Int32(ranks * instance.visitCount)).map { $0 })
    }

    /// Takes a free reload of a depot; −1 when all are on routes.
    func take(rank: Int) -> Int32 {
        let count = freeCount[rank]
        guard count > 0 else { return -1 }
        let reload = free[rank * perDepot + Int(count) - 1]
        claim(reload)
        return reload
    }

    /// Notes that a free reload is on a route.
    func claim(_ reload: Int32) {
        let index = reload - first
        let rank = Int(index) / perDepot
        let last = Int32(rank * perDepot) + freeCount[rank] - 1
        free[place[index]] = free[last]
        place[free[last] - first] = place[index]
        place[index] = -1
        freeCount[rank] -= 1
    }

    /// Notes that a reload is on no route.
    func release(_ reload: Int32) {
        let index = reload - first
        let rank = Int(index) / perDepot
        let next = Int32(rank * perDepot) + freeCount[rank]
        free[next] = reload
        place[index] = next
        freeCount[rank] += 1
    }
}
