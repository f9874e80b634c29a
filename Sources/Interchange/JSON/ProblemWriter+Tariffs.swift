import VehicleRouting

extension ProblemWriter {
    func tariff(_ tariff: Tariff) -> JSONValue {
        var object = JSONObject()
        object.put("per_job", tariff.perJob, unless: 0)
        object.put("per_stop", tariff.perStop, unless: 0)
        object.put("per_km", tariff.perKilometre, unless: 0)
        object.put("per_hour", tariff.perHour, unless: 0)
        object.put("per_wait_hour", tariff.perWaitHour, unless: 0)
        object.put("free_wait", tariff.freeWait, unless: 0)
        object.put("per_unit", tariff.perUnit.map { JSONValue($0) })
        object.put("breaks", tariff.breaks.map(tariffBreak))
        let surcharges = tariff.surcharges.sorted { $0.key < $1.key }
        object.put("surcharges", surcharges.map { surcharge(regime: $0.key, amount: $0.value) })
        object.put("night", tariff.night.map(night))
        object.put("minimum", tariff.minimum, unless: 0)
        return .object(object)
    }

    private func tariffBreak(_ step: TariffBreak) -> JSONValue {
        var object = JSONObject()
        object.append("dimension", JSONValue(step.dimension))
        object.append("from", JSONValue(step.from))
        object.append("per_unit", JSONValue(step.perUnit))
        return .object(object)
    }

    private func surcharge(regime: Int, amount: Int) -> JSONValue {
        var object = JSONObject()
        object.append("regime", JSONValue(problem.regimes[regime].id))
        object.append("amount", JSONValue(amount))
        return .object(object)
    }

    private func night(_ night: NightSurcharge) -> JSONValue {
        var object = JSONObject()
        object.append("from", JSONValue(night.from))
        object.append("to", JSONValue(night.to))
        object.append("amount", JSONValue(night.amount))
        return .object(object)
    }
}
