public import Foundation

/// A load that is to be offered, and to whom in which order.
public struct TenderRequest: Hashable, Codable, Sendable {
    /// How the carriers are asked.
    public enum Mode: String, Hashable, Codable, Sendable {
        /// One after the other, each with its own time to answer.
        case waterfall
        /// All at once, the first yes counts: for emergencies.
        case broadcast
    }

    /// One carrier to be asked.
    public struct Step: Hashable, Codable, Sendable {
        /// Whom.
        public var carrier: String
        /// Seconds it has to answer, above 0.
        public var answerTime: Double
        /// What the carrier costs if it accepts, in currency; nil where nobody has said.
        public var cost: Double?
        /// The probability that it accepts, between 0 and 1; nil where nobody has said.
        public var acceptance: Double?

        /// A carrier with its time to answer.
        public init(carrier: String, answerTime: Double, cost: Double? = nil, acceptance: Double? = nil) {
            precondition(answerTime > 0)
            self.carrier = carrier
            self.answerTime = answerTime
            self.cost = cost
            self.acceptance = acceptance
        }
    }

    /// The load, unique.
    public var load: String
    /// How the carriers are asked.
    public var mode: Mode
    /// The carriers, first asked first; none twice.
    public var steps: [Step]
    /// When the first offer goes out.
    public var start: Date
    /// When an answer is needed at the latest, so that the pickup can still be made.
    public var latestAnswer: Date
    /// What the load costs if nobody takes it, in currency; nil where nobody has said.
    public var spotCost: Double?

    /// A load to be offered from `start` on.
    public init(
        load: String,
        mode: Mode = .waterfall,
        steps: [Step],
        start: Date,
        latestAnswer: Date,
        spotCost: Double? = nil
    ) {
        precondition(Set(steps.map(\.carrier)).count == steps.count, "a carrier is asked twice")
        self.load = load
        self.mode = mode
        self.steps = steps
        self.start = start
        self.latestAnswer = latestAnswer
        self.spotCost = spotCost
    }
}

/// Something that happened to an offer.
public struct TenderEvent: Hashable, Codable, Sendable {
    /// What happened.
    public enum Kind: String, Hashable, Codable, Sendable {
        /// The load was offered to the carrier.
        case offered
        /// The carrier said yes.
        case accepted
        /// The carrier said no.
        case refused
        /// The carrier said nothing until its time was over.
        case expired
        /// We took the offer back: another carrier was faster, or the load is gone (then `carrier` is nil).
        case withdrawn
        /// Nobody is left to be asked in time: the load goes to the spot market.
        case exhausted
    }

    /// What happened.
    public var event: Kind
    /// The load.
    public var load: String
    /// The carrier; nil for what concerns the load as a whole.
    public var carrier: String?
    /// When it happened.
    public var at: Date
    /// Until when an answer counts; only of an offer.
    public var deadline: Date?

    /// Something that happened at `at`.
    public init(_ event: Kind, load: String, carrier: String? = nil, at: Date, deadline: Date? = nil) {
        self.event = event
        self.load = load
        self.carrier = carrier
        self.at = at
        self.deadline = deadline
    }
}
