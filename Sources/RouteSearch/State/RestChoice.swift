import VehicleRouting

/// Finds out where a driver rests so that the route ends as early as can be.
///
/// Goes along the route with all ways to have rested so far that are not worse in every respect than another: later, more
/// driving since the last rest, fewer breaks taken.  On each leg a driver takes at most two rests.  Its lists are kept from
/// route to route, so that nothing is allocated for a move.  `BreakChoice` does the same faster where no rule asks for rests.
struct RestChoice: ~Copyable {
    /// The ways to have come to the last step, those that are there first in front.
    private let front: Slab<RestWay>
    private var frontCount = 0
    /// Ways to the step being looked at, sorted likewise; none is outdone by one before it.
    private let found: Slab<RestWay>
    private var foundCount = 0
    /// Every way kept at any step.
    private var trail: [Trail] = []
    /// The most seconds that may still have to be driven when a step is looked at.
    private var ahead = 0

    /// The way that a kept way came from, and the rests on the leg between.
    private struct Trail {
        var parent: Int
        var rests: RestsOnLeg
    }

    /// The most ways kept at a step; more have not been seen to matter.
    private static let mostWays = 24

    /// The most ways one way can go on in: no rest, one of three, or two of them.
    private static let mostBranches = 1 + 3 + 9

    /// What is done at a step.
    struct Stop: BitwiseCopyable {
        var task: Int32
        /// When a reload may be over at the earliest; the least number for a task.
        var ready: Int
        /// Seconds of a reload before its loading, which is what the depot's hours bind.
        var ahead: Int32
        /// How long it takes, `ahead` included.
        var seconds: Int
    }

    /// An empty choice; `isNeeded` is false where nobody rests.
    init(isNeeded: Bool) {
        let blank = RestWay(drive: WorkdayDrive(departure: 0))
        front = Slab(repeating: blank, count: isNeeded ? Self.mostWays : 0)
        found = Slab(repeating: blank, count: isNeeded ? Self.mostWays * Self.mostBranches : 0)
    }

    /// Begins a route of so many seconds of driving at most.
    mutating func begin(_ terms: WorkdayTerms, departure: Int, atMost driving: Int) {
        ahead = driving
        trail.removeAll(keepingCapacity: true)
        front[0] = RestWay(drive: WorkdayDrive(terms, departure: departure))
        frontCount = 1
    }

    /// Goes on to the next step, or the end of the route: a drive of so many thousandths of a second, and what is done
    /// there; false when every way is late.
    mutating func go(to stop: Stop?, road: Int, _ terms: WorkdayTerms, _ instance: CompiledInstance) -> Bool {
        foundCount = 0
        for index in 0..<frontCount {
            var way = front[index]
            way.rests = RestsOnLeg()
            way.drive.road = road
            extend(way, depth: 2, stop, terms, instance)
        }
        frontCount = min(foundCount, Self.mostWays)
        for index in 0..<frontCount {
            front[index] = found[index]
            front[index].entry = trail.count
            trail.append(Trail(parent: found[index].entry, rests: found[index].rests))
        }
        ahead -= road / 1000
        return frontCount > 0
    }

    private mutating func extend(
        _ way: RestWay,
        depth: Int,
        _ stop: Stop?,
        _ terms: WorkdayTerms,
        _ instance: CompiledInstance
    ) {
        arrive(way, stop, terms, instance)
        guard depth > 0 else { return }
        if way.taken < terms.pauses.count {
            extend(way, by: .planned(way.taken), depth, stop, terms, instance)
        }
        // The rule asks no more of a driver who can do all that is ahead without a rest.
        guard way.drive.drivingSinceRest > terms.rule.mostDriving - ahead else { return }
        extend(way, by: .legal(terms.rule.rest), depth, stop, terms, instance)
        guard terms.rule.isSplit else { return }
        let part = way.drive.hasFirstPart ? terms.rule.secondPart : terms.rule.firstPart
        extend(way, by: .legal(part), depth, stop, terms, instance)
    }

    private mutating func extend(
        _ way: RestWay,
        by rest: Rest,
        _ depth: Int,
        _ stop: Stop?,
        _ terms: WorkdayTerms,
        _ instance: CompiledInstance
    ) {
        var longer = way
        guard longer.drive.rest(rest, terms), longer.drive.isLawful else { return }
        if case .planned = rest { longer.taken += 1 }
        longer.count += 1
        longer.rests.append(rest)
        extend(longer, depth: depth - 1, stop, terms, instance)
    }

    /// Notes a way that drives on and is in time, unless one that is there first can do all that it can.
    private mutating func arrive(
        _ way: RestWay,
        _ stop: Stop?,
        _ terms: WorkdayTerms,
        _ instance: CompiledInstance
    ) {
        var way = way
        way.drive.finishLeg(terms)
        guard way.drive.isLawful else { return }
        if let stop {
            guard way.drive.begin(stop, instance) else { return }
            way.drive.stand(stop.seconds, terms)
        }
        var place = 0
        while place < foundCount, !way.isAhead(of: found[place]) {
            if found[place].isNoWorse(than: way) { return }
            place += 1
        }
        insert(way, at: place)
    }

    /// Puts a way before those that are there later, and drops the ones among them that it outdoes.
    private mutating func insert(_ way: RestWay, at place: Int) {
        var (moving, free) = (way, place)
        for index in place..<foundCount {
            let next = found[index]
            guard !way.isNoWorse(than: next) else { continue }
            found[free] = moving
            (moving, free) = (next, free + 1)
        }
        found[free] = moving
        foundCount = free + 1
    }

    /// Writes down the rests of the way that has taken all breaks and ends first; false when there is none.
    func best(_ terms: WorkdayTerms, steps: Int, into rests: inout [ChosenRest]) -> Bool {
        guard let way = (0..<frontCount).first(where: { front[$0].taken == terms.pauses.count }) else {
            return false
        }
        var (entry, step) = (front[way].entry, steps)
        while entry >= 0 {
            let leg = trail[entry].rests
            if let second = leg.second { rests.append(ChosenRest(step: step, kind: second)) }
            if let first = leg.first { rests.append(ChosenRest(step: step, kind: first)) }
            (entry, step) = (trail[entry].parent, step - 1)
        }
        rests.reverse()
        return true
    }
}

/// The rests a driver takes on one leg, two at most.
struct RestsOnLeg: BitwiseCopyable {
    var first: Rest?
    var second: Rest?

    /// Adds a rest behind those there are.
    mutating func append(_ rest: Rest) {
        if first == nil { first = rest } else { second = rest }
    }
}

/// One way to have come to a step.
struct RestWay: BitwiseCopyable {
    var drive: WorkdayDrive
    /// How many of the breaks have been taken.
    var taken = 0
    /// How many rests in all.
    var count = 0
    /// Where it is in the trail; −1 at the start.
    var entry = -1
    /// The rests on the leg being driven.
    var rests = RestsOnLeg()

    /// A way that has not rested yet.
    init(drive: WorkdayDrive) {
        self.drive = drive
    }

    /// Whether the other way can do nothing that this one cannot.
    func isNoWorse(than other: RestWay) -> Bool {
        drive.clock <= other.drive.clock && drive.drivingSinceRest <= other.drive.drivingSinceRest
            && taken >= other.taken && (drive.hasFirstPart || !other.drive.hasFirstPart)
    }

    /// Whether this way is there first, or as early with fewer rests.
    func isAhead(of other: RestWay) -> Bool {
        (drive.clock, count) < (other.drive.clock, other.count)
    }
}
