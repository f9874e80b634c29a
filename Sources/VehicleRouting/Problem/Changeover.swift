/// How long it takes to bring a compartment to a regime before it is loaded.
public struct Changeover: Hashable, Sendable {
    /// Index of the regime it has run so far; nil for one that was off, and for every regime without an entry of its own.
    public var from: Int?
    /// Index of the regime it is to run.
    public var to: Int
    /// Seconds until it is in range.
    public var seconds: Seconds

    /// A changeover of `seconds` to the regime `to`.
    public init(from: Int? = nil, to: Int, seconds: Seconds) {
        self.from = from
        self.to = to
        self.seconds = seconds
    }
}

/// What a compartment is like when its vehicle's route begins.
public struct CompartmentState: Hashable, Sendable {
    /// Index of the regime it runs; nil while it is off.
    public var regime: Int?
    /// Indices of the classes of goods that have been in it, out of a closed box, since it was cleaned.
    public var carried: Set<Int>

    /// A compartment that runs `regime` and has carried these classes.
    public init(regime: Int? = nil, carried: Set<Int> = []) {
        self.regime = regime
        self.carried = carried
    }
}

/// How long a compartment is cleaned between two classes of goods, by their order.
public struct CleaningTable: Hashable, Sendable {
    private var seconds: [Pair: Seconds] = [:]

    private struct Pair: Hashable {
        var after: Int
        var before: Int
    }

    /// A table that asks for no cleaning.
    public init() {}

    /// Seconds of cleaning after goods of one class (index) and before those of another; nil where none is needed.
    public subscript(after after: Int, before before: Int) -> Seconds? {
        get { seconds[Pair(after: after, before: before)] }
        set { seconds[Pair(after: after, before: before)] = newValue }
    }

    /// Whether it asks for no cleaning.
    public var isEmpty: Bool { seconds.isEmpty }

    /// All entries, sorted.
    public var entries: [(after: Int, before: Int, seconds: Seconds)] {
        seconds.map { (after: $0.after, before: $0.before, seconds: $1) }
            .sorted { ($0.after, $0.before) < ($1.after, $1.before) }
    }
}

extension Compartment {
    /// Seconds to bring it to the regime `to`; 0 where it runs that already.
    public func changeover(from: Int?, to: Int) -> Seconds {
        guard from != to else { return 0 }
        let known = changeovers.first { $0.from == from && $0.to == to }
        return (known ?? changeovers.first { $0.from == nil && $0.to == to })?.seconds ?? 0
    }

    /// What it is like when the route begins; a regime it is not qualified for does not count.
    public var initialState: CompartmentState {
        let isQualified = state.regime.map { regimes?.contains($0) ?? false } ?? false
        return CompartmentState(regime: isQualified ? state.regime : nil, carried: state.carried)
    }
}

extension Problem {
    /// Whether compartments may have to be cleaned, cooled or warmed before they are loaded.
    public var hasPreparations: Bool {
        !cleaning.isEmpty || vehicles.contains { $0.compartments.contains { !$0.changeovers.isEmpty } }
    }
}
