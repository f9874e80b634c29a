/// What sites of one kind are like; every figure is an assumption stated in Docs/generate.md.
struct SiteProfile {
    /// Of all orders, before kinds that the site list lacks are left out.
    var shareOfOrders: Double
    /// Orders that a site of this kind gives on one day, on average; decides how many sites towns get.
    var ordersPerSite: Double
    /// Spread of the size of sites whose list gives no population (σ of a log-normal with median 1).
    var sizeSigma: Double
    /// Order lines beyond the first (mean of a Poisson distribution) at a site of size 1.
    var furtherLines: Double
    /// Boxes of a line at a site of size 1 (median and σ of a log-normal).
    var boxes: (median: Double, sigma: Double)
    /// How the goods divide over the temperature classes.
    var classShares: [GoodsClass: Double]
    /// Typical hours from Monday to Friday, one of which a site gets if its list has none.
    var typicalHours: [DayHours]
    /// Minutes once per halt, and for each box.
    var service: (perHalt: Int, perBox: Double)
    /// 0 … 100, as in orders.csv.
    var priority: Int
    /// What leaving an order out costs, in pounds before the market's price level.
    var leaveOutPrice: Double
}

extension SiteKind {
    /// The figures of the kind.
    var profile: SiteProfile {
        switch self {
        case .hospital: .hospital
        case .pharmacy: .pharmacy
        case .clinic: .clinic
        case .laboratory: .laboratory
        case .patient: .patient
        }
    }
}

extension SiteProfile {
    fileprivate static let hospital = SiteProfile(
        shareOfOrders: 0.14,
        ordersPerSite: 2.5,
        sizeSigma: 0.7,
        furtherLines: 4,
        boxes: (median: 2.6, sigma: 0.8),
        classShares: [.ambient: 0.52, .refrigerated: 0.34, .frozen: 0.06, .untempered: 0.08],
        typicalHours: [[7 * 60...16 * 60]],
        service: (perHalt: 8, perBox: 0.2),
        priority: 10,
        leaveOutPrice: 700
    )

    fileprivate static let pharmacy = SiteProfile(
        shareOfOrders: 0.60,
        ordersPerSite: 1.25,
        sizeSigma: 0.4,
        furtherLines: 2,
        boxes: (median: 1.5, sigma: 0.6),
        classShares: [.ambient: 0.60, .refrigerated: 0.34, .untempered: 0.06],
        typicalHours: [
            [9 * 60...13 * 60, 14 * 60...18 * 60],
            [8 * 60 + 30...12 * 60 + 30, 13 * 60 + 30...18 * 60 + 30],
            [9 * 60...18 * 60 + 30],
            [8 * 60...20 * 60],
        ],
        service: (perHalt: 4, perBox: 0.2),
        priority: 0,
        leaveOutPrice: 400
    )

    fileprivate static let clinic = SiteProfile(
        shareOfOrders: 0.10,
        ordersPerSite: 1.1,
        sizeSigma: 0.4,
        furtherLines: 1,
        boxes: (median: 1.4, sigma: 0.6),
        classShares: [.ambient: 0.37, .refrigerated: 0.53, .frozen: 0.05, .untempered: 0.05],
        typicalHours: [
            [8 * 60 + 30...12 * 60 + 30, 13 * 60 + 30...17 * 60],
            [8 * 60...12 * 60],
            [8 * 60...18 * 60],
        ],
        service: (perHalt: 5, perBox: 0.25),
        priority: 0,
        leaveOutPrice: 400
    )

    fileprivate static let laboratory = SiteProfile(
        shareOfOrders: 0.06,
        ordersPerSite: 1.5,
        sizeSigma: 0.5,
        furtherLines: 1.5,
        boxes: (median: 1.6, sigma: 0.6),
        classShares: [.ambient: 0.20, .refrigerated: 0.62, .frozen: 0.18],
        typicalHours: [[8 * 60...17 * 60], [7 * 60...15 * 60]],
        service: (perHalt: 5, perBox: 0.25),
        priority: 10,
        leaveOutPrice: 500
    )

    fileprivate static let patient = SiteProfile(
        shareOfOrders: 0.10,
        ordersPerSite: 1,
        sizeSigma: 0,
        furtherLines: 0.2,
        boxes: (median: 1.3, sigma: 0.5),
        classShares: [.ambient: 0.25, .refrigerated: 0.45, .untempered: 0.30],
        typicalHours: [[0...24 * 60]],
        service: (perHalt: 5, perBox: 0),
        priority: 20,
        leaveOutPrice: 450
    )
}
