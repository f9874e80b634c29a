import VehicleRouting

/// Turns a problem into JSON: VROOM's keys where it has them, then ours; what has its default is left out.
struct ProblemWriter {
    let problem: Problem

    var document: JSONValue {
        var root = JSONObject()
        root.put("name", problem.name, unless: "")
        root.put("epoch", problem.epoch)
        root.put("time_zone", problem.timeZone.map(JSONValue.string))
        root.put("currency", problem.currency.map(currency))
        root.put("dimensions", problem.dimensions.map(dimension))
        root.put("regimes", problem.regimes.map(regime))
        root.put("goods_classes", problem.goodsClasses.map { JSONValue($0) })
        root.put("segregation", problem.segregation.pairs.map(separation))
        root.put("cleaning", problem.cleaning.entries.map(cleaning))
        root.put("box_types", problem.boxTypes.map(boxType))
        root.put("channel_rules", problem.channelRules.map(channelRule))
        root.append("locations", .array(problem.locations.map(location)))
        root.put("depots", problem.depots.map(depot))
        root.append("jobs", .array(problem.jobs.map(job)))
        root.put("shipments", problem.shipments.map(shipment))
        root.append("vehicles", .array(problem.vehicles.map(vehicle)))
        root.put("work_rules", workRules)
        root.put("relations", problem.relations.map(relation))
        root.put("carriers", problem.carriers.map(carrier))
        if !problem.matrices.isEmpty {
            var matrices = JSONObject()
            for (profile, matrix) in problem.matrices.sorted(by: { $0.key < $1.key }) {
                matrices.append(profile, self.matrix(matrix))
            }
            root.append("matrices", .object(matrices))
        }
        return .object(root)
    }

    private func currency(_ currency: Currency) -> JSONValue {
        var object = JSONObject()
        object.append("code", .string(currency.code))
        object.append("wire_units", JSONValue(currency.wireUnits))
        return .object(object)
    }

    private func dimension(_ dimension: LoadDimension) -> JSONValue {
        var object = JSONObject()
        object.append("name", .string(dimension.name))
        object.append("unit", .string(dimension.unit))
        object.append("scale", JSONValue(dimension.scale))
        return .object(object)
    }

    private func regime(_ regime: Regime) -> JSONValue {
        var object = JSONObject()
        object.append("id", JSONValue(regime.id))
        object.put("min_c", regime.low.map(degrees))
        object.put("max_c", regime.high.map(degrees))
        if regime.isFreezeSensitive { object.append("freeze_sensitive", .bool(true)) }
        return .object(object)
    }

    private func degrees(_ thousandths: Int) -> JSONValue {
        thousandths % 1000 == 0
            ? JSONValue(thousandths / 1000) : .fraction(Double(thousandths) / 1000)
    }

    private func location(_ location: Location) -> JSONValue {
        var object = JSONObject()
        object.put("location", location.coordinate.map(JSONValue.init))
        object.put("name", location.name, unless: "")
        object.put("site", location.site.map(JSONValue.init))
        object.put("country", location.country.map(JSONValue.string))
        return .object(object)
    }

    private func depot(_ depot: Depot) -> JSONValue {
        var object = JSONObject()
        object.append("id", JSONValue(depot.id))
        object.put("name", depot.name, unless: "")
        object.put(place: depot.location, "location", "location_index", in: problem)
        object.put("time_windows", depot.timeWindows.map(JSONValue.init))
        object.put("loading", depot.loading, unless: 0)
        return .object(object)
    }

    private func visit(_ visit: Job) -> JSONObject {
        var object = JSONObject()
        object.append("id", JSONValue(visit.id))
        object.put("description", visit.description, unless: "")
        object.put(place: visit.location, "location", "location_index", in: problem)
        object.put("setup", visit.setup, unless: 0)
        object.put("service", visit.service, unless: 0)
        object.put("setup_per_type", perType(visit.setupPerType))
        object.put("service_per_type", perType(visit.servicePerType))
        object.put("time_windows", visit.timeWindows.map(JSONValue.init))
        object.put("due", visit.due.map(due))
        object.put("use_by", visit.useBy)
        object.put("good_until", visit.goodUntil)
        return object
    }

