import CarrierPool
import Foundation

/// Puts the findings of a review into words.
struct ReviewWords {
    let strings: Strings
    let dates: ReviewDates
    /// ISO 4217 code of the amounts in the history.
    let currency: String

    func name(of kpi: KPI) -> String {
        ReviewPhrase(rawValue: kpi.rawValue).map { strings[$0] } ?? kpi.rawValue
    }

    /// A score or points, without decimals: more would claim what no interval bears out.
    func points(_ value: Double) -> String { strings.number(value) }

    /// The value of a figure, in its unit.
    func value(_ value: Double, of kpi: KPI) -> String {
        switch kpi.kind {
        case .share: strings.percent(value, digits: 1)
        case .measure: strings.text(.minutes, ["count": strings.number(value)])
        case .ratio: strings.number(value, digits: 3)
        }
    }

    func tally(_ tally: Tally) -> String {
        "\(strings.number(tally.count)) / \(strings.number(tally.trials))"
    }

    func share(_ tally: Tally) -> String {
        tally.rate.map { strings.percent($0, digits: 1) } ?? strings[.notKnown]
    }

    func shares(_ interval: Interval) -> String {
        "\(strings.percent(interval.lower, digits: 1)) – \(strings.percent(interval.upper, digits: 1))"
    }

    func money(_ value: Double) -> String {
        currency.isEmpty
            ? strings.number(value, digits: 2) : "\(currency) \(strings.number(value, digits: 2))"
    }

    func cause(_ cause: FailureCause) -> String {
        switch cause {
        case .carrier: strings[.causeCarrier]
        case .shipper: strings[.causeShipper]
        case .consignee: strings[.causeConsignee]
        case .forceMajeure: strings[.causeForceMajeure]
        case .planner: strings[.causePlanner]
        }
    }

    func state(_ state: Attribution.State) -> String {
        switch state {
        case .proposed: strings[.stateProposed]
        case .agreed: strings[.stateAgreed]
        case .disputed: strings[.stateDisputed]
        }
    }

    func verdict(_ verdict: PoolVerdict) -> String {
        switch verdict {
        case .distinguishable: strings[.verdictDistinguishable]
        case .indistinguishable: strings[.verdictIndistinguishable]
        case .incomparable: strings[.verdictIncomparable]
        case .unseen: strings[.verdictUnseen]
        }
    }
}

/// Score, tier, gates, excursions.
extension ReviewWords {
    func why(_ decision: TierDecision) -> String {
        func percent(_ probability: Double) -> String { strings.percent(probability) }
        return switch decision.reason {
        case .first: strings[.tierFirst]
        case .unchanged: strings[.tierUnchanged]
        case .held(let probability):
            strings.text(
                .tierHeld,
                ["tier": decision.scoreTier?.rawValue ?? "", "probability": percent(probability)]
            )
        case .certain(let probability): strings.text(.tierCertain, ["probability": percent(probability)])
        case .twoPeriods: strings[.tierTwoPeriods]
        case .gated: strings[.tierGated]
        case .noScore: strings[.tierNoScore]
        }
    }

    func gate(_ finding: GateFinding) -> String {
        var trips = finding.trips.prefix(3).joined(separator: ", ")
        if finding.trips.count > 3 {
            trips += " " + strings.text(.andMore, ["count": "\(finding.trips.count - 3)"])
        }
        let phrase: ReviewPhrase =
            switch finding.gate {
            case .expiredQualification: .gateExpired
            case .unreportedExcursion: .gateUnreported
            }
        return strings.text(phrase, ["trips": trips])
    }

    func rank(_ range: ClosedRange<Int>, of count: Int) -> String {
        if range.lowerBound == range.upperBound {
            return strings.text(.rankOne, ["rank": "\(range.lowerBound)", "count": "\(count)"])
        }
        return strings.text(
            .rankRange,
            ["best": "\(range.lowerBound)", "worst": "\(range.upperBound)", "count": "\(count)"]
        )
    }

    func excursions(_ count: EventCount) -> String {
        guard let rate = count.rate, let upper = count.upperBound() else {
            return strings[.excursionsUnknown]
        }
        return strings.text(
            count.count > 0 ? .excursionsSome : .excursionsNone,
            [
                "count": strings.number(count.count), "hours": strings.number(count.exposure),
                "rate": strings.number(rate * 1_000, digits: 1),
                "upper": strings.number(upper * 1_000, digits: 1),
            ]
        )
    }

