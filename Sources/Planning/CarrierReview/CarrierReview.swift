public import CarrierPool
internal import Foundation

/// A review of all carriers at the end of a period: scores with their evidence, tiers, trends, and what to talk about.
///
/// Scores rest on the whole record up to the period's end, older trials fading; charts, lanes, disputes and gates show
/// the period itself.
public struct CarrierReview: Sendable {
    /// What it looks at.
    public let period: ReviewPeriod
    /// How scores are made.
    public let rule: ScoringRule
    /// One entry a service class, in order of name.
    public let classes: [ServiceClassReview]

    /// Reviews `carriers` by what `history` says of them.
    ///
    /// A tier follows from the periods of the same length before this one, as far back as the record goes, so that it
    /// is the tier a review of each of them would have left behind.
    public init(
        of carriers: [ReviewedCarrier],
        in history: CarrierHistory,
        period: ReviewPeriod,
        rule: ScoringRule,
        forgetting: Forgetting = Forgetting()
    ) {
        self.period = period
        self.rule = rule
        let groups = Dictionary(grouping: carriers, by: \.serviceClass)
        classes = groups.sorted { $0.key < $1.key }.map { name, members in
            ServiceClassReview(
                name: name,
                carriers: members.sorted { $0.code < $1.code },
                history: history,
                period: period,
                rule: rule,
                forgetting: forgetting
            )
        }
    }
}

extension CarrierHistory {
    /// The moments of the first and the last offer, trip or delivery; nil without any.
    var span: (first: Date, last: Date)? {
        var moments = tenders.map(\.offered)
        moments += trips.map { $0.delivered ?? $0.pickupBy }
        moments += deliveries.compactMap { $0.arrival ?? $0.lastAgreed?.closes ?? $0.firstPromised?.closes }
        guard let first = moments.min(), let last = moments.max() else { return nil }
        return (first, last)
    }
}
