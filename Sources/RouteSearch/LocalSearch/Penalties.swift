/// What a second of time warp and a unit of load beyond capacity are charged with, and how that follows what the search
/// finds.
///
/// After Vidal, Crainic, Gendreau, Lahrichi and Rei, *Operations Research* 60 (2012), 611–624, section 5.3: dearer when too
/// few plans keep the rule, cheaper when too many do.
struct Penalties {
    /// Search units per second of time warp, at least 1.
    private(set) var perSecond: Int64
    /// Search units per unit of load beyond capacity, at least 1.
    private(set) var perUnit: Int64
    private var seen = 0
    private var inTime = 0
    private var inLoad = 0

    /// Plans between two adaptations.
    private static var period: Int { 200 }
    /// The part of plans that should keep a rule: below it the rule becomes dearer, above the second cheaper.
    private static var wanted: ClosedRange<Double> { 0.6...0.7 }

    init(perSecond: Int64, perUnit: Int64) {
        self.perSecond = max(perSecond, 1)
        self.perUnit = max(perUnit, 1)
    }

    /// Charges in the order of the costs of an instance: breaking a rule a little must cost about as much as an arc.
    ///
    /// - Parameter typicalCost: What one more task costs on average, in search units.
    init(_ instance: CompiledInstance, typicalCost: Double) {
        var (length, seconds, load, count) = (0.0, 0.0, 0.0, 0.0)
        let width = instance.neighbours.nearCount
        for task in 0..<instance.taskCount {
            for rank in 0..<min(width, 8) {
                let near = instance.neighbours.near[task * width + rank]
                let arc = instance.roads.arc(
                    instance.types[0].matrix,
                    from: instance.tasks.location[task],
                    to: instance.tasks.location[near]
                )
                length +=
                    Double(arc.length) * Double(instance.types[0].perLength)
                    + Double(arc.time) * Double(instance.types[0].perSecond)
                seconds += Double(arc.time)
            }
            load += Double(instance.tasks.demand[task])
            count += 1
        }
        let perSecond = seconds > 0 ? length / seconds : 1
        let perUnit = load > 0 ? 4 * typicalCost * count / load : 1
        self.init(perSecond: Int64(min(4 * perSecond, 1e12)), perUnit: Int64(min(perUnit, 1e12)))
    }

    /// What breaking the rules by so much costs.
    @inline(__always)
    func charge(warp: Int32, excess: Int32) -> Int64 {
        perSecond &* Int64(warp) &+ perUnit &* Int64(excess)
    }

    /// Notes whether a plan kept the rules; true when the charges have changed.
    mutating func note(inTime isInTime: Bool, inLoad isInLoad: Bool) -> Bool {
        seen += 1
        inTime += isInTime ? 1 : 0
        inLoad += isInLoad ? 1 : 0
        guard seen == Self.period else { return false }
        let parts = (Double(inTime) / Double(seen), Double(inLoad) / Double(seen))
        let old = (perSecond, perUnit)
        perSecond = Self.adapt(perSecond, parts.0)
        perUnit = Self.adapt(perUnit, parts.1)
        (seen, inTime, inLoad) = (0, 0, 0)
        return old != (perSecond, perUnit)
    }

    private static func adapt(_ value: Int64, _ part: Double) -> Int64 {
        if part < wanted.lowerBound { return min(value + max(value / 5, 1), 1 << 40) }
        if part > wanted.upperBound { return max(value * 9 / 10, 1) }
        return value
    }
}
