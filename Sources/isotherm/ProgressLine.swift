import Planning
import RouteSearch

/// One line on how far a run is.
struct ProgressLine {
    private let phase: String
    private let time: String
    /// The share of the search's seconds or iterations used up, 0 … 1; nil when nothing limits it.
    private let share: Double?
    /// What follows the bar, most important first.
    private let facts: [String]

    /// A line about `progress`, `elapsed` seconds after the run began.
    init(_ progress: RunProgress, elapsed: Double, strings: Strings = Strings()) {
        phase = strings[progress.phase.phrase]
        guard let search = progress.search else {
            time = strings.text(.progressSeconds, ["seconds": strings.number(elapsed)])
            share = nil
            facts = []
            return
        }
        let searched = strings.number(search.elapsed)
        if let limit = progress.seconds {
            share = limit > 0 ? min(search.elapsed / limit, 1) : 1
            time = strings.text(
                .progressSecondsOf,
                ["seconds": searched, "limit": strings.number(limit)]
            )
        } else {
            share = nil
            time = strings.text(.progressSeconds, ["seconds": searched])
        }
        var facts: [String] = []
        if let cost = progress.cost {
            facts.append(strings.text(.progressCost, ["cost": cost]))
            facts.append(
                strings.text(.progressUnassigned, ["count": strings.number(Double(search.unassigned))])
            )
            facts.append(strings.text(.progressRoutes, ["count": strings.number(Double(search.routes))]))
        }
        self.facts = facts
    }

    /// The whole line, for a log.
    var text: String {
        ([phase, time] + facts).joined(separator: "  ")
    }

    /// The line with a bar, in at most `width` columns: the bar goes first, then facts from the end.
    func text(within width: Int) -> String {
        var kept = facts
        while true {
            for bar in [bar, nil] {
                let text = ([phase] + [bar, time].compactMap { $0 } + kept).joined(separator: "  ")
                if text.count <= width { return text }
            }
            guard kept.popLast() != nil else { return String("\(phase)  \(time)".prefix(max(width, 0))) }
        }
    }

    private var bar: String? {
        share.map { share in
            let length = 20
            let filled = Int(share * Double(length))
            return "[" + String(repeating: "#", count: filled)
                + String(repeating: "-", count: length - filled) + "]"
        }
    }
}
