import VehicleRouting

/// How long compartments take to their regimes, and to be cleaned between classes of goods.
struct PreparationTable: ~Copyable {
    /// How many regimes the problem has.
    private let regimeCount: Int
    /// How many compartments a type has at most.
    private let width: Int
    /// Seconds: entry `((type × compartments + compartment) × (regimes + 1) + from + 1) × regimes + to`.
    private let changeovers: Slab<Int32>
    /// The regime each compartment runs at the start, −1 for off: entry `type × compartments + compartment`.
    let running: Slab<Int32>
    /// The classes it has carried since it was cleaned, one bit each.
    let carried: Slab<UInt64>
    /// The class of the goods of a task as one bit; 0 for goods without one and for those in closed boxes.
    let goods: Slab<UInt64>
    /// Seconds: entry `after × classes + before`.
    private let cleaning: Slab<Int32>
    private let classCount: Int

    init(_ problem: Problem, types: [FleetType], width: Int, reloads: ReloadTable) {
        let isNeeded = problem.hasPreparations
        self.width = width
        regimeCount = problem.regimes.count
        classCount = problem.goodsClasses.count
        var (seconds, running, carried) = ([Int32](), [Int32](), [UInt64]())
        for type in isNeeded ? types : [] {
            let compartments = problem.vehicles[type.vehicles[0]].effectiveCompartments
            for index in 0..<width {
                let compartment = index < compartments.count ? compartments[index] : nil
                let state = compartment?.initialState ?? CompartmentState()
                running.append(Int32(state.regime ?? -1))
                carried.append(state.carried.reduce(0) { $0 | 1 << UInt64($1) })
                for from in -1..<problem.regimes.count {
                    for to in problem.regimes.indices {
                        let time = compartment?.changeover(from: from < 0 ? nil : from, to: to) ?? 0
                        seconds.append(Int32(clamping: time))
                    }
                }
            }
        }
        changeovers = Slab(seconds)
        self.running = Slab(running)
        self.carried = Slab(carried)
        let bits = problem.tasksInTables.map { task -> UInt64 in
            problem.isBoxed(task) ? 0 : problem.handling(task).goodsClass.map { 1 << UInt64($0) } ?? 0
        }
        goods = Slab(isNeeded ? reloads.extend(bits) { _ in 0 } : [])
        var table = [Int32](repeating: 0, count: isNeeded ? classCount * classCount : 0)
        for entry in problem.cleaning.entries {
            table[entry.after * classCount + entry.before] = Int32(clamping: entry.seconds)
        }
        cleaning = Slab(table)
    }

    /// Seconds to bring a compartment, counted over all types, from one regime (−1 for off) to another.
    func changeover(of entry: Int, from: Int32, to: Int32) -> Int32 {
        changeovers[(entry * (regimeCount + 1) + Int(from) + 1) * regimeCount + Int(to)]
    }

    /// The regime of `mask` that a compartment runs next: the one it runs, if that will do, otherwise the one that takes
    /// the least time.
    func nextRegime(of entry: Int, after running: Int32, among mask: UInt64) -> Int32 {
        if running >= 0, mask & 1 << UInt64(running) != 0 { return running }
        var left = mask
        var (best, least) = (Int32(-1), Int32.max)
        while left != 0 {
            let regime = Int32(left.trailingZeroBitCount)
            left &= left &- 1
            let seconds = changeover(of: entry, from: running, to: regime)
            if seconds < least { (best, least) = (regime, seconds) }
        }
        return best
    }

    /// Seconds of cleaning that classes to come ask for after others; 0 for none.
    func cleaning(after: UInt64, before: UInt64) -> Int32 {
        var longest: Int32 = 0
        var first = after
        while first != 0 {
            let row = first.trailingZeroBitCount * classCount
            first &= first &- 1
            var second = before
            while second != 0 {
                longest = max(longest, cleaning[row + second.trailingZeroBitCount])
                second &= second &- 1
            }
        }
        return longest
    }
}
