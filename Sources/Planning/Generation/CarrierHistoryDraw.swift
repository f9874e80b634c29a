import Foundation
import Interchange

/// Draws the loads that are offered to one carrier first, and what became of them.
struct CarrierHistoryDraw {
    typealias Folder = CarrierHistoryFolder

    let settings: CarrierHistoryGenerator
    /// Position of the carrier asked first.
    let index: Int
    var random: SeededRandom
    private var loads = 0
    /// The trip that ran with an expired qualification has been drawn.
    private var hasShownExpiry = false

    /// Shares of deliveries that others spoil, and of failures in dispute: assumptions.
    private static let lateByOthers = 0.02
    private static let disputed = 0.08
    /// A bad lane is this much worse than the carrier as a whole.
    private static let badLaneFactor = 3.0

    init(settings: CarrierHistoryGenerator, index: Int, random: SeededRandom) {
        self.settings = settings
        self.index = index
        self.random = random
    }

    mutating func drawLoads(into folder: inout Folder) {
        let truth = settings.carriers[index]
        for week in 0..<settings.weeks {
            let count = random.poisson(mean: truth.loadsPerWeek)
            for _ in 0..<count {
                let day = 7 * week + random.integer(below: 5)
                drawLoad(onDay: day, week: week, into: &folder)
            }
        }
    }

    private mutating func drawLoad(onDay day: Int, week: Int, into folder: inout Folder) {
        loads += 1
        let code = settings.carriers[index].code
        let load = "L-\(code)-\(loads)"
        let lane = random.integer(below: settings.lanes.count)
        let pickup = moment(day: day, minute: 6 * 60 + 15 * random.integer(below: 9))
        // The day before at ten, three hours to answer; each further carrier an hour later with one hour.
        var offered = moment(day: day - 1, minute: 10 * 60)
        for (rank, asked) in askingOrder.enumerated() {
            let truth = settings.carriers[asked]
            let deadline = offered.addingTimeInterval(rank == 0 ? 10_800 : 3_600)
            var tender = Folder.Tender(
                load: load,
                carrier: truth.code,
                offered: offered,
                deadline: deadline,
                answer: .expired,
                pickup: pickup
            )
            tender.rank = rank + 1
            tender.lane = settings.lanes[lane]
            answer(&tender, truth)
            folder.tenders.append(tender)
            if tender.answer == .accepted {
                drawTrip(load: load, by: asked, lane: lane, pickup: pickup, week: week, into: &folder)
                return
            }
            offered = deadline
        }
    }

    /// The carrier itself, then the others of its class in their order.
    private var askingOrder: [Int] {
        let own = settings.carriers[index].serviceClass
        return [index]
            + settings.carriers.indices.filter { $0 != index && settings.carriers[$0].serviceClass == own }
    }

    private mutating func answer(_ tender: inout Folder.Tender, _ truth: CarrierTruth) {
        let minutes = random.logNormal(median: truth.responseMinutes, sigma: 0.5)
        let longest = tender.deadline.timeIntervalSince(tender.offered) / 60
        let answered = tender.offered.addingTimeInterval(60 * min(max(minutes, 1), longest).rounded(.down))
        if random.chance(truth.acceptance) {
            tender.answer = .accepted
            tender.answered = answered
        } else if random.chance(0.6) {
            tender.answer = .refused
            tender.answered = answered
        }
    }

    /// Minutes after the midnight that begins a day of the history.
    private func moment(day: Int, minute: Int) -> Date {
        settings.start.addingTimeInterval(Double(day) * 86_400 + Double(minute) * 60)
    }
}

extension CarrierHistoryDraw {
    private mutating func drawTrip(
        load: String,
        by carrier: Int,
        lane: Int,
        pickup: Date,
        week: Int,
        into folder: inout Folder
    ) {
        let truth = settings.carriers[carrier]
        let name = "T" + load.dropFirst()
        var trip = Folder.Trip(trip: name, carrier: truth.code, pickupBy: pickup)
        trip.lane = settings.lanes[lane]
        trip.temperatureClass = "REF"
        let early = Double(random.integer(below: 20))
        trip.pickupArrival = pickup.addingTimeInterval(60 * (random.chance(0.04) ? 12 : -early))
        let drops =
            settings.dropsPerTrip.lowerBound
            + random.integer(below: settings.dropsPerTrip.count)
        let lateRate = lateRate(of: truth, lane: lane, week: week)
        var last = pickup
        for drop in 1...drops {
            let stop = drawStop(
                order: "\(name)-\(drop)",
                trip: trip,
                opens: pickup.addingTimeInterval(Double(3_600 + 5_400 * (drop - 1))),
                truth: truth,
                lateRate: lateRate
            )
            folder.stops.append(stop)
            last = max(last, stop.signed ?? last)
            drawClaim(for: stop, into: &folder)
        }
        trip.delivered = last
        trip.drops = Double(drops)
        trip.orders = Double(drops)
        trip.kilometres = random.uniform(60, 240).rounded()
        trip.kilograms = random.uniform(80, 900).rounded()
        trip.goodsValue = (random.logNormal(median: 18_000, sigma: 0.8)).rounded()
        trip.spend = truth.pricePerTrip
        trip.statusDue = Double(drops + 1)
        trip.statusReceived = (0...drops).reduce(0) { sum, _ in random.chance(0.97) ? sum + 1 : sum }
        trip.temperature = drawTemperature(truth, from: pickup, to: last)
        if carrier == index, truth.hasExpiredQualification, !hasShownExpiry, week >= settings.weeks - 8 {
            trip.isQualified = false
            hasShownExpiry = true
        }
        folder.trips.append(trip)
        var invoice = Folder.Invoice(
            carrier: truth.code,
            issued: last.addingTimeInterval(5 * 86_400),
            value: truth.pricePerTrip
        )
        invoice.lane = trip.lane
        if random.chance(0.03) { invoice.correction = -(0.1 * truth.pricePerTrip).rounded() }
        folder.invoices.append(invoice)
    }

