import VehicleRouting

/// What the rules of the cold chain ask of tasks and vehicle types, beyond what `TaskTable.allowed` has settled.
struct RuleTable: ~Copyable {
    /// Which of them a problem has.
    let needs: RuleNeeds
    /// The longest time on the way: of a job since loading, of a delivery since its pickup; the greatest number for no limit.
    let exposure: Slab<Int32>
    /// The last second at which its hand-over may end, for goods under way before the route; the greatest number for no limit.
    let goodUntil: Slab<Int32>
    /// The class of its goods as one bit, apart for goods in closed boxes; 0 for goods that may touch any.
    let goods: Slab<UInt64>
    /// The goods that may not be in the same compartment, and not on the same trip.
    let apartInCompartment: Slab<UInt64>
    let apartOnTrip: Slab<UInt64>
    /// The goods that may not be on the same vehicle.
    let apartOnVehicle: Slab<UInt64>
    /// The customer who has the trip for itself; 0 for none.
    let owner: Slab<Int32>
    /// The latest end of a route with the task: entry `type × tasks + task`.
    let endBy: Slab<Int32>
    /// The same for controlled goods in a compartment: entry `type × compartments + compartment`.
    let compartmentEndBy: Slab<Int32>
    /// Whether the goods of a task need a compartment's regime.
    let isControlled: Slab<Bool>
    /// Door budgets: entry `type × compartments + compartment`.
    let doors: Slab<DoorTerms>
    /// The passive box (index) of each job, chosen before the search.
    let boxes: [Int?]

    init(
        _ problem: Problem,
        clock: SearchClock,
        types: [FleetType],
        width: Int,
        reloads: ReloadTable,
        boxes: [Int?]
    ) {
        let tasks = problem.tasksInTables
        self.boxes = boxes
        let limits = tasks.map { Self.longest(on: $0, boxes, problem) }
        exposure = Slab(reloads.extend(limits) { _ in .max })
        let lasts = tasks.map { clock.date(problem.visit($0).goodUntil) }
        goodUntil = Slab(reloads.extend(lasts) { _ in .max })
        let keys = tasks.map { GoodsKey($0, in: problem) }
        let masks = Dictionary(
            uniqueKeysWithValues: Set(keys.compactMap { $0 }).map { ($0, $0.masks(in: problem)) }
        )
        let apart = keys.map { key in key.flatMap { masks[$0] } }
        goods = Slab(reloads.extend(keys.map { $0?.bit ?? 0 }) { _ in 0 })
        apartInCompartment = Slab(reloads.extend(apart.map { $0?.compartment ?? 0 }) { _ in 0 })
        apartOnTrip = Slab(reloads.extend(apart.map { $0?.trip ?? 0 }) { _ in 0 })
        apartOnVehicle = Slab(reloads.extend(apart.map { $0?.vehicle ?? 0 }) { _ in 0 })
        let owners = Set(tasks.compactMap { problem.handling($0).exclusiveGroup }).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: zip(owners, 1...))
        let owned = tasks.map { task in
            Int32(problem.handling(task).exclusiveGroup.flatMap { numbers[$0] } ?? 0)
        }
        owner = Slab(reloads.extend(owned) { _ in 0 })
        let ends = types.flatMap { type in
            let vehicle = problem.vehicles[type.vehicles[0]]
            return reloads.extend(tasks.map { Self.lastEnd(vehicle, $0, boxes, clock, problem) }) { _ in .max
            }
        }
        endBy = Slab(ends)
        let compartments = Self.compartments(of: types, width: width, in: problem)
        let validity = compartments.map { clock.date($0?.validUntil) }
        compartmentEndBy = Slab(validity)
        let doors = compartments.map { DoorTerms($0?.door) }
        self.doors = Slab(doors)
        isControlled = Slab(reloads.extend(tasks.map { problem.regime($0) != nil }) { _ in false })
        needs = RuleNeeds(
            exposure: (limits + lasts).contains { $0 != .max },
            segregation: masks.values.contains { $0.compartment | $0.trip | $0.vehicle != 0 },
            owners: !owners.isEmpty,
            dates: (ends + validity).contains { $0 != .max },
            doors: doors.contains { $0.limit >= 0 }
        )
    }

    /// The longest time on the way of a task's goods; the greatest number for no limit.
    private static func longest(on task: TaskReference, _ boxes: [Int?], _ problem: Problem) -> Int32 {
        let limit: Seconds?
        switch task {
        case .job(let index): limit = problem.holdTime(of: Visit(task, box: boxes[index]))
        case .pickup: limit = nil
        case .delivery(let index): limit = problem.shipments[index].maxTimeOnBoard
        }
        return limit.map { Int32(clamping: $0) } ?? .max
    }

    /// The compartments of each type, `width` of them; nil for those a type does not have.
    private static func compartments(
        of types: [FleetType],
        width: Int,
        in problem: Problem
    ) -> [Compartment?] {
        types.flatMap { type -> [Compartment?] in
            let own = problem.vehicles[type.vehicles[0]].effectiveCompartments
            return (0..<width).map { $0 < own.count ? own[$0] : nil }
        }
    }

    /// The latest end of a route of this vehicle with this task; the greatest number when that never binds.
    private static func lastEnd(
        _ vehicle: Vehicle,
        _ task: TaskReference,
        _ boxes: [Int?],
        _ clock: SearchClock,
        _ problem: Problem
    ) -> Int32 {
        var box: BoxType?
        if case .job(let index) = task { box = boxes[index].map { problem.boxTypes[$0] } }
        let handling = problem.handling(task)
        let held = vehicle.permits.filter { handling.requires.contains($0.name) }
        let dates = (held + handling.permits).map(\.validUntil) + [box?.validUntil]
        let last = dates.compactMap { $0 }.min()
        // A route ends within the shift in any case.
        return last.map { $0 >= vehicle.shift.closes } ?? true ? .max : clock.date(last)
    }
}

