internal import VehicleRouting

/// Vehicles that differ in nothing but their names, and what one of them can do on its route.
struct VehicleClass {
    /// Indices into the problem's vehicles.
    let vehicles: [Int]
    /// One of them.
    let model: Vehicle
    /// Compartments that differ in nothing but their names count as one.
    let compartments: [CompartmentClass]
    /// Seconds at the dock before the departure.
    let loading: Seconds
    /// The earliest departure; nil when the depot is shut for the whole shift.
    let departure: Seconds?
    /// The latest arrival at the end.
    let latestEnd: Seconds
    /// The most trips a route can hold; 1 where the vehicle may not load again.
    let mostTrips: Int
    /// The least travel after the last stop.
    let lastArc: ArcFloor
    /// From the start to each place.
    let outward: ShortestTimes
    /// From each place to the end.
    let homeward: ShortestTimes
    private let departureWindows: [TimeWindow]
    private let arcs: NearestArcs
    private let places: PlaceUse
    private let hasArcCosts: Bool

    var count: Int { vehicles.count }

    /// Seconds per vehicle for travel and tasks, the last arc taken off; 0 when it cannot leave at all.
    var workingTime: Seconds {
        guard let departure else { return 0 }
        let span = latestEnd - departure
        return max(min(span, model.maxDuration.map { $0 - loading } ?? span) - lastSeconds, 0)
    }

    /// When its work blocks lie: from departure to the start of the last arc.
    var span: TimeWindow? {
        guard let departure, departure <= latestEnd - lastSeconds else { return nil }
        return TimeWindow(opens: departure, closes: latestEnd - lastSeconds)
    }

    /// What using one vehicle costs at least, in wire units.
    var fixedCost: Double {
        Double(model.costs.fixed) + cost(of: lastArc) + Double(loading * model.costs.perTaskHour) / 3600
    }

    /// The earliest departure with goods that are ready at `release`.
    ///
    /// Goods of a later trip may come from a depot nearer to their stop, so they are taken to be ready.
    func departure(after release: Seconds) -> Seconds? {
        let release = model.reloadDepots.isEmpty ? release : 0
        return departureWindows.nextOpening(at: max(model.shift.opens + loading, release))
    }

    private var lastSeconds: Seconds { model.seconds(lastArc.seconds) }
}

/// Compartments of a vehicle that differ in nothing but their names.
struct CompartmentClass {
    let capacity: Load
    let count: Int
    /// What each may run, as far as it makes a difference to the goods of the day; nil for no temperature control.
    let regimes: [Int?]
}

extension Vehicle {
    /// Driving seconds of this vehicle where the matrix says `seconds`.
    func seconds(_ seconds: Seconds) -> Seconds {
        speedFactor == 1 ? seconds : Seconds((Double(seconds) / speedFactor).rounded())
    }
}

// MARK: - What a visit takes

extension VehicleClass {
    /// What one visit takes at the very least, summed over the day.
    ///
    /// A halt is paid for once, whatever is done there: each of the `n` visits of the day to a place bears an n-th of the arc into
    /// it, of the setup and of the price per stop.  A route that makes m ≤ n of them in one halt bears at least m n-ths.
    func dayShare(of visit: Job) -> (seconds: Double, cost: Double) {
        let sharers = Double(places.visits(at: visit.location))
        let arc = arcs.into(visit.location, startingAt: model.start)
        let isHome = visit.location == model.start
        let setup = isHome ? 0 : Double(places.leastSetup(at: visit.location, by: model.type)) / sharers
        let service = Double(visit.service(by: model.type))
        let stop = isHome ? 0 : Double(model.costs.perStop) / sharers
        let task = (setup + service) * Double(model.costs.perTaskHour) / 3600
        let seconds = Double(model.seconds(arc.seconds)) / sharers + setup + service
        return (seconds, cost(of: arc) / sharers + task + stop)
    }

    /// The stretch of time that a visit surely fills, around its begin.
    ///
    /// The arc and the setup count only where no other visit of the day may share the halt.
    func block(of visit: Job) -> (lead: Seconds, work: Seconds) {
        let service = visit.service(by: model.type)
        guard places.visits(at: visit.location) == 1, visit.location != model.start else {
            return (0, service)
        }
        let arc = arcs.into(visit.location, startingAt: model.start)
        return (model.seconds(arc.seconds), visit.setup(by: model.type) + service)
    }

    private func cost(of arc: ArcFloor) -> Double {
        if hasArcCosts { return Double(arc.cost) }
        let road = Double(arc.metres * model.costs.perKilometre) / 1000
        return road + Double(model.seconds(arc.seconds) * model.costs.perHour) / 3600
    }
}

/// How many visits of the day go to each location, and the least setup there.
struct PlaceUse {
    private var counts: [Int: Int] = [:]
    private var setups: [Int: [Job]] = [:]

    init(of demands: [Demand]) {
        for visit in demands.flatMap(\.visits) {
            counts[visit.location, default: 0] += 1
            setups[visit.location, default: []].append(visit)
        }
    }

    /// The locations with visits, in order.
    var locations: [Int] { counts.keys.sorted() }

    func visits(at location: Int) -> Int { counts[location] ?? 0 }

