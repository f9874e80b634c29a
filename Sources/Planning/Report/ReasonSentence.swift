internal import VehicleRouting

extension DayContext {
    /// Why an order is left out: one sentence per way to serve it, in the order of the reasons.
    ///
    /// For instance: "No room: 12 kg short on 4 vehicles".  Reasons for the same vehicles must all give, so they share a
    /// sentence.
    func sentences(_ reasons: [UnassignedReason]) -> [String] {
        var groups: [[UnassignedReason]] = []
        for reason in reasons {
            if let group = groups.firstIndex(where: { $0.first?.vehicles == reason.vehicles }) {
                groups[group].append(reason)
            } else {
                groups.append([reason])
            }
        }
        return groups.map { group in
            let parts = group.map(sentence)
            return parts.dropFirst().reduce(parts[0]) { first, second in
                strings.text(.bothMustGive, ["first": first, "second": second])
            }
        }
    }

    private func sentence(_ reason: UnassignedReason) -> String {
        let count = reason.vehicles.count
        // Up to three vehicles are named; more are counted.
        let vehicles =
            (1...3).contains(count)
            ? reason.vehicles.map { "\(problem.vehicles[$0].id)" }.joined(separator: ", ")
            : strings.text(.vehicleCount, ["count": strings.fixed(count, digits: 0)])
        let values = [
            "vehicles": vehicles,
            "amount": reason.relaxation.map { display.amount($0, unit: reason.unit) } ?? "",
            "detail": reason.detail.isEmpty ? strings[.notNamed] : reason.detail,
            "code": reason.code,
        ]
        let words = channelWords(reason.detail)
        let isChannel = ReasonCode(rawValue: reason.code) == .channel
        let lacks = isChannel && words["needs"].map { !$0.isEmpty } ?? false
        let sentence = strings.text(
            lacks ? .reasonChannelNeeds : Phrase(reason),
            values.merging(words) { first, _ in first }
        )
        guard reason.evenAlone, reason.relaxation != nil else { return sentence }
        return strings.text(.reasonEvenAlone, ["reason": sentence])
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
        let lacks = violation.cause == .permit && violation.unit.isEmpty
        let sentence = strings.text(
            lacks ? .violationPermit : Phrase(violation.cause),
            values.merging(channelWords(violation.detail)) { first, _ in first }
        )
        return place.isEmpty ? sentence : "\(place.joined(separator: " · ")): \(sentence)"
    }
}

extension DayContext {
    /// What a detail that begins with a channel rule says of it: its code, its note with the source, what is missing, and who may
    /// ship; empty for any other detail.
    fileprivate func channelWords(_ detail: String) -> [String: String] {
        let named = problem.channelRules.filter { rule in
            detail == "\(rule.id)" || detail.hasPrefix("\(rule.id) ")
        }
        // Of two codes that one begins with, the longer is meant.
        guard let rule = named.max(by: { "\($0.id)".count < "\($1.id)".count }) else { return [:] }
        let depots = (rule.depots ?? []).sorted().map { "\(problem.depots[$0].id)" }
        return [
            "rule": "\(rule.id)",
            "note": rule.source.isEmpty ? rule.note : "\(rule.note) [\(rule.source)]",
            "needs": String(detail.dropFirst("\(rule.id) ".count)),
            "depots": depots.isEmpty ? strings[.noDepot] : depots.joined(separator: ", "),
        ]
    }
}

extension Phrase {
    /// The sentence for a reason; codes that have none of their own share one that names the code.
    init(_ reason: UnassignedReason) {
        let hasDetail = !reason.detail.isEmpty
        self =
            switch ReasonCode(rawValue: reason.code) {
            case .capacity: hasDetail ? .reasonCapacityOfCompartment : .reasonCapacity
            case .timeWindow: hasDetail ? .reasonOtherWindow : .reasonTimeWindow
            case .shift: hasDetail ? .reasonDepotHours : .reasonShift
            case .skill: .reasonSkill
            case .regime: reason.relaxation == nil ? .reasonRegime : .reasonRegimeDegrees
            case .depot: .reasonDepot
            case .vehicle: .reasonVehicle
            case .maxTasks: .reasonMaxTasks
            case .maxTravelTime: .reasonMaxTravelTime
            case .maxDistance: .reasonMaxDistance
            case .maxDuration: .reasonMaxDuration
            case .driving: .reasonDriving
            case .rest: .reasonRest
            case .relation: .reasonRelation
            case .holdTime: hasDetail ? .reasonOtherHoldTime : .reasonHoldTime
            case .activity: hasDetail ? .reasonOtherActivity : .reasonActivity
            case .timeOnBoard: .reasonTimeOnBoard
            case .segregation: .reasonSegregation
            case .exclusive: .reasonExclusive
            case .doors: .reasonDoors
            case .level: .reasonLevel
            case .permit: reason.relaxation == nil ? .reasonPermit : .reasonPermitDate
            case .prohibited: .reasonProhibited
            case .channel: .reasonChannel
            case .shipFrom: .reasonShipFrom
            case .box: .reasonBox
            case .price: .reasonPrice
            case .none?: .reasonNone
            case nil: reason.relaxation == nil ? .reasonOtherWithoutAmount : .reasonOther
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
            case .aboard: .violationAboard
            case .maxTasks: .violationMaxTasks
            case .maxTravelTime: .violationMaxTravelTime
            case .maxDistance: .violationMaxDistance
            case .maxDuration: .violationMaxDuration
            case .precedence: .violationPrecedence
            case .duplicate: .violationDuplicate
            case .missing: .violationMissing
            case .reload: .violationReload
            case .missingBreak: .violationMissingBreak
            case .driving: .violationDriving
            case .relation: .violationRelation
            case .carrier: .violationCarrier
            case .holdTime: .violationHoldTime
            case .activity: .violationActivity
            case .timeOnBoard: .violationTimeOnBoard
            case .segregation: .violationSegregation
            case .exclusive: .violationExclusive
            case .doors: .violationDoors
            case .level: .violationLevel
            case .permit: .violationPermitDate
            case .prohibited: .violationProhibited
            case .channel: .violationChannel
            case .shipFrom: .violationShipFrom
            case .box: .violationBox
            case .boxStock: .violationBoxStock
            }
    }
}
