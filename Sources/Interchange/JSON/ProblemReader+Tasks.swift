import VehicleRouting

extension ProblemReader {
    mutating func readTasks(_ root: JSONMembers) throws(FormatError) {
        if dimensionCount == nil { dimensionCount = try firstCapacityCount(root) }
        let jobs = try root.objects("jobs", each: "a job") ?? []
        let shipments = try root.objects("shipments", each: "a shipment") ?? []
        guard !jobs.isEmpty || !shipments.isEmpty else {
            throw FormatError(
                .vroom("No task defined.", remedy: "add a job or a shipment"),
                at: .pointer("")
            )
        }
        var names: Set<Identifier> = []
        for members in jobs {
            let job = try job(members)
            guard names.insert(job.id).inserted else { throw duplicate("job", job.id, at: members) }
            problem.jobs.append(job)
        }
        var pickups: Set<Identifier> = []
        var deliveries: Set<Identifier> = []
        for members in shipments {
            let shipment = try shipment(members)
            guard pickups.insert(shipment.pickup.id).inserted else {
                throw duplicate("pickup", shipment.pickup.id, at: members)
            }
            guard deliveries.insert(shipment.delivery.id).inserted else {
                throw duplicate("delivery", shipment.delivery.id, at: members)
            }
            problem.shipments.append(shipment)
        }
    }

    private func duplicate(_ kind: String, _ id: Identifier, at members: JSONMembers) -> FormatError {
        FormatError(
            .vroom("Duplicate \(kind) id: \(id).", remedy: "give each \(kind) a name of its own"),
            at: .pointer(members.pointer)
        )
    }

    /// VROOM's rule: all amounts are as long as the first vehicle's capacity.
    private func firstCapacityCount(_ root: JSONMembers) throws(FormatError) -> Int? {
        guard let vehicle = try root.objects("vehicles", each: "a vehicle")?.first else { return nil }
        guard let capacity = try vehicle.list("capacity"), !capacity.isEmpty else { return nil }
        return capacity.count
    }

    /// What jobs and the halves of shipments have in common.
    private mutating func visit(_ members: JSONMembers, _ kind: String) throws(FormatError) -> Job {
        let id = try id(members, kind)
        guard
            let location = try places.index(members, coordinates: "location", index: "location_index")
        else {
            throw members.missing("location", remedy: "add [longitude, latitude] or 'location_index'")
        }
        var visit = Job(id: id, location: location)
        visit.description = try members.text("description") ?? ""
        visit.setup = try members.unsigned("setup") ?? 0
        visit.service = try members.unsigned("service") ?? 0
        visit.setupPerType = try perType(members, "setup_per_type")
        visit.servicePerType = try perType(members, "service_per_type")
        visit.timeWindows = try windows(members, owner: "\(kind) \(id)")
        visit.due = try due(members)
        visit.useBy = try members.unsigned("use_by")
        visit.goodUntil = try members.unsigned("good_until")
        return visit
    }

    private func perType(_ members: JSONMembers, _ key: String) throws(FormatError) -> [String: Seconds] {
        guard let types = try members.members(key) else { return [:] }
        var seconds: [String: Seconds] = [:]
        for type in types.object.keys { seconds[type] = try types.unsigned(type) }
        return seconds
    }

    mutating func job(_ members: JSONMembers) throws(FormatError) -> Job {
        try keys.check(members, known: ProblemKeys.job)
        var job = try visit(members, "job")
        // The old key counts as a delivery where neither of the new ones is present.
        let isOld = !members.has("delivery") && !members.has("pickup")
        job.delivery = try load(members, isOld ? "amount" : "delivery")
        job.pickup = try load(members, "pickup")
        if !isOld, members.has("amount") {
            keys.note(members.path("amount"), "'amount' has no effect beside 'delivery' or 'pickup'")
        }
        job.skills = Set(try members.identifiers("skills") ?? [])
        job.priority = try members.unsigned("priority", upTo: 100) ?? 0
        job.release = try members.unsigned("release") ?? 0
        job.regime = try regime(members)
        for id in try members.identifiers("depots") ?? [] {
            job.depots.insert(try depot(id, members, "depots"))
        }
        job.allowedVehicles = try members.identifiers("allowed_vehicles").map { Set($0) }
        job.unassignedCost = try money(members, "unassigned_cost")
        job.goodsValue = try money(members, "goods_value") ?? .zero
        job.holdTime = try members.unsigned("hold_time")
        job.boxes = try boxNeeds(members)
        job.handling = try handling(members)
        job.excludedCarriers = Set(try members.identifiers("excluded_carriers") ?? [])
        job.aboard = try aboard(members)
        return job
    }

    private mutating func aboard(_ members: JSONMembers) throws(FormatError) -> Aboard? {
        guard let aboard = try members.members("aboard") else { return nil }
        try keys.check(aboard, known: ProblemKeys.aboard)
        guard let vehicle = try aboard.identifier("vehicle") else {
            throw aboard.missing("vehicle", remedy: "name the vehicle that the goods are on")
        }
        guard let compartment = try aboard.identifier("compartment") else {
            throw aboard.missing("compartment", remedy: "name the compartment, 'body' where there is but one")
        }
        return Aboard(vehicle: vehicle, compartment: compartment)
    }

    private mutating func shipment(_ members: JSONMembers) throws(FormatError) -> Shipment {
        try keys.check(members, known: ProblemKeys.shipment)
        guard let pickup = try members.members("pickup") else {
            throw members.missing("pickup", remedy: "say where the goods are picked up")
        }
        guard let delivery = try members.members("delivery") else {
            throw members.missing("delivery", remedy: "say where the goods are delivered")
        }
        try keys.check(pickup, known: ProblemKeys.visit)
        try keys.check(delivery, known: ProblemKeys.visit)
        var shipment = Shipment(
            pickup: try visit(pickup, "pickup"),
            delivery: try visit(delivery, "delivery"),
            amount: try load(members, "amount")
        )
        shipment.skills = Set(try members.identifiers("skills") ?? [])
        shipment.priority = try members.unsigned("priority", upTo: 100) ?? 0
        shipment.regime = try regime(members)
        shipment.allowedVehicles = try members.identifiers("allowed_vehicles").map { Set($0) }
        shipment.unassignedCost = try money(members, "unassigned_cost")
        shipment.goodsValue = try money(members, "goods_value") ?? .zero
        shipment.maxTimeOnBoard = try members.unsigned("max_time_on_board")
        shipment.handling = try handling(members)
        shipment.excludedCarriers = Set(try members.identifiers("excluded_carriers") ?? [])
        return shipment
    }

    /// An amount of whole wire units; it may need more than 32 bits.
    private func money(_ members: JSONMembers, _ key: String) throws(FormatError) -> Cost? {
        try members.unsigned(key, upTo: Self.greatestAmount).map { Cost(wireUnits: $0) }
    }

    /// The largest amount of money in wire units: leaves room for sums of millions of them in ticks.
    static let greatestAmount = 10_000_000_000
}
