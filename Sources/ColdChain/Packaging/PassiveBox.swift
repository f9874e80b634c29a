public import VehicleRouting

/// A type of insulated box that keeps its temperature without a machine.
public struct PassiveBox: Hashable, Sendable {
    /// The code, `CB24`.
    public var id: String
    /// The code of the regime it keeps.
    public var regime: String
    /// Millilitres inside.
    public var innerVolume: Int
    /// Grams it may carry.
    public var payload: Int
    /// Millilitres outside.
    public var outerVolume: Int
    /// Grams of the empty box with its elements.
    public var tare: Int
    /// How long it held in which tests; never empty.
    public var profiles: [HoldProfile]
    /// Seconds of conditioning before it can be packed.
    public var conditioning: Seconds
    /// How often it may be opened before hand-over.
    public var opensAllowed: Int
    /// Seconds of hold time that each opening costs.
    public var openingPenalty: Seconds
    /// What one use costs, in thousandths of the currency.
    public var cost: Int
    /// Whether the empty box has to come back.
    public var returns: Bool
    /// The last day of its qualification; nil when it does not lapse.
    public var qualifiedUntil: CalendarDay?
    /// Where its figures come from.
    public var source: String
}

/// Types of passive boxes as versioned data.
public struct PassiveBoxCatalogue: Hashable, Sendable {
    /// The edition.
    public let version: String
    /// The types, in the order of the file.
    public let boxes: [PassiveBox]

    /// The catalogue that comes with the program: generic classes of 24 to 120 hours.
    public static let shipped = shippedRules {
        try PassiveBoxCatalogue(json: PackageResources.passive_boxes_json, name: "passive-boxes.json")
    }

    /// Reads a catalogue.
    ///
    /// - Throws: L1xx when the document is malformed or contradicts itself.
    public init(json: [UInt8], name: String) throws(RuleFileError) {
        let root = try RuleMembers.root(of: json, file: name)
        try root.checkKeys(["version", "boxes"])
        version = try root.version()
        var boxes: [PassiveBox] = []
        for entry in try root.objects("boxes") {
            let box = try Self.box(entry)
            guard !boxes.contains(where: { $0.id == box.id }) else {
                throw entry.error("id", .duplicate(box.id))
            }
            boxes.append(box)
        }
        self.boxes = boxes
    }

    /// The type called `id`; nil for an unknown one.
    public func box(_ id: String) -> PassiveBox? {
        boxes.first { $0.id == id }
    }

    private static let keys = [
        "id", "regime", "inner_litres", "payload_kg", "outer_litres", "tare_kg", "profiles", "conditioning_h",
        "opens_allowed", "opening_penalty_min", "cost", "returns", "qualified_until", "source",
    ]

    private static func box(_ entry: RuleMembers) throws(RuleFileError) -> PassiveBox {
        try entry.checkKeys(keys)
        let regime = try entry.text("regime")
        guard RegimeCatalogue.shipped.find(regime) != nil else {
            throw entry.error("regime", .unknownName(regime, among: "the regimes of the catalogue"))
        }
        let box = PassiveBox(
            id: try entry.text("id"),
            regime: regime,
            innerVolume: try entry.scaled("inner_litres", in: 0.001...5000),
            payload: try entry.scaled("payload_kg", in: 0.001...2000),
            outerVolume: try entry.scaled("outer_litres", in: 0.001...10_000),
            tare: try entry.scaled("tare_kg", in: 0...2000),
            profiles: try profiles(entry),
            conditioning: try entry.seconds("conditioning_h", per: 3600, in: 0...240),
            opensAllowed: try entry.whole("opens_allowed", in: 0...100),
            openingPenalty: try entry.seconds("opening_penalty_min", per: 60, in: 0...1440),
            cost: try entry.scaled("cost", in: 0...100_000),
            returns: try entry.flag("returns"),
            qualifiedUntil: try entry.dayIfAny("qualified_until"),
            source: try entry.text("source")
        )
        guard box.outerVolume > box.innerVolume else {
            throw entry.error("outer_litres", .contradiction("the outside is not larger than the inside"))
        }
        let shortest = box.profiles.map(\.hold).min() ?? 0
        guard box.opensAllowed * box.openingPenalty < shortest else {
            throw entry.error(
                "opening_penalty_min",
                .contradiction("the openings allowed use up all of the hold time")
            )
        }
        return box
    }

    private static func profiles(_ entry: RuleMembers) throws(RuleFileError) -> [HoldProfile] {
        var profiles: [HoldProfile] = []
        for part in try entry.objects("profiles") {
            try part.checkKeys(["name", "low_c", "high_c", "hold_h"])
            let band = AmbientBand(
                low: try part.number("low_c", in: -80...80),
                high: try part.number("high_c", in: -80...80)
            )
            guard band.low <= band.high else {
                throw part.error("low_c", .contradiction("it is above high_c"))
            }
            let profile = HoldProfile(
                name: try part.text("name"),
                band: band,
                hold: try part.seconds("hold_h", per: 3600, in: 0.25...1000)
            )
            // A band inside another is the easier test, so it cannot hold for less.
            for other in profiles where other.band.contains(band) && other.hold > profile.hold {
                throw part.error(
                    "hold_h",
                    .contradiction("the wider profile “\(other.name)” holds longer")
                )
            }
            for other in profiles where other.name == profile.name {
                throw part.error("name", .duplicate(other.name))
            }
            profiles.append(profile)
        }
        guard !profiles.isEmpty else { throw entry.error("profiles", .empty) }
        return profiles
    }
}
