import VehicleRouting

extension ProblemReader {
    mutating func readFleet(_ root: JSONMembers) throws(FormatError) {
        let list = try root.objects("vehicles", each: "a vehicle") ?? []
        guard !list.isEmpty else {
            throw FormatError(.vroom("No vehicle defined.", remedy: "add a vehicle"), at: .pointer(""))
        }
        var names: Set<Identifier> = []
        for members in list {
            let vehicle = try vehicle(members)
            guard names.insert(vehicle.id).inserted else {
                throw FormatError(
                    .duplicate("the vehicle \(vehicle.id)"),
                    at: .pointer(members.pointer)
                )
            }
            if let steps = try members.objects("steps", each: "a step"), !steps.isEmpty {
                self.steps.append((problem.vehicles.count, steps))
            }
            problem.vehicles.append(vehicle)
        }
    }

    private mutating func vehicle(_ members: JSONMembers) throws(FormatError) -> Vehicle {
        try keys.check(members, known: ProblemKeys.vehicle)
        var vehicle = Vehicle(id: try id(members, "vehicle"))
        vehicle.description = try members.text("description") ?? ""
        vehicle.type = try members.text("type") ?? ""
        vehicle.profile = try members.text("profile") ?? "car"
        if !problem.matrices.isEmpty, problem.matrices[vehicle.profile] == nil {
            throw FormatError(
                .vroom(
                    "Invalid profile: \(vehicle.profile).",
                    remedy:
                        "use one of the matrices: \(problem.matrices.keys.sorted().joined(separator: ", "))"
                ),
                at: members.place("profile")
            )
        }
        try readEnds(members, of: &vehicle)
        vehicle.capacity = try load(members, "capacity")
        vehicle.ballast = try load(members, "ballast")
        vehicle.compartments = try compartments(members)
        guard vehicle.ballast.isEmpty || vehicle.compartments.isEmpty else {
            throw FormatError(
                .conflict(
                    "'ballast' stands at vehicle \(vehicle.id), which has compartments",
                    remedy: "say of each compartment what is in it"
                ),
                at: members.place("ballast")
            )
        }
        vehicle.skills = Set(try members.identifiers("skills") ?? [])
        vehicle.levels = try levels(members)
        vehicle.permits = try permits(members)
        vehicle.body = try members.identifier("body")
        if let value = members.value("time_window") {
            vehicle.shift = try window(value, at: members.path("time_window"))
        }
        if let costs = try members.members("costs") { vehicle.costs = try self.costs(costs, of: vehicle) }
        vehicle.speedFactor = try speedFactor(members)
        vehicle.maxTasks = try members.unsigned("max_tasks")
        vehicle.maxTravelTime = try members.unsigned("max_travel_time")
        vehicle.maxDistance = try members.unsigned("max_distance")
        vehicle.maxDuration = try members.unsigned("max_duration")
        vehicle.breaks = try breaks(members, of: vehicle.id)
        try readWork(members, of: &vehicle)
        for id in try members.identifiers("reload_depots") ?? [] {
            vehicle.reloadDepots.append(try depot(id, members, "reload_depots"))
        }
        return vehicle
    }

    /// Start and end: places, depots or both; a depot without a place stands for the place where it is.
    private mutating func readEnds(
        _ members: JSONMembers,
        of vehicle: inout Vehicle
    ) throws(FormatError) {
        vehicle.start = try places.index(members, coordinates: "start", index: "start_index")
        vehicle.end = try places.index(members, coordinates: "end", index: "end_index")
        if let id = try members.identifier("start_depot") {
            let depot = try depot(id, members, "start_depot")
            vehicle.startDepot = depot
            vehicle.start = vehicle.start ?? problem.depots[depot].location
        }
        if let id = try members.identifier("end_depot") {
            let depot = try depot(id, members, "end_depot")
            vehicle.endDepot = depot
            vehicle.end = vehicle.end ?? problem.depots[depot].location
        }
        guard vehicle.start != nil || vehicle.end != nil else {
            throw FormatError(
                .vroom(
                    "No start or end specified for vehicle \(vehicle.id).",
                    remedy: "add 'start', 'end' or both"
                ),
                at: .pointer(members.pointer)
            )
        }
    }

