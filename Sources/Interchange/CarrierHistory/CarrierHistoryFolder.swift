public import Foundation

/// A carrier history as read: one value a row, times as moments, and what was rejected.
public struct CarrierHistoryFolder: Sendable {
    /// The time zone that wall-clock times were read in.
    public var timeZone: TimeZone
    /// ISO 4217 code of all amounts; empty when the history does not say.
    public var currency: String
    /// Rows of `carriers.csv`.
    public var carriers: [Carrier] = []
    /// Rows of `tenders.csv`.
    public var tenders: [Tender] = []
    /// Rows of `trips.csv`, each with its row of `temperatures.csv`.
    public var trips: [Trip] = []
    /// Rows of `stops.csv`.
    public var stops: [Stop] = []
    /// Rows of `claims.csv`.
    public var claims: [Claim] = []
    /// Rows of `invoices.csv`.
    public var invoices: [Invoice] = []
    /// Rows of `actions.csv`.
    public var actions: [Action] = []
    /// Rows of `contracts.csv`.
    public var contracts: [Contract] = []
    /// Rows of `calendar.csv`.
    public var calendar: [CalendarEntry] = []
    /// Rows that cannot be used.
    public var rejects: [DayFinding] = []
    /// What is odd about files that are used.
    public var warnings: [DayFinding] = []

    /// An empty history.
    public init(timeZone: TimeZone, currency: String) {
        self.timeZone = timeZone
        self.currency = currency
    }

    /// Why something failed, as the file says; words of Docs/carrier-history.md.
    public struct Blame: Hashable, Sendable {
        /// Who is to blame.
        public enum Cause: String, Hashable, Sendable, CaseIterable {
            /// The carrier.
            case carrier
            /// The shipper.
            case shipper
            /// The consignee.
            case consignee
            /// Nobody.
            case forceMajeure = "force_majeure"
            /// The plan.
            case planner
        }

        /// Whether both sides agree.
        public enum State: String, Hashable, Sendable, CaseIterable {
            /// One side said so.
            case proposed
            /// Both sides say so.
            case agreed
            /// The other side says otherwise.
            case disputed
        }

        /// Who is to blame.
        public var cause: Cause
        /// Whether both sides agree.
        public var state: State

        /// A cause and how far the sides are.
        public init(_ cause: Cause, _ state: State) {
            self.cause = cause
            self.state = state
        }
    }

    /// A carrier.
    public struct Carrier: Hashable, Sendable {
        /// Its code, unique.
        public var code: String
        /// The name people know it by.
        public var name = ""
        /// Carriers are compared within a class.
        public var serviceClass = ""
        /// Minutes after midnight between which its office answers, Monday to Friday; nil for around the clock.
        public var office: ClosedRange<Int>?

        /// A carrier of this code.
        public init(code: String) { self.code = code }
    }

    /// What a carrier has agreed to.
    public struct Contract: Hashable, Sendable {
        /// What a carrier is in the pool.
        public enum Tier: String, Hashable, Sendable, CaseIterable {
            /// It has the regular volume.
            case trunk
            /// It takes what the others do not.
            case supplement
            /// It is asked when everybody has refused.
            case spot
        }

        /// The carrier, unique.
        public var carrier: String
        /// What it is in the pool.
        public var tier = Tier.supplement
        /// Who fails with it: carriers of one partner count as one in shares; empty for the carrier alone.
        public var partner = ""
        /// Orders a day that were promised to it.
        public var minimumOrders = 0
        /// What each promised order that it does not get costs.
        public var shortfallPrice = 0.0
        /// Orders a day it takes beyond its limit.
        public var surgeOrders = 0
        /// What each of these costs on top.
        public var surgePrice = 0.0
        /// Minutes of notice it needs.
        public var leadTimeMinutes = 0.0
        /// Lanes it does not serve.
        public var refusedLanes: [String] = []
        /// The largest share of a lane it may have, above 0, at most 1; nil for the house rule.
        public var shareCap: Double?
        /// When its qualification ends; nil when it does not.
        public var qualifiedUntil: Date?
        /// Trips without excursion that end its trial; nil for the house rule.
        public var trialTrips: Int?

