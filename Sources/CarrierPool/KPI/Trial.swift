public import Foundation

/// One occasion on which a carrier met or missed what a figure asks.
public struct Trial: Hashable, Codable, Sendable {
    /// Why a trial does not count.
    public enum Exclusion: Hashable, Codable, Sendable {
        /// The definition leaves failures of this cause out.
        case cause(FailureCause)
        /// The customer cancelled.
        case cancelledByCustomer
        /// The offer was taken back.
        case withdrawn
        /// The trip carried no loggers.
        case unmonitored
        /// There is no promise of the kind the definition refers to.
        case noPromise
        /// No proof, record or announcement exists to be judged, and its absence is counted by another figure.
        case nothingToJudge
    }

    /// What it is about: an order, a trip, a load.
    public var subject: String
    /// The carrier.
    public var carrier: String
    /// The lane.
    public var lane: String
    /// When it counts: the end of the promise, the deadline, the delivery.
    public var moment: Date
    /// How much of it was met: all, part, or none of the trials it stands for (units, messages, or one).
    public var tally: Tally
    /// Who a failure is put down to; nil when all was met.
    public var attribution: Attribution?
    /// Why it does not count; nil when it does.
    public var exclusion: Exclusion?

    /// A trial; the definition's exclusions are applied to its cause.
    init(
        subject: String,
        carrier: String,
        lane: String,
        moment: Date,
        tally: Tally,
        attribution: Attribution?,
        exclusion: Exclusion? = nil,
        definition: KPIDefinition
    ) {
        self.subject = subject
        self.carrier = carrier
        self.lane = lane
        self.moment = moment
        self.tally = tally
        let failed = tally.misses > 0
        self.attribution = failed ? attribution ?? .unspoken : nil
        let cause = self.attribution?.cause
        let excluded = cause.flatMap { definition.exclusions.contains($0) ? Exclusion.cause($0) : nil }
        self.exclusion = exclusion ?? excluded
    }

    /// Whether a failure counts against the carrier.
    public var isCarriers: Bool { attribution?.cause == .carrier }
}

extension Tally {
    /// One trial of this weight, met or missed.
    static func one(_ isMet: Bool, weight: Double = 1) -> Tally { Tally(isMet ? weight : 0, of: weight) }
}