    /// The share of late deliveries: on the bad lane three times that of the carrier, on the others less, so that over all
    /// lanes it is the carrier's own.
    private func lateRate(of truth: CarrierTruth, lane: Int, week: Int) -> Double {
        var late = 1 - truth.onTimeDelivery
        if let drift = truth.drift, week >= settings.weeks - drift.weeks { late = 1 - drift.onTimeDelivery }
        let count = Double(settings.lanes.count)
        let bad = Self.badLaneFactor * late
        guard count >= 4, bad <= 0.9 else { return late }
        let isBad = lane == truth.code.utf8.reduce(0) { ($0 + Int($1)) % settings.lanes.count }
        return isBad ? bad : (late - bad / count) / (1 - 1 / count)
    }

    private mutating func drawStop(
        order: String,
        trip: Folder.Trip,
        opens: Date,
        truth: CarrierTruth,
        lateRate: Double
    ) -> Folder.Stop {
        let closes = opens.addingTimeInterval(7_200)
        func minutes(_ count: Double, after moment: Date) -> Date {
            moment.addingTimeInterval(60 * count.rounded())
        }
        let inTime = minutes(random.uniform(0, 115), after: opens)
        let delay = max(random.logNormal(median: 25, sigma: 0.7), 2)
        var arrival = inTime
        var planned = minutes(random.uniform(-10, 10), after: inTime)
        planned = min(planned, closes)
        var blame: Folder.Blame?
        if random.chance(Self.lateByOthers) {
            arrival = minutes(delay, after: closes)
            switch random.integer(below: 4) {
            // Nobody says so: the planned arrival shows it.
            case 0: planned = minutes(5, after: closes)
            case 1: blame = Folder.Blame(.shipper, .agreed)
            case 2: blame = Folder.Blame(.consignee, .agreed)
            default: blame = Folder.Blame(.forceMajeure, .agreed)
            }
        } else if random.chance(lateRate) {
            arrival = minutes(delay, after: closes)
            if random.chance(Self.disputed) { blame = Folder.Blame(.carrier, .disputed) }
        }
        var stop = Folder.Stop(order: order, carrier: trip.carrier, arrival: arrival)
        stop.trip = trip.trip
        stop.lane = trip.lane
        stop.promised = opens...closes
        stop.planned = planned
        stop.announced = minutes(random.normal() * 8, after: arrival)
        stop.serviceStart = minutes(3, after: arrival)
        stop.signed = minutes(12, after: arrival)
        stop.ordered = Double(1 + random.integer(below: 12))
        stop.delivered = stop.ordered
        if !random.chance(truth.undamaged) { stop.damaged = 1 }
        let hours = random.chance(truth.proofTimeliness) ? random.uniform(0, 20) : random.uniform(25, 96)
        stop.proofReceived = minutes(60 * hours, after: minutes(12, after: arrival))
        stop.isProofComplete = random.chance(0.98)
        stop.blame = blame
        return stop
    }

    private mutating func drawTemperature(
        _ truth: CarrierTruth,
        from start: Date,
        to end: Date
    ) -> Folder.Temperature {
        let required = max(end.timeIntervalSince(start) / 60, 1).rounded()
        let isComplete = random.chance(truth.recordCompleteness)
        let gap = isComplete ? Double(random.integer(below: 8)) : random.uniform(20, 90).rounded()
        let hasExcursion = !random.chance(truth.excursionFree)
        var verdict = Folder.Temperature(
            excursions: hasExcursion ? 1 : 0,
            coveredMinutes: isComplete ? required : max(required - gap, 0),
            requiredMinutes: required
        )
        verdict.longestGapMinutes = min(gap, required)
        if hasExcursion {
            verdict.degreeMinutes = random.logNormal(median: 40, sigma: 0.8).rounded()
            verdict.isReported = random.chance(0.97)
        }
        verdict.uploaded = end.addingTimeInterval(60 * random.uniform(10, 600).rounded())
        return verdict
    }

    private mutating func drawClaim(for stop: Folder.Stop, into folder: inout Folder) {
        guard stop.damaged > 0, let arrival = stop.arrival else { return }
        var claim = Folder.Claim(
            carrier: stop.carrier,
            opened: arrival.addingTimeInterval(86_400),
            value: random.logNormal(median: 300, sigma: 0.6).rounded()
        )
        claim.lane = stop.lane
        if random.chance(0.8) {
            claim.closed = claim.opened.addingTimeInterval(86_400 * random.uniform(5, 40).rounded())
        }
        folder.claims.append(claim)
    }
}
