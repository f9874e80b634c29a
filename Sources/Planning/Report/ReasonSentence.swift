internal import VehicleRouting

extension DayContext {
    /// A reason why an order is left out, as a sentence that says what would have to give.
    ///
    /// For instance: "No room: 12 kg short on 4 vehicles (REF)".
    func sentence(_ reason: UnassignedReason) -> String {
        let count = reason.vehicles.count
        // Up to three vehicles are named; more are counted.
        let vehicles =
            (1...3).contains(count)
            ? reason.vehicles.map { "\(problem.vehicles[$0].id)" }.joined(separator: ", ")
            : strings.text(.vehicleCount, ["count": strings.fixed(count, digits: 0)])
        let phrase = Phrase(reasonCode: reason.code, hasAmount: reason.relaxation != nil)
        let sentence = strings.text(
            phrase,
            [
                "vehicles": vehicles,
                "amount": reason.relaxation.map { display.amount($0, unit: reason.unit) } ?? "",
                "detail": reason.detail.isEmpty ? strings[.notNamed] : reason.detail,
                "code": reason.code,
            ]
        )
        let isNamed =
            reason.detail.isEmpty || reason.detail == reason.unit || strings[phrase].contains("{detail}")
        return isNamed ? sentence : "\(sentence) (\(reason.detail))"
    }

    /// A broken promise as a sentence: which route, which order, how much.
    func sentence(_ violation: Violation) -> String {
        let amount = display.amount(violation.amount, unit: violation.unit)
        let values = [
            "amount": amount, "detail": violation.detail.isEmpty ? strings[.notNamed] : violation.detail,
        ]
        var place: [String] = []
        if let route = violation.route { place.append("\(problem.vehicles[plan.routes[route].vehicle].id)") }
        if let task = violation.task { place += [self.place(task), orders(task)] }
        let sentence = strings.text(Phrase(violation.cause), values)
        return place.isEmpty ? sentence : "\(place.joined(separator: " · ")): \(sentence)"
    }
}

extension Phrase {
    /// The sentence for a reason's code; codes that have none of their own share one that names the code.
    init(reasonCode: String, hasAmount: Bool) {
        self =
            switch (reasonCode, hasAmount) {
            case ("CAPACITY_CONSTRAINT", true): .reasonCapacity
            case ("TIME_WINDOW_CONSTRAINT", true): .reasonTimeWindow
            case ("SHIFT_CONSTRAINT", true): .reasonShift
            case ("RELEASE_CONSTRAINT", true): .reasonRelease
            case ("SKILL_CONSTRAINT", _): .reasonSkill
            case ("REGIME_CONSTRAINT", _): .reasonRegime
            case ("DEPOT_CONSTRAINT", _): .reasonDepot
            case ("VEHICLE_CONSTRAINT", _): .reasonVehicle
            case ("REACHABLE_CONSTRAINT", _): .reasonReachable
            case ("MAX_DISTANCE_CONSTRAINT", true): .reasonMaxDistance
            case ("MAX_DURATION_CONSTRAINT", true): .reasonMaxDuration
            case ("MAX_TRAVEL_TIME_CONSTRAINT", true): .reasonMaxTravelTime
            case ("MAX_TASKS_CONSTRAINT", _): .reasonMaxTasks
            case ("PRICE_CONSTRAINT", _): .reasonPrice
            case (_, true): .reasonOther
            case (_, false): .reasonOtherWithoutAmount
            }
    }

    /// The sentence for a cause of violation.
    init(_ cause: Violation.Cause) {
        self =
            switch cause {
            case .delay: .violationDelay
            case .load: .violationLoad
            case .skills: .violationSkills
            case .regime: .violationRegime
            case .depot: .violationDepot
            case .vehicle: .violationVehicle
            case .maxTasks: .violationMaxTasks
            case .maxTravelTime: .violationMaxTravelTime
            case .maxDistance: .violationMaxDistance
            case .maxDuration: .violationMaxDuration
            case .precedence: .violationPrecedence
            case .duplicate: .violationDuplicate
            case .missing: .violationMissing
            case .carrier: .violationCarrier
            }
    }
}
