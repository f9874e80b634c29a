public import Foundation

/// One order brought to one stop, as promised and as it happened.
public struct DeliveryRecord: Hashable, Codable, Sendable {
    /// A span in which the delivery was to take place, ends included.
    public struct Window: Hashable, Codable, Sendable {
        /// The first moment.
        public var opens: Date
        /// The last moment, not before `opens`.
        public var closes: Date

        /// A span from `opens` to `closes`; equal for a fixed moment.
        public init(opens: Date, closes: Date) {
            precondition(opens <= closes)
            self.opens = opens
            self.closes = closes
        }
    }

    /// One line of the order.
    public struct Line: Hashable, Codable, Sendable {
        /// Units ordered, above 0.
        public var ordered: Double
        /// Units delivered.
        public var delivered: Double
        /// Units damaged or lost, of those ordered.
        public var damaged: Double
        /// Whether its documents were complete and right.
        public var hasDocuments: Bool

        /// A line of the order as delivered.
        public init(ordered: Double, delivered: Double, damaged: Double = 0, hasDocuments: Bool = true) {
            precondition(ordered > 0 && delivered >= 0 && damaged >= 0 && damaged <= ordered)
            self.ordered = ordered
            self.delivered = delivered
            self.damaged = damaged
            self.hasDocuments = hasDocuments
        }

        /// Whether nothing is missing.
        public var isInFull: Bool { delivered >= ordered }
    }

    /// The proof of delivery.
    public struct Proof: Hashable, Codable, Sendable {
        /// When it arrived.
        public var received: Date
        /// Whether name, time, temperature and seal are all on it.
        public var isComplete: Bool

        /// A proof of delivery.
        public init(received: Date, isComplete: Bool) {
            self.received = received
            self.isComplete = isComplete
        }
    }

    /// The order; one name for all deliveries of one order.
    public var order: String
    /// Who brought it.
    public var carrier: String
    /// The lane it is on.
    public var lane: String
    /// What the customer asked for first.
    public var requested: Window?
    /// What was promised first.
    public var firstPromised: Window?
    /// What both last agreed on; nil when nothing changed since the first promise.
    public var lastAgreed: Window?
    /// Arrival at the gate; nil when it was not delivered.
    public var arrival: Date?
    /// Start of unloading.
    public var serviceStart: Date?
    /// When the consignee signed.
    public var signed: Date?
    /// When the plan said it would arrive; nil when there was no plan.
    public var plannedArrival: Date?
    /// The arrival announced an hour before; nil when none was.
    public var announcedArrival: Date?
    /// The lines; at least one.
    public var lines: [Line]
    /// The proof of delivery; nil when it never arrived.
    public var proof: Proof?
    /// Whether the customer cancelled the order.
    public var isCancelledByCustomer: Bool
    /// Why it went wrong, when somebody said.
    public var attribution: Attribution?

    /// A delivery of `lines`, promised within `promised`; set what else is known.
    public init(
        order: String,
        carrier: String,
        lane: String,
        promised: Window?,
        arrival: Date?,
        lines: [Line],
        attribution: Attribution? = nil
    ) {
        precondition(!lines.isEmpty)
        self.order = order
        self.carrier = carrier
        self.lane = lane
        requested = nil
        firstPromised = promised
        lastAgreed = nil
        self.arrival = arrival
        serviceStart = nil
        signed = nil
        plannedArrival = nil
        announcedArrival = nil
        self.lines = lines
        proof = nil
        isCancelledByCustomer = false
        self.attribution = attribution
    }
}
