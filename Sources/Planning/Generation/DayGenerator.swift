public import VehicleRouting

/// Makes a realistic day of distribution from a site list: demand, depots, fleet and carriers, as a day folder.
///
/// The same settings give the same folder, byte for byte.  Docs/generate.md states every distribution.
///
/// ```swift
/// let sites = try SiteList(contentsOf: "sites.csv")
/// let day = try DayGenerator(sites: sites, orders: 300, seed: 7).run()
/// try day.write(to: "day")
/// ```
public struct DayGenerator: Hashable, Sendable {
    /// Where vehicles load.
    public enum Depots: Hashable, Sendable {
        /// So many, near the centres of demand; 1 … 9.
        case count(Int)
        /// At these places, at least one.
        case at([Coordinate])
    }

    /// Where the customers are.
    public var sites: SiteList
    /// How many orders the day has, 1 … 100 000.
    public var orders: Int
    /// What makes one day differ from another with the same settings.
    public var seed: UInt64
    /// The day of the plan; its weekday decides whose doors are open.
    public var date: CalendarDate
    /// Whose labels, prices and words the day follows.
    public var market: Market
    /// Where vehicles load.
    public var depots: Depots
    /// Whether the fleet has fewer cold compartments than the day needs.
    public var isColdScarce: Bool
    /// How many orders are made impossible on purpose, 0 … `orders`.
    public var impossible: Int
    /// Whether it is a peak day: a fleet for seven orders in ten, and six carriers, of which one is at its share cap, one
    /// has a licence that has ended and one is new.
    public var isPeak = false
    /// What the fleet is made of.
    public var fleet: FleetKind
    /// Whether drivers take breaks and vehicles come back to load for the second wave.
    public var hasWorkingDay: Bool
    /// Whether cold goods for patients and small frozen lots travel in passive boxes.
    public var hasPassiveBoxes: Bool

    /// A day of `orders` at `sites`, with one depot and an ordinary fleet, in the United Kingdom.
    public init(sites: SiteList, orders: Int, seed: UInt64) {
        self.sites = sites
        self.orders = orders
        self.seed = seed
        date = Self.defaultDate
        market = .gb
        depots = .count(1)
        isColdScarce = false
        impossible = 0
        fleet = .mixed
        hasWorkingDay = false
        hasPassiveBoxes = false
    }

    /// The day when none is given, a Tuesday: a day that depends on the clock could not be generated again.
    public static let defaultDate = CalendarDate(year: 2027, month: 3, day: 2)

    /// Generates the day.
    public func run() throws(GenerationError) -> GeneratedDay {
        try checkRanges()
        let all = placedSites()
        let open = all.indices.filter { !all[$0].openToday.isEmpty }
        guard !open.isEmpty else {
            throw GenerationError(.allClosed(weekday: date.weekday.name), at: "--date \(date)")
        }
        let day = drawnDay(sites: all, open: open)
        let record = CarrierHistoryGenerator(of: day, seed: seed)
        return GeneratedDay(
            files: day.files + [GeneratedDay.File(name: "carrier-truth.csv", text: record.truth)],
            carrierHistory: record.files,
            summary: day.summary(openSites: open.count)
        )
    }

    private func placedSites() -> [GeneratedSite] {
        var random = SeededRandom(seed: seed, stream: "sites")
        return SitePlacement(market: market, weekday: date.weekday, orders: orders)
            .place(sites, random: &random)
    }

    private func drawnDay(sites: [GeneratedSite], open: [Int]) -> DayTables {
        let openSites = open.map { sites[$0] }
        let depots = placedDepots(among: openSites)
        var orderStream = SeededRandom(seed: seed, stream: "orders")
        var drawn = OrderDraw(market: market, sites: openSites, positions: open, depots: depots)
            .draw(orders, random: &orderStream)
        if hasPassiveBoxes { drawn = PassiveBoxDraw().boxed(drawn) }
        // Sized before orders are spoilt: nobody buys a truck for goods that no truck holds.
        var fleet = FleetDraw(
            sites: sites,
            depots: depots,
            isColdScarce: isColdScarce,
            kind: fleet,
            hasReloads: hasWorkingDay
        ).fleet(for: drawn)
        if isPeak { fleet.keepShare(Self.peakFleet) }
        var impossibleStream = SeededRandom(seed: seed, stream: "impossible")
        ImpossibleOrders(sites: sites).spoil(impossible, of: &drawn, random: &impossibleStream)
        return DayTables(
            market: market,
            date: date,
            sites: sites,
            depots: depots,
            orders: drawn,
            fleet: fleet,
            isPeak: isPeak,
            hasWorkingDay: hasWorkingDay,
            hasPassiveBoxes: hasPassiveBoxes
        )
    }

    /// The share of the usual fleet that drives about seven orders in ten: a fleet is made with room to spare.
    private static let peakFleet = 0.42

    private func placedDepots(among sites: [GeneratedSite]) -> [GeneratedDepot] {
        let placement = DepotPlacement(market: market)
        switch depots {
        case .at(let places):
            return placement.depots(at: places, near: sites)
        case .count(let count):
            var random = SeededRandom(seed: seed, stream: "depots")
            return placement.place(count, among: sites, random: &random)
        }
    }

    private func checkRanges() throws(GenerationError) {
        func check(_ value: Int, in range: ClosedRange<Int>, _ option: String) throws(GenerationError) {
            guard !range.contains(value) else { return }
            throw GenerationError(
                .outOfRange(value: String(value), expected: "\(range.lowerBound) … \(range.upperBound)"),
                at: option
            )
        }
        try check(orders, in: 1...100_000, "--orders")
        try check(impossible, in: 0...orders, "--impossible")
        switch depots {
        case .count(let count): try check(count, in: 1...9, "--depots")
        case .at(let places): try check(places.count, in: 1...9, "--depot")
        }
    }
}
