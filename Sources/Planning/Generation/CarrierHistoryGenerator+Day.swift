internal import CarrierPool
internal import Foundation
internal import Interchange

extension CarrierHistoryGenerator {
    /// A quarter of history of a day's carriers, ending with the week before the day.
    ///
    /// True rates are drawn from the seed.  One carrier gets worse in the last four weeks, and of four or more the last
    /// has a trip with an expired qualification: something for a review to find.  The first is promised half of what it
    /// takes at most.
    init(of day: DayTables, seed: UInt64) {
        let zone = TimeZone(identifier: day.market.timeZone) ?? .gmt
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let date = DateComponents(year: day.date.year, month: day.date.month, day: day.date.day)
        let weeks = 13
        // Monday of the week of the day, so that the record ends on a Friday; a date that does not exist cannot be here.
        let midnight = calendar.date(from: date) ?? .distantPast
        let monday =
            calendar.date(byAdding: .day, value: -day.date.weekday.rawValue, to: midnight) ?? midnight
        let start = calendar.date(byAdding: .day, value: -7 * weeks, to: monday) ?? monday
        // The carrier that is new on a peak day has no record.
        let models = day.carriers.filter { $0.code != CarrierModel.newcomer.code }
        self.init(
            carriers: Self.truths(of: models, level: day.market.priceLevel, seed: seed),
            seed: seed,
            start: start,
            weeks: weeks,
            timeZone: zone,
            currency: day.market.currency
        )
        if let first = models.first {
            var contract = CarrierHistoryFolder.Contract(carrier: first.code)
            contract.minimumOrders = Int(first.share * Double(day.orders.count) / 2)
            contract.shortfallPrice = 12 * day.market.priceLevel
            contracts = [contract]
        }
        if day.isPeak { makePeak(of: day, midnight: midnight) }
    }

    /// Contracts of a peak day: whom we know best has as much of the lane as it may have, two drive for one subcontractor, one
    /// has extra vehicles at a price, one needs notice, and one must not drive any more.
    private mutating func makePeak(of day: DayTables, midnight: Date) {
        typealias Contract = CarrierHistoryFolder.Contract
        let level = day.market.priceLevel
        // A trunk carrier has a trunk's volume.
        if let trunk = carriers.firstIndex(where: { $0.code == "TRUNK" }) {
            carriers[trunk].loadsPerWeek = carriers.reduce(0) { $0 + $1.loadsPerWeek } / 2
        }
        let share = shareOfLatestTrips(of: "TRUNK", before: midnight)
        contracts = carriers.map { truth in
            var contract = contracts.first { $0.carrier == truth.code } ?? Contract(carrier: truth.code)
            switch truth.code {
            case "TRUNK":
                contract.tier = .trunk
                contract.shareCap = max((share * 100).rounded(.down) / 100, 0.05)
            case "CITY":
                contract.surgeOrders = day.orders.count / 25
                contract.surgePrice = 15 * level
            case "FROST":
                contract.partner = "POLAR"
            case "PALLET":
                contract.qualifiedUntil = midnight.addingTimeInterval(-86_400)
            case "SPOT":
                contract.tier = .spot
                contract.partner = "POLAR"
                // Sixteen hours: from four in the afternoon to eight in the morning.
                contract.leadTimeMinutes = 960
            default: break
            }
            return contract
        }
    }

    /// A carrier's share of the orders of the last four weeks.
    private func shareOfLatestTrips(of code: String, before midnight: Date) -> Double {
        let first = midnight.addingTimeInterval(-PoolKnowledge.daysOfShares * 86_400)
        let trips = run().trips.filter { first <= $0.pickupBy && $0.pickupBy < midnight }
        let all = trips.reduce(0) { $0 + max($1.orders, 1) }
        let own = trips.filter { $0.carrier == code }.reduce(0) { $0 + max($1.orders, 1) }
        return all > 0 ? own / all : 0
    }

    private static func truths(of models: [CarrierModel], level: Double, seed: UInt64) -> [CarrierTruth] {
        var random = SeededRandom(seed: seed, stream: "carrier truth")
        var truths = models.map { model in
            CarrierTruth.drawn(code: model.code, name: model.name, serviceClass: "", random: &random)
        }
        for index in truths.indices { truths[index].pricePerTrip *= level }
        let worse = random.integer(below: truths.count)
        let late = 1 - truths[worse].onTimeDelivery
        truths[worse].drift = CarrierTruth.Drift(weeks: 4, onTimeDelivery: 1 - min(3 * late, 0.5))
        if truths.count >= 4 { truths[truths.count - 1].hasExpiredQualification = true }
        return truths
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
            loadsPerWeek: random.logNormal(median: 5, sigma: 0.5)
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
