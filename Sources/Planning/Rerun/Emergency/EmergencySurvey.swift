internal import VehicleRouting

/// Finds the ways to serve open emergencies: every depot that has the goods and may give them out, with every vehicle that
/// can fetch them there, with every carrier that is asked, and by way of another depot where nothing else is in time.
struct EmergencySurvey {
    /// Seconds from asking all carriers at once to the one that takes the order standing at the depot.
    static let answer: Seconds = 2700
    /// Seconds that a relay's first vehicle may take longer than straight from depot to depot, shortest first.
    private static let spareTimes: [Seconds] = [600, 1800, 3600, 7200, 14_400]
    /// How many places are looked at for one order and one depot.
    private static let count = 200

    private let day: RunningDay
    private let frozen: FrozenDay
    private let finder: PlaceFinder
    private let lateness: Seconds
    private(set) var options: [EmergencyOption] = []

    /// - Parameters:
    ///   - open: Places in `day.emergencies` of those that nobody serves.
    ///   - horizon: Seconds from now within which nothing changes any more.
    ///   - lateness: Seconds by which an order may be late that could not be delivered otherwise.
    init(_ day: RunningDay, open: [Int], horizon: Seconds, lateness: Seconds) {
        self.day = day
        self.lateness = lateness
        frozen = FrozenDay(day, horizon: horizon)
        finder = PlaceFinder(frozen.plan, in: frozen.problem)
        for (number, index) in open.enumerated() { survey(day.emergencies[index], number) }
    }

    private mutating func survey(_ emergency: Emergency, _ number: Int) {
        guard case .delivery(let shipment)? = frozen.problem.handOver(of: emergency.order) else { return }
        let depots = day.depots(for: emergency)
        var found: [EmergencyOption] = []
        for depot in depots {
            var problem = frozen.problem
            problem.shipments[shipment].pickup = day.fetching(emergency.order, at: depot)
            for place in places(for: shipment, in: problem) {
                found.append(option(number, depot, .vehicle(place.route.vehicle), place, in: problem))
            }
            found += carriers(number, depot, shipment, in: problem)
        }
        if !found.contains(where: { $0.lateness == 0 }) {
            for depot in depots {
                for other in day.openSources where other != depot {
                    found += relays(number, emergency, shipment, from: depot, via: other)
                }
            }
        }
        options += found
    }

    /// The best place on each vehicle, in time if there are any.
    private func places(for shipment: Int, in problem: Problem) -> [InsertionPlace] {
        let task = TaskReference.pickup(shipment)
        let inTime = finder.places(for: task, in: problem, count: Self.count)
        guard inTime.isEmpty else { return inTime.firstPerVehicle }
        var tolerant = problem
        guard tolerant.forgive(shipment, in: day, upTo: lateness) else { return [] }
        let late = finder.places(for: task, in: tolerant, count: Self.count)
        return late.sorted { ($0.deliveryBegin, $0.cost) < ($1.deliveryBegin, $1.cost) }.firstPerVehicle
    }

    private func option(
        _ number: Int,
        _ depot: Int,
        _ bearer: EmergencyOption.Bearer,
        _ place: InsertionPlace,
        in problem: Problem
    ) -> EmergencyOption {
        EmergencyOption(
            emergency: number,
            depot: depot,
            bearer: bearer,
            begin: place.deliveryBegin,
            lateness: lateness(
                of: place.route.visits[place.position].task,
                at: place.deliveryBegin,
                in: problem
            ),
            cost: place.cost
        )
    }

    private func lateness(of task: TaskReference, at time: Seconds, in problem: Problem) -> Seconds {
        let name = StopName(task.handOver, in: problem)
        return day.promises[name].map { max(time - $0, 0) } ?? 0
    }

