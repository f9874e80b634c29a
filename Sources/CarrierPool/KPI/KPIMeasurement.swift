public import Foundation

/// A figure of kind `share` as counted for one carrier, with what was left out and why.
public struct KPIMeasurement: Hashable, Codable, Sendable {
    /// How it was counted.
    public let definition: KPIDefinition
    /// All trials that count, whoever caused the failures; faded by age.
    public let allCauses: Tally
    /// The same without failures that others caused: those trials say nothing about the carrier.
    public let attributable: Tally
    /// Failures by cause, faded by age.
    public let failures: [FailureCause: Double]
    /// Failures whose cause is in dispute, faded by age: the open points of a review.
    public let disputed: Double
    /// How many trials were left out, by reason.
    public let excluded: [Trial.Exclusion: Int]

    /// Counts trials as seen at `now`; later ones do not count.
    public init(
        definition: KPIDefinition,
        trials: [Trial],
        at now: Date,
        forgetting: Forgetting = Forgetting()
    ) {
        var allCauses = Tally.none
        var attributable = Tally.none
        var failures: [FailureCause: Double] = [:]
        var disputed = 0.0
        var excluded: [Trial.Exclusion: Int] = [:]
        for trial in trials {
            let weight = forgetting.weight(of: trial.moment, at: now)
            if weight == 0 { continue }
            if let exclusion = trial.exclusion {
                excluded[exclusion, default: 0] += 1
                continue
            }
            let faded = trial.tally.weighted(by: weight)
            allCauses = allCauses + faded
            attributable =
                attributable + (trial.attribution == nil || trial.isCarriers ? faded : faded.onlyMet)
            guard let attribution = trial.attribution else { continue }
            failures[attribution.cause, default: 0] += faded.misses
            if attribution.state == .disputed { disputed += faded.misses }
        }
        self.definition = definition
        self.allCauses = allCauses
        self.attributable = attributable
        self.failures = failures
        self.disputed = disputed
        self.excluded = excluded
    }
}

extension Tally {
    /// The met part alone.
    fileprivate var onlyMet: Tally { Tally(count, of: count) }
}

extension KPIDefinition {
    /// The trials behind a figure of kind `share`, in the order of the record; empty for other kinds.
    ///
    /// - Parameter now: Actions that have not fallen due by then are not counted yet.
    public func trials(in history: CarrierHistory, at now: Date) -> [Trial] {
        switch kpi {
        case .onTimeDelivery, .onTimeInFull, .perfectOrder, .undamaged: deliveryTrials(in: history)
        case .tenderAcceptance, .firstTenderAcceptance, .acceptanceReliability: tenderTrials(in: history)
        case .onTimePickup, .excursionFree, .recordCompleteness, .recordCoverage, .recordTimeliness,
            .trackingCompliance, .qualification:
            tripTrials(in: history)
        case .proofTimeliness, .proofCompleteness, .arrivalAccuracy: proofTrials(in: history)
        case .invoiceAccuracy: invoiceTrials(in: history)
        case .correctiveActions: actionTrials(in: history, at: now)
        case .lateness, .responseTime, .excursionSeverity, .claimClosure, .claimsRatio, .claimsPerTrip,
            .invoiceCorrection, .costPerDrop, .costPerKilometre, .costPerKilogram, .costPerOrder,
            .costByValue:
            []
        }
    }
}

extension [Trial] {
    /// One tally of failures a period, for control charts: period i runs from `bounds[i]` up to `bounds[i + 1]`.
    ///
    /// Nothing fades, excluded trials are left out, and failures that others caused are too.
    public func failures(betweenBounds bounds: [Date]) -> [Tally] {
        var periods = [Tally](repeating: .none, count: Swift.max(bounds.count - 1, 0))
        for trial in self where trial.exclusion == nil {
            guard let next = bounds.firstIndex(where: { $0 > trial.moment }), next > 0 else { continue }
            let counted = trial.attribution == nil || trial.isCarriers ? trial.tally : trial.tally.onlyMet
            periods[next - 1] = periods[next - 1] + counted.complement
        }
        return periods
    }
}
