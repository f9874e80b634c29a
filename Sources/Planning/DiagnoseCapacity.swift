public import RouteBounds
public import VehicleRouting

/// Says before the search what the own fleet lacks, and what jobs are worth.
public struct DiagnoseCapacity {
    /// What was found, as figures and as sentences.
    public struct Outcome: Sendable {
        /// The figures: shortages, bounds, the search's first prices.
        public let diagnosis: CapacityDiagnosis
        /// Sentences for log and report, the worst first; empty when nothing lacks.
        public let warnings: [String]
    }

    private let problem: Problem
    private let display: Display

    /// Diagnoses `problem`, which has passed validation, in the words of `language`.
    public init(_ problem: Problem, language: Language = .english) {
        self.problem = problem
        display = Display(problem, language: language)
    }

    /// Solves the relaxation; it takes well below a second for a day of 1000 jobs.
    ///
    /// - Parameter timeLimit: Wall-clock seconds for its few linear programs together, above 0.
    public func run(timeLimit: Double = 15) -> Outcome {
        let diagnosis = CapacityRelaxation(of: problem).diagnosis(timeLimit: timeLimit)
        var warnings = diagnosis.shortages.map(sentence)
        if diagnosis.leftAtLeast > 0 {
            let count = display.strings.fixed(diagnosis.leftAtLeast, digits: 0)
            warnings.append(display.strings.text(.capacityLeft, ["count": count]))
        }
        if diagnosis.vehiclesAtLeast > diagnosis.vehiclesAvailable {
            let values = [
                "needed": display.strings.fixed(diagnosis.vehiclesAtLeast, digits: 0),
                "available": display.strings.fixed(diagnosis.vehiclesAvailable, digits: 0),
            ]
            warnings.append(display.strings.text(.capacityVehicles, values))
        }
        return Outcome(diagnosis: diagnosis, warnings: warnings)
    }

    /// For instance: "REF (2 to 8 °C) short by 310 kg between 08:00 and 10:00".
    private func sentence(_ shortage: CapacityShortage) -> String {
        var values = ["goods": goods(shortage.labels), "amount": amount(shortage)]
        guard let interval = shortage.interval else {
            return display.strings.text(.capacityShort, values)
        }
        values["from"] = display.clock.time(interval.opens)
        values["to"] = display.clock.time(interval.closes)
        return display.strings.text(.capacityShortBetween, values)
    }

    private func goods(_ labels: [Int?]) -> String {
        guard !labels.isEmpty else { return display.strings[.allGoods] }
        let names = labels.map { label in
            guard let label else { return display.strings[.goodsAtAnyTemperature] }
            let regime = problem.regimes[label]
            let values = ["code": "\(regime.id)", "range": display.strings.temperatures(regime)]
            return display.strings.text(.goodsOfRegime, values)
        }
        return names.joined(separator: " + ")
    }

    private func amount(_ shortage: CapacityShortage) -> String {
        let strings = display.strings
        switch shortage.resource {
        case .room(let dimension):
            return strings.amount(shortage.amount, in: problem.dimensions[dimension])
        case .roomForReturns(let dimension):
            let amount = strings.amount(shortage.amount, in: problem.dimensions[dimension])
            return strings.text(.amountOfReturns, ["amount": amount])
        case .time:
            return strings.text(.amountOfVehicleTime, ["amount": strings.duration(shortage.amount)])
        case .tasks:
            return strings.text(.amountOfTasks, ["count": strings.fixed(shortage.amount, digits: 0)])
        }
    }
}
