internal import CarrierPool
public import Foundation

extension CarrierHistoryGenerator {
    /// Half a year of history of a day's carriers, ending with the week before the day.
    ///
    /// True rates are drawn from the seed.  One carrier gets worse in the last six weeks, and of four or more the last
    /// has a trip with an expired qualification: something for a review to find.
    ///
    /// - Parameters:
    ///   - carriers: Code, name and service class of each.
    ///   - day: Local midnight of the day.
    public init(
        carriers: [(code: String, name: String, serviceClass: String)],
        before day: Date,
        seed: UInt64,
        timeZone: TimeZone,
        currency: String
    ) {
        var random = SeededRandom(seed: seed, stream: "carrier truth")
        var truths = carriers.map { carrier in
            CarrierTruth.drawn(
                code: carrier.code,
                name: carrier.name,
                serviceClass: carrier.serviceClass,
                random: &random
            )
        }
        if !truths.isEmpty {
            let worse = random.integer(below: truths.count)
            let late = 1 - truths[worse].onTimeDelivery
            truths[worse].drift = CarrierTruth.Drift(weeks: 6, onTimeDelivery: 1 - min(3 * late, 0.5))
        }
        if truths.count >= 4 { truths[truths.count - 1].hasExpiredQualification = true }
        let weeks = 26
        // The Monday on or before the day; 1 January 1970 was a Thursday.
        let days = Int((day.timeIntervalSince1970 / 86_400).rounded(.down))
        let monday = day.addingTimeInterval(-Double((days + 3) % 7) * 86_400)
        self.init(
            carriers: truths,
            seed: seed,
            start: monday.addingTimeInterval(-Double(7 * weeks) * 86_400),
            weeks: weeks,
            timeZone: timeZone,
            currency: currency
        )
    }
}

extension CarrierTruth {
    /// A carrier whose rates are drawn from beta distributions of the right order of magnitude; all are assumptions.
    static func drawn(
        code: String,
        name: String,
        serviceClass: String,
        random: inout SeededRandom
    ) -> CarrierTruth {
        func rate(around mean: Double, worth trials: Double) -> Double {
            let beta = BetaDistribution(alpha: mean * trials, beta: (1 - mean) * trials)
            // Never at the very ends: a carrier without any failure is not what statistics are for.
            return min(max(beta.quantile(random.uniform(0.01, 0.99)), 0.01), 0.9995)
        }
        var truth = CarrierTruth(
            code: code,
            name: name,
            serviceClass: serviceClass,
            loadsPerWeek: random.logNormal(median: 9, sigma: 0.5)
        )
        truth.onTimeDelivery = rate(around: 0.94, worth: 40)
        truth.excursionFree = rate(around: 0.99, worth: 150)
        truth.recordCompleteness = rate(around: 0.95, worth: 40)
        truth.acceptance = rate(around: 0.88, worth: 30)
        truth.undamaged = rate(around: 0.997, worth: 500)
        truth.proofTimeliness = rate(around: 0.94, worth: 40)
        truth.responseMinutes = random.logNormal(median: 40, sigma: 0.4)
        truth.pricePerTrip = (random.logNormal(median: 320, sigma: 0.25)).rounded()
        return truth
    }
}
