import VehicleRouting

extension DayFolderBuilder {
    mutating func readCarriers() {
        guard let table = tables.carriers else { return }
        forEachCode(.carrier, of: table, in: \.carriers) { builder, code, row throws(RowProblem) in
            let name = table.text(.name, row)
            var carrier = Carrier(
                id: .text(code),
                name: name.isEmpty ? code : name,
                tariff: try builder.tariff(table, row)
            )
            carrier.maxJobs = try table.scaled(.maxOrders, row, by: 1, in: 0...1_000_000)
            carrier.skills = table.skills(.skills, row)
            carrier.regimes = try builder.regimeList(.regimes, table, row)
            carrier.levels = try table.levels(.offeredLevels, row)
            carrier.permits = try table.permits(.permits, row, on: builder.settings.planDay)
            builder.problem.carriers.append(carrier)
        }
    }

    private mutating func tariff(_ table: DayTable<CarrierColumn>, _ row: Int) throws(RowProblem) -> Tariff {
        func money(_ column: CarrierColumn) throws(RowProblem) -> Int {
            try table.scaled(column, row, by: Self.moneyScale, in: Self.moneyRange) ?? 0
        }
        var perUnit: [Int] = []
        for column in dimensions { perUnit.append(try column.carrierRate.map(money) ?? 0) }
        var tariff = Tariff(
            perJob: try money(.perOrder),
            perKilometre: try money(.perKilometre),
            perUnit: perUnit.contains { $0 != 0 } ? perUnit : [],
            minimum: try money(.minimum)
        )
        tariff.perStop = try money(.perStop)
        tariff.perHour = try money(.perHour)
        tariff.perWaitHour = try money(.perWaitHour)
        tariff.freeWait = try table.scaled(.freeWaitMinutes, row, by: 60, in: 0...600) ?? 0
        if let weight = dimensions.firstIndex(where: { $0.carrierRate == .perKilogram }) {
            let scale = dimensions[weight].dimension.scale
            let breaks = try pairs(.kilogramBreaks, table, row)
            // Without a rate below the first break the lightest loads would be carried for nothing.
            if !breaks.isEmpty, perUnit[weight] == 0 { throw table.problem(.perKilogram, row, .empty) }
            for (kilograms, rate) in breaks {
                guard let from = NumberCell.scaled(kilograms, by: scale) else {
                    throw table.problem(.kilogramBreaks, row, .notANumber)
                }
                tariff.breaks.append(TariffBreak(dimension: weight, from: from, perUnit: rate))
            }
        }
        for (name, amount) in try pairs(.regimeSurcharges, table, row) {
            guard let regime = regimeIndex(named: name) else {
                throw RowProblem(
                    column: table.header(.regimeSurcharges),
                    value: name,
                    reason: .unknownName(.regime, nearest: NearestWord.of(name, among: regimes.names))
                )
            }
            tariff.surcharges[regime] = amount
        }
        tariff.night = try night(table, row, amount: try money(.nightSurcharge))
        return tariff
    }

    /// The items `name:amount` of a list, the amounts as money with a decimal point.
    private func pairs(
        _ column: CarrierColumn,
        _ table: DayTable<CarrierColumn>,
        _ row: Int
    ) throws(RowProblem) -> [(String, Int)] {
        var found: [(String, Int)] = []
        for item in table.list(column, row) {
            let parts = item.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
            guard parts.count == 2, let amount = NumberCell.scaled(parts[1], by: Self.moneyScale) else {
                throw table.problem(column, row, .notANumber)
            }
            found.append((parts[0], amount))
        }
        return found
    }

    /// The night from and to the hours of a row, by default from 22:00 to 06:00; nil when nothing is charged for it.
    private func night(
        _ table: DayTable<CarrierColumn>,
        _ row: Int,
        amount: Int
    ) throws(RowProblem) -> NightSurcharge? {
        let from = try table.time(.nightFrom, row, on: settings.planDay)
        let to = try table.time(.nightTo, row, on: settings.planDay)
        guard amount > 0 else { return nil }
        return NightSurcharge(from: from ?? 22 * 3_600, to: to ?? 6 * 3_600, amount: amount)
    }
}

extension NumberCell {
    /// A number of 0 or more with a decimal point as whole multiples of `1/scale`; nil when it is none.
    fileprivate static func scaled(_ text: String, by scale: Int) -> Int? {
        guard case .number(let number) = read(text, mark: .point) else { return nil }
        return number.scaled(by: scale, .nearest).flatMap { $0 >= 0 ? $0 : nil }
    }
}