    private mutating func compartments(_ members: JSONMembers) throws(FormatError) -> [Compartment] {
        var compartments: [Compartment] = []
        for part in try members.objects("compartments", each: "a compartment") ?? [] {
            try keys.check(part, known: ProblemKeys.compartment)
            let id = try id(part, "compartment")
            guard !compartments.contains(where: { $0.id == id }) else {
                throw FormatError(.duplicate("the compartment \(id)"), at: .pointer(part.pointer))
            }
            var compartment = Compartment(
                id: id,
                capacity: try load(part, "capacity"),
                regimes: try regimes(part)
            )
            compartment.ballast = try load(part, "ballast")
            compartment.door = try door(part)
            compartment.validUntil = try part.integer("valid_until")
            compartment.changeovers = try changeovers(part)
            compartment.state = try state(part)
            compartments.append(compartment)
        }
        return compartments
    }

    private mutating func costs(
        _ members: JSONMembers,
        of vehicle: Vehicle
    ) throws(FormatError) -> VehicleCosts {
        try keys.check(members, known: ProblemKeys.costs)
        var costs = VehicleCosts()
        costs.fixed = try members.unsigned("fixed") ?? 0
        costs.perKilometre = try members.unsigned("per_km") ?? 0
        costs.perHour = try members.unsigned("per_hour") ?? costs.perHour
        costs.perTaskHour = try members.unsigned("per_task_hour") ?? 0
        costs.perWaitHour = try members.unsigned("per_wait_hour") ?? 0
        costs.perStop = try members.unsigned("per_stop") ?? 0
        costs.overtimePerHour = try members.unsigned("overtime_per_hour") ?? 0
        costs.overtimeAfter = try members.unsigned("overtime_after")
        let hasArcCosts = problem.matrices[vehicle.profile]?.costs.isEmpty == false
        if hasArcCosts, costs.perHour != VehicleCosts().perHour || costs.perKilometre != 0 {
            throw FormatError(
                .conflict(
                    "'per_hour' and 'per_km' cannot stand beside a matrix of costs",
                    remedy: "remove the rates or the matrix"
                ),
                at: .pointer(members.pointer)
            )
        }
        return costs
    }

    private func speedFactor(_ members: JSONMembers) throws(FormatError) -> Double {
        guard let factor = try members.number("speed_factor") else { return 1 }
        guard factor > 0, factor <= 5 else {
            throw FormatError(
                .outOfRange("\(factor)", field: "speed_factor", range: "above 0 and at most 5"),
                at: members.place("speed_factor")
            )
        }
        return factor
    }

    private mutating func breaks(
        _ members: JSONMembers,
        of vehicle: Identifier
    ) throws(FormatError) -> [Break] {
        var breaks: [Break] = []
        for rest in try members.objects("breaks", each: "a break") ?? [] {
            try keys.check(rest, known: ProblemKeys.rest)
            let id = try id(rest, "break")
            if rest.has("max_load") {
                keys.note(
                    rest.path("max_load"),
                    "'max_load' has no effect: a break may be taken with any load"
                )
            }
            breaks.append(
                Break(
                    id: id,
                    timeWindows: try windows(rest, owner: "break \(id)"),
                    service: try rest.unsigned("service") ?? 0
                )
            )
        }
        return breaks
    }

    mutating func readCarriers(_ root: JSONMembers) throws(FormatError) {
        for members in try root.objects("carriers", each: "a carrier") ?? [] {
            try keys.check(members, known: ProblemKeys.carrier)
            let id = try id(members, "carrier")
            guard !problem.carriers.contains(where: { $0.id == id }) else {
                throw FormatError(.duplicate("the carrier \(id)"), at: .pointer(members.pointer))
            }
            guard let rates = try members.members("tariff") else {
                throw members.missing("tariff", remedy: "say what the carrier charges")
            }
            try keys.check(rates, known: ProblemKeys.tariff)
            var carrier = Carrier(
                id: id,
                name: try members.text("name") ?? "",
                tariff: try tariff(rates)
            )
            carrier.regimes = try regimes(members)
            carrier.skills = Set(try members.identifiers("skills") ?? [])
            carrier.maxJobs = try members.unsigned("max_jobs")
            carrier.levels = try levels(members)
            carrier.permits = try permits(members)
            problem.carriers.append(carrier)
        }
    }
}