    func leastSetup(at location: Int, by type: String) -> Seconds {
        setups[location]?.map { $0.setup(by: type) }.min() ?? 0
    }
}

// MARK: - Classes of a fleet

extension VehicleClass {
    /// The classes of a fleet, in the order of their first vehicles.
    static func classes(of problem: Problem, for demands: [Demand]) -> [VehicleClass] {
        let places = PlaceUse(of: demands)
        let locations = places.locations
        let arcs = problem.matrices.mapValues { NearestArcs(in: $0, between: locations) }
        let labels = Set(demands.compactMap(\.label))
        return identicalVehicles(of: problem).compactMap { vehicles in
            let model = problem.vehicles[vehicles[0]]
            guard let matrix = problem.matrices[model.profile], let arcs = arcs[model.profile] else {
                return nil
            }
            return VehicleClass(
                vehicles: vehicles,
                model: model,
                compartments: CompartmentClass.classes(of: model, for: labels, in: problem),
                problem: problem,
                matrix: matrix,
                arcs: arcs,
                places: places,
                locations: locations
            )
        }
    }

    private init(
        vehicles: [Int],
        model: Vehicle,
        compartments: [CompartmentClass],
        problem: Problem,
        matrix: TravelMatrix,
        arcs: NearestArcs,
        places: PlaceUse,
        locations: [Int]
    ) {
        self.vehicles = vehicles
        self.model = model
        self.compartments = compartments
        self.arcs = arcs
        self.places = places
        hasArcCosts = !matrix.costs.isEmpty
        loading = model.startDepot.map { problem.depots[$0].loading } ?? 0
        departureWindows = model.startDepot.map { problem.depots[$0].timeWindows } ?? []
        departure = departureWindows.nextOpening(at: model.shift.opens + loading)
        let returnWindows = model.endDepot.map { problem.depots[$0].timeWindows } ?? []
        latestEnd = min(model.shift.closes, returnWindows.last?.closes ?? model.shift.closes)
        lastArc = arcs.last(to: model.end)
        // Each trip but the first takes its loading and a drive to some stop.
        let shortestTrips = model.reloadDepots.map { index in
            let depot = problem.depots[index]
            let drives = locations.map {
                matrix.duration(from: depot.location, to: $0, speedFactor: model.speedFactor)
            }
            return depot.loading + (drives.min() ?? 0)
        }
        let span = max(latestEnd - (departure ?? latestEnd), 0)
        mostTrips = shortestTrips.min().map { 1 + min(span / max($0, 1), problem.jobs.count) } ?? 1
        outward = ShortestTimes(from: model.start, among: locations, in: matrix) {
            matrix.duration(from: $0, to: $1, speedFactor: model.speedFactor)
        }
        homeward = ShortestTimes(from: model.end, among: locations, in: matrix) {
            matrix.duration(from: $1, to: $0, speedFactor: model.speedFactor)
        }
    }

    /// Indices of vehicles that are equal in everything but name and description, also to the jobs that name vehicles.
    private static func identicalVehicles(of problem: Problem) -> [[Int]] {
        let named = Set(
            problem.jobs.compactMap(\.allowedVehicles) + problem.shipments.compactMap(\.allowedVehicles)
        )
        var groups: [[Int]] = []
        var positions: [[AnyHashable]: Int] = [:]
        for (index, vehicle) in problem.vehicles.enumerated() {
            var nameless = vehicle.nameless
            nameless.compartments = vehicle.compartments.map {
                Compartment(id: "", capacity: $0.capacity, regimes: $0.regimes)
            }
            let key = [AnyHashable(nameless), AnyHashable(named.filter { $0.contains(vehicle.id) })]
            if let position = positions[key] {
                groups[position].append(index)
            } else {
                positions[key] = groups.count
                groups.append([index])
            }
        }
        return groups
    }
}

extension CompartmentClass {
    static func classes(of vehicle: Vehicle, for labels: Set<Int>, in problem: Problem) -> [CompartmentClass]
    {
        var nameless: [Compartment] = []
        var counts: [Int] = []
        for compartment in vehicle.effectiveCompartments {
            let blank = Compartment(id: "", capacity: compartment.capacity, regimes: compartment.regimes)
            if let position = nameless.firstIndex(of: blank) {
                counts[position] += 1
            } else {
                nameless.append(blank)
                counts.append(1)
            }
        }
        return zip(nameless, counts).map { compartment, count in
            CompartmentClass(
                capacity: compartment.capacity,
                count: count,
                regimes: usefulRegimes(of: compartment.regimes ?? [], for: labels, in: problem)
            )
        }
    }

    /// The regimes that allow goods of the day which no other regime of the compartment allows with as many more; nil
    /// alone when it suits no label.
    private static func usefulRegimes(of regimes: [Int], for labels: Set<Int>, in problem: Problem) -> [Int?]
    {
        var useful: [(regime: Int, labels: Set<Int>)] = []
        for regime in regimes {
            let allowed = labels.filter { problem.regimes[$0].accepts(problem.regimes[regime]) }
            if allowed.isEmpty || useful.contains(where: { allowed.isSubset(of: $0.labels) }) { continue }
            useful.removeAll { $0.labels.isSubset(of: allowed) }
            useful.append((regime, allowed))
        }
        return useful.isEmpty ? [nil] : useful.map(\.regime)
    }
}