        /// A contract without promises.
        public init(carrier: String) { self.carrier = carrier }
    }

    /// How much a carrier takes in a stretch of days.
    public struct CalendarEntry: Hashable, Sendable {
        /// The carrier.
        public var carrier: String
        /// The beginning of the first day.
        public var from: Date
        /// The beginning of the last day.
        public var through: Date
        /// The most orders it takes each day; 0 for none at all.
        public var maxOrders: Int

        /// A limit from one day through another.
        public init(carrier: String, from: Date, through: Date, maxOrders: Int) {
            self.carrier = carrier
            self.from = from
            self.through = through
            self.maxOrders = maxOrders
        }
    }

    /// The most orders each carrier takes on the day of `moment`, of those the calendar names for it; of several entries the
    /// least.
    public func limits(at moment: Date) -> [String: Int] {
        var limits: [String: Int] = [:]
        for entry in calendar where entry.from <= moment && moment < entry.through.addingTimeInterval(86_400)
        {
            limits[entry.carrier] = min(limits[entry.carrier] ?? .max, entry.maxOrders)
        }
        return limits
    }

    /// One offer.
    public struct Tender: Hashable, Sendable {
        /// What the carrier said.
        public enum Answer: String, Hashable, Sendable, CaseIterable {
            /// Yes.
            case accepted
            /// No.
            case refused
            /// Nothing until the deadline.
            case expired
            /// The shipper took it back.
            case withdrawn
        }

        /// The load.
        public var load: String
        /// The carrier asked.
        public var carrier: String
        /// The lane.
        public var lane = ""
        /// When it was offered.
        public var offered: Date
        /// Until when an answer counts.
        public var deadline: Date
        /// The place in the order of asking, from 1.
        public var rank = 1
        /// What the carrier said.
        public var answer: Answer
        /// When it answered; nil unless accepted or refused.
        public var answered: Date?
        /// When it gave an accepted load back.
        public var cancelled: Date?
        /// When the load was to be picked up.
        public var pickup: Date
        /// Why it was refused or given back.
        public var blame: Blame?

        /// An offer and its answer.
        public init(
            load: String,
            carrier: String,
            offered: Date,
            deadline: Date,
            answer: Answer,
            pickup: Date
        ) {
            self.load = load
            self.carrier = carrier
            self.offered = offered
            self.deadline = deadline
            self.answer = answer
            self.pickup = pickup
        }
    }

    /// One trip.
    public struct Trip: Hashable, Sendable {
        /// Its name, unique.
        public var trip: String
        /// Who drove it.
        public var carrier: String
        /// The lane.
        public var lane = ""
        /// Until when the vehicle was to be at the dock.
        public var pickupBy: Date
        /// When it was there; nil when it never came.
        public var pickupArrival: Date?
        /// When the last delivery was signed for.
        public var delivered: Date?
        /// Temperature class carried.
        public var temperatureClass = ""
        /// The loggers' verdict; nil when not monitored.
        public var temperature: Temperature?
        /// Whether every qualification was valid when the trip ended.
        public var isQualified = true
        /// Status messages due.
        public var statusDue = 0.0
        /// Status messages received of these.
        public var statusReceived = 0.0
        /// Kilometres driven.
        public var kilometres = 0.0
        /// Kilograms carried.
        public var kilograms = 0.0
        /// Drops made.
        public var drops = 0.0
        /// Orders carried.
        public var orders = 0.0
        /// Value of the goods.
        public var goodsValue = 0.0
        /// What the carrier was paid.
        public var spend = 0.0
        /// Why the pickup was late or the temperature left its limits.
        public var blame: Blame?

        /// A trip to be picked up by `pickupBy`.
        public init(trip: String, carrier: String, pickupBy: Date) {
            self.trip = trip
            self.carrier = carrier
            self.pickupBy = pickupBy
        }
    }