    /// All carriers that may carry the order and have room are asked at once.
    private func carriers(
        _ number: Int,
        _ depot: Int,
        _ shipment: Int,
        in problem: Problem
    ) -> [EmergencyOption] {
        let task = TaskReference.pickup(shipment)
        let source = problem.depots[depot]
        let ready = problem.shipments[shipment].pickup.timeWindows.open(from: day.now + Self.answer)
        guard let matrix = problem.matrices.min(by: { $0.key < $1.key })?.value, let first = ready.first,
            first.opens < TimeWindow.always.closes
        else { return [] }
        let drive = matrix.duration(from: source.location, to: problem.shipments[shipment].delivery.location)
        let windows = problem.shipments[shipment].delivery.timeWindows
        let arrival = first.opens + source.loading + drive
        let begin = max(arrival, windows.first { $0.closes >= arrival }?.opens ?? arrival)
        let late = lateness(of: .delivery(shipment), at: begin, in: problem)
        guard late <= (day.perishing.contains(problem.shipments[shipment].delivery.id) ? 0 : lateness) else {
            return []
        }
        guard let head = day.head(of: problem.shipments[shipment].delivery.id) else { return [] }
        return day.plan.offers(for: head, in: day.problem)
            .map { offer in
                EmergencyOption(
                    emergency: number,
                    depot: depot,
                    bearer: .carrier(offer.carrier),
                    begin: begin,
                    lateness: late,
                    cost: problem.price(of: task, by: problem.carriers[offer.carrier])
                )
            }
    }

    /// One vehicle takes the goods to another depot, where a second one fetches them.
    private func relays(
        _ number: Int,
        _ emergency: Emergency,
        _ shipment: Int,
        from depot: Int,
        via other: Int
    ) -> [EmergencyOption] {
        var problem = frozen.problem
        // On two vehicles nobody would count how long the goods hold.
        guard problem.shipments[shipment].maxTimeOnBoard == nil,
            let matrix = problem.matrices.min(by: { $0.key < $1.key })?.value
        else { return [] }
        let (here, there) = (problem.depots[depot].location, problem.depots[other].location)
        let soonest = day.now + problem.depots[depot].loading + matrix.duration(from: here, to: there)
        // Routes begin as late as they can, so the hand-over needs a time by which it is done: the soonest that works.
        var found: (first: InsertionPlace, leg: Shipment, by: Seconds)?
        for spare in Self.spareTimes where found == nil {
            let by = soonest + spare
            let leg = day.relay(of: frozen.problem.shipments[shipment], from: depot, to: other, by: by)
            problem = frozen.problem
            problem.shipments.append(leg)
            let task = TaskReference.pickup(problem.shipments.count - 1)
            let first = finder.places(for: task, in: problem, count: 1).first
            found = first.map { (first: $0, leg: leg, by: by) }
        }
        guard let (first, leg, by) = found else { return [] }
        problem = frozen.problem
        problem.shipments[shipment].pickup = day.fetching(
            emergency.order,
            at: other,
            from: by + leg.delivery.service
        )
        return places(for: shipment, in: problem).filter { $0.route.vehicle != first.route.vehicle }.map {
            second in
            let vehicles = (first.route.vehicle, second.route.vehicle)
            let bearer = EmergencyOption.Bearer.relay(vehicles.0, via: other, by: by, then: vehicles.1)
            var found = option(number, depot, bearer, second, in: problem)
            found.cost += first.cost
            return found
        }
    }
}

extension InsertionPlace {
    /// When service begins at the hand-over of a shipment.
    var deliveryBegin: Seconds {
        evaluation.schedule.stops[deliveryStop ?? position].begin
    }
}

extension [InsertionPlace] {
    /// The first place on each vehicle.
    var firstPerVehicle: [InsertionPlace] {
        var seen: Set<Int> = []
        return filter { seen.insert($0.route.vehicle).inserted }
    }
}

extension Problem {
    /// Lets the hand-over of a shipment be late, unless its goods spoil.
    ///
    /// - Returns: Whether that makes a difference.
    fileprivate mutating func forgive(_ shipment: Int, in day: RunningDay, upTo allowance: Seconds) -> Bool {
        let name = shipments[shipment].delivery.id
        guard allowance > 0, !day.perishing.contains(name),
            let last = shipments[shipment].delivery.timeWindows.indices.last
        else { return false }
        let promised = day.promises[StopName(name)] ?? shipments[shipment].delivery.timeWindows[last].closes
        guard shipments[shipment].delivery.timeWindows[last].closes < promised + allowance else {
            return false
        }
        shipments[shipment].delivery.timeWindows[last].closes = promised + allowance
        return true
    }
}
