public import Foundation

/// How evidence fades with age: a trial one half-life old counts half.
public struct Forgetting: Hashable, Codable, Sendable {
    /// Days in which evidence loses half of its weight, above 0.
    ///
    /// The default of 90 is a house rule.
    public var halfLifeDays: Double
    /// Nothing before this moment counts: the day of an audited change at the carrier.
    public var reset: Date?

    /// Evidence that fades with this half-life, and counts only from `reset` on.
    public init(halfLifeDays: Double = 90, reset: Date? = nil) {
        precondition(halfLifeDays > 0)
        self.halfLifeDays = halfLifeDays
        self.reset = reset
    }

    /// Nothing fades.
    public static let never = Forgetting(halfLifeDays: .infinity)

    /// The weight at `now` of evidence seen at `moment`: 1 today, ½ one half-life ago, 0 before the reset or after
    /// `now`.
    public func weight(of moment: Date, at now: Date) -> Double {
        if moment > now { return 0 }
        if let reset, moment < reset { return 0 }
        return exp2(-now.timeIntervalSince(moment) / 86_400 / halfLifeDays)
    }

    /// The faded tally of dated trials.
    ///
    /// Its `trials` are the effective number, which every figure made from it shows.
    public func tally(_ trials: some Sequence<(moment: Date, happened: Bool)>, at now: Date) -> Tally {
        trials.reduce(into: Tally.none) { $0.record($1.happened, weight: weight(of: $1.moment, at: now)) }
    }
}
