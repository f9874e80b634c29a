public import Foundation
public import Interchange

/// Draws a carrier history from known true rates, so that what statistics make of it can be held against the truth.
///
/// The same settings give the same history.  Docs/carrier-history.md states every distribution.
public struct CarrierHistoryGenerator: Hashable, Sendable {
    /// Who drives, and how well.
    public var carriers: [CarrierTruth]
    /// What makes one history differ from another with the same settings.
    public var seed: UInt64
    /// The first moment of the first day, a Monday for whole weeks.
    public var start: Date
    /// How many weeks, at least 1.
    public var weeks: Int
    /// The shipper's time zone.
    public var timeZone: TimeZone
    /// ISO 4217 code.
    public var currency: String
    /// The lanes, at least one; a carrier has one bad lane where there are four or more.
    public var lanes: [String]
    /// How many drops a trip has.
    public var dropsPerTrip: ClosedRange<Int>

    /// What carriers have agreed to; copied as it is.
    public var contracts: [CarrierHistoryFolder.Contract] = []

    /// A history of `carriers` over `weeks` from `start`.
    public init(
        carriers: [CarrierTruth],
        seed: UInt64,
        start: Date,
        weeks: Int,
        timeZone: TimeZone = .gmt,
        currency: String = "EUR",
        lanes: [String] = ["north", "east", "south", "west", "centre"],
        dropsPerTrip: ClosedRange<Int> = 2...6
    ) {
        precondition(weeks > 0 && !lanes.isEmpty && dropsPerTrip.lowerBound > 0)
        self.carriers = carriers
        self.seed = seed
        self.start = start
        self.weeks = weeks
        self.timeZone = timeZone
        self.currency = currency
        self.lanes = lanes
        self.dropsPerTrip = dropsPerTrip
    }

    /// Draws the history.
    public func run() -> CarrierHistoryFolder {
        var folder = CarrierHistoryFolder(timeZone: timeZone, currency: currency)
        folder.carriers = carriers.map { truth in
            var carrier = CarrierHistoryFolder.Carrier(code: truth.code)
            carrier.name = truth.name
            carrier.serviceClass = truth.serviceClass
            carrier.office = 8 * 60...17 * 60
            return carrier
        }
        folder.contracts = contracts
        for (index, truth) in carriers.enumerated() {
            // A stream each, so that one more carrier does not change the others' loads.
            var draw = CarrierHistoryDraw(
                settings: self,
                index: index,
                random: SeededRandom(seed: seed, stream: "carrier \(truth.code)")
            )
            draw.drawLoads(into: &folder)
        }
        // What happens after the history ends is not on record yet.
        let end = start.addingTimeInterval(Double(7 * weeks) * 86_400)
        folder.invoices.removeAll { $0.issued >= end }
        folder.claims.removeAll { $0.opened >= end }
        for index in folder.claims.indices where folder.claims[index].closed.map({ $0 >= end }) ?? false {
            folder.claims[index].closed = nil
        }
        folder.tenders.sort { ($0.offered, $0.load, $0.rank) < ($1.offered, $1.load, $1.rank) }
        folder.trips.sort { ($0.pickupBy, $0.trip) < ($1.pickupBy, $1.trip) }
        folder.stops.sort { ($0.trip, $0.order) < ($1.trip, $1.order) }
        return folder
    }
}
