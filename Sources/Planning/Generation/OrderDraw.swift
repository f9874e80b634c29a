import VehicleRouting

/// Draws the day's orders: who orders, what, how much, and by when.
struct OrderDraw {
    var market: Market
    /// Sites that are open today; `positions` are their indices among all sites of the day.
    var sites: [GeneratedSite]
    var positions: [Int]
    var depots: [GeneratedDepot]

    /// Shares of orders that are not plain deliveries of stock.
    static let returnShare = 0.04
    static let patientBoundShare = 0.03
    static let criticalShare = 0.02
    /// With several depots: shares of orders that any may serve, and that only one further away has in stock.
    static let anyDepotShare = 0.25
    static let farDepotShare = 0.06

    /// `count` orders, sorted by nothing but chance.
    func draw(_ count: Int, random: inout SeededRandom) -> [GeneratedOrder] {
        let chooser = CustomerChooser(sites: sites)
        return (1...count).map { number in
            order(number, customer: chooser.draw(using: &random), random: &random)
        }
    }

    private func order(
        _ number: Int,
        customer: CustomerChooser.Customer,
        random: inout SeededRandom
    ) -> GeneratedOrder {
        let (kind, site) = (customer.kind, sites[customer.site])
        let size = kind == .patient ? 1 : site.size
        let hours = kind == .patient ? kind.profile.typicalHours[0] : site.openToday
        let code = String(number)
        var order = GeneratedOrder(
            code: "SO" + String(repeating: "0", count: max(0, 6 - code.count)) + code,
            kind: kind,
            destination: .site(positions[customer.site]),
            lines: LineDraw(market: market, kind: kind, size: size).draw(using: &random),
            priority: kind.profile.priority,
            leaveOutPrice: kind.profile.leaveOutPrice * market.priceLevel,
            channel: kind == .hospital ? "dth" : kind == .patient ? "home" : "wholesale"
        )
        order.depots = depotChoice(for: site.coordinate, random: &random)
        if kind == .patient {
            // A home lies within walking distance or a short drive of the pharmacy: 1.5 km a standard deviation.
            let home = site.coordinate.moved(north: 1.5 * random.normal(), east: 1.5 * random.normal())
            order.destination = .home(home, city: site.city)
            order.patientReference = pseudonym(&random)
            order.remarks = "Neutral packaging; hand over in person"
        }
        let promise = PromiseDraw(kind: kind, hours: hours).draw(using: &random)
        // Pallets come at any time within the hours.
        let hasPallets = order.consignments.contains { $0.lines.skills.contains(.tailLift) }
        order.promise = hasPallets ? GeneratedOrder.Promise() : promise
        addSpecialCases(to: &order, random: &random)
        return order
    }

    private func addSpecialCases(to order: inout GeneratedOrder, random: inout SeededRandom) {
        let draw = random.uniform()
        if order.kind != .patient, draw < Self.returnShare {
            makeReturn(&order, random: &random)
        } else if order.kind == .pharmacy, draw < Self.returnShare + Self.patientBoundShare {
            order.channel = "dtp"
            order.patientReference = pseudonym(&random)
            order.priority = 20
            order.remarks = "Patient-bound: hand over sealed"
        } else if order.kind == .hospital || order.kind == .clinic,
            draw > 1 - Self.criticalShare * 3
        {
            order.priority = 60
            order.leaveOutPrice *= 3
            order.remarks = "Critical: call the ward on arrival"
        }
    }

    /// A return brings back one line of the order: unsold stock, or empty cool boxes.
    private func makeReturn(_ order: inout GeneratedOrder, random: inout SeededRandom) {
        order.isReturn = true
        order.lines = [random.element(of: order.lines)]
        order.leaveOutPrice *= 0.6
        order.promise = GeneratedOrder.Promise()
        order.remarks = "Return: check seals against the list"
    }

    /// Which depots have the goods in stock.
    private func depotChoice(for place: Coordinate, random: inout SeededRandom) -> [Int] {
        guard depots.count > 1 else { return [] }
        let draw = random.uniform()
        if draw < Self.anyDepotShare { return [] }
        if draw < Self.anyDepotShare + Self.farDepotShare { return [random.integer(below: depots.count)] }
        let nearest = depots.indices.min {
            place.kilometres(to: depots[$0].coordinate) < place.kilometres(to: depots[$1].coordinate)
        }
        return [nearest ?? 0]
    }

    /// Five letters and digits without those that are misread.
    private func pseudonym(_ random: inout SeededRandom) -> String {
        let characters = Array("ACDEFGHJKLMNPQRTUVWXYZ34679")
        return "P-" + String((0..<5).map { _ in random.element(of: characters) })
    }
}

/// Draws who orders: first the kind, then a site of that kind by its size.
struct CustomerChooser {
    struct Customer {
        var kind: SiteKind
        /// The site that orders, or near which the patient lives.
        var site: Int
    }

    private var kinds: [SiteKind] = []
    private var kindShares: CumulativeWeights
    private var members: [[Int]] = []
    private var memberWeights: [CumulativeWeights] = []

    init(sites: [GeneratedSite]) {
        let all = Array(sites.indices)
        var shares: [Double] = []
        for kind in SiteKind.allCases {
            let ofKind = all.filter { sites[$0].kind == kind }
            // Patients need no site of their own: they live near others.
            let chosen = kind == .patient && ofKind.isEmpty ? all : ofKind
            guard !chosen.isEmpty else { continue }
            kinds.append(kind)
            shares.append(kind.profile.shareOfOrders)
            members.append(chosen)
            memberWeights.append(CumulativeWeights(chosen.map { sites[$0].size }))
        }
        kindShares = CumulativeWeights(shares)
    }

    func draw(using random: inout SeededRandom) -> Customer {
        let kind = kindShares.draw(using: &random)
        return Customer(
            kind: kinds[kind],
            site: members[kind][memberWeights[kind].draw(using: &random)]
        )
    }
}
