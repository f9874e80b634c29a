import VehicleRouting

/// What one depot has to do in one part of the day, estimated before anything is planned.
struct Workload {
    /// Halts, each place counted once.
    var stops = 0
    /// Minutes of service at all halts.
    var serviceMinutes = 0.0
    /// Minutes of driving from halt to halt, on one tour through all of them.
    var tourMinutes = 0.0
    /// Minutes from the depot to the middle of the halts and back, for each vehicle.
    var stemMinutes = 0.0
    /// Deliveries by the class of the compartment they travel in; the first of each pair in litres, the second in kilograms.
    var demand: [GoodsClass: (litres: Double, kilograms: Double)] = [:]
    /// Halts at which frozen goods are handed over.
    var frozenStops = 0
    /// What jobs that need a tail lift weigh, and how many there are.
    var heavyLitres = 0.0
    var heavyKilograms = 0.0
    var heavyJobs = 0

    /// How much longer tours become because customers have hours and vehicles have one load each.
    ///
    /// Chosen so that a good plan of `Datasets/normal` needs about 85 % of its vehicles.
    static let detourForPromises = 1.5
    /// A shortest tour through random points over the shortest tree that joins them: 0.7124 √(nA) (Johnson,
    /// McGeoch and Rothberg, SODA 1996) over 0.6331 √(nA) (Cortina-Borja and Robinson, Statistics and
    /// Probability Letters 47(2), 2000).
    static let tourOverTree = 1.125

    /// - Parameter room: Those of the orders that are on board at once; nil for all of them.
    init(
        of orders: [GeneratedOrder],
        room: [GeneratedOrder]? = nil,
        sites: [GeneratedSite],
        from depot: Coordinate
    ) {
        var serviceByPlace: [Coordinate: Double] = [:]
        var frozenPlaces: Set<Coordinate> = []
        var places: [Coordinate] = []
        for order in orders {
            let place = order.coordinate(among: sites)
            let profile = order.kind.profile.service
            if serviceByPlace[place] == nil { places.append(place) }
            for (goodsClass, lines) in order.consignments {
                let minutes = lines.service(perBox: profile.perBox).map(Double.init)
                serviceByPlace[place, default: Double(profile.perHalt)] +=
                    minutes ?? profile.perBox * Double(lines.boxes)
                if goodsClass == .frozen, lines.allSatisfy({ $0.passiveBox == nil }) {
                    frozenPlaces.insert(place)
                }
            }
        }
        for order in room ?? orders where !order.isReturn {
            for (goodsClass, lines) in order.consignments { addDemand(of: lines, goodsClass) }
        }
        stops = places.count
        frozenStops = frozenPlaces.count
        serviceMinutes = places.reduce(0) { $0 + serviceByPlace[$1, default: 0] }
        let tree = Self.shortestTreeMinutes([depot] + places)
        tourMinutes = tree * Self.tourOverTree * Self.detourForPromises
        let stems = places.map { 2 * Self.minutes(from: depot, to: $0) }
        stemMinutes = stems.isEmpty ? 0 : stems.reduce(0, +) / Double(stems.count)
    }

    private mutating func addDemand(of lines: [GeneratedOrder.Line], _ goodsClass: GoodsClass) {
        let isBoxed = lines.contains { $0.passiveBox != nil }
        let goodsClass = isBoxed ? .ambient : goodsClass.compartmentClass
        demand[goodsClass, default: (0, 0)].litres += lines.litres
        demand[goodsClass, default: (0, 0)].kilograms += lines.kilograms
        guard lines.skills.contains(.tailLift) else { return }
        heavyLitres += lines.litres
        heavyKilograms += lines.kilograms
        heavyJobs += 1
    }

    /// Minutes of driving, with the detour and the speeds of a day that says nothing else.
    private static func minutes(from start: Coordinate, to end: Coordinate) -> Double {
        let road = RoadEstimate.standard.detourFactor * start.kilometres(to: end)
        return RoadEstimate.standard.seconds(forKilometres: road) / 60
    }

    /// By Prim's algorithm (Bell System Technical Journal 36(6), 1957).
    private static func shortestTreeMinutes(_ places: [Coordinate]) -> Double {
        var nearest = places.map { Self.minutes(from: places[0], to: $0) }
        var isJoined = places.map { _ in false }
        var total = 0.0
        for _ in places.indices {
            var next = -1
            for place in places.indices where !isJoined[place] && (next < 0 || nearest[place] < nearest[next])
            {
                next = place
            }
            isJoined[next] = true
            total += nearest[next]
            for place in places.indices where !isJoined[place] {
                nearest[place] = min(
                    nearest[place],
                    Self.minutes(from: places[next], to: places[place])
                )
            }
        }
        return total
    }
}

extension GeneratedOrder {
    /// Where it is handed over.
    func coordinate(among sites: [GeneratedSite]) -> Coordinate {
        switch destination {
        case .site(let site): sites[site].coordinate
        case .home(let coordinate, _): coordinate
        }
    }

    /// Whether it can only be delivered in the second half of the day.
    var isLate: Bool {
        promise.release != nil || isInTheEvening
    }

    /// Whether it can only be delivered after the offices have closed.
    var isInTheEvening: Bool {
        (promise.earliest ?? 0) >= 16 * 60
    }
}
