extension ProblemValidation {
    /// What concerns the problem as a whole: is there anything to plan, and the words it is planned in.
    mutating func checkWhole() {
        if problem.jobs.isEmpty, problem.shipments.isEmpty {
            report(.noTask, "jobs", "", "there is nothing to plan", hint: "add at least one job or shipment")
        }
        if problem.vehicles.isEmpty {
            report(.noVehicle, "vehicles", "", "the fleet is empty", hint: "add at least one vehicle")
        }
        if let currency = problem.currency, currency.wireUnits < 1 {
            report(
                .currency,
                "currency",
                currency.code,
                "\(currency.wireUnits) wire units cannot make one \(currency.code)",
                hint: "give 1 or more, 1000 for thousandths",
                value: currency.wireUnits
            )
        }
        for (index, dimension) in problem.dimensions.enumerated() where dimension.scale < 1 {
            report(
                .dimensionScale,
                "dimensions[\(index)].scale",
                dimension.name,
                "\(dimension.scale) whole numbers cannot make one \(dimension.unit)",
                hint: "give 1 or more",
                value: dimension.scale
            )
        }
        checkCount(problem.dimensions.count, Problem.mostDimensions, "dimensions", "load dimensions")
        checkCount(problem.regimes.count, Problem.mostRegimes, "regimes", "regimes")
        checkTotalMoney()
        checkNames(problem.regimes.map(\.id), "regime") { "regimes[\($0)]" }
        for (index, regime) in problem.regimes.enumerated() {
            guard let low = regime.low, let high = regime.high, low > high else { continue }
            report(
                .reversedRegime,
                "regimes[\(index)]",
                "regime \(regime.id)",
                "the lowest temperature \(degrees(low)) is above the highest \(degrees(high))",
                hint: "swap the two; mind the signs below zero",
                value: "\(low)…\(high)"
            )
        }
    }

    /// Thousandths of a degree as people write them.
    private func degrees(_ thousandths: Int) -> String {
        "\(Double(thousandths) / 1000) °C"
    }

    /// Carriers of the pool.
    mutating func checkCarriers() {
        checkNames(problem.carriers.map(\.id), "carrier") { "carriers[\($0)]" }
        for (index, carrier) in problem.carriers.enumerated() {
            let (path, name) = ("carriers[\(index)]", "carrier \(carrier.id)")
            for (place, regime) in (carrier.regimes ?? []).enumerated() {
                checkRegime(regime, "\(path).regimes[\(place)]", name)
            }
            let tariff = carrier.tariff
            checkTariffExtras(tariff, "\(path).tariff", name)
            checkMoney(tariff.perJob, "\(path).tariff.per_job", name)
            checkMoney(tariff.perKilometre, "\(path).tariff.per_km", name, limit: Self.greatestRate)
            checkMoney(tariff.minimum, "\(path).tariff.minimum", name)
            for rate in tariff.perUnit {
                checkMoney(rate, "\(path).tariff.per_unit", name, limit: Self.greatestRate)
            }
            if !tariff.perUnit.isEmpty, tariff.perUnit.count != problem.dimensions.count {
                report(
                    .loadLength,
                    "\(path).tariff.per_unit",
                    name,
                    "the tariff has \(tariff.perUnit.count) rates for \(problem.dimensions.count) dimensions",
                    hint: "give one rate per dimension, 0 where there is none",
                    value: tariff.perUnit
                )
            }
            checkLimit(carrier.maxJobs, "\(path).max_jobs", name)
        }
    }

