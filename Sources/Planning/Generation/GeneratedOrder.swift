import VehicleRouting

/// An order of the day with its lines.
struct GeneratedOrder {
    /// Where the goods go.
    enum Destination {
        /// Index into the day's sites.
        case site(Int)
        /// A patient's home, given by its coordinate and the town it lies in.
        case home(Coordinate, city: String)
    }

    var code: String
    var kind: SiteKind
    var destination: Destination
    /// Whether the goods come back to the depot.
    var isReturn = false
    var lines: [Line]
    /// Depots (indices) the goods may come from; empty for any.
    var depots: [Int] = []
    var promise = Promise()
    /// 0 … 100.
    var priority: Int
    /// In the day's currency.
    var leaveOutPrice: Double
    /// Whether it was made so that nobody can carry it.
    var isImpossible = false
    /// A skill that no vehicle of the fleet has, when that is why.
    var impossibleSkill: String?
    var channel: String
    /// Pseudonym; empty for goods that are nobody's in particular.
    var patientReference = ""
    var remarks = ""

    /// A line of an order: its whole amount of one product.
    struct Line {
        var product: Product
        var regime: String
        var kilograms: Double
        var litres: Double
        var boxes: Int
        /// In the day's currency.
        var value: Double
        /// The class of passive boxes it travels in; nil for goods that a compartment keeps.
        var passiveBox: GoodsClass?
    }

    /// What was promised beyond the site's hours, in minutes from midnight; nil for nothing.
    struct Promise {
        var earliest: Int?
        var latest: Int?
        /// When the goods are ready at the depot.
        var release: Int?
    }

    /// The lines by temperature class: one job each.
    var consignments: [(goodsClass: GoodsClass, lines: [Line])] {
        Dictionary(grouping: lines, by: \.product.goodsClass)
            .sorted { $0.key < $1.key }
            .map { ($0.key, $0.value) }
    }
}

extension [GeneratedOrder.Line] {
    var litres: Double { reduce(0) { $0 + $1.litres } }
    var kilograms: Double { reduce(0) { $0 + $1.kilograms } }
    var boxes: Int { reduce(0) { $0 + $1.boxes } }

    /// What the vehicle that carries these lines as one job must have.
    var skills: Set<Skill> {
        var skills = Set(compactMap(\.product.skill))
        if kilograms > 250 || litres > 2_500 { skills.insert(.tailLift) }
        return skills
    }

    /// Minutes for these lines where boxes alone do not say: controlled drugs take a signature, a count of the sealed
    /// bags and an entry in the register, four minutes in all.
    func service(perBox: Double) -> Int? {
        guard skills.contains(.controlled) else { return nil }
        return Int((Double(boxes) * perBox).rounded(.up)) + 4
    }
}
