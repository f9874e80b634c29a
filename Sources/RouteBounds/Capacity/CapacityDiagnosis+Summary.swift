public import VehicleRouting

extension CapacityDiagnosis {
    /// The diagnosis in plain English, a line per statement, for logs.
    ///
    /// What people read on screens and paper comes from Planning's table of strings.
    public func summary(for problem: Problem) -> String {
        var lines = shortages.map { $0.summary(for: problem) }
        if leftAtLeast > 0 { lines.append("jobs the own fleet cannot do: at least \(leftAtLeast)") }
        lines += impossible.map { $0.summary(for: problem) }
        if !unanswered.contains(.vehicles) {
            lines.append("vehicles needed: at least \(vehiclesAtLeast) of \(vehiclesAvailable)")
        }
        for (label, count) in vehiclesAtLeastByRegime.sorted(by: { $0.key < $1.key }) {
            lines.append("vehicles needed for \(problem.regimes[label].phrase): at least \(count)")
        }
        if let costAtLeast {
            let currency = problem.currency
            let amount = decimal(costAtLeast.wireUnits, scale: currency?.wireUnits ?? 1)
            lines.append("cost of any complete plan: at least \(amount) \(currency?.code ?? "units")")
        }
        lines += unanswered.map { "not answered by the solver: \($0.rawValue)" }
        return lines.joined(separator: "\n")
    }
}

extension CapacityShortage {
    /// One sentence: `REF 2…8 °C short by 310 kg between 08:00 and 10:00`.
    public func summary(for problem: Problem) -> String {
        let names = labels.map { label in
            label.map { problem.regimes[$0].phrase } ?? "goods at any temperature"
        }
        let subject = names.isEmpty ? "all goods" : names.joined(separator: " and ")
        let span = interval.map { " between \(clock($0.opens)) and \(clock($0.closes))" } ?? ""
        return "\(subject) short by \(phrase(of: problem))\(span)"
    }

    private func phrase(of problem: Problem) -> String {
        switch resource {
        case .room(let dimension): problem.dimensions[dimension].phrase(amount)
        case .roomForReturns(let dimension): problem.dimensions[dimension].phrase(amount) + " of returns"
        case .time: length(amount) + " of vehicle time"
        case .tasks: "\(amount) tasks"
        }
    }
}

extension ImpossibleTask {
    /// One sentence: `job 17 fits no vehicle: load by 40 kg (3 vehicles), skills (1 vehicle)`.
    public func summary(for problem: Problem) -> String {
        let reasons = obstacles.map { obstacle in
            let vehicles = "\(obstacle.vehicles.count) vehicle\(obstacle.vehicles.count == 1 ? "" : "s")"
            return "\(obstacle.phrase(of: problem)) (\(vehicles))"
        }
        let kind = if case .job = task { "job" } else { "shipment" }
        let why = reasons.isEmpty ? "there are no vehicles" : reasons.joined(separator: ", ")
        return "\(kind) \(problem.visit(task).id) fits no vehicle: \(why)"
    }
}

extension ImpossibleTask.Obstacle {
    fileprivate func phrase(of problem: Problem) -> String {
        switch cause {
        case .load:
            dimension.map { "load by \(problem.dimensions[$0].phrase(amount))" } ?? "load"
        case .delay, .maxTravelTime, .maxDuration:
            "\(cause.rawValue) by \(length(amount))"
        default:
            cause.rawValue
        }
    }
}

extension Regime {
    /// As people write it: `REF 2…8 °C`.
    fileprivate var phrase: String {
        func degrees(_ thousandths: Int?) -> String {
            thousandths.map { decimal($0, scale: 1000) } ?? ""
        }
        return low == nil && high == nil ? "\(id)" : "\(id) \(degrees(low))…\(degrees(high)) °C"
    }
}

extension LoadDimension {
    fileprivate func phrase(_ amount: Int) -> String {
        "\(decimal(amount, scale: scale)) \(unit)"
    }
}

/// `amount ÷ scale` without zeros at the end.
private func decimal(_ amount: Int, scale: Int) -> String {
    amount.isMultiple(of: scale) ? "\(amount / scale)" : "\(Double(amount) / Double(scale))"
}

/// `08:05`, or seconds where `time` does not count from a midnight a day or two ago.
private func clock(_ time: Seconds) -> String {
    guard (0..<48 * 3600).contains(time) else { return "\(time) s" }
    let minutes = time / 60
    return [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
}

/// `1 h 05 min`, or seconds below a minute.
private func length(_ seconds: Seconds) -> String {
    guard seconds >= 60 else { return "\(seconds) s" }
    let minutes = (seconds + 59) / 60
    return minutes < 60 ? "\(minutes) min" : "\(minutes / 60) h \(minutes % 60) min"
}
