import VehicleRouting

/// A class of vehicles that differ in nothing but their names, in the search's units.
///
/// Costs are in search units (`CompiledInstance.ticksPerUnit` ticks each), times in seconds from the instance's base.
struct FleetType {
    /// Indices of the problem's vehicles of this type, in order.
    var vehicles: [Int]
    /// Row of the start in the matrices; the row of nowhere when routes start at their first stop.
    var start: Int32
    /// Index of the depot where routes are loaded at their start; nil when that is no depot.
    var startDepot: Int?
    /// Places in `CompiledInstance.reloadDepots` of the depots where it may load again.
    var reloadRanks: [Int]
    /// Row of the end in the matrices; the row of nowhere when routes end at their last stop.
    var end: Int32
    /// First entry of its profile in the arcs.
    var matrix: Int
    /// Earliest departure, loading done.
    var earliestDeparture: Int32
    /// When it must be back.
    var latestEnd: Int32
    /// When the depot lets vehicles leave; empty means always.
    var departureWindows: [(opens: Int32, closes: Int32)]
    /// When the depot lets vehicles in; empty means always.
    var returnWindows: [(opens: Int32, closes: Int32)]
    /// Seconds at the dock before departure.
    var loading: Int32
    /// For using the vehicle at all, loading included.
    var fixed: Int64
    /// Per unit of arc length.
    var perLength: Int64
    /// Per second of driving.
    var perSecond: Int64
    /// Per second of setup and service.
    var perTaskSecond: Int64
    /// Per second of waiting.
    var perWaitSecond: Int64
    /// Per halt.
    var perStop: Int64
    /// Per second beyond `overtimeAfter`.
    var perOvertimeSecond: Int64
    /// The length of route from which overtime counts.
    var overtimeAfter: Int32
    /// The longest route.
    var maxDuration: Int32
    /// The most driving.
    var maxTravelTime: Int32
    /// The most metres.
    var maxDistance: Int64
    /// The most tasks.
    var maxTasks: Int32
    /// What the whole vehicle holds, beside its compartments.
    var capacity: LoadVector
    /// Where goods travel.
    var compartments: [FleetCompartment]
    /// Rests, work rule and traffic.
    var workday: WorkdayTerms
    /// Row of the service and setup tables.
    var serviceClass: Int
    /// The pool of bodies that types with other layouts share; −1 for vehicles of their own.
    var pool: Int32 = -1

    /// Whether some cost depends on more than the arcs driven and the tasks done.
    var paysForTime: Bool {
        perWaitSecond != 0 || perOvertimeSecond != 0
    }

    /// When a vehicle may leave the depot, as a stretch without length.
    var leaving: TimedStretch {
        let window = departureWindows.first
        return TimedStretch(
            duration: 0,
            earliest: max(earliestDeparture, window?.opens ?? earliestDeparture),
            latest: window?.closes ?? Int32(SearchClock.limit)
        )
    }

    /// When it may come back, in the same way; never, where it cannot even leave.
    var returning: TimedStretch {
        let window = returnWindows.first
        let never = Int32(-SearchClock.limit)
        let (opens, closes) = (window?.opens ?? never, min(latestEnd, window?.closes ?? latestEnd))
        let isShut = opens > closes || leaving.earliest > leaving.latest
        return TimedStretch(duration: 0, earliest: opens, latest: isShut ? never : closes)
    }

    /// Whether there are several types, all with the same roads and hours.
    static func areAlike(_ types: [FleetType]) -> Bool {
        guard let first = types.first, types.count > 1 else { return false }
        return types.allSatisfy { type in
            (type.start, type.end, type.matrix) == (first.start, first.end, first.matrix)
                && (type.earliestDeparture, type.latestEnd) == (first.earliestDeparture, first.latestEnd)
                && type.departureWindows.elementsEqual(first.departureWindows, by: ==)
                && type.returnWindows.elementsEqual(first.returnWindows, by: ==)
        }
    }

    /// Whether a route may break a limit other than windows and loads.
    var hasLimits: Bool {
        maxDuration != .max || maxTravelTime != .max || maxDistance != .max || maxTasks != .max
    }
}

/// A compartment in the search's units.
struct FleetCompartment {
    /// What it holds.
    var capacity: LoadVector
    /// How much less it holds on the first of several trips.
    var ballast: LoadVector
    /// One bit per regime it may run; bit 63 for a body without temperature control.
    var regimes: UInt64

    /// The bit of a body without temperature control.
    static let uncontrolled: UInt64 = 1 << 63

    /// The bits of regimes (indices, below 63); of none, that of a body without temperature control.
    static func mask(of regimes: [Int]) -> UInt64 {
        regimes.isEmpty ? uncontrolled : regimes.reduce(0) { $0 | 1 << UInt64($1) }
    }
}
