public import VehicleRouting

extension Strings {
    /// A number with `digits` decimals, rounded half away from zero: `1,234.5`; what has more than 18 figures is cut off
    /// there, and what is no number is a dash.
    public func number(_ value: Double, digits: Int = 0) -> String {
        guard !value.isNaN else { return "–" }
        var power = 1
        for _ in 0..<digits { power *= 10 }
        let scaled = (value * Double(power)).rounded(.toNearestOrAwayFromZero)
        return fixed(Int(min(max(scaled, -1e18), 1e18)), digits: digits)
    }

    /// `units / 10^digits` written with exactly `digits` decimals; no binary fraction is involved.
    public func fixed(_ units: Int, digits: Int) -> String {
        var figures = String(units.magnitude)
        if figures.count <= digits {
            figures = String(repeating: "0", count: digits + 1 - figures.count) + figures
        }
        let whole = figures.dropLast(digits)
        let fraction = figures.suffix(digits)
        return (units < 0 ? "−" : "") + grouped(whole) + (digits > 0 ? language.decimalMark + fraction : "")
    }

    /// A share of one as a percentage: 0.743 is `74 %`.
    public func percent(_ share: Double, digits: Int = 0) -> String {
        number(share * 100, digits: digits) + " %"
    }

    /// A length of time: `45 s`, `12 min`, `1 h 05 min`; seconds are dropped from a minute on.
    public func duration(_ seconds: Seconds) -> String {
        let magnitude = abs(seconds)
        let sign = seconds < 0 ? "−" : ""
        if magnitude < 60 { return magnitude == 0 ? "0 min" : "\(sign)\(magnitude) s" }
        let minutes = magnitude / 60
        if minutes < 60 { return "\(sign)\(minutes) min" }
        return "\(sign)\(grouped("\(minutes / 60)")) h \(twoDigits(minutes % 60)) min"
    }

    /// Time left before a window closes: `12 min`, or `12 min late`.
    public func margin(_ seconds: Seconds) -> String {
        seconds < 0 ? text(.lateBy, ["time": duration(-seconds)]) : duration(seconds)
    }

    /// A length of road: `850 m`, `12.4 km`, `1,240 km`.
    public func distance(_ metres: Metres) -> String {
        if abs(metres) < 1000 { return "\(fixed(metres, digits: 0)) m" }
        return number(Double(metres) / 1000, digits: abs(metres) < 1_000_000 ? 1 : 0) + " km"
    }

    /// An amount of money with two decimals, `GBP 1,234.50`; plain cost units without a currency.
    public func money(_ cost: Cost, in currency: Currency?) -> String {
        guard let currency else { return fixed(cost.wireUnits, digits: 0) }
        let ticks = Double(cost.ticks) / Double(Cost.ticksPerWireUnit)
        return "\(currency.code) \(number(ticks / Double(currency.wireUnits), digits: 2))"
    }

    /// One entry of a load in the dimension's unit, with at most one decimal: `12.5 kg`.
    public func amount(_ value: Int, in dimension: LoadDimension) -> String {
        let number = plainNumber(Double(value) / Double(dimension.scale), digits: 1)
        if dimension.unit == "boxes" { return text(.boxes, ["count": number]) }
        return dimension.unit.isEmpty ? number : "\(number) \(dimension.unit)"
    }

    /// A range of temperature: `2 to 8 °C`, `up to 25 °C`, `from −20 °C`.
    public func temperatures(_ regime: Regime) -> String {
        switch (regime.low.map(celsius), regime.high.map(celsius)) {
        case (let low?, let high?): text(.temperatureRange, ["low": low, "high": high])
        case (let low?, nil): text(.temperatureFrom, ["low": low])
        case (nil, let high?): text(.temperatureUpTo, ["high": high])
        case (nil, nil): self[.anyTemperature]
        }
    }

    /// A number with at most `digits` decimals, none when it is whole.
    func plainNumber(_ value: Double, digits: Int) -> String {
        let short = number(value, digits: digits)
        let zeros = language.decimalMark + String(repeating: "0", count: digits)
        return short.hasSuffix(zeros) ? String(short.dropLast(zeros.count)) : short
    }

    private func celsius(_ thousandths: Int) -> String {
        plainNumber(Double(thousandths) / 1000, digits: 1)
    }

    private func grouped(_ digits: some StringProtocol) -> String {
        var groups: [Substring] = []
        var rest = Substring(digits)
        while rest.count > 3 {
            groups.insert(rest.suffix(3), at: 0)
            rest = rest.dropLast(3)
        }
        return ([rest] + groups).joined(separator: language.groupingMark)
    }
}

/// A whole number of at most two digits, with a zero in front where it has one.
func twoDigits(_ value: Int) -> String {
    value < 10 ? "0\(value)" : "\(value)"
}
