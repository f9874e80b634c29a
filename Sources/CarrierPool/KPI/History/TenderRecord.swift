public import Foundation

/// One offer of a load to one carrier, and what came of it.
public struct TenderRecord: Hashable, Codable, Sendable {
    /// What the carrier said.
    public enum Answer: Hashable, Codable, Sendable {
        /// Yes, at this moment.
        case accepted(Date)
        /// No, at this moment.
        case rejected(Date)
        /// Nothing until the deadline: counts as no.
        case expired
        /// The shipper took the offer back: counts as never made.
        case withdrawn
    }

    /// The load, one name however many carriers are asked.
    public var load: String
    /// The carrier asked.
    public var carrier: String
    /// The lane of the load.
    public var lane: String
    /// When it was offered.
    public var offered: Date
    /// Until when an answer counts.
    public var deadline: Date
    /// The place in the order of asking, from 1.
    public var rank: Int
    /// What the carrier said.
    public var answer: Answer
    /// When the carrier gave an accepted load back; nil when it did not.
    public var cancelled: Date?
    /// When the load was to be picked up.
    public var pickup: Date
    /// Why it was refused or given back, when somebody said.
    public var attribution: Attribution?

    /// One offer, made at `offered` as number `rank` in the order of asking.
    public init(
        load: String,
        carrier: String,
        lane: String,
        offered: Date,
        deadline: Date,
        rank: Int = 1,
        answer: Answer,
        cancelled: Date? = nil,
        pickup: Date,
        attribution: Attribution? = nil
    ) {
        precondition(rank >= 1)
        self.load = load
        self.carrier = carrier
        self.lane = lane
        self.offered = offered
        self.deadline = deadline
        self.rank = rank
        self.answer = answer
        self.cancelled = cancelled
        self.pickup = pickup
        self.attribution = attribution
    }

    /// Whether the carrier said yes in time.
    public var isAccepted: Bool {
        if case .accepted(let moment) = answer { moment <= deadline } else { false }
    }

    /// When the carrier answered, yes or no; nil when it did not.
    public var answered: Date? {
        switch answer {
        case .accepted(let moment), .rejected(let moment): moment
        case .expired, .withdrawn: nil
        }
    }
}
