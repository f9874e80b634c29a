/// How goods must be treated, beyond their size and temperature.
public struct Handling: Hashable, Sendable {
    /// Index into the problem's classes of goods, which may have to be kept apart; nil for goods that may touch any.
    public var goodsClass: Int?
    /// Whether the goods travel in a closed box of their own.
    public var isBoxed: Bool
    /// Whose goods these are when nobody else's may be on the same trip; nil for goods that share.
    public var exclusiveGroup: Identifier?
    /// The least the vehicle must offer of what comes in degrees: `security`, `crew`.
    public var levels: [String: Int]
    /// What vehicle and driver must be certified for until the route ends: `calibration`, `class7`.
    public var requires: Set<Identifier>
    /// What the goods or their consignee are certified for, which must hold until the route ends too.
    public var permits: [Permit]
    /// The rule that forbids this transport altogether; nil when none does.
    public var prohibition: String?
    /// The way from seller to user, of which channel rules speak: `wholesale`; nil where none is known.
    public var channel: String?
    /// What the goods are in law, of which channel rules speak: `vaccine`, `narcotic`.
    public var productClasses: Set<String>
    /// The pseudonym of the patient the goods are bound for; nil for goods that are nobody's yet.
    ///
    /// No rule for vehicles follows from it: no text names the place by anything else, and no carrier is tried out on it.
    public var patient: Identifier?

    /// Goods without further rules.
    public init() {
        goodsClass = nil
        isBoxed = false
        exclusiveGroup = nil
        levels = [:]
        requires = []
        permits = []
        prohibition = nil
        channel = nil
        productClasses = []
        patient = nil
    }

    /// Goods without further rules.
    public static let plain = Handling()

    /// Whether anything here binds a vehicle by itself; channel and class do so through channel rules only.
    var hasRules: Bool {
        var rules = self
        (rules.patient, rules.channel, rules.productClasses) = (nil, nil, [])
        return rules != .plain
    }
}

/// A certificate with its date: of a vehicle, a driver, a carrier, a consignee or of goods.
public struct Permit: Hashable, Sendable {
    /// What it is for.
    public var name: Identifier
    /// The last second at which it is valid; nil when it does not lapse.
    public var validUntil: Seconds?

    /// A certificate for `name`.
    public init(_ name: Identifier, validUntil: Seconds? = nil) {
        self.name = name
        self.validUntil = validUntil
    }
}

extension Problem {
    /// How the goods of a task must be treated.
    public func handling(_ task: TaskReference) -> Handling {
        switch task {
        case .job(let index): jobs[index].handling
        case .pickup(let index), .delivery(let index): shipments[index].handling
        }
    }

    /// Whether the goods of a task are in a closed box of their own.
    public func isBoxed(_ task: TaskReference) -> Bool {
        handling(task).isBoxed || !boxNeeds(task).isEmpty
    }
}

extension Problem {
    /// Whether some goods, boxes, doors or certificates have rules that the times and loads of a route do not settle.
    public var hasColdChainRules: Bool {
        jobs.contains {
            $0.holdTime != nil || $0.goodUntil != nil || !$0.boxes.isEmpty || $0.handling.hasRules
        }
            || shipments.contains {
                $0.maxTimeOnBoard != nil || $0.delivery.goodUntil != nil || $0.handling.hasRules
            }
            || vehicles.contains { $0.compartments.contains { $0.door != nil || $0.validUntil != nil } }
    }
}
