import VehicleRouting

// The files that say which rules there are; orders, vehicles and compartments refer to them.
extension DayFolderBuilder {
    mutating func readWorkRules() {
        guard let table = tables.workRules else { return }
        forEachCode(.workRule, of: table, in: \.workRuleIndex) { builder, code, row throws(RowProblem) in
            builder.workRules.append(try Self.workRule(code, table, row))
        }
    }

    private static func workRule(
        _ code: String,
        _ table: DayTable<WorkRuleColumn>,
        _ row: Int
    ) throws(RowProblem) -> WorkRule {
        var rule = WorkRule(id: .text(code), source: table.text(.source, row))
        rule.maxContinuousDriving = try table.scaled(.maxDriveMinutes, row, by: 60, in: 1...1440)
        rule.rest = try table.scaled(.breakMinutes, row, by: 60, in: 1...1440) ?? 0
        if rule.maxContinuousDriving != nil, rule.rest == 0 {
            throw table.problem(.breakMinutes, row, .empty)
        }
        let first = try table.scaled(.firstPartMinutes, row, by: 60, in: 1...1440)
        let second = try table.scaled(.secondPartMinutes, row, by: 60, in: 1...1440)
        if let first, let second {
            rule.split = SplitRest(first: first, second: second)
        } else if first != nil {
            throw table.problem(.secondPartMinutes, row, .empty)
        } else if second != nil {
            throw table.problem(.firstPartMinutes, row, .empty)
        }
        rule.countsOtherWork = try table.yesOrNo(.otherWorkCounts, row) ?? false
        rule.maxDailyDriving = try table.scaled(.maxDailyDriveHours, row, by: 3600, in: 0...24)
        rule.maxDuty = try table.scaled(.maxDutyHours, row, by: 3600, in: 0...48)
        return rule
    }

    mutating func readBoxTypes() {
        guard let table = tables.boxTypes else { return }
        forEachCode(.boxType, of: table, in: \.boxTypes) { builder, code, row throws(RowProblem) in
            let known = builder.shippedBoxes.find(code)
            let cell = table.text(.regime, row)
            let name = cell.isEmpty ? known?.regime ?? "" : cell
            guard let regime = builder.regimeIndex(named: name) else {
                if name.isEmpty { throw table.problem(.regime, row, .empty) }
                let nearest = NearestWord.of(name, among: builder.regimes.names)
                throw table.problem(.regime, row, .unknownName(.regime, nearest: nearest))
            }
            let day = builder.settings.planDay
            let hold = try builder.hold(of: known, table, row)
            var box = BoxType(id: .text(code), regime: regime, holdTime: hold)
            let conditioned = known.flatMap { box in
                builder.settings.settings.plannedAt.map { $0 + box.conditioning }
            }
            box.readyAt = max(0, try table.time(.ready, row, on: day) ?? conditioned ?? 0)
            box.stock = try table.scaled(.stock, row, by: 1, in: 0...1_000_000)
            let cost = try table.scaled(.cost, row, by: Self.moneyScale, in: Self.moneyRange)
            box.cost = cost ?? known?.cost ?? 0
            box.validUntil = try table.lastSecond(.validUntil, row, on: day)
            builder.problem.boxTypes.append(box)
        }
    }

    /// How long a box holds, by its row or by the catalogue's tests at the day's weather.
    private func hold(
        of known: ShippedBox?,
        _ table: DayTable<BoxTypeColumn>,
        _ row: Int
    ) throws(RowProblem) -> Seconds {
        if table.text(.holdHours, row).isEmpty {
            guard let known, let ambient = settings.ambient else {
                throw table.problem(.holdHours, row, .empty)
            }
            guard let hold = known.hold(ambient.lowerBound, ambient.upperBound) else {
                throw table.problem(.boxType, row, .notTestedForDay)
            }
            return hold
        }
        guard let hold = try table.scaled(.holdHours, row, by: 3600, in: 0...1000), hold > 0 else {
            throw table.problem(.holdHours, row, .outOfRange("above 0 … 1000"))
        }
        return hold
    }

    /// The index of a class of goods that an order names; nil for an unknown one.
    ///
    /// Where the folder does not say what is kept apart, classes that come with the program are known too.
    mutating func goodsClass(named name: String) -> Int? {
        if let known = problem.goodsClasses.firstIndex(of: .text(name)) { return known }
        guard tables.segregation == nil, shippedSegregation.classes.contains(name),
            problem.goodsClasses.count < Problem.mostGoodsClasses
        else { return nil }
        problem.goodsClasses.append(.text(name))
        return problem.goodsClasses.count - 1
    }

    /// All classes that orders may name.
    var goodsClassNames: [String] {
        let own = problem.goodsClasses.map(\.description)
        return tables.segregation == nil ? own + shippedSegregation.classes : own
    }

    /// Keeps apart, by the rules that come with the program, the classes of a folder that does not say.
    mutating func keepApartAsShipped() {
        guard tables.segregation == nil else { return }
        let places = problem.goodsClasses.map { shippedSegregation.classes.firstIndex(of: $0.description) }
        for (first, one) in places.enumerated() {
            for (second, other) in places.enumerated() where first <= second {
                guard let one, let other, let separation = shippedSegregation.matrix[one, other] else {
                    continue
                }
                problem.segregation.keep(first, and: second, separation)
            }
        }
    }

    mutating func readSegregation() {
        guard let table = tables.segregation else { return }
        forEachRow(of: table) { builder, row throws(RowProblem) in
            let word = table.text(.keep, row).lowercased()
            guard let separation = Separation(rawValue: word) else {
                throw table.problem(.keep, row, .unknownWord(expected: Separation.allCases.map(\.rawValue)))
            }
            let first = try builder.goodsClass(defining: .goodsClass, table, row)
            let second = try builder.goodsClass(defining: .from, table, row)
            builder.problem.segregation.keep(first, and: second, separation)
        }
    }

    mutating func readCleaning() {
        guard let table = tables.cleaning else { return }
        var firstRows: [[Int]: Int] = [:]
        forEachRow(of: table) { builder, row throws(RowProblem) in
            guard let seconds = try table.scaled(.minutes, row, by: 60, in: 0...1440) else {
                throw table.problem(.minutes, row, .empty)
            }
            let after = try builder.goodsClass(defining: .after, table, row)
            let before = try builder.goodsClass(defining: .before, table, row)
            if let first = firstRows[[after, before]] {
                throw table.problem(.before, row, .duplicate(firstRow: first))
            }
            firstRows[[after, before]] = table.line(row)
            builder.problem.cleaning[after: after, before: before] = seconds
        }
    }

    private mutating func goodsClass<Column>(
        defining column: Column,
        _ table: DayTable<Column>,
        _ row: Int
    ) throws(RowProblem) -> Int {
        let name = Identifier.text(try table.code(column, row))
        if let known = problem.goodsClasses.firstIndex(of: name) { return known }
        guard problem.goodsClasses.count < Problem.mostGoodsClasses else {
            throw table.problem(column, row, .outOfRange("1 … \(Problem.mostGoodsClasses) classes"))
        }
        problem.goodsClasses.append(name)
        return problem.goodsClasses.count - 1
    }
}
