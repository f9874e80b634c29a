import VehicleRouting

extension ProblemReader {
    /// What a carrier charges.
    mutating func tariff(_ rates: JSONMembers) throws(FormatError) -> Tariff {
        var tariff = Tariff(
            perJob: try rates.unsigned("per_job") ?? 0,
            perKilometre: try rates.unsigned("per_km") ?? 0,
            perUnit: try load(rates, "per_unit"),
            minimum: try rates.unsigned("minimum") ?? 0
        )
        tariff.perStop = try rates.unsigned("per_stop") ?? 0
        tariff.perHour = try rates.unsigned("per_hour") ?? 0
        tariff.perWaitHour = try rates.unsigned("per_wait_hour") ?? 0
        tariff.freeWait = try rates.unsigned("free_wait") ?? 0
        for step in try rates.objects("breaks", each: "a break of a tariff") ?? [] {
            try keys.check(step, known: ProblemKeys.tariffBreak)
            tariff.breaks.append(
                TariffBreak(
                    dimension: try step.unsigned("dimension") ?? 0,
                    from: try needed(step, "from", "say from which load the rate holds"),
                    perUnit: try needed(step, "per_unit", "say what a unit costs from there on")
                )
            )
        }
        for surcharge in try rates.objects("surcharges", each: "a surcharge") ?? [] {
            try keys.check(surcharge, known: ProblemKeys.tariffSurcharge)
            guard let regime = try regime(surcharge) else {
                throw surcharge.missing("regime", remedy: "name the regime that costs more")
            }
            tariff.surcharges[regime] = try needed(surcharge, "amount", "say what is charged on top")
        }
        if let night = try rates.members("night") {
            try keys.check(night, known: ProblemKeys.tariffNight)
            tariff.night = NightSurcharge(
                from: try needed(night, "from", "say when the night begins, in seconds of the day"),
                to: try needed(night, "to", "say when the night ends, in seconds of the day"),
                amount: try needed(night, "amount", "say what is charged on top")
            )
        }
        return tariff
    }

    private func needed(_ members: JSONMembers, _ key: String, _ remedy: String) throws(FormatError) -> Int {
        guard let value = try members.unsigned(key) else { throw members.missing(key, remedy: remedy) }
        return value
    }
}
