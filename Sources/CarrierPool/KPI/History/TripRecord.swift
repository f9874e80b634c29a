public import Foundation

/// One trip of a carrier: pickup, temperatures, records, cost.
public struct TripRecord: Hashable, Codable, Sendable {
    /// What the loggers said, once judged.
    public struct Temperature: Hashable, Codable, Sendable {
        /// Confirmed excursions.
        public var excursions: Int
        /// How far and how long outside the limits, in degree-minutes.
        public var degreeMinutes: Double
        /// Whether the carrier reported each excursion itself.
        public var isReported: Bool
        /// Minutes of the record, over all required sensors, from loading to proof of delivery.
        public var coveredMinutes: Double
        /// Minutes required, over all required sensors.
        public var requiredMinutes: Double
        /// The longest stretch without a reading, in minutes.
        public var longestGapMinutes: Double
        /// When the record arrived; nil when it never did.
        public var uploaded: Date?

        /// A judged record.
        public init(
            excursions: Int,
            degreeMinutes: Double,
            isReported: Bool = true,
            coveredMinutes: Double,
            requiredMinutes: Double,
            longestGapMinutes: Double,
            uploaded: Date?
        ) {
            precondition(excursions >= 0 && coveredMinutes >= 0 && requiredMinutes >= coveredMinutes)
            self.excursions = excursions
            self.degreeMinutes = degreeMinutes
            self.isReported = isReported
            self.coveredMinutes = coveredMinutes
            self.requiredMinutes = requiredMinutes
            self.longestGapMinutes = longestGapMinutes
            self.uploaded = uploaded
        }
    }

    /// The trip's name.
    public var trip: String
    /// Who drove it.
    public var carrier: String
    /// The lane it served.
    public var lane: String
    /// Until when the vehicle was to be at the dock.
    public var pickupBy: Date
    /// When it was at the gate; nil when the goods were never picked up.
    public var pickupArrival: Date?
    /// When the last delivery was signed for; nil when none was.
    public var delivered: Date?
    /// Hours under way, at least 0.
    public var hours: Double
    /// The temperature class carried; it selects a weight where the definition has weights by class.
    public var temperatureClass: String
    /// The loggers' verdict; nil when the trip was not monitored.
    public var temperature: Temperature?
    /// Whether every qualification needed was valid when the trip ended.
    public var isQualified: Bool
    /// Status messages that were due, and of these, received.
    public var status: Tally
    /// Kilometres, kilograms, drops and value of goods, the bases of unit costs.
    public var basis: CostBasis
    /// What the carrier was paid, in currency.
    public var spend: Double
    /// Why the pickup was late or the temperature left its limits, when somebody said.
    public var attribution: Attribution?

    /// A trip without monitoring, messages or cost; set what is known.
    public init(
        trip: String,
        carrier: String,
        lane: String,
        pickupBy: Date,
        pickupArrival: Date?,
        delivered: Date?,
        hours: Double,
        temperatureClass: String = "",
        temperature: Temperature? = nil,
        isQualified: Bool = true
    ) {
        precondition(hours >= 0)
        self.trip = trip
        self.carrier = carrier
        self.lane = lane
        self.pickupBy = pickupBy
        self.pickupArrival = pickupArrival
        self.delivered = delivered
        self.hours = hours
        self.temperatureClass = temperatureClass
        self.temperature = temperature
        self.isQualified = isQualified
        status = .none
        basis = CostBasis()
        spend = 0
        attribution = nil
    }
}

/// What a trip's cost can be divided by.
public struct CostBasis: Hashable, Codable, Sendable {
    /// Drops made.
    public var drops: Double
    /// Orders carried.
    public var orders: Double
    /// Kilometres driven.
    public var kilometres: Double
    /// Kilograms carried.
    public var kilograms: Double
    /// Value of the goods, in currency.
    public var goodsValue: Double

    /// The amounts carried, none below 0.
    public init(
        drops: Double = 0,
        orders: Double = 0,
        kilometres: Double = 0,
        kilograms: Double = 0,
        goodsValue: Double = 0
    ) {
        precondition([drops, orders, kilometres, kilograms, goodsValue].allSatisfy { $0 >= 0 })
        self.drops = drops
        self.orders = orders
        self.kilometres = kilometres
        self.kilograms = kilograms
        self.goodsValue = goodsValue
    }
}
