internal import VehicleRouting

/// A part of the day in which vehicle time may be scarce.
struct DayInterval: Hashable {
    /// What people call it: begins of service from the opening to the closing of windows.
    let window: TimeWindow
    /// What is looked at: somewhat longer on both sides, so that travel to the first stop and work at the last one count.
    let reach: TimeWindow
}

/// Picks the parts of the day worth a row in the model.
///
/// Any interval gives valid rows, so which ones are picked matters for how much is seen, never for correctness.
struct DayIntervalPicker {
    /// One demand in the eyes of the first class that admits it.
    private struct Candidate {
        let hull: TimeWindow
        let blocks: [WorkBlock]
        let label: Int?
        let classes: Set<Int>
    }

    private let classes: [VehicleClass]
    private let candidates: [Candidate]

    init(_ demands: [Demand], admissions: [[Admission]], classes: [VehicleClass]) {
        self.classes = classes
        candidates = zip(demands, admissions).compactMap { demand, admissions in
            guard let hull = demand.hull, let first = admissions.first else { return nil }
            return Candidate(
                hull: hull,
                blocks: first.blocks,
                label: demand.label,
                classes: Set(admissions.map(\.vehicleClass))
            )
        }
    }

    /// At most `count` intervals, those first where least vehicle time is left for the jobs tied to them.
    func pick(atMost count: Int) -> [DayInterval] {
        let bounds = boundaries(atMost: count + 1)
        var ranked: [(interval: DayInterval, need: Double)] = []
        for (position, opens) in bounds.enumerated() {
            for closes in bounds[(position + 1)...] {
                guard let interval = interval(TimeWindow(opens: opens, closes: closes)) else { continue }
                let need = need(in: interval)
                // Below a quarter of what the vehicles have, rounding to whole vehicles hardly makes it scarce.
                if need >= 0.25 { ranked.append((interval, need)) }
            }
        }
        ranked.sort {
            ($1.need, $0.interval.window.opens, $0.interval.window.closes)
                < ($0.need, $1.interval.window.opens, $1.interval.window.closes)
        }
        return ranked.prefix(count).map(\.interval)
    }

    /// The openings and closings that most windows share, in order.
    private func boundaries(atMost count: Int) -> [Seconds] {
        var uses: [Seconds: Int] = [:]
        for candidate in candidates {
            uses[candidate.hull.opens, default: 0] += 1
            uses[candidate.hull.closes, default: 0] += 1
        }
        let ranked = uses.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return ranked.prefix(count).map(\.key).sorted()
    }

    /// The window, lengthened by the middle travel and work of the visits tied to it; nil when none are.
    private func interval(_ window: TimeWindow) -> DayInterval? {
        let tied = candidates.filter { window.opens <= $0.hull.opens && $0.hull.closes <= window.closes }
            .flatMap(\.blocks)
        guard !tied.isEmpty else { return nil }
        let lead = tied.map(\.lead).sorted()[tied.count / 2]
        let work = tied.map(\.work).sorted()[tied.count / 2]
        return DayInterval(
            window: window,
            reach: TimeWindow(opens: window.opens - lead, closes: window.closes + work)
        )
    }

    /// Seconds of work that must be done in the interval ÷ seconds that the vehicles for it have, for the worst label.
    private func need(in interval: DayInterval) -> Double {
        var work: [Int?: Double] = [:]
        var able: [Int?: Set<Int>] = [:]
        for candidate in candidates {
            let seconds = candidate.blocks.reduce(0) { $0 + $1.least(in: interval.reach) }
            guard seconds > 0 else { continue }
            work[candidate.label, default: 0] += Double(seconds)
            able[candidate.label, default: []].formUnion(candidate.classes)
        }
        func share(_ seconds: Double, of indices: Set<Int>) -> Double {
            let available = indices.sorted().reduce(0) {
                $0 + classes[$1].count * classes[$1].time(in: interval)
            }
            return seconds / max(Double(available), 1)
        }
        // Summed in a fixed order, so that equal problems give equal figures to the last bit.
        let labels = work.keys.sorted { ($0 ?? -1) < ($1 ?? -1) }
        let all = labels.reduce(0) { $0 + (work[$1] ?? 0) }
        let everyone = able.values.reduce(Set<Int>()) { $0.union($1) }
        return labels.reduce(share(all, of: everyone)) { worst, label in
            max(worst, share(work[label] ?? 0, of: able[label] ?? []))
        }
    }
}

extension VehicleClass {
    /// Seconds that one vehicle has within an interval.
    func time(in interval: DayInterval) -> Seconds {
        guard let span else { return 0 }
        let common = min(span.closes, interval.reach.closes) - max(span.opens, interval.reach.opens)
        return max(min(common, workingTime), 0)
    }
}
