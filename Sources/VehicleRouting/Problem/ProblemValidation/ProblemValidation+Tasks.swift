extension ProblemValidation {
    /// Depots, where routes start and end.
    mutating func checkDepots() {
        checkNames(problem.depots.map(\.id), "depot") { "depots[\($0)]" }
        for (index, depot) in problem.depots.enumerated() {
            let (path, name) = ("depots[\(index)]", "depot \(depot.id)")
            checkLocation(depot.location, "\(path).location_index", name)
            checkWindows(depot.timeWindows, "\(path).time_windows", name)
            checkDuration(depot.loading, "\(path).loading", name)
        }
    }

    /// Jobs and shipments.
    mutating func checkTasks() {
        checkNames(problem.jobs.map(\.id), "job") { "jobs[\($0)]" }
        checkNames(problem.shipments.map(\.pickup.id), "pickup") { "shipments[\($0)].pickup" }
        checkNames(problem.shipments.map(\.delivery.id), "delivery") { "shipments[\($0)].delivery" }
        let types = Set(problem.vehicles.map(\.type))
        let vehicles = Set(problem.vehicles.map(\.id))
        for (index, job) in problem.jobs.enumerated() {
            checkJob(job, "jobs[\(index)]", types: types, vehicles: vehicles)
        }
        for (index, shipment) in problem.shipments.enumerated() {
            checkShipment(shipment, "shipments[\(index)]", types: types, vehicles: vehicles)
        }
        checkTotalLoads()
    }

    private mutating func checkJob(_ job: Job, _ path: String, types: Set<String>, vehicles: Set<Identifier>)
    {
        let name = "job \(job.id)"
        checkVisit(job, path, name, types: types)
        checkLoad(job.delivery, "\(path).delivery", name)
        checkLoad(job.pickup, "\(path).pickup", name)
        checkPriority(job.priority, "\(path).priority", name)
        checkPrices(job.unassignedCost, job.goodsValue, path, name)
        checkRegime(job.regime, "\(path).regime", name)
        checkAllowed(job.allowedVehicles, vehicles, "\(path).allowed_vehicles", name)
        checkAboard(job.aboard, "\(path).aboard", name)
        for depot in job.depots.sorted() { checkDepot(depot, "\(path).depots", name) }
        checkTime(job.release, "\(path).release_time", name)
        if job.release > 0, job.delivery.isNothing {
            report(
                .idleRelease,
                "\(path).release_time",
                name,
                "the job is released at \(job.release) but has no delivery that would wait for it",
                hint: "add the delivery, or give the earliest time as a time window",
                value: job.release
            )
        }
        checkColdChain(of: job, path, name)
    }

    private mutating func checkShipment(
        _ shipment: Shipment,
        _ path: String,
        types: Set<String>,
        vehicles: Set<Identifier>
    ) {
        let name = "shipment \(shipment.pickup.id)"
        checkVisit(shipment.pickup, "\(path).pickup", "pickup \(shipment.pickup.id)", types: types)
        checkVisit(shipment.delivery, "\(path).delivery", "delivery \(shipment.delivery.id)", types: types)
        checkHalf(shipment.pickup, "\(path).pickup", "pickup \(shipment.pickup.id)")
        checkHalf(shipment.delivery, "\(path).delivery", "delivery \(shipment.delivery.id)")
        checkLoad(shipment.amount, "\(path).amount", name)
        checkPriority(shipment.priority, "\(path).priority", name)
        checkPrices(shipment.unassignedCost, shipment.goodsValue, path, name)
        checkRegime(shipment.regime, "\(path).regime", name)
        checkAllowed(shipment.allowedVehicles, vehicles, "\(path).allowed_vehicles", name)
        checkExposure(shipment.maxTimeOnBoard, "\(path).max_time_on_board", name)
        checkHandling(shipment.handling, path, name)
    }

    /// Place and times of a job or of a shipment's half.
    private mutating func checkVisit(_ visit: Job, _ path: String, _ name: String, types: Set<String>) {
        checkLocation(visit.location, "\(path).location_index", name)
        checkDuration(visit.setup, "\(path).setup", name)
        checkDuration(visit.service, "\(path).service", name)
        checkWindows(visit.timeWindows, "\(path).time_windows", name)
        let byType = [("setup_per_type", visit.setupPerType), ("service_per_type", visit.servicePerType)]
        for (key, times) in byType {
            for (type, seconds) in times.sorted(by: { $0.key < $1.key }) {
                checkDuration(seconds, "\(path).\(key).\(type)", name)
                if !types.contains(type) {
                    report(
                        .unknownType,
                        "\(path).\(key).\(type)",
                        name,
                        "no vehicle has the type \(type)",
                        hint: "correct the word, or give vehicles that type",
                        value: type
                    )
                }
            }
        }
    }

    /// A shipment's half has a place and times; all else belongs to the shipment and would be ignored here.
    private mutating func checkHalf(_ half: Job, _ path: String, _ name: String) {
        let extras = [
            ("delivery", !half.delivery.isEmpty), ("pickup", !half.pickup.isEmpty),
            ("skills", !half.skills.isEmpty),
            ("priority", half.priority != 0), ("regime", half.regime != nil),
            ("depots", !half.depots.isEmpty),
            ("allowed_vehicles", half.allowedVehicles != nil), ("release_time", half.release != 0),
            ("unassigned_cost", half.unassignedCost != nil), ("goods_value", half.goodsValue != .zero),
            ("hold_time", half.holdTime != nil), ("boxes", !half.boxes.isEmpty),
            ("aboard", half.aboard != nil), ("handling", half.handling != .plain),
        ]
        for (key, isGiven) in extras where isGiven {
            report(
                .shipmentHalf,
                "\(path).\(key)",
                name,
                "one half of a shipment cannot have \(key) of its own",
                hint: "state it on the shipment, or leave it out",
                value: key
            )
        }
    }

    private mutating func checkPriority(_ priority: Int, _ path: String, _ name: String) {
        guard !(0...100).contains(priority) else { return }
        report(
            .priority,
            path,
            name,
            "the priority is \(priority), but priorities go from 0 to 100",
            hint: "scale the priorities down",
            value: priority
        )
    }

    private mutating func checkPrices(_ unassigned: Cost?, _ value: Cost, _ path: String, _ name: String) {
        if let unassigned { checkMoney(unassigned.wireUnits, "\(path).unassigned_cost", name) }
        checkMoney(value.wireUnits, "\(path).goods_value", name)
    }

    private mutating func checkAllowed(
        _ allowed: Set<Identifier>?,
        _ vehicles: Set<Identifier>,
        _ path: String,
        _ name: String
    ) {
        for id in (allowed ?? []).subtracting(vehicles).sorted() {
            report(
                .unknownVehicle,
                path,
                name,
                "there is no vehicle \(id) in the fleet",
                hint: "correct the name, or add the vehicle",
                value: id
            )
        }
    }

    private mutating func checkAboard(_ aboard: Aboard?, _ path: String, _ name: String) {
        guard let aboard else { return }
        let vehicle = problem.vehicles.first { $0.id == aboard.vehicle }
        guard vehicle?.effectiveCompartments.contains(where: { $0.id == aboard.compartment }) != true else {
            return
        }
        report(
            .unknownHold,
            path,
            name,
            "the goods are in compartment \(aboard.compartment) of vehicle \(aboard.vehicle), which does not exist",
            hint: "correct the names, or leave out aboard if the goods are still to be loaded",
            value: "\(aboard.vehicle), \(aboard.compartment)"
        )
    }

    /// All goods of the day together must fit the search's 32 bits, since one vehicle might carry them.
    private mutating func checkTotalLoads() {
        for (index, dimension) in problem.dimensions.enumerated() {
            let loads = problem.jobs.flatMap { [$0.delivery, $0.pickup] } + problem.shipments.map(\.amount)
            var total = 0
            for load in loads
            where load.indices.contains(index) && (0...Self.greatestLoad).contains(load[index]) {
                total += load[index]
            }
            guard total > Self.greatestLoad else { continue }
            report(
                .loadTooLarge,
                "dimensions[\(index)]",
                dimension.name,
                "all loads together make \(total), more than the \(Self.greatestLoad) that can be planned",
                hint: "measure in a larger unit",
                value: total
            )
        }
    }
}