    /// What is charged beside orders, kilometres and units.
    private mutating func checkTariffExtras(_ tariff: Tariff, _ path: String, _ name: String) {
        checkMoney(tariff.perStop, "\(path).per_stop", name)
        checkMoney(tariff.perHour, "\(path).per_hour", name, limit: Self.greatestRate)
        checkMoney(tariff.perWaitHour, "\(path).per_wait_hour", name, limit: Self.greatestRate)
        checkLimit(tariff.freeWait, "\(path).free_wait", name)
        for (index, step) in tariff.breaks.enumerated() {
            let place = "\(path).breaks[\(index)]"
            checkMoney(step.perUnit, "\(place).per_unit", name, limit: Self.greatestRate)
            checkLimit(step.from, "\(place).from", name)
            if !problem.dimensions.indices.contains(step.dimension) {
                report(
                    .loadLength,
                    "\(place).dimension",
                    name,
                    "there is no load dimension \(step.dimension)",
                    hint: "give an index of dimensions, counted from 0",
                    value: step.dimension
                )
            }
        }
        for (regime, amount) in tariff.surcharges.sorted(by: { $0.key < $1.key }) {
            checkRegime(regime, "\(path).surcharges", name)
            checkMoney(amount, "\(path).surcharges", name)
        }
        if let night = tariff.night { checkMoney(night.amount, "\(path).night.amount", name) }
    }

    /// A limit must be at least 0.
    mutating func checkLimit(_ limit: Int?, _ path: String, _ name: String) {
        guard let limit, limit < 0 else { return }
        report(
            .negativeLimit,
            path,
            name,
            "a limit cannot be \(limit)",
            hint: "give 0 or more, or leave it out for no limit",
            value: limit
        )
    }

    /// Openings must lie close enough together for the search's 32 bits.
    mutating func checkHorizon() {
        let visits = problem.jobs + problem.shipments.flatMap { [$0.pickup, $0.delivery] }
        let windows =
            visits.flatMap(\.timeWindows) + problem.depots.flatMap(\.timeWindows)
            + problem.vehicles.map(\.shift)
        // An opening at 0 usually means that there is none.
        let openings = windows.map(\.opens).filter { $0 > 0 }
        guard let first = openings.min(), let last = openings.max(), last - first > Self.longestSpan else {
            return
        }
        report(
            .horizonTooLong,
            "time_windows",
            "",
            "the first window opens at \(first) and the last at \(last), more than \(Self.longestSpan) s apart",
            hint: "plan the days one by one, or look for a mistyped date",
            value: last - first
        )
    }

    private mutating func checkCount(_ count: Int, _ most: Int, _ path: String, _ what: String) {
        guard count > most else { return }
        report(
            .tooMany,
            path,
            "",
            "there are \(count) \(what), more than the \(most) that can be planned",
            hint: "leave out those that nothing uses, or join some",
            value: count
        )
    }

    /// What all tasks cost that are left out, and what any load costs by any tariff, must fit 64 bits of ticks.
    private mutating func checkTotalMoney() {
        let prices = problem.jobs.map(\.unassignedCost) + problem.shipments.map(\.unassignedCost)
        let total = prices.reduce(0.0) { $0 + Double($1?.wireUnits ?? 0) }
        if total > Double(Self.greatestSum) {
            report(
                .costTooLarge,
                "jobs",
                "",
                "all prices for leaving out together make more than the \(Self.greatestSum) that can be planned",
                hint: "count money in a larger unit",
                value: total
            )
        }
        let loads = problem.jobs.flatMap { [$0.delivery, $0.pickup] } + problem.shipments.map(\.amount)
        for (index, carrier) in problem.carriers.enumerated() {
            for dimension in problem.dimensions.indices {
                let rates = carrier.tariff.breaks.filter { $0.dimension == dimension }.map(\.perUnit)
                let own = dimension < carrier.tariff.perUnit.count ? carrier.tariff.perUnit[dimension] : 0
                let amounts = loads.compactMap { $0.indices.contains(dimension) ? $0[dimension] : nil }
                let dearest = Double(max(own, rates.max() ?? 0)) * Double(amounts.max() ?? 0)
                guard dearest > Double(Self.greatestSum) else { continue }
                report(
                    .costTooLarge,
                    "carriers[\(index)].tariff.per_unit",
                    "carrier \(carrier.id)",
                    "the heaviest load would cost more than the \(Self.greatestSum) that can be planned",
                    hint: "count loads or money in a larger unit",
                    value: max(own, rates.max() ?? 0)
                )
            }
        }
    }
}

extension Problem {
    /// The most load dimensions that can be planned: the search holds them in one vector.
    public static let mostDimensions = 8
    /// The most regimes that can be planned: the search has one bit for each, and one for bodies without any.
    public static let mostRegimes = 63
}
