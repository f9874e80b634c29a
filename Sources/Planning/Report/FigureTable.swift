public import VehicleRouting

/// The figures of a day as lines of a table: the plan, the baseline beside it, and the difference.
public struct FigureTable: Hashable, Sendable {
    /// One figure.
    public struct Line: Hashable, Sendable {
        /// What it is called.
        public let label: String
        /// How it is made, for the reader who asks.
        public let note: String
        /// Its value in the plan.
        public let plan: String
        /// Its value in the baseline; nil without one.
        public let baseline: String?
        /// Plan minus baseline, with its sign; nil when either is not known.
        public let difference: String?
        /// "better" or "worse", in words; nil where neither is the case.
        public let verdict: String?
        /// `better`, `worse` or empty: the class that the style sheet knows.
        public let verdictClass: String
        /// Whether it is one of the five that a dispatcher looks at first.
        public let isHeadline: Bool
    }

    /// The figures that are known, in the order of the report.
    public let lines: [Line]

    /// The figures of `plan` beside those of `baseline`.
    public init(plan: DayFigures, baseline: DayFigures?, problem: Problem, display: Display) {
        lines = FigureRow.all.compactMap { $0.line(plan, baseline, problem: problem, display: display) }
    }
}

/// How one figure is read, shown and judged.
private struct FigureRow: Sendable {
    /// The unit of a value, and with it how value and difference are written.
    enum Unit {
        /// Ticks.
        case money
        case count
        case seconds
        /// Seconds left before a window closes.
        case margin
        case metres
        /// A share of one, shown with this many decimals.
        case share(digits: Int)

        func text(_ value: Double, _ display: Display) -> String {
            let strings = display.strings
            return switch self {
            case .money: display.money(Cost(ticks: Int(value.rounded())))
            case .count: strings.number(value)
            case .seconds: strings.duration(Int(value))
            case .margin: strings.margin(Int(value))
            case .metres: strings.distance(Int(value))
            case .share(let digits): strings.percent(value, digits: digits)
            }
        }

        /// A difference of values, without its sign.
        func difference(_ value: Double, _ display: Display) -> String {
            guard case .share(let digits) = self else { return text(value, display) }
            let points = display.strings.number(value * 100, digits: max(digits, 1))
            return display.strings.text(.percentagePoints, ["points": points])
        }
    }

    /// What is better.
    enum Preference { case less, more, neither }

    let label: Phrase
    let note: Phrase
    let unit: Unit
    var preference = Preference.less
    var isHeadline = false
    /// The figure, in its unit; nil when the plan has none.
    let value: @Sendable (DayFigures) -> Double?

    func line(
        _ plan: DayFigures,
        _ baseline: DayFigures?,
        problem: Problem,
        display: Display
    ) -> FigureTable.Line? {
        guard let own = value(plan) else { return nil }
        let other = baseline.flatMap(value)
        var difference: String?
        var verdict: Phrase?
        if let other {
            let text = unit.difference(abs(own - other), display)
            let isSame = text == unit.difference(0, display)
            difference = isSame ? display.strings[.noDifference] : (own > other ? "+" : "−") + text
            if !isSame, preference != .neither {
                verdict = (own > other) == (preference == .more) ? .better : .worse
            }
        }
        return FigureTable.Line(
            label: display.strings[label],
            note: display.strings[note],
            plan: text(plan, problem, display),
            baseline: baseline.map { text($0, problem, display) },
            difference: difference,
            verdict: verdict.map { display.strings[$0] },
            verdictClass: verdict?.rawValue ?? "",
            isHeadline: isHeadline
        )
    }

    private func text(_ figures: DayFigures, _ problem: Problem, _ display: Display) -> String {
        guard let value = value(figures) else { return display.strings[.notKnown] }
        let text = unit.text(value, display)
        guard label == .fill, let fill = figures.fill else { return text }
        let dimension = problem.dimensions[fill.dimension].name
        return display.strings.text(.fillOfDimension, ["share": text, "dimension": dimension])
    }

    static let all = [
        FigureRow(label: .transportCost, note: .transportCostNote, unit: .money, isHeadline: true) {
            Double($0.transportCost.ticks)
        },
        FigureRow(label: .carrierCharges, note: .carrierChargesNote, unit: .money, preference: .neither) {
            $0.carrierCost == .zero ? nil : Double($0.carrierCost.ticks)
        },
        FigureRow(
            label: .ordersServed,
            note: .ordersServedNote,
            unit: .count,
            preference: .more,
            isHeadline: true
        ) { Double($0.served) },
        FigureRow(label: .ordersToCarriers, note: .ordersToCarriersNote, unit: .count, preference: .neither) {
            Double($0.awarded)
        },
        FigureRow(label: .ordersUnassigned, note: .ordersUnassignedNote, unit: .count, isHeadline: true) {
            Double($0.unassigned)
        },
        FigureRow(label: .vehiclesUsed, note: .vehiclesUsedNote, unit: .count, isHeadline: true) {
            Double($0.vehiclesUsed)
        },
        FigureRow(label: .distanceDriven, note: .distanceDrivenNote, unit: .metres) { Double($0.distance) },
        FigureRow(label: .emptyShare, note: .emptyShareNote, unit: .share(digits: 1)) { $0.emptyShare },
        FigureRow(label: .workingTime, note: .workingTimeNote, unit: .seconds) { Double($0.workingTime) },
        FigureRow(label: .waitingTime, note: .waitingTimeNote, unit: .seconds) { Double($0.waitingTime) },
        FigureRow(label: .costPerOrder, note: .costPerOrderNote, unit: .money) {
            $0.costPerOrder.map { Double($0.ticks) }
        },
        FigureRow(label: .costPerStop, note: .costPerStopNote, unit: .money) {
            $0.costPerHalt.map { Double($0.ticks) }
        },
        FigureRow(
            label: .costPerKilometre,
            note: .costPerKilometreNote,
            unit: .money,
            preference: .neither
        ) { $0.costPerKilometre.map { Double($0.ticks) } },
        FigureRow(label: .shareOfGoodsValue, note: .shareOfGoodsValueNote, unit: .share(digits: 2)) {
            $0.shareOfGoodsValue
        },
        FigureRow(
            label: .leastMargin,
            note: .leastMarginNote,
            unit: .margin,
            preference: .more,
            isHeadline: true
        ) { $0.leastMargin.map(Double.init) },
        FigureRow(label: .medianMargin, note: .medianMarginNote, unit: .margin, preference: .more) {
            $0.medianMargin.map(Double.init)
        },
        FigureRow(label: .fill, note: .fillNote, unit: .share(digits: 0), preference: .more) {
            $0.fill?.share
        },
        FigureRow(label: .brokenPromises, note: .brokenPromisesNote, unit: .count) { Double($0.violations) },
    ]
}
