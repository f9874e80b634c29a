public import VehicleRouting

/// How two plans differ, with what is needed to tell people.
public struct PlanComparison: Hashable, Sendable {
    /// The difference.
    public var difference: PlanDifference
    /// What was to be planned before.
    public var earlier: Problem
    /// What was to be planned after.
    public var later: Problem

    /// `difference` between plans of `earlier` and `later`.
    public init(difference: PlanDifference, earlier: Problem, later: Problem) {
        self.difference = difference
        self.earlier = earlier
        self.later = later
    }

    /// The stops worth telling: those that change in any way but their time, or their time by more than `tolerance` seconds.
    public func stops(beyond tolerance: Seconds) -> [StopDifference] {
        difference.stops.filter { stop in
            stop.changes.contains { change in
                if case .time(let shift) = change { abs(shift) > tolerance } else { true }
            }
        }
    }
}

extension PlanComparison {
    /// The comparison for a person at a terminal: costs, counts by kind of change, then a line per stop.
    ///
    /// - Parameter tolerance: Seconds by which a stop may be earlier or later without being listed for that alone.
    public func text(_ strings: Strings = Strings(), tolerance: Seconds = 60) -> String {
        let words = DifferenceWords(self, strings: strings)
        let stops = stops(beyond: tolerance)
        let cost = difference.costAfter - difference.costBefore
        let values = [
            "count": strings.fixed(stops.count, digits: 0),
            "before": words.question.day.display.money(difference.costBefore),
            "after": words.question.day.display.money(difference.costAfter),
            "difference": words.question.difference(cost),
        ]
        var lines = [strings.text(stops.isEmpty ? .diffNothing : .diffHeading, values)]
        let counts = words.counts(of: stops, tolerance: tolerance)
        if !counts.isEmpty { lines.append(counts.joined(separator: "; ")) }
        let names = stops.map { words.name(of: $0) }
        let width = names.map(\.count).max() ?? 0
        for (name, stop) in zip(names, stops) {
            let blanks = String(repeating: " ", count: width - name.count)
            lines.append("  \(name)\(blanks)  \(words.changes(of: stop).joined(separator: "; "))")
        }
        return lines.joined(separator: "\n")
    }
}
