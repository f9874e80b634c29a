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
        let tasks =
            problem.jobs.indices.map(TaskReference.job)
            + problem.shipments.indices.flatMap { [TaskReference.pickup($0), .delivery($0)] }
        self.boxes = boxes
        func box(_ task: TaskReference) -> BoxType? {
            guard case .job(let index) = task else { return nil }
            return boxes[index].map { problem.boxTypes[$0] }
        }
        let limits = tasks.map { task -> Int32 in
            switch task {
            case .job(let index):
                let limit = problem.holdTime(of: Visit(task, box: boxes[index]))
                return limit.map { Int32(clamping: $0) } ?? .max
            case .pickup: return .max
            case .delivery(let index):
                return problem.shipments[index].maxTimeOnBoard.map { Int32(clamping: $0) } ?? .max
            }
        }
        exposure = Slab(reloads.extend(limits) { _ in .max })
        let lasts = tasks.map { clock.date(problem.visit($0).goodUntil) }
        goodUntil = Slab(reloads.extend(lasts) { _ in .max })
        let keys = tasks.map { task in
            problem.handling(task).goodsClass.map {
                GoodsKey(goodsClass: $0, isClosed: problem.isBoxed(task))
            }
        }
        goods = Slab(reloads.extend(keys.map { $0?.bit ?? 0 }) { _ in 0 })
        let masks = Dictionary(
            uniqueKeysWithValues: Set(keys.compactMap { $0 }).map { ($0, $0.masks(in: problem)) }
        )
        apartInCompartment = Slab(
            reloads.extend(keys.map { key in key.flatMap { masks[$0] }?.compartment ?? 0 }) { _ in 0 }
        )
        apartOnTrip = Slab(
            reloads.extend(keys.map { key in key.flatMap { masks[$0] }?.trip ?? 0 }) { _ in 0 }
        )
        apartOnVehicle = Slab(
            reloads.extend(keys.map { key in key.flatMap { masks[$0] }?.vehicle ?? 0 }) { _ in 0 }
        )
        let owners = Set(tasks.compactMap { problem.handling($0).exclusiveGroup }).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: zip(owners, 1...))
        let owned = tasks.map { task in
            Int32(problem.handling(task).exclusiveGroup.flatMap { numbers[$0] } ?? 0)
        }
        owner = Slab(reloads.extend(owned) { _ in 0 })
        let dates = types.flatMap { type in
            reloads.extend(
                tasks.map { task in
                    Self.lastEnd(problem.vehicles[type.vehicles[0]], task, box(task), clock, problem)
                }
            ) { _ in .max }
        }
        endBy = Slab(dates)
        var (compartmentDates, doors) = ([Int32](), [DoorTerms]())
        for type in types {
            let compartments = problem.vehicles[type.vehicles[0]].effectiveCompartments
            for index in 0..<width {
                let compartment = index < compartments.count ? compartments[index] : nil
                compartmentDates.append(clock.date(compartment?.validUntil))
                doors.append(DoorTerms(compartment?.door))
            }
        }
        compartmentEndBy = Slab(compartmentDates)
        self.doors = Slab(doors)
        isControlled = Slab(reloads.extend(tasks.map { problem.regime($0) != nil }) { _ in false })
        needs = RuleNeeds(
            exposure: (limits + lasts).contains { $0 != .max },
            segregation: masks.values.contains { $0.compartment | $0.trip | $0.vehicle != 0 },
            owners: !owners.isEmpty,
            dates: (dates + compartmentDates).contains { $0 != .max },
            doors: doors.contains { $0.limit >= 0 }
        )
    }

    /// The latest end of a route of this vehicle with this task; the greatest number when that never binds.
    private static func lastEnd(
        _ vehicle: Vehicle,
        _ task: TaskReference,
        _ box: BoxType?,
        _ clock: SearchClock,
        _ problem: Problem
    ) -> Int32 {
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