/// Which rules of the cold chain the meter has to look at.
struct RuleNeeds: BitwiseCopyable, Sendable {
    var exposure = false
    var segregation = false
    var owners = false
    var dates = false
    var doors = false

    /// Whether it has to look at any.
    var any: Bool { exposure || segregation || owners || dates || doors }
}

/// A class of goods, in closed boxes or not.
private struct GoodsKey: Hashable {
    var goodsClass: Int
    var isClosed: Bool

    /// That of a task's goods; nil for goods that may touch any.
    init?(_ task: TaskReference, in problem: Problem) {
        guard let goodsClass = problem.handling(task).goodsClass else { return nil }
        self.init(goodsClass: goodsClass, isClosed: problem.isBoxed(task))
    }

    private init(goodsClass: Int, isClosed: Bool) {
        self.goodsClass = goodsClass
        self.isClosed = isClosed
    }

    var bit: UInt64 { 1 << UInt64(2 * goodsClass + (isClosed ? 1 : 0)) }

    /// The goods that may not share compartment, trip and vehicle with these.
    func masks(in problem: Problem) -> (compartment: UInt64, trip: UInt64, vehicle: UInt64) {
        var masks = (compartment: UInt64(0), trip: UInt64(0), vehicle: UInt64(0))
        for other in problem.goodsClasses.indices {
            guard let separation = problem.segregation[goodsClass, other] else { continue }
            let open = GoodsKey(goodsClass: other, isClosed: false).bit
            let both = open | GoodsKey(goodsClass: other, isClosed: true).bit
            switch separation {
            case .otherBox: masks.compartment |= isClosed ? 0 : open
            case .otherCompartment: masks.compartment |= both
            case .neverSameTrip: masks.trip |= both
            case .otherVehicle: masks.vehicle |= both
            }
        }
        return masks
    }
}

/// A door budget in 1/3600 of a thousandth of a degree.
struct DoorTerms: BitwiseCopyable {
    /// What one opening adds.
    var rise: Int64
    /// What a second of driving takes away.
    var recovery: Int64
    /// The most; −1 for no limit.
    var limit: Int64
    /// What there is of it when the route begins.
    var warmth: Int64

    init(_ door: DoorBudget?) {
        rise = Int64(door?.rise ?? 0) * 3600
        recovery = Int64(door?.recoveryPerHour ?? 0)
        limit = door.map { Int64($0.limit) * 3600 } ?? -1
        warmth = Int64(door?.warmth ?? 0) * 3600
    }
}

extension SearchClock {
    /// A date on the search's clock; the greatest number for none and for one beyond all planning.
    func date(_ time: Seconds?) -> Int32 {
        guard let time, time - base < Self.limit else { return .max }
        return self.time(time)
    }
}