    private func perType(_ seconds: [String: Seconds]) -> JSONValue? {
        guard !seconds.isEmpty else { return nil }
        var object = JSONObject()
        for (type, value) in seconds.sorted(by: { $0.key < $1.key }) {
            object.append(type, JSONValue(value))
        }
        return .object(object)
    }

    private func job(_ job: Job) -> JSONValue {
        var object = visit(job)
        object.put("delivery", job.delivery.map { JSONValue($0) })
        object.put("pickup", job.pickup.map { JSONValue($0) })
        object.put("skills", job.skills.sorted().map { JSONValue($0) })
        object.put("priority", job.priority, unless: 0)
        object.put("release", job.release, unless: 0)
        object.put("regime", job.regime.map { JSONValue(problem.regimes[$0].id) })
        object.put("depots", job.depots.sorted().map { JSONValue(problem.depots[$0].id) })
        object.put("allowed_vehicles", job.allowedVehicles.map(names))
        object.put("unassigned_cost", job.unassignedCost.map { JSONValue($0.wireUnits) })
        object.put("goods_value", job.goodsValue.wireUnits, unless: 0)
        object.put("hold_time", job.holdTime)
        object.put("boxes", job.boxes.map(boxNeed))
        put(job.handling, into: &object)
        object.put("excluded_carriers", job.excludedCarriers.sorted().map { JSONValue($0) })
        object.put("aboard", job.aboard.map(aboard))
        return .object(object)
    }

    private func aboard(_ aboard: Aboard) -> JSONValue {
        var object = JSONObject()
        object.append("vehicle", JSONValue(aboard.vehicle))
        object.append("compartment", JSONValue(aboard.compartment))
        return .object(object)
    }

    private func names(_ ids: Set<Identifier>) -> JSONValue {
        .array(ids.sorted().map { JSONValue($0) })
    }

    private func shipment(_ shipment: Shipment) -> JSONValue {
        var object = JSONObject()
        object.append("pickup", .object(visit(shipment.pickup)))
        object.append("delivery", .object(visit(shipment.delivery)))
        object.put("amount", shipment.amount.map { JSONValue($0) })
        object.put("skills", shipment.skills.sorted().map { JSONValue($0) })
        object.put("priority", shipment.priority, unless: 0)
        object.put("regime", shipment.regime.map { JSONValue(problem.regimes[$0].id) })
        object.put("allowed_vehicles", shipment.allowedVehicles.map(names))
        object.put("unassigned_cost", shipment.unassignedCost.map { JSONValue($0.wireUnits) })
        object.put("goods_value", shipment.goodsValue.wireUnits, unless: 0)
        object.put("max_time_on_board", shipment.maxTimeOnBoard)
        put(shipment.handling, into: &object)
        object.put("excluded_carriers", shipment.excludedCarriers.sorted().map { JSONValue($0) })
        return .object(object)
    }

    private func matrix(_ matrix: TravelMatrix) -> JSONValue {
        var object = JSONObject()
        object.put("speeds", matrix.speeds.map(speed))
        if case .globe(let law) = matrix.law {
            object.append("estimate", estimate(law.estimate))
            return .object(object)
        }
        object.append("durations", rows(of: matrix) { matrix.duration(from: $0, to: $1) })
        if matrix.hasDistances {
            object.append("distances", rows(of: matrix) { matrix.distance(from: $0, to: $1) })
        }
        if !matrix.costs.isEmpty {
            object.append("costs", rows(of: matrix) { matrix.arcCost(from: $0, to: $1) ?? 0 })
        }
        return .object(object)
    }

    private func estimate(_ estimate: RoadEstimate) -> JSONValue {
        var object = JSONObject()
        object.append("detour_factor", .fraction(estimate.detourFactor))
        object.append(
            "speeds",
            .array(
                estimate.speeds.map { stretch in
                    var object = JSONObject()
                    object.put("to_km", stretch.endKilometres.map(JSONValue.fraction))
                    object.append("km_per_hour", .fraction(stretch.kilometresPerHour))
                    return .object(object)
                }
            )
        )
        return .object(object)
    }

    private func rows(of matrix: TravelMatrix, entry: (Int, Int) -> Int) -> JSONValue {
        .array(
            (0..<matrix.size).map { row in
                .array((0..<matrix.size).map { JSONValue(entry(row, $0)) })
            }
        )
    }
}
