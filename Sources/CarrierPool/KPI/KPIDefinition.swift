/// How exactly a figure is counted: stored with every score, because no two customers mean the same by "on time".
public struct KPIDefinition: Hashable, Codable, Sendable {
    /// Which promise a delivery is held against.
    public enum Reference: String, Hashable, Codable, Sendable {
        /// What the customer asked for.
        case requested
        /// The first promise made.
        case firstPromised
        /// What both last agreed on, or the first promise when nothing changed (SCOR's rule).
        case lastAgreed
    }

    /// What is counted as one.
    public enum Level: String, Hashable, Codable, Sendable {
        /// An order, met when all of its deliveries and lines are.
        case order
        /// An order line.
        case line
        /// A unit: every line counts by the units ordered.
        case unit
    }

    /// Which moment is the time of a delivery.
    public enum Clock: String, Hashable, Codable, Sendable {
        /// Arrival at the gate.
        case arrival
        /// Start of unloading.
        case serviceStart
        /// The consignee's signature.
        case proofOfDelivery
    }

    /// The figure.
    public var kpi: KPI
    /// Which promise a delivery is held against.
    public var reference: Reference
    /// What is counted as one.
    public var level: Level
    /// Seconds a delivery may be early before it is a failure; nil when it is never too early.
    public var earlyTolerance: Double?
    /// Seconds a delivery or pickup may be late, at least 0.
    public var lateTolerance: Double
    /// Which moment is the time of a delivery.
    public var clock: Clock
    /// Failures with these causes are left out, and listed.
    public var exclusions: Set<FailureCause>
    /// Seconds allowed: for records and proofs after delivery, for announced arrivals to either side.
    public var allowance: Double
    /// How much a trial counts by temperature class; a class not named counts 1.
    public var classWeights: [String: Double]

    /// A definition; tolerances and allowance in seconds.
    ///
    /// - Throws: `CarrierPoolError` when a tolerance, the allowance or a weight is negative or not a number.
    public init(
        _ kpi: KPI,
        reference: Reference = .lastAgreed,
        level: Level = .order,
        earlyTolerance: Double? = nil,
        lateTolerance: Double = 0,
        clock: Clock = .arrival,
        exclusions: Set<FailureCause> = [],
        allowance: Double = 86_400,
        classWeights: [String: Double] = [:]
    ) throws(CarrierPoolError) {
        self.init(
            unchecked: kpi,
            reference: reference,
            level: level,
            earlyTolerance: earlyTolerance,
            lateTolerance: lateTolerance,
            clock: clock,
            exclusions: exclusions,
            allowance: allowance,
            classWeights: classWeights
        )
        try validate()
    }

    /// The greatest tolerance in seconds, allowance or weight: 30 years, and more than anybody means.
    static let greatest = 1e9

    /// Refuses a negative number and one that is too great, which no definition can mean.
    public func validate() throws(CarrierPoolError) {
        let weights = classWeights.sorted { $0.key < $1.key }.map {
            ("the weight of class \($0.key)", $0.value)
        }
        let numbers = [
            ("the early tolerance", earlyTolerance ?? 0), ("the late tolerance", lateTolerance),
            ("the allowance", allowance),
        ]
        for (name, value) in numbers + weights where !(value >= 0) {
            throw CarrierPoolError(.negative(name: name, value: value), at: .definition(kpi))
        }
        for (name, value) in numbers + weights where value > Self.greatest {
            let reason = CarrierPoolError.Reason.tooGreat(name: name, value: value, limit: Self.greatest)
            throw CarrierPoolError(reason, at: .definition(kpi))
        }
    }

    /// The definition that stands when the customer has said nothing: no grace, gate arrival, the last agreed promise.
    ///
    /// Pickups leave out what the shipper caused.  Announced arrivals may be 10 minutes off.  These are house rules,
    /// as no standard exists.
    public static func standard(_ kpi: KPI) -> KPIDefinition {
        KPIDefinition(
            unchecked: kpi,
            reference: .lastAgreed,
            level: .order,
            earlyTolerance: nil,
            lateTolerance: 0,
            clock: .arrival,
            exclusions: kpi == .onTimePickup ? [.shipper] : [],
            allowance: kpi == .arrivalAccuracy ? 600 : 86_400,
            classWeights: [:]
        )
    }

    private init(
        unchecked kpi: KPI,
        reference: Reference,
        level: Level,
        earlyTolerance: Double?,
        lateTolerance: Double,
        clock: Clock,
        exclusions: Set<FailureCause>,
        allowance: Double,
        classWeights: [String: Double]
    ) {
        self.kpi = kpi
        self.reference = reference
        self.level = level
        self.earlyTolerance = earlyTolerance
        self.lateTolerance = lateTolerance
        self.clock = clock
        self.exclusions = exclusions
        self.allowance = allowance
        self.classWeights = classWeights
    }
}