    func topic(_ topic: ReviewTopic) -> String {
        switch topic {
        case .gate(let finding): strings.text(.topicGate, ["reason": gate(finding)])
        case .lateAlarm(let first): strings.text(.topicAlarmLate, ["date": dates.day(first)])
        case .excursionAlarm(let first): strings.text(.topicAlarmExcursions, ["date": dates.day(first)])
        case .costliestFigure(let kpi, let lost):
            strings.text(.topicCostliest, ["figure": name(of: kpi), "points": points(lost)])
        case .badLane(let lane):
            strings.text(
                .topicLane,
                [
                    "lane": lane.lane, "late": strings.number(lane.late.count),
                    "deliveries": strings.number(lane.late.trials),
                ]
            )
        case .disputes(let count): strings.text(.topicDisputes, ["count": "\(count)"])
        case .openClaims(let count, let value):
            strings.text(.topicClaims, ["count": "\(count)", "value": money(value)])
        case .overdueActions(let count): strings.text(.topicActions, ["count": "\(count)"])
        case .ownFault(let count): strings.text(.topicOwnFault, ["count": "\(count)"])
        case .missing(let figures):
            strings.text(.topicMissing, ["figures": figures.map(name).joined(separator: ", ")])
        case .nothing: strings[.topicNothing]
        }
    }
}

/// How a figure is counted, in one line: what makes two scorecards comparable or not.
extension ReviewWords {
    func definition(_ definition: KPIDefinition) -> String {
        let counted =
            switch definition.kpi {
            case .onTimeDelivery, .onTimeInFull, .perfectOrder: delivery(definition)
            case .onTimePickup: strings.text(.definitionTrip, ["late": late(definition)])
            case .proofTimeliness, .recordTimeliness, .arrivalAccuracy:
                strings.text(
                    .definitionAllowance,
                    ["allowance": strings.duration(Int(definition.allowance))]
                )
            case .responseTime: strings[.definitionResponse]
            default: strings.text(.definitionPlain, ["unit": strings[unit(of: definition)]])
            }
        guard !definition.exclusions.isEmpty else { return counted }
        let causes = definition.exclusions.map(cause).sorted().joined(separator: ", ")
        return counted + strings.text(.definitionExcluding, ["causes": causes])
    }

    private func delivery(_ definition: KPIDefinition) -> String {
        let reference: ReviewPhrase =
            switch definition.reference {
            case .requested: .referenceRequested
            case .firstPromised: .referenceFirstPromised
            case .lastAgreed: .referenceLastAgreed
            }
        let clock: ReviewPhrase =
            switch definition.clock {
            case .arrival: .clockArrival
            case .serviceStart: .clockServiceStart
            case .proofOfDelivery: .clockProofOfDelivery
            }
        return strings.text(
            .definitionDelivery,
            [
                "level": strings[level(definition.level)], "clock": strings[clock],
                "reference": strings[reference],
                "early": definition.earlyTolerance.map {
                    strings.text(.earlyUpTo, ["time": strings.duration(Int($0))])
                } ?? strings[.neverTooEarly],
                "late": late(definition),
            ]
        )
    }

    private func late(_ definition: KPIDefinition) -> String {
        definition.lateTolerance > 0
            ? strings.text(.lateUpTo, ["time": strings.duration(Int(definition.lateTolerance))])
            : strings[.noGrace]
    }

    private func level(_ level: KPIDefinition.Level) -> ReviewPhrase {
        switch level {
        case .order: .levelOrder
        case .line: .levelLine
        case .unit: .levelUnit
        }
    }

    private func unit(of definition: KPIDefinition) -> ReviewPhrase {
        switch definition.kpi {
        case .tenderAcceptance, .firstTenderAcceptance, .acceptanceReliability: .unitOffer
        case .invoiceAccuracy, .invoiceCorrection: .unitInvoice
        case .correctiveActions: .unitAction
        case .undamaged, .proofCompleteness: .unitDocument
        default: .unitTrip
        }
    }
}
