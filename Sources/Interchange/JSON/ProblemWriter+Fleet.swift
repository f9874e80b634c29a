import VehicleRouting

extension ProblemWriter {
    func vehicle(_ vehicle: Vehicle) -> JSONValue {
        var object = JSONObject()
        object.append("id", JSONValue(vehicle.id))
        object.put("profile", vehicle.profile, unless: "car")
        object.put("description", vehicle.description, unless: "")
        object.put(place: vehicle.start, "start", "start_index", in: problem)
        object.put(place: vehicle.end, "end", "end_index", in: problem)
        object.put("capacity", vehicle.capacity.map { JSONValue($0) })
        object.put("ballast", vehicle.ballast.map { JSONValue($0) })
        object.put("costs", costs(vehicle.costs))
        object.put("skills", vehicle.skills.sorted().map { JSONValue($0) })
        object.put("type", vehicle.type, unless: "")
        if vehicle.shift != .always { object.append("time_window", JSONValue(vehicle.shift)) }
        object.put("breaks", vehicle.breaks.map(rest))
        if vehicle.speedFactor != 1 { object.append("speed_factor", .fraction(vehicle.speedFactor)) }
        object.put("max_tasks", vehicle.maxTasks)
        object.put("max_travel_time", vehicle.maxTravelTime)
        object.put("max_distance", vehicle.maxDistance)
        object.put("start_depot", vehicle.startDepot.map { JSONValue(problem.depots[$0].id) })
        object.put("end_depot", vehicle.endDepot.map { JSONValue(problem.depots[$0].id) })
        object.put("compartments", vehicle.compartments.map(compartment))
        object.put("max_duration", vehicle.maxDuration)
        object.put("levels", levels(vehicle.levels))
        object.put("permits", vehicle.permits.map(permit))
        object.put("body", vehicle.body.map { JSONValue($0) })
        object.put("reload_depots", vehicle.reloadDepots.map { JSONValue(problem.depots[$0].id) })
        object.put("work_rule", vehicle.workRule.map { JSONValue($0.id) })
        object.put("hours_used", hoursUsed(vehicle.hoursUsed))
        return .object(object)
    }

    private func costs(_ costs: VehicleCosts) -> JSONValue? {
        let usual = VehicleCosts()
        var object = JSONObject()
        object.put("fixed", costs.fixed, unless: usual.fixed)
        object.put("per_hour", costs.perHour, unless: usual.perHour)
        object.put("per_task_hour", costs.perTaskHour, unless: usual.perTaskHour)
        object.put("per_km", costs.perKilometre, unless: usual.perKilometre)
        object.put("per_wait_hour", costs.perWaitHour, unless: usual.perWaitHour)
        object.put("per_stop", costs.perStop, unless: usual.perStop)
        object.put("overtime_per_hour", costs.overtimePerHour, unless: usual.overtimePerHour)
        object.put("overtime_after", costs.overtimeAfter)
        return object.keys.isEmpty ? nil : .object(object)
    }

    private func rest(_ rest: Break) -> JSONValue {
        var object = JSONObject()
        object.append("id", JSONValue(rest.id))
        object.put("time_windows", rest.timeWindows.map { JSONValue($0) })
        object.put("service", rest.service, unless: 0)
        return .object(object)
    }

    private func compartment(_ compartment: Compartment) -> JSONValue {
        var object = JSONObject()
        object.append("id", JSONValue(compartment.id))
        object.put("capacity", compartment.capacity.map { JSONValue($0) })
        object.put("ballast", compartment.ballast.map { JSONValue($0) })
        object.put("regimes", compartment.regimes.map(regimes))
        object.put("door", compartment.door.map(door))
        object.put("valid_until", compartment.validUntil)
        object.put("changeover", compartment.changeovers.map(changeover))
        object.put("running", compartment.state.regime.map { JSONValue(problem.regimes[$0].id) })
        let carried = compartment.state.carried.sorted()
        object.put("carried", carried.map { JSONValue(problem.goodsClasses[$0]) })
        return .object(object)
    }

    private func regimes(_ indices: [Int]) -> JSONValue {
        .array(indices.map { JSONValue(problem.regimes[$0].id) })
    }

    func carrier(_ carrier: Carrier) -> JSONValue {
        var object = JSONObject()
        object.append("id", JSONValue(carrier.id))
        object.put("name", carrier.name, unless: "")
        object.put("regimes", carrier.regimes.map(regimes))
        object.put("skills", carrier.skills.sorted().map { JSONValue($0) })
        object.put("levels", levels(carrier.levels))
        object.put("permits", carrier.permits.map(permit))
        object.append("tariff", tariff(carrier.tariff))
        object.put("max_jobs", carrier.maxJobs)
        return .object(object)
    }
}

extension JSONObject {
    /// Adds a text that is not the usual one.
    mutating func put(_ key: String, _ value: String, unless usual: String) {
        if value != usual { append(key, .string(value)) }
    }

    /// Adds a number that is not the usual one.
    mutating func put(_ key: String, _ value: Int, unless usual: Int) {
        if value != usual { append(key, JSONValue(value)) }
    }

    /// Adds a number, if there is one.
    mutating func put(_ key: String, _ value: Int?) {
        if let value { append(key, JSONValue(value)) }
    }

    /// Adds a value, if there is one.
    mutating func put(_ key: String, _ value: JSONValue?) {
        if let value { append(key, value) }
    }

    /// Adds a list that is not empty.
    mutating func put(_ key: String, _ values: [JSONValue]) {
        if !values.isEmpty { append(key, .array(values)) }
    }

    /// Adds a place by coordinates, where it has any, and by index.
    mutating func put(place: Int?, _ key: String, _ indexKey: String, in problem: Problem) {
        guard let place else { return }
        put(key, problem.locations[place].coordinate.map { JSONValue($0) })
        append(indexKey, JSONValue(place))
    }
}

extension JSONValue {
    /// Longitude and latitude.
    init(_ coordinate: Coordinate) {
        self = .array([.fraction(coordinate.longitude), .fraction(coordinate.latitude)])
    }

    /// Opening and closing.
    init(_ window: TimeWindow) {
        self = .array([JSONValue(window.opens), JSONValue(window.closes)])
    }
}
