extension ReviewPhrase {
    /// The table of English; `Strings` explains the braces.
    var english: String {
        switch self {
        // Pages
        case .scorecardTitle: "Carrier scorecard"
        case .comparisonTitle: "Carriers compared"
        case .evidenceTitle: "Evidence for tenders"
        case .periodFact: "Period"
        case .classFact: "Service class"
        case .volumeFact: "Record in the period"
        case .volumeText: "{trips} {trips|trip|trips}, {deliveries} {deliveries|delivery|deliveries}"
        case .classWithoutName: "all carriers"
        case .carrierColumn: "Carrier"
        case .definitionsHeading: "How each figure is counted"

        // The terminal
        case .reviewRead:
            """
            Reviewed {period}: {tenders} {tenders|offer|offers}, {trips} {trips|trip|trips}, {deliveries} \
            {deliveries|delivery|deliveries}.
            """
        case .reviewLine: "{carrier}: tier {tier}, score {score} ({lower} to {upper})"
        case .reviewRejects: "{count} {count|row|rows} could not be read; rejects.csv says why."
        case .reviewWrote: "Wrote {files} files to {folder}; begin with comparison.html."
        case .tenderSummary:
            """
            {events} {events|event|events}; {placed} {placed|load|loads} placed, {open} {open|offer|offers} open, \
            {exhausted} {exhausted|load|loads} for the spot market.
            """
        case .tenderOpen: "  {load}: {carrier} until {deadline}"
        case .tenderExhausted: "  for the spot market: {loads}"
        case .tenderExpected:
            "Expected cost of {loads} {loads|load|loads}: {cost}; nobody takes {nobody} of them on average."

        case .quoteSummary:
            """
            {stops} {stops|stop|stops}, {risky} of them more than {minutes} min late with a probability of 5 % or \
            more; wrote {file}.
            """
        case .slotSummary: "{possible} of {slots} {slots|slot|slots} can be promised."
        case .slotCheapest: "The cheapest, {slot}, adds {cost} to the day."
        case .allocatedTo: "{carrier}: {count} {count|order|orders}"
        case .allocationShortfall: "{carrier}: {count} promised {count|order|orders} not given"
        case .allocationLeft: "To nobody: {orders}"
        case .allocationCost: "Effective cost {cost}."
        case .allocationTender:
            "Asking in that order is expected to cost {cost}; nobody takes {refused} orders on average."
        case .allocationWrote: "Wrote {files} to {folder}."
        case .comparedWay: "{cost}  {way}; {left} {left|order|orders} left"
        case .comparedRejects:
            "{count} {count|row|rows} of the day could not be used; “isotherm plan” says why and what to do."
        case .comparisonInterrupted:
            "Interrupted: the ways had less time than was asked for, and not the same; do not compare them."
        case .wayMarket: "own fleet and pool as one market"
        case .wayCheapestBid: "fleet at bids, the rest to the cheapest bids"
        case .wayOwnFleet: "own fleet only, the rest left at its price"
        case .wayAfterwards: "fleet first, the rest given away by effective price"
        case .wayBidsAfterwards: "fleet at bids, the rest given away by effective price"
        case .reviewRejectsOnly:
            "{count} {count|row|rows} of the record could not be used; “isotherm carriers review” says which."

        // Candidates of an allocation
        case .qualificationEnded: "a qualification still in force"
        case .excludedUnqualified: "lacks {what}"
        case .excludedTooLate: "needs {time} of notice"
        case .excludedLane: "does not serve the lane"
        case .excludedOnTrial: "is on trial, and a failure here would cost too much"
        case .historyRejects:
            """
            {count} {count|row|rows} of {path} could not be used; carriers are judged by the others, and “isotherm \
            carriers review” says what to repair.
            """
        case .historyUnusable:
            "The record of the carriers cannot be used, so they are compared by tariff: {cause}"

        // Score and tier
        case .scoreHeading: "Score"
        case .scoreOfHundred: "of 100"
        case .scoreInterval: "The true score lies between {lower} and {upper} with 90 % probability."
        case .noScore: "no score"
        case .tierHeading: "Tier"
        case .rankHeading: "Rank in its class"
        case .rankOne: "{rank} of {count}"
        case .rankRange: "between {best} and {worst} of {count}"
        case .rankNote:
            """
            A carrier ranks above another only where it is the better one with a probability of \
            80 % or more.
            """
        case .tierFirst:
            """
            This is the first score of this carrier, so the tier is the one the score lies in.
            """
        case .tierUnchanged: "The score lies in the tier the carrier already had."
        case .tierHeld:
            """
            The score alone would give tier {tier}, but with a probability of only \
            {probability}; a change needs 80 %, or two periods in a row.
            """
        case .tierCertain:
            """
            The score lies in another tier than before, with a probability of {probability}.
            """
        case .tierTwoPeriods:
            """
            The scores of two periods in a row lay beyond the old tier on the same side.
            """
        case .tierGated: "Capped at C, whatever the score, until the reason below is settled."
        case .tierNoScore: "No figure has a record, so nothing changes."
        case .noTier: "none"
        case .gateExpired: "Trips ran with a qualification that had expired: {trips}."
        case .gateUnreported: "Excursions were found that the carrier had not reported: {trips}."
        case .andMore: "and {count} more"
        case .excursionsNone:
            """
            No excursion in {hours} monitored hours; with 95 % confidence the true rate is below \
            {upper} in 1,000 hours.
            """
        case .excursionsSome:
            """
            {count} {count|trip|trips} with excursions in {hours} monitored hours: {rate} in \
            1,000 hours, with 95 % confidence below {upper}.
            """
        case .excursionsUnknown: "No trip of the period was monitored."

        // Figures
        case .figuresTitle: "Figures behind the score"
        case .figureColumn: "Figure"
        case .weightColumn: "Weight"
        case .trialsColumn: "Trials"
        case .rawColumn: "Counted"
        case .attributableColumn: "Carrier's own"
        case .estimateColumn: "Estimate"
        case .intervalColumn: "90 % interval"
        case .pointsColumn: "Points"
        case .missingFigure: "no record"
        case .missingNote: "Figures without a record are left out and the others weigh more."
        case .figuresNote:
            """
            Old trials fade, by half in {days} days; “trials” is the faded number. “Counted” has \
            all causes; “carrier's own” leaves out failures that others caused. The estimate \
            draws short records towards the class and is what earns points.
            """
        case .minutes: "{count} min"

        // Charts
        case .trendsHeading: "Trends"
        case .chartSmoothedLate: "Late deliveries, smoothed over weeks (EWMA)"
        case .chartSmoothedLateNote:
            """
            Each week counts a fifth, all weeks before it the rest. Dashed: three standard \
            deviations of chance around {rate}, the rate known when the period began.
            """
        case .chartLateShare: "Late deliveries, every {days} days (p-chart)"
        case .chartLateShareNote:
            """
            Dashed: three standard deviations of chance around {rate}. Hollow points rest on too \
            few deliveries for their limits to mean what they say.
            """
        case .chartExcessNote:
            """
            Periods differ by {times} times what chance explains, whoever drives, so the limits are that much wider (Laney).
            """
        case .chartExcursions: "Evidence that excursions have become more frequent (CUSUM)"
        case .chartExcursionsNote:
            """
            Rises with each trip with an excursion, falls with each without. Above the dashed \
            line the odds have probably doubled against {rate}, the rate of the class; by chance \
            that happens once in about 1,000 trips.
            """
        case .chartSummary: "{points} {points|point|points}, {alarms} {alarms|alarm|alarms}"
        case .noCharts: "There is no delivery and no monitored trip in the period."
        case .chartKey:
            """
            Solid: what was seen. Dashed: limits of chance. Dotted: the usual rate. Diamond: \
            more failures than chance explains.
            """

        // Lanes, disputes, agenda
        case .lanesHeading: "Worst lanes"
        case .laneColumn: "Lane"
        case .deliveriesColumn: "Deliveries"
        case .lateColumn: "Late"
        case .lateByOthersColumn: "Late through others"
        case .noLanes: "No delivery of the period was late through the carrier."
        case .disputesHeading: "Open disputes"
        case .subjectColumn: "Order, trip or load"
        case .dateColumn: "Date"
        case .putDownTo: "Put down to"
        case .noDisputes: "No cause is in dispute."
        case .topicsHeading: "To talk about"
        case .topicGate: "{reason} The tier is capped at C until that is settled."
        case .topicAlarmLate: "Late deliveries rose beyond what chance explains; first seen on {date}."
        case .topicAlarmExcursions: "Excursions have probably become more frequent; first seen on {date}."
        case .topicCostliest: "{figure} costs the most: {points} of the 100 points."
        case .topicLane:
            """
            Lane {lane}: {late} of {deliveries} late, worse than the carrier's deliveries as a \
            whole by more than chance.
            """
        case .topicDisputes: "{count} {count|failure is|failures are} in dispute; agree on the cause."
        case .topicClaims: "{count} {count|claim is|claims are} open, worth {value} together."
        case .topicActions: "{count} corrective {count|action is|actions are} overdue."
        case .topicOwnFault:
            """
            {count} late {count|delivery was|deliveries were} late in our own plan already: \
            ours, not the carrier's.
            """
        case .topicMissing: "No record of: {figures}. Agree on how it is to be reported."
        case .topicNothing: "Nothing stands out. Say so."

        // Comparison
        case .apartYes: "Carriers of this class differ by more than chance explains; the ranks say which."
        case .apartNo:
            """
            These carriers cannot be told apart: chance explains how they differ. They are listed by name, and nobody \
            should be preferred for these figures.
            """
        case .verdictColumn: "Beyond chance?"
        case .pooledColumn: "Class as a whole"
        case .verdictDistinguishable: "yes"
        case .verdictIndistinguishable: "no"
        case .verdictIncomparable: "too few records"
        case .verdictUnseen: "no record"
        case .classFiguresHeading: "Figure by figure"
        case .scoreRangeHeading: "Scores with their 90 % intervals"
        case .scoreRangeSummary: "The score of each carrier with its interval, on a scale from 0 to 100."

        // Tender evidence
        case .evidenceIntro: "Counted as it happened, without fading and without estimates."
        case .onTimeHeading: "On-time delivery"
        case .recordsHeading: "Temperature records"
        case .onTimeColumn: "In time"
        case .onTimeShare: "Share in time"
        case .wilsonColumn: "95 % interval"
        case .onTimeOwnColumn: "Without failures of others"
        case .excludedColumn: "Left out"
        case .tripsColumn: "Trips"
        case .monitoredColumn: "Monitored"
        case .completeColumn: "Complete records"
        case .coverageColumn: "Minutes covered"
        case .excursionsColumn: "Trips with excursions"
        case .allCarriers: "All carriers"
        case .completeRule:
            """
            A record is complete when it covers at least 99.5 % of the minutes required, of all \
            required sensors from loading to proof of delivery, with no gap above 15 minutes.
            """
        case .lateHeading: "Late deliveries, all of them"
        case .causeColumn: "Cause"
        case .stateColumn: "State"
        case .noneLate: "No delivery was late."

        // Definitions
        case .definitionDelivery: "{level}; {clock} against {reference}; {early}, {late}"
        case .definitionTrip: "by trip; {late}"
        case .definitionAllowance: "within {allowance}"
        case .definitionPlain: "by {unit}"
        case .definitionResponse:
            "median over the offers that were answered, in office hours where they are known"
        case .definitionExcluding: "; without failures caused by {causes}"
        case .neverTooEarly: "never too early"
        case .earlyUpTo: "at most {time} early"
        case .lateUpTo: "up to {time} late"
        case .noGrace: "no grace"
        case .levelOrder: "by order"
        case .levelLine: "by order line"
        case .levelUnit: "by unit"
        case .referenceRequested: "the time the customer asked for"
        case .referenceFirstPromised: "the first promise"
        case .referenceLastAgreed: "the promise last agreed"
        case .clockArrival: "arrival at the gate"
        case .clockServiceStart: "start of unloading"
        case .clockProofOfDelivery: "the consignee's signature"
        case .unitOffer: "offer"
        case .unitTrip: "trip"
        case .unitInvoice: "invoice"
        case .unitDocument: "delivery"
        case .unitAction: "corrective action"

        // Causes
        case .causeCarrier: "carrier"
        case .causeShipper: "shipper"
        case .causeConsignee: "consignee"
        case .causeForceMajeure: "force majeure"
        case .causePlanner: "our own plan"
        case .stateProposed: "proposed"
        case .stateAgreed: "agreed"
        case .stateDisputed: "in dispute"

        // Names of the figures
        case .onTimePickup: "On-time pickup"
        case .onTimeDelivery: "On-time delivery"
        case .onTimeInFull: "On time, in full"
        case .perfectOrder: "Perfect order"
        case .lateness: "Lateness"
        case .tenderAcceptance: "Tender acceptance"
        case .firstTenderAcceptance: "First-tender acceptance"
        case .acceptanceReliability: "Accepted loads kept"
        case .responseTime: "Response time"
        case .excursionFree: "Trips without excursion"
        case .excursionSeverity: "Severity of excursions"
        case .recordCompleteness: "Complete temperature records"
        case .recordCoverage: "Minutes of record covered"
        case .recordTimeliness: "Records in time"
        case .undamaged: "Undamaged orders"
        case .claimsRatio: "Claims by spend"
        case .claimsPerTrip: "Claims by trips"
        case .claimClosure: "Claim closure"
        case .proofTimeliness: "Proofs of delivery in time"
        case .proofCompleteness: "Complete proofs of delivery"
        case .invoiceAccuracy: "Right invoices"
        case .invoiceCorrection: "Invoice corrections"
        case .trackingCompliance: "Status messages"
        case .arrivalAccuracy: "Announced arrivals kept"
        case .correctiveActions: "Corrective actions in time"
        case .qualification: "Valid qualifications"
        case .costPerDrop: "Cost per drop"
        case .costPerKilometre: "Cost per km"
        case .costPerKilogram: "Cost per kg"
        case .costPerOrder: "Cost per order"
        case .costByValue: "Cost by value of goods"
        }
    }
}
