/// A way of searching, of which a search has several.
public enum SearchArm: String, Hashable, Sendable, CaseIterable {
    /// Annealing by ruin and recreate, from nothing.
    case ruinAndRecreate = "ruin-and-recreate"
    /// Annealing by ruin and recreate, from a crossing of two plans.
    case crossover
    /// Penalised local search from what another arm found.
    case localSearch = "local-search"
}

/// What a search or one of its arms did, for people and tests; counting costs nothing that can be measured.
public struct SearchCounters: Hashable, Sendable {
    /// Candidates made.
    public var iterations = 0
    /// Candidates accepted.
    public var accepted = 0
    /// Times the best plan was replaced.
    public var improvements = 0
    /// Moves looked at: places for a task.
    public var tried = 0
    /// Those of them given up for their detour alone, before times and loads were looked at.
    public var pruned = 0
    /// Moves made, those among them that were taken back.
    public var applied = 0
    /// Wall-clock seconds, over all threads.
    public var seconds = 0.0

    static func + (left: Self, right: Self) -> Self {
        combine(left, right, (+), (+))
    }

    static func - (left: Self, right: Self) -> Self {
        combine(left, right, (-), (-))
    }

    private static func combine(
        _ left: Self,
        _ right: Self,
        _ count: (Int, Int) -> Int,
        _ time: (Double, Double) -> Double
    ) -> Self {
        var result = Self()
        for path: WritableKeyPath<Self, Int> in [
            \.iterations, \.accepted, \.improvements, \.tried, \.pruned, \.applied,
        ] {
            result[keyPath: path] = count(left[keyPath: path], right[keyPath: path])
        }
        result.seconds = time(left.seconds, right.seconds)
        return result
    }
}

/// What each arm of a search did.
public struct ArmTable: Hashable, Sendable {
    private var counters = [SearchCounters](repeating: SearchCounters(), count: SearchArm.allCases.count)

    /// Nothing done yet.
    init() {}

    /// What an arm did.
    public private(set) subscript(arm: SearchArm) -> SearchCounters {
        get { counters[Self.place(of: arm)] }
        set { counters[Self.place(of: arm)] = newValue }
    }

    /// Adds to what an arm did.
    mutating func credit(_ arm: SearchArm, _ done: SearchCounters) {
        self[arm] = self[arm] + done
    }

    /// Adds what the arms of another search did.
    public mutating func add(_ other: ArmTable) {
        for arm in SearchArm.allCases { credit(arm, other[arm]) }
    }

    private static func place(of arm: SearchArm) -> Int {
        SearchArm.allCases.firstIndex(of: arm) ?? 0
    }
}

/// How many moves a solution has been asked about: plain numbers that the inner loop adds to.
struct MoveCounters {
    /// Places looked at.
    var tried = 0
    /// Those of them whose times and loads were looked at.
    var examined = 0
    /// Tasks put into routes.
    var applied = 0
}
