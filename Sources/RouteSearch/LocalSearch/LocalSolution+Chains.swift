/// A stretch of consecutive tasks of one route.
struct Chain: BitwiseCopyable {
    /// The first task.
    var first: Int32
    /// The last task.
    var last: Int32
    /// How many tasks there are, at least 1.
    var count: Int32
}

/// What a chain brings with it to another route.
struct ChainTotals {
    /// What its tasks put on the vehicle.
    var load: LoadVector
    /// The same in order, for the mixed kernel.
    var goods: LoadSegment
    /// What its inner arcs cost the type it is priced for.
    var cost: Int64
    /// Its tasks in time.
    var segment: TimeSegment
    /// Whether the type may do all of its tasks.
    var isAllowed: Bool
}

extension LocalSolution {
    /// The chain of `count` tasks that begins with `first`; nil where the route is too short.
    @inline(__always)
    func chain(from first: Int32, count: Int32) -> Chain? {
        var last = first
        for _ in 1..<count {
            last = nodes[last].next
            guard isTask(last) else { return nil }
        }
        return Chain(first: first, last: last, count: count)
    }

    /// The chain of `count` tasks that ends with `last`; nil where the route is too short.
    @inline(__always)
    func chain(to last: Int32, count: Int32) -> Chain? {
        var first = last
        for _ in 1..<count {
            first = nodes[first].previous
            guard isTask(first) else { return nil }
        }
        return Chain(first: first, last: last, count: count)
    }

    /// Whether a node is part of a chain.
    @inline(__always)
    func contains(_ chain: Chain, _ node: Int32) -> Bool {
        nodes[node].route == nodes[chain.first].route && nodes[node].position >= nodes[chain.first].position
            && nodes[node].position <= nodes[chain.last].position
    }

    /// What a chain brings with it to a route of `type`.
    @inline(__always)
    func totals(_ chain: Chain, _ type: Int32) -> ChainTotals {
        var node = chain.first
        var totals = ChainTotals(
            load: amount(of: node),
            goods: goods(of: node),
            cost: 0,
            segment: visits[node],
            isAllowed: mayDo(node, type)
        )
        while node != chain.last {
            let next = nodes[node].next
            let arc = arc(type, nodes[node].location, nodes[next].location)
            totals.load &+= amount(of: next)
            if Kernel.mixed { totals.goods = totals.goods.joined(goods(of: next)) }
            totals.cost += price(arc, type)
            totals.segment = totals.segment.joined(arc.time, visits[next])
            totals.isAllowed = totals.isAllowed && mayDo(next, type)
            node = next
        }
        return totals
    }

    /// What the inner arcs of a chain cost where it is.
    @inline(__always)
    func innerCost(_ chain: Chain, _ type: Int32) -> Int64 {
        var (sum, node) = (Int64(0), chain.first)
        while node != chain.last {
            sum += priceNext(nodes[node], type)
            node = nodes[node].next
        }
        return sum
    }
}
