public import VehicleRouting

/// How the quantities of one problem are shown: its currency, its clock, its dimensions, in one language.
public struct Display: Sendable {
    /// The words.
    public let strings: Strings
    /// The clock of the day.
    public let clock: DayClock
    private let currency: Currency?
    private let dimensions: [LoadDimension]
    private let regimes: [Regime]

    /// Shows quantities of `problem` in `language`.
    public init(_ problem: Problem, language: Language = .english) {
        strings = Strings(language)
        clock = DayClock(problem)
        currency = problem.currency
        dimensions = problem.dimensions
        regimes = problem.regimes
    }

    /// An amount of money: `GBP 1,234.50`.
    public func money(_ cost: Cost) -> String {
        strings.money(cost, in: currency)
    }

    /// What is on board, dimension by dimension: `312 kg · 1.9 m³`; "empty" when there is nothing.
    public func load(_ load: Load) -> String {
        let parts = zip(load, dimensions).filter { $0.0 != 0 }.map { strings.amount($0.0, in: $0.1) }
        return parts.isEmpty ? strings[.emptyLoad] : parts.joined(separator: " · ")
    }

    /// An amount with the unit that violations and reasons carry: `s`, `d`, `m`, `mK`, `money` (wire units), or a dimension.
    public func amount(_ value: Int, unit: String) -> String {
        switch unit {
        case "s": return strings.duration(value)
        case "m": return strings.distance(value)
        case "money": return money(Cost(wireUnits: value))
        case "d": return strings.text(.daysOfCertificate, ["count": strings.fixed(value, digits: 0)])
        case "mK": return strings.text(.degrees, ["count": strings.number(Double(value) / 1000, digits: 1)])
        default:
            let count = ["count": strings.fixed(value, digits: 0)]
            guard let dimension = dimensions.first(where: { $0.name == unit }) else {
                if unit == "boxes" { return strings.text(.boxes, count) }
                if unit == "levels" { return strings.text(.levels, count) }
                return unit.isEmpty
                    ? strings.fixed(value, digits: 0) : "\(strings.fixed(value, digits: 0)) \(unit)"
            }
            return strings.amount(value, in: dimension)
        }
    }

    /// A regime with its range, `REF, 2 to 8 °C`; for goods or compartments without one, "any temperature".
    public func regime(_ index: Int?) -> String {
        guard let index else { return strings[.anyTemperature] }
        return "\(regimes[index].id), \(strings.temperatures(regimes[index]))"
    }

    /// Windows one after the other, `09:00–12:30, 13:30–17:00`; "any time" when there are none.
    public func windows(_ windows: [TimeWindow]) -> String {
        guard !windows.isEmpty else { return strings[.anyTime] }
        return windows.map { "\(clock.time($0.opens))–\(clock.time($0.closes))" }.joined(separator: ", ")
    }
}
