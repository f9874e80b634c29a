/// What putting tasks into a route would make of it, and change about it.
struct RouteChange {
    /// The route it would be, from leaving to coming back.
    var whole: TimedStretch
    /// More of arc length.
    var length: Int64
    /// More seconds of driving.
    var driving: Int32
    /// More metres; 0 where the type has no limit on them.
    var metres: Int64 = 0
    /// More seconds of setup and service.
    var working: Int32
    /// More halts.
    var halts: Int32
    /// More tasks.
    var tasks: Int32
    /// The latest release among the new goods.
    var release: Int32
}

/// What follows a place once another task stands there.
struct FollowingStretch {
    /// From the arrival at the next stop to the end of the route.
    var stretch: TimedStretch
    /// More seconds of setup at the next stop.
    var working: Int32
    /// Whether the next stop becomes a halt of its own, 1, or ceases to be one, −1.
    var halts: Int32
}

extension SearchSolution {
    /// What such a change costs in search units; nil when it breaks a limit.
    @inline(__always)
    func price(_ change: RouteChange, _ slot: Int32) -> Int64? {
        let (type, totals) = (routes[slot].type, totals[slot])
        let terms = instance.fleet.terms[type]
        let duration = change.whole.duration &+ terms.loading
        let driving = totals.driving &+ change.driving
        guard max(totals.release, change.release) <= change.whole.latest, duration <= terms.maxDuration,
            driving <= terms.maxTravelTime, totals.metres &+ change.metres <= terms.maxDistance,
            routes[slot].count &+ change.tasks <= terms.maxTasks
        else { return nil }
        let working = totals.working &+ change.working
        let timeCost = terms.timeCost(duration: duration, driving: driving, working: working)
        let driven =
            instance.fleet.perLength[type] &* change.length
            &+ instance.fleet.perSecond[type] &* Int64(change.driving)
        let worked =
            instance.fleet.perTaskSecond[type] &* Int64(change.working)
            &+ terms.perStop &* Int64(change.halts)
        return driven &+ worked &+ timeCost &- totals.timeCost
    }

    /// What follows `node` when a task at `place` comes in between: the next task may become a halt of its own, with
    /// setup, or cease to be one; nil when that makes it late.
    @inline(__always)
    func following(_ node: Int32, from place: Int32, _ slot: Int32) -> FollowingStretch? {
        let next = nodes[node].next
        guard instance.needs.setups, Int(next) < instance.taskCount,
            (nodes[next].location == place) != (nodes[next].location == nodes[node].location)
        else { return FollowingStretch(stretch: times[node].behind, working: 0, halts: 0) }
        let visit = visit(next, from: place, slot)
        let before = stay(at: next, from: nodes[node].location, slot)
        var stretch = visit
        guard stretch.append(times[next].behind, after: timeNext[next]) else { return nil }
        return FollowingStretch(
            stretch: stretch,
            working: visit.duration &- before,
            halts: nodes[next].location == place ? -1 : 1
        )
    }

    /// More metres when a route goes through `place` behind `node`; 0 where its type has no limit on them.
    func metresOfDetour(by place: Int32, after node: Int32, _ slot: Int32) -> Int64 {
        let type = routes[slot].type
        guard instance.fleet.terms[type].maxDistance != .max else { return 0 }
        let matrix = instance.fleet.matrix[type]
        let (here, there) = (nodes[node].location, nodes[node].locationNext)
        return instance.roads.metres(matrix, from: here, to: place)
            &+ instance.roads.metres(matrix, from: place, to: there)
            &- instance.roads.metres(matrix, from: here, to: there)
    }
}
