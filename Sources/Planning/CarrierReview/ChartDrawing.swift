import CarrierPool
import Foundation

/// A control chart as a drawing that reads in black and white: values are a solid line with dots, limits are dashed, the
/// centre is dotted, alarms are filled diamonds with their date.
struct ChartDrawing {
    struct Mark {
        let x: String
        let y: String
        let title: String
        /// A diamond around the mark, for alarms.
        let diamond: String
    }

    struct Label {
        let x: String
        let y: String
        let text: String
    }

    let title: String
    let explanation: String
    /// One sentence for those who do not see the drawing.
    let summary: String
    let width = "620"
    let height = "190"
    let frame = (left: 46.0, top: 12.0, right: 590.0, bottom: 158.0)
    let frameLeft: String
    let frameRight: String
    let frameBottom: String
    let valueLine: String
    let upperLine: String
    let lowerLine: String
    let centreLine: String
    let dots: [Mark]
    let hollowDots: [Mark]
    let alarms: [Mark]
    let rows: [Label]
    let columns: [Label]
    let alarmLabels: [Label]

    init(_ chart: ControlChart, period: ReviewPeriod, strings: Strings, dates: ReviewDates) {
        let frame = frame
        let drawn = chart.points.compactMap { item in item.point.map { (moment: item.moment, point: $0) } }
        let isShare = chart.kind != .excursionEvidence
        let highest = drawn.map { max($0.point.value, $0.point.upper ?? 0) }.max() ?? 1
        let axis = ChartAxis(highest: highest, isShare: isShare)
        let start = drawn.map(\.moment).min().map { min($0, period.start) } ?? period.start
        let length = max(period.end.timeIntervalSince(start), 1)
        func x(_ moment: Date) -> Double {
            frame.left + moment.timeIntervalSince(start) / length * (frame.right - frame.left)
        }
        func y(_ value: Double) -> Double {
            frame.bottom - min(max(value / axis.top, 0), 1) * (frame.bottom - frame.top)
        }
        func line(_ value: (ChartPoint) -> Double?) -> String {
            let places = drawn.compactMap { item in value(item.point).map { (x(item.moment), y($0)) } }
            return places.enumerated()
                .map { "\($0 == 0 ? "M" : "L")\(Self.short($1.0)) \(Self.short($1.1))" }.joined()
        }
        func mark(_ moment: Date, _ point: ChartPoint) -> Mark {
            let (left, top) = (x(moment), y(point.value))
            let value = isShare ? strings.percent(point.value, digits: 1) : strings.number(point.value)
            return Mark(
                x: Self.short(left),
                y: Self.short(top),
                title: "\(dates.day(moment)): \(value)",
                diamond: "M\(Self.short(left)) \(Self.short(top - 6))l6 6l-6 6l-6 -6z"
            )
        }
        title = strings.text(chart.kind.title, ["days": chart.days.map { "\($0)" } ?? ""])
        let note = strings.text(
            chart.kind.explanation,
            ["rate": strings.percent(chart.rate, digits: 1)]
        )
        let excess = ["times": strings.number(chart.excess, digits: 1)]
        explanation = chart.excess > 1 ? "\(note) \(strings.text(.chartExcessNote, excess))" : note
        summary = strings.text(
            .chartSummary,
            ["points": "\(drawn.count)", "alarms": "\(chart.alarms.count)"]
        )
        frameLeft = Self.short(frame.left)
        frameRight = Self.short(frame.right)
        frameBottom = Self.short(frame.bottom)
        valueLine = line { $0.value }
        upperLine = line { $0.upper }
        lowerLine = line { ($0.lower ?? 0) > 0 ? $0.lower : nil }
        centreLine = isShare ? line { $0.centre } : ""
        let isAlarm = { (point: ChartPoint) in point.signal == .worse && point.isSupported }
        let calm = drawn.filter { !isAlarm($0.point) }
        // Trips are too many for a dot each; the line shows them.
        dots = isShare ? calm.filter(\.point.isSupported).map { mark($0.moment, $0.point) } : []
        hollowDots = isShare ? calm.filter { !$0.point.isSupported }.map { mark($0.moment, $0.point) } : []
        alarms = drawn.filter { isAlarm($0.point) }.map { mark($0.moment, $0.point) }
        rows = axis.steps.map { step in
            Label(
                x: Self.short(frame.left - 6),
                y: Self.short(y(step)),
                text: isShare ? strings.percent(step, digits: axis.digits) : strings.number(step)
            )
        }
        columns = Self.columns(from: start, to: period.end).map {
            Label(x: Self.short(x($0)), y: Self.short(frame.bottom + 18), text: dates.day($0))
        }
        alarmLabels = Self.firstOfRuns(drawn.map { isAlarm($0.point) }).map { index in
            let item = drawn[index]
            return Label(
                x: Self.short(min(max(x(item.moment), frame.left + 30), frame.right - 30)),
                y: Self.short(max(y(item.point.value) - 10, frame.top + 8)),
                text: dates.day(item.moment)
            )
        }
    }

    /// Where each run of alarms begins: only those are labelled, or labels would cover each other.
    private static func firstOfRuns(_ alarms: [Bool]) -> [Int] {
        alarms.indices.filter { alarms[$0] && ($0 == 0 || !alarms[$0 - 1]) }
    }

    /// Five moments, evenly spread.
    private static func columns(from start: Date, to end: Date) -> [Date] {
        (0...4).map { start.addingTimeInterval(end.timeIntervalSince(start) * Double($0) / 4) }
    }

    /// A coordinate with one decimal, whatever the machine's language.
    private static func short(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths) % 10)"
    }
}

/// Round numbers for an axis that begins at 0.
struct ChartAxis {
    /// Where the axis ends.
    let top: Double
    /// The numbers written beside it, 0 first.
    let steps: [Double]
    /// Decimals that percentages need.
    let digits: Int

    init(highest: Double, isShare: Bool) {
        let least = isShare ? 0.01 : 1.0
        let wanted = max(highest * 1.05, least)
        let magnitude = pow(10, log10(wanted / 4).rounded(.down))
        let step = [1, 2, 2.5, 5, 10].map { $0 * magnitude }.first { $0 * 4 >= wanted } ?? wanted / 4
        let count = Int((wanted / step).rounded(.up))
        top = step * Double(count)
        steps = (0...count).map { Double($0) * step }
        digits = step * 100 < 0.999 || (step * 100).truncatingRemainder(dividingBy: 1) > 0.001 ? 1 : 0
    }
}

extension ControlChart.Kind {
    var title: ReviewPhrase {
        switch self {
        case .smoothedLate: .chartSmoothedLate
        case .lateShare: .chartLateShare
        case .excursionEvidence: .chartExcursions
        }
    }

    var explanation: ReviewPhrase {
        switch self {
        case .smoothedLate: .chartSmoothedLateNote
        case .lateShare: .chartLateShareNote
        case .excursionEvidence: .chartExcursionsNote
        }
    }
}
