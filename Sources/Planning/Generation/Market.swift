/// The country whose labels, prices, working day and words a generated day follows.
public enum Market: String, CaseIterable, Sendable {
    /// United Kingdom, pounds.
    case gb
    /// Germany, euros.
    case de
    /// China, yuan.
    case cn
}

extension Market {
    /// ISO 4217.
    var currency: String {
        switch self {
        case .gb: "GBP"
        case .de: "EUR"
        case .cn: "CNY"
        }
    }

    /// ISO 3166.
    var country: String { rawValue.uppercased() }

    /// IANA name.
    var timeZone: String {
        switch self {
        case .gb: "Europe/London"
        case .de: "Europe/Berlin"
        case .cn: "Asia/Shanghai"
        }
    }

    /// Goods values, carriers' tariffs and prices of leaving out, relative to the pound figures.
    var priceLevel: Double {
        switch self {
        case .gb: 1
        case .de: 1.15
        case .cn: 5
        }
    }

    /// What one hour of a van driver costs with contributions, in the currency.
    var driverHour: Double {
        switch self {
        case .gb: 17.5
        case .de: 21
        case .cn: 42
        }
    }

    /// Vehicle hire and fuel relative to the pound figures of `VehicleModel`.
    var vehiclePriceLevel: Double {
        switch self {
        case .gb: 1
        case .de: 1.1
        case .cn: 4.2
        }
    }

    /// The labels that goods of a class carry, with their shares.
    func labels(of goodsClass: GoodsClass) -> [(regime: String, share: Double)] {
        switch (goodsClass, self) {
        case (.ambient, .cn): [("CN_SHADY", 0.7), ("CN_RT", 0.3)]
        case (.ambient, _): [("RT15_25", 0.65), ("LT25", 0.25), ("LT30", 0.1)]
        case (.refrigerated, .cn): [("REF", 0.6), ("CN_COLD", 0.4)]
        case (.refrigerated, _): [("REF", 1)]
        case (.frozen, _): [("FRZ25_15", 1)]
        case (.untempered, _): [("none", 1)]
        }
    }

    /// The range that a compartment for a class is qualified to keep.
    func compartmentRegime(for goodsClass: GoodsClass) -> String {
        switch (goodsClass, self) {
        case (.ambient, .cn): OwnRegime.chineseBody.code
        case (.ambient, _), (.untempered, _): "RT15_25"
        case (.refrigerated, _): "REF"
        case (.frozen, _): "FRZ25_15"
        }
    }

    /// Regimes that the shipped catalogue lacks, for regimes.csv.
    var ownRegimes: [OwnRegime] {
        self == .cn ? [.chineseBody] : []
    }

    /// What people call a site of a kind, put behind the name of its town.
    func noun(for kind: SiteKind) -> String {
        let nouns: (english: String, german: String, chinese: String) =
            switch kind {
            case .hospital: ("Hospital", "Klinikum", "医院")
            case .pharmacy: ("Pharmacy", "Apotheke", "药房")
            case .clinic: ("Health Centre", "Praxis", "卫生院")
            case .laboratory: ("Laboratory", "Labor", "检验所")
            case .patient: ("Home delivery", "Heimbelieferung", "患者配送")
            }
        return switch self {
        case .gb: nouns.english
        case .de: nouns.german
        case .cn: nouns.chinese
        }
    }

    /// What people call a depot in a town.
    func depotName(in town: String) -> String {
        switch self {
        case .gb: "\(town) depot"
        case .de: "Lager \(town)"
        case .cn: "\(town)配送中心"
        }
    }
}

/// A regime of the day's own.
struct OwnRegime {
    var code: String
    /// Degrees Celsius, both included.
    var low: Int
    var high: Int

    /// Both "not above 20 °C" and "10…30 °C", the two Chinese room temperature labels, hold between 10 and 20 °C.
    static let chineseBody = OwnRegime(code: "CN_BODY", low: 10, high: 20)
}
