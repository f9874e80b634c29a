/// Every phrase of the carrier review that a person may see; the raw value is its name in templates.
///
/// The names of figures are those of `KPI`, so that each figure finds its own.
public enum ReviewPhrase: String, Hashable, Sendable, CaseIterable {
    // Pages
    case scorecardTitle
    case comparisonTitle
    case evidenceTitle
    case periodFact
    case classFact
    case volumeFact
    case volumeText
    case classWithoutName
    case carrierColumn
    case definitionsHeading

    // The terminal
    case reviewRead
    case reviewLine
    case reviewRejects
    case reviewWrote
    case tenderSummary
    case tenderOpen
    case tenderExhausted
    case tenderExpected
    case quoteSummary
    case slotSummary
    case slotCheapest
    case allocatedTo
    case allocationShortfall
    case allocationLeft
    case allocationCost
    case allocationTender
    case allocationWrote
    case comparedWay
    case comparedRejects
    case comparisonInterrupted
    case wayMarket
    case wayCheapestBid
    case wayOwnFleet
    case wayAfterwards
    case wayBidsAfterwards
    case reviewRejectsOnly

    // Candidates of an allocation
    case qualificationEnded
    case excludedUnqualified
    case excludedTooLate
    case excludedLane
    case excludedOnTrial
    case historyRejects
    case historyUnusable

    // Score and tier
    case scoreHeading
    case scoreOfHundred
    case scoreInterval
    case noScore
    case tierHeading
    case rankHeading
    case rankOne
    case rankRange
    case rankNote
    case tierFirst
    case tierUnchanged
    case tierHeld
    case tierCertain
    case tierTwoPeriods
    case tierGated
    case tierNoScore
    case noTier
    case gateExpired
    case gateUnreported
    case andMore
    case excursionsNone
    case excursionsSome
    case excursionsUnknown

    // Figures
    case figuresTitle
    case figureColumn
    case weightColumn
    case trialsColumn
    case rawColumn
    case attributableColumn
    case estimateColumn
    case intervalColumn
    case pointsColumn
    case missingFigure
    case missingNote
    case figuresNote
    case minutes

    // Charts
    case trendsHeading
    case chartSmoothedLate
    case chartSmoothedLateNote
    case chartLateShare
    case chartLateShareNote
    case chartExcessNote
    case chartExcursions
    case chartExcursionsNote
    case chartSummary
    case noCharts
    case chartKey

    // Lanes, disputes, agenda
    case lanesHeading
    case laneColumn
    case deliveriesColumn
    case lateColumn
    case lateByOthersColumn
    case noLanes
    case disputesHeading
    case subjectColumn
    case dateColumn
    case putDownTo
    case noDisputes
    case topicsHeading
    case topicGate
    case topicAlarmLate
    case topicAlarmExcursions
    case topicCostliest
    case topicLane
    case topicDisputes
    case topicClaims
    case topicActions
    case topicOwnFault
    case topicMissing
    case topicNothing

    // Comparison
    case apartYes
    case apartNo
    case verdictColumn
    case pooledColumn
    case verdictDistinguishable
    case verdictIndistinguishable
    case verdictIncomparable
    case verdictUnseen
    case classFiguresHeading
    case scoreRangeHeading
    case scoreRangeSummary

    // Tender evidence
    case evidenceIntro
    case onTimeHeading
    case recordsHeading
    case onTimeColumn
    case onTimeShare
    case wilsonColumn
    case onTimeOwnColumn
    case excludedColumn
    case tripsColumn
    case monitoredColumn
    case completeColumn
    case coverageColumn
    case excursionsColumn
    case allCarriers
    case completeRule
    case lateHeading
    case causeColumn
    case stateColumn
    case noneLate

    // Definitions
    case definitionDelivery
    case definitionTrip
    case definitionAllowance
    case definitionPlain
    case definitionResponse
    case definitionExcluding
    case neverTooEarly
    case earlyUpTo
    case lateUpTo
    case noGrace
    case levelOrder
    case levelLine
    case levelUnit
    case referenceRequested
    case referenceFirstPromised
    case referenceLastAgreed
    case clockArrival
    case clockServiceStart
    case clockProofOfDelivery
    case unitOffer
    case unitTrip
    case unitInvoice
    case unitDocument
    case unitAction

    // Causes
    case causeCarrier
    case causeShipper
    case causeConsignee
    case causeForceMajeure
    case causePlanner
    case stateProposed
    case stateAgreed
    case stateDisputed

    // Names of the figures
    case onTimePickup
    case onTimeDelivery
    case onTimeInFull
    case perfectOrder
    case lateness
    case tenderAcceptance
    case firstTenderAcceptance
    case acceptanceReliability
    case responseTime
    case excursionFree
    case excursionSeverity
    case recordCompleteness
    case recordCoverage
    case recordTimeliness
    case undamaged
    case claimsRatio
    case claimsPerTrip
    case claimClosure
    case proofTimeliness
    case proofCompleteness
    case invoiceAccuracy
    case invoiceCorrection
    case trackingCompliance
    case arrivalAccuracy
    case correctiveActions
    case qualification
    case costPerDrop
    case costPerKilometre
    case costPerKilogram
    case costPerOrder
    case costByValue
}

extension Strings {
    /// A phrase of the carrier review without places.
    public subscript(phrase: ReviewPhrase) -> String {
        switch language {
        case .english: phrase.english
        }
    }

    /// A phrase of the carrier review with its places filled in.
    public func text(_ phrase: ReviewPhrase, _ values: [String: String]) -> String {
        filling(self[phrase], with: values)
    }

    /// All phrases of the carrier review by name, for templates.
    var allOfReview: [String: String] {
        Dictionary(uniqueKeysWithValues: ReviewPhrase.allCases.map { ($0.rawValue, self[$0]) })
    }
}