    /// What the loggers of one trip said, once judged.
    public struct Temperature: Hashable, Sendable {
        /// Confirmed excursions.
        public var excursions: Int
        /// Degree-minutes outside the limits.
        public var degreeMinutes = 0.0
        /// Whether the carrier reported each excursion itself.
        public var isReported = true
        /// Minutes covered, over all required sensors.
        public var coveredMinutes: Double
        /// Minutes required, over all required sensors; at least `coveredMinutes`.
        public var requiredMinutes: Double
        /// The longest stretch without a reading.
        public var longestGapMinutes = 0.0
        /// When the record arrived.
        public var uploaded: Date?

        /// A verdict on a record.
        public init(excursions: Int, coveredMinutes: Double, requiredMinutes: Double) {
            self.excursions = excursions
            self.coveredMinutes = coveredMinutes
            self.requiredMinutes = requiredMinutes
        }
    }

    /// One order line, or a whole order, brought to one stop.
    public struct Stop: Hashable, Sendable {
        /// The order.
        public var order: String
        /// The trip; empty when not known.
        public var trip = ""
        /// Who brought it.
        public var carrier: String
        /// The lane.
        public var lane = ""
        /// What the customer asked for first.
        public var requested: ClosedRange<Date>?
        /// What was promised first.
        public var promised: ClosedRange<Date>?
        /// What both last agreed on, where it changed.
        public var agreed: ClosedRange<Date>?
        /// When the plan said it would arrive.
        public var planned: Date?
        /// The arrival announced an hour before.
        public var announced: Date?
        /// Arrival at the gate; nil when it was not delivered.
        public var arrival: Date?
        /// Start of unloading.
        public var serviceStart: Date?
        /// When the consignee signed.
        public var signed: Date?
        /// Units ordered, above 0.
        public var ordered = 1.0
        /// Units delivered.
        public var delivered: Double
        /// Units damaged or lost, at most `ordered`.
        public var damaged = 0.0
        /// Whether the documents were complete and right.
        public var hasDocuments = true
        /// When the proof of delivery arrived.
        public var proofReceived: Date?
        /// Whether the proof is complete.
        public var isProofComplete = true
        /// Whether the customer cancelled.
        public var isCancelled = false
        /// Why it went wrong.
        public var blame: Blame?

        /// One unit of an order; delivered when it arrived.
        public init(order: String, carrier: String, arrival: Date?) {
            self.order = order
            self.carrier = carrier
            self.arrival = arrival
            delivered = arrival == nil ? 0 : 1
        }
    }

    /// A claim for damage or loss.
    public struct Claim: Hashable, Sendable {
        /// Against whom.
        public var carrier: String
        /// On which lane.
        public var lane = ""
        /// When it was raised.
        public var opened: Date
        /// When it was settled.
        public var closed: Date?
        /// What is claimed.
        public var value: Double

        /// A claim that is open.
        public init(carrier: String, opened: Date, value: Double) {
            self.carrier = carrier
            self.opened = opened
            self.value = value
        }
    }

    /// A freight invoice.
    public struct Invoice: Hashable, Sendable {
        /// From whom.
        public var carrier: String
        /// For which lane.
        public var lane = ""
        /// When it was issued.
        public var issued: Date
        /// What was billed.
        public var value: Double
        /// What had to be corrected, up or down.
        public var correction = 0.0

        /// An invoice that was right.
        public init(carrier: String, issued: Date, value: Double) {
            self.carrier = carrier
            self.issued = issued
            self.value = value
        }
    }

    /// A corrective action from an audit.
    public struct Action: Hashable, Sendable {
        /// Who is to act.
        public var carrier: String
        /// Until when.
        public var due: Date
        /// When it was done.
        public var closed: Date?

        /// An action that is open.
        public init(carrier: String, due: Date) {
            self.carrier = carrier
            self.due = due
        }
    }
}
