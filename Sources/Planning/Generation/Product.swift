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
    /// What it is in law, as channel rules have it.
    var legalClasses: [LegalClass]
}

/// What a product is in law, as written in the column `product_class`.
enum LegalClass: String {
    /// A medicine on prescription.
    case prescription
    /// A medicine without.
    case overTheCounter = "non_prescription"
    /// Given by needle, glucose-lowering medicines aside.
    case injectable
    /// A hormone other than insulin.
    case listedHormone = "listed_hormone"
    /// A vaccine.
    case vaccine
    /// An opioid.
    case narcotic
    /// A device, a reagent, or no medicine at all.
    case device
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
            220,
            [.prescription]
        ),
        Product("Antibiotics", .ambient, [.pharmacy, .hospital, .clinic], 18, 2.6, 160, [.prescription]),
        Product("Inhalers", .ambient, [.pharmacy, .hospital, .patient], 20, 2.2, 380, [.prescription]),
        Product("Cough and cold mixtures", .ambient, [.pharmacy], 22, 4.5, 70, [.overTheCounter]),
        Product("Infusion fluids", .ambient, [.hospital], 14, 7.5, 22, [.prescription, .injectable]),
        Product("Contrast media", .ambient, [.hospital], 16, 6, 420, [.prescription, .injectable]),
        Product("Anaesthetics", .ambient, [.hospital, .clinic], 12, 2.4, 260, [.prescription, .injectable]),
        Product(
            "Opioid analgesics",
            .ambient,
            [.hospital, .pharmacy],
            8,
            1.4,
            340,
            [.prescription, .narcotic],
            needs: .controlled
        ),
        Product(
            "Cytotoxic tablets",
            .ambient,
            [.hospital, .patient],
            6,
            0.8,
            1900,
            [.prescription],
            needs: .hazardousDrugs
        ),
        Product("Test strips and lancets", .ambient, [.pharmacy, .clinic, .patient], 15, 2, 190, [.device]),
        Product("Laboratory consumables", .ambient, [.laboratory, .hospital], 30, 3, 120, [.device]),
        // refrigerated
        Product("Insulin", .refrigerated, [.pharmacy, .hospital, .patient], 14, 2.2, 520, [.prescription]),
        Product(
            "Influenza vaccine",
            .refrigerated,
            [.clinic, .pharmacy, .hospital],
            10,
            1.6,
            640,
            [.prescription, .vaccine]
        ),
        Product(
            "Childhood vaccines",
            .refrigerated,
            [.clinic, .hospital],
            9,
            1.4,
            900,
            [.prescription, .vaccine]
        ),
        Product(
            "Monoclonal antibodies",
            .refrigerated,
            [.hospital, .patient],
            12,
            1.5,
            5200,
            [.prescription, .injectable]
        ),
        Product(
            "Eye drops, refrigerated",
            .refrigerated,
            [.pharmacy, .clinic],
            10,
            1.3,
            260,
            [.prescription]
        ),
        Product(
            "Hormone injections",
            .refrigerated,
            [.pharmacy, .hospital, .patient],
            9,
            1.1,
            780,
            [.prescription, .injectable, .listedHormone]
        ),
        Product("Diagnostic reagents", .refrigerated, [.laboratory, .hospital], 16, 3.4, 610, [.device]),
        Product(
            "Cytotoxic infusions",
            .refrigerated,
            [.hospital],
            15,
            2.8,
            1700,
            [.prescription, .injectable],
            needs: .hazardousDrugs
        ),
        Product(
            "Parenteral nutrition",
            .refrigerated,
            [.hospital, .patient],
            26,
            9,
            310,
            [.prescription, .injectable]
        ),
        // frozen
        Product("Vaccines, frozen", .frozen, [.clinic, .hospital], 8, 2, 1500, [.prescription, .vaccine]),
        Product("Control sera, frozen", .frozen, [.laboratory], 9, 2.4, 700, [.device]),
        Product("Advanced wound gel, frozen", .frozen, [.hospital], 8, 1.8, 1200, [.device]),
        // any temperature
        Product("Dressings", .untempered, [.pharmacy, .hospital, .clinic], 30, 2.5, 60, [.device]),
        Product(
            "Incontinence products",
            .untempered,
            [.patient, .pharmacy, .hospital],
            48,
            5,
            45,
            [.device]
        ),
    ]

    private init(
        _ name: String,
        _ goodsClass: GoodsClass,
        _ kinds: Set<SiteKind>,
        _ litres: Double,
        _ kilograms: Double,
        _ value: Double,
        _ legalClasses: [LegalClass],
        needs skill: Skill? = nil
    ) {
        self.init(
            name: name,
            goodsClass: goodsClass,
            kinds: kinds,
            litres: litres,
            kilograms: kilograms,
            value: value,
            skill: skill,
            legalClasses: legalClasses
        )
    }

    /// What sites of `kind` order of `goodsClass`, as far as the market's law lets anybody supply it to them.
    static func choices(for kind: SiteKind, _ goodsClass: GoodsClass, in market: Market) -> [Product] {
        catalogue.filter {
            $0.goodsClass == goodsClass && $0.kinds.contains(kind) && market.maySell($0, to: kind)
        }
    }
}
