import VehicleRouting

/// A fleet, and the work it was chosen for.
struct GeneratedFleet {
    var vehicles: [GeneratedVehicle] = []
    /// Minutes of driving, service and loading, estimated.
    var workMinutes = 0.0

    /// Keeps a share of the vehicles, spread evenly over models and shifts.
    mutating func keepShare(_ share: Double) {
        vehicles = vehicles.enumerated().filter { index, _ in
            Int(Double(index + 1) * share) > Int(Double(index) * share)
        }.map(\.element)
    }
}

/// Puts the fleet together: models for each depot and half of the day, with codes, shifts and skills.
struct FleetDraw {
    var sites: [GeneratedSite]
    var depots: [GeneratedDepot]
    var isColdScarce: Bool
    var kind = FleetKind.mixed
    /// Whether vehicles of the morning come back for the second wave.
    var hasReloads = false

    /// The fleet for `orders`, in the order of depots, early vehicles before late ones.
    func fleet(for orders: [GeneratedOrder]) -> GeneratedFleet {
        var fleet = GeneratedFleet()
        var numbers: [String: Int] = [:]
        for depot in depots.indices {
            let own = orders.filter { self.depot(of: $0) == depot }
            for isLate in [false, true] {
                let (now, room) = (part(of: own, isLate: isLate), firstLoad(of: own, isLate: isLate))
                let work = Workload(of: now, room: room, sites: sites, from: depots[depot].coordinate)
                let models =
                    kind == .mixed
                    ? models(for: work, isLate: isLate)
                    : SingleRegimeSizing().models(
                        for: now,
                        room: room,
                        sites: sites,
                        from: depots[depot],
                        isLate: isLate
                    )
                fleet.workMinutes +=
                    work.serviceMinutes + work.tourMinutes
                    + Double(models.count) * (work.stemMinutes + Double(FleetSizing.loadingMinutes))
                for (index, model) in models.enumerated() {
                    numbers[model.prefix, default: 0] += 1
                    fleet.vehicles.append(
                        GeneratedVehicle(
                            code: model.prefix + padded(numbers[model.prefix, default: 1]),
                            model: model,
                            depot: depot,
                            shift: isLate ? FleetSizing.lateShift : shift(at: index),
                            skills: skills(of: model, at: index)
                        )
                    )
                }
            }
        }
        return fleet
    }

    /// The orders that vehicles of one half of the day bring.
    private func part(of orders: [GeneratedOrder], isLate: Bool) -> [GeneratedOrder] {
        orders.filter { (hasReloads ? $0.isInTheEvening : $0.isLate) == isLate }
    }

    /// Those of them that are loaded first: vehicles that come back have the room again for the second wave.
    private func firstLoad(of orders: [GeneratedOrder], isLate: Bool) -> [GeneratedOrder] {
        part(of: orders, isLate: isLate).filter { !hasReloads || $0.promise.release == nil }
    }

    private func models(for work: Workload, isLate: Bool) -> [VehicleModel] {
        let sizing = FleetSizing()
        let models = sizing.models(for: work, isLate: isLate)
        guard isColdScarce else { return models }
        let cold = work.demand[.refrigerated, default: (0, 0)].litres
        return sizing.withScarceCold(models, demand: cold)
    }

    /// The depot that an order counts for: its own, or the nearest.
    private func depot(of order: GeneratedOrder) -> Int {
        if let only = order.depots.first, order.depots.count == 1 { return only }
        let place = order.coordinate(among: sites)
        return depots.indices.min {
            place.kilometres(to: depots[$0].coordinate) < place.kilometres(to: depots[$1].coordinate)
        } ?? 0
    }

    private func shift(at index: Int) -> ClosedRange<Int> {
        let shifts = hasReloads ? FleetSizing.wholeDayShifts : FleetSizing.earlyShifts
        return shifts[index % shifts.count]
    }

    /// Trucks have everything; of the others two in three take controlled drugs and every second has a spill kit.
    private func skills(of model: VehicleModel, at index: Int) -> [Skill] {
        if model.hasTailLift { return [.controlled, .hazardousDrugs, .tailLift] }
        return (index % 3 < 2 ? [.controlled] : []) + (index.isMultiple(of: 2) ? [.hazardousDrugs] : [])
    }

    private func padded(_ number: Int) -> String {
        number < 10 ? "0\(number)" : String(number)
    }
}
