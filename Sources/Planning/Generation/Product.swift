/// Goods that sites order, per box; amounts are assumptions of a usual order of size, see Docs/generate.md.
struct Product {
    var name: String
    var goodsClass: GoodsClass
    /// Who orders it.
    var kinds: Set<SiteKind>
    /// Median litres of one box.
    var litres: Double
    /// Median kilograms of one box.
    var kilograms: Double
    /// Median value of one box, in pounds before the market's price level.
    var value: Double
    /// What the vehicle must have for it.
    var skill: Skill?
}

/// What some orders ask of a vehicle, as written in the `skills` columns.
enum Skill: String {
    /// A safe and a driver cleared for controlled drugs.
    case controlled
    /// Spill kit and training for cytotoxic drugs.
    case hazardousDrugs = "hazdrug"
    /// A tail lift, for pallets.
    case tailLift = "tail_lift"
}

extension Product {
    /// Everything on sale.
    static let catalogue: [Product] = [
        // ambient
        Product(
            "Oral solids, mixed tote",
            .ambient,
            [.pharmacy, .hospital, .clinic, .patient],
            24,
            3.2,
            220
        ),
        Product("Antibiotics", .ambient, [.pharmacy, .hospital, .clinic], 18, 2.6, 160),
        Product("Inhalers", .ambient, [.pharmacy, .hospital, .patient], 20, 2.2, 380),
        Product("Cough and cold mixtures", .ambient, [.pharmacy], 22, 4.5, 70),
        Product("Infusion fluids", .ambient, [.hospital], 14, 7.5, 22),
        Product("Contrast media", .ambient, [.hospital], 16, 6, 420),
        Product("Anaesthetics", .ambient, [.hospital, .clinic], 12, 2.4, 260),
        Product("Opioid analgesics", .ambient, [.hospital, .pharmacy], 8, 1.4, 340, needs: .controlled),
        Product("Cytotoxic tablets", .ambient, [.hospital, .patient], 6, 0.8, 1900, needs: .hazardousDrugs),
        Product("Test strips and lancets", .ambient, [.pharmacy, .clinic, .patient], 15, 2, 190),
        Product("Laboratory consumables", .ambient, [.laboratory, .hospital], 30, 3, 120),
        // refrigerated
        Product("Insulin", .refrigerated, [.pharmacy, .hospital, .patient], 14, 2.2, 520),
        Product("Influenza vaccine", .refrigerated, [.clinic, .pharmacy, .hospital], 10, 1.6, 640),
        Product("Childhood vaccines", .refrigerated, [.clinic, .hospital], 9, 1.4, 900),
        Product("Monoclonal antibodies", .refrigerated, [.hospital, .patient], 12, 1.5, 5200),
        Product("Eye drops, refrigerated", .refrigerated, [.pharmacy, .clinic], 10, 1.3, 260),
        Product("Hormone injections", .refrigerated, [.pharmacy, .hospital, .patient], 9, 1.1, 780),
        Product("Diagnostic reagents", .refrigerated, [.laboratory, .hospital], 16, 3.4, 610),
        Product("Cytotoxic infusions", .refrigerated, [.hospital], 15, 2.8, 1700, needs: .hazardousDrugs),
        Product("Parenteral nutrition", .refrigerated, [.hospital, .patient], 26, 9, 310),
        // frozen
        Product("Vaccines, frozen", .frozen, [.clinic, .hospital], 8, 2, 1500),
        Product("Control sera, frozen", .frozen, [.laboratory], 9, 2.4, 700),
        Product("Advanced wound gel, frozen", .frozen, [.hospital], 8, 1.8, 1200),
        // any temperature
        Product("Dressings", .untempered, [.pharmacy, .hospital, .clinic], 30, 2.5, 60),
        Product("Incontinence products", .untempered, [.patient, .pharmacy, .hospital], 48, 5, 45),
    ]

    private init(
        _ name: String,
        _ goodsClass: GoodsClass,
        _ kinds: Set<SiteKind>,
        _ litres: Double,
        _ kilograms: Double,
        _ value: Double,
        needs skill: Skill? = nil
    ) {
        self.init(
            name: name,
            goodsClass: goodsClass,
            kinds: kinds,
            litres: litres,
            kilograms: kilograms,
            value: value,
            skill: skill
        )
    }

    /// What sites of `kind` order of `goodsClass`.
    static func choices(for kind: SiteKind, _ goodsClass: GoodsClass) -> [Product] {
        catalogue.filter { $0.goodsClass == goodsClass && $0.kinds.contains(kind) }
    }
}
