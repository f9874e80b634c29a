import VehicleRouting

/// Finds out where a driver rests so that the route ends as early as can be.
///
/// Goes along the route with all ways to have rested so far that are not worse in every respect than another: later, more
/// driving since the last rest, fewer breaks taken.  On each leg a driver takes at most two rests.
struct RestChoice {
    /// One way to have come to a step.
    private struct Way {
        var drive: WorkdayDrive
        /// How many of the breaks have been taken.
        var taken: Int
        /// How many rests in all.
        var count: Int
        /// The way it came from, and the rests on the leg between.
        var parent: Int
        var rests: [Rest]

        func isNoWorse(than other: Way) -> Bool {
            drive.clock <= other.drive.clock && drive.drivingSinceRest <= other.drive.drivingSinceRest
                && taken >= other.taken && (drive.hasFirstPart || !other.drive.hasFirstPart)
        }
    }

    private let terms: WorkdayTerms
    /// Whether driving may come to exceed the limit at all.
    private let mayNeedLegal: Bool
    private var ways: [Way] = []
    private var front: Range<Int>

    /// The most ways kept at a step; more have not been seen to matter.
    private static let mostWays = 24

    init(_ terms: WorkdayTerms, departure: Int, driving: Int) {
        self.terms = terms
        let most = terms.rule?.maxContinuousDriving ?? .max
        // Traffic may stretch the drives.
        mayNeedLegal = !terms.speeds.isEmpty || driving > most - terms.hoursUsed.drivingSinceRest
        let drive = WorkdayDrive(terms, departure: departure)
        ways = [Way(drive: drive, taken: 0, count: 0, parent: -1, rests: [])]
        front = 0..<1
    }

    /// Goes on to the next step: a drive of so many thousandths of a second, and what is done there.
    ///
    /// `arrive` brings the clock to the end of the stay; false when the step would be late.
    mutating func go(road: Int, arrive: (inout WorkdayDrive) -> Bool) -> Bool {
        var next: [Way] = []
        for index in front {
            var way = ways[index]
            way.parent = index
            way.rests = []
            way.drive.road = road
            extend(way, depth: 2, arrive, &next)
        }
        next.sort { ($0.drive.clock, $0.count) < ($1.drive.clock, $1.count) }
        let first = ways.count
        for way in next where ways.count - first < Self.mostWays {
            if !ways[first...].contains(where: { $0.isNoWorse(than: way) }) { ways.append(way) }
        }
        front = first..<ways.count
        return !front.isEmpty
    }

    private func extend(
        _ way: Way,
        depth: Int,
        _ arrive: (inout WorkdayDrive) -> Bool,
        _ found: inout [Way]
    ) {
        var done = way
        done.drive.finishLeg(terms)
        if done.drive.isLawful, arrive(&done.drive) { found.append(done) }
        guard depth > 0 else { return }
        var kinds: [Rest] = []
        if way.taken < terms.pauses.count { kinds.append(.planned(way.taken)) }
        if let rule = terms.rule, rule.maxContinuousDriving != nil, mayNeedLegal {
            kinds.append(.legal(rule.rest))
            if let split = rule.split {
                kinds.append(.legal(way.drive.hasFirstPart ? split.second : split.first))
            }
        }
        for kind in kinds {
            var longer = way
            guard longer.drive.rest(kind, terms), longer.drive.isLawful else { continue }
            if case .planned = kind { longer.taken += 1 }
            longer.count += 1
            longer.rests.append(kind)
            extend(longer, depth: depth - 1, arrive, &found)
        }
    }

    /// The rests of the way that has taken all breaks and ends first; nil when there is none.
    func best(steps: Int) -> [ChosenRest]? {
        guard var index = front.first(where: { ways[$0].taken == terms.pauses.count }) else { return nil }
        var rests: [ChosenRest] = []
        var step = steps
        while ways[index].parent >= 0 {
            rests += ways[index].rests.reversed().map { ChosenRest(step: step, kind: $0) }
            index = ways[index].parent
            step -= 1
        }
        return rests.reversed()
    }
}
