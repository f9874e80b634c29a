import VehicleRouting

/// What a row of `orders.csv` says about due times, boxes and handling; the lines of a job are put together.
struct OrderTerms: Hashable {
    var due: Seconds?
    /// Thousandths of the currency.
    var latePerHour = 0
    var useBy: Seconds?
    /// Of the nuclide, in seconds; nil for goods that do not decay.
    var halfLife: Seconds?
    var hold: Seconds?
    var boxes: [BoxNeed] = []
    var handling = Handling()

    /// Takes over what another line of the same job says.
    ///
    /// - Returns: The column in which the two contradict each other; nil when they do not.
    mutating func add(_ other: OrderTerms) -> OrderColumn? {
        guard handling.goodsClass == other.handling.goodsClass else { return .goodsClass }
        guard handling.exclusiveGroup == other.handling.exclusiveGroup else { return .exclusive }
        guard Set(boxes.map(\.type)) == Set(other.boxes.map(\.type)) else { return .passiveBox }
        guard halfLife == other.halfLife else { return .nuclide }
        let channels = Set([handling.channel, other.handling.channel].compactMap { $0 })
        guard channels.count <= 1 else { return .channel }
        handling.channel = channels.first
        handling.productClasses.formUnion(other.handling.productClasses)
        due = [due, other.due].compactMap { $0 }.min()
        latePerHour = max(latePerHour, other.latePerHour)
        useBy = [useBy, other.useBy].compactMap { $0 }.min()
        hold = [hold, other.hold].compactMap { $0 }.min()
        for need in other.boxes {
            for index in boxes.indices where boxes[index].type == need.type {
                boxes[index].count += need.count
            }
        }
        handling.isBoxed = handling.isBoxed && other.handling.isBoxed
        handling.levels.merge(other.handling.levels) { max($0, $1) }
        handling.requires.formUnion(other.handling.requires)
        for permit in other.handling.permits { handling.permits.add(permit) }
        handling.prohibition = handling.prohibition ?? other.handling.prohibition
        return nil
    }

    /// Writes it into the job of these lines.
    func apply(to job: inout Job) {
        // What a decay may cost at most, in thousandths of the currency.
        let value = min(job.goodsValue.wireUnits, 1_000_000_000)
        let decay = halfLife.map { Decay(value: value, halfLife: $0) }
        job.due = due.map { DueTime(by: $0, latePerHour: latePerHour, decay: decay) }
        job.useBy = useBy
        job.holdTime = hold
        job.boxes = boxes
        job.handling = handling
    }
}

extension OrderRowReading {
    func terms(
        _ row: Int,
        isReturn: Bool,
        regime: Int?,
        _ builder: inout DayFolderBuilder
    ) throws(RowProblem) -> OrderTerms {
        var terms = OrderTerms()
        terms.due = try table.time(.due, row, on: settings.planDay)
        terms.latePerHour =
            try table.scaled(
                .latePerHour,
                row,
                by: DayFolderBuilder.moneyScale,
                in: DayFolderBuilder.moneyRange
            ) ?? 0
        if terms.latePerHour > 0, terms.due == nil { throw table.problem(.due, row, .empty) }
        for column in [OrderColumn.holdHours, .passiveBox] where isReturn && !table.text(column, row).isEmpty
        {
            throw table.problem(column, row, .onlyForDeliveries)
        }
        try addDose(to: &terms, row, builder)
        terms.hold = try table.scaled(.holdHours, row, by: 3600, in: 0...1000)
        if terms.hold == 0 { throw table.problem(.holdHours, row, .outOfRange("above 0 … 1000")) }
        terms.boxes = try boxes(row, regime: regime, builder)
        terms.handling = try handling(row, &builder)
        let channel = try channel(row, &builder)
        let classes = try productClasses(row, &builder)
        // What comes back is supplied to nobody.
        if !isReturn { (terms.handling.channel, terms.handling.productClasses) = (channel, classes) }
        return terms
    }

    /// Passive boxes with their count: `B24:2|B48`.
    private func boxes(
        _ row: Int,
        regime: Int?,
        _ builder: DayFolderBuilder
    ) throws(RowProblem) -> [BoxNeed] {
        var needs: [BoxNeed] = []
        for item in table.list(.passiveBox, row) {
            let parts = item.split(separator: ":").map { String($0).trimmed }
            guard let code = parts.first, parts.count <= 2 else { continue }
            let index: Int
            switch builder.boxTypes.index(of: code, thing: .boxType) {
            case .success(let known): index = known
            case .failure(let unknown): throw table.problem(.passiveBox, row, unknown.reason)
            }
            let needed = parts.count == 1 ? try boxCount(code, row) ?? 1 : Int(parts[1])
            guard let count = needed, (1...10_000).contains(count) else {
                throw table.problem(.passiveBox, row, .outOfRange("1 … 10000"))
            }
            let kept = builder.problem.regimes[builder.problem.boxTypes[index].regime]
            if let regime, !builder.problem.regimes[regime].accepts(kept) {
                throw table.problem(.passiveBox, row, .boxKeepsOther(regime: kept.id.description))
            }
            if let same = needs.firstIndex(where: { $0.type == index }) {
                needs[same].count += count
            } else {
                needs.append(BoxNeed(type: index, count: count))
            }
        }
        return needs
    }

    /// How many boxes of the catalogue the goods of a row fill; nil for a box that is not of it.
    private func boxCount(_ code: String, _ row: Int) throws(RowProblem) -> Int? {
        guard let box = shippedBoxes.find(code) else { return nil }
        let millilitres = try table.scaled(.litres, row, by: 1000, .up, in: LoadColumn.range) ?? 0
        let grams = try table.scaled(.kilograms, row, by: 1000, .up, in: LoadColumn.range) ?? 0
        return box.count(millilitres, grams)
    }

    private func handling(_ row: Int, _ builder: inout DayFolderBuilder) throws(RowProblem) -> Handling {
        var handling = Handling()
        let goods = table.text(.goodsClass, row)
        if !goods.isEmpty {
            guard let index = builder.goodsClass(named: goods) else {
                let nearest = NearestWord.of(goods, among: builder.goodsClassNames)
                throw table.problem(.goodsClass, row, .unknownName(.goodsClass, nearest: nearest))
            }
            handling.goodsClass = index
        }
        handling.isBoxed = try table.yesOrNo(.closedBox, row) ?? false
        let owner = table.text(.exclusive, row)
        if !owner.isEmpty { handling.exclusiveGroup = .text(owner) }
        handling.levels = try table.levels(.requiredLevels, row)
        handling.requires = Set(table.list(.requires, row).map { .text($0) })
        handling.permits = try table.permits(.permits, row, on: settings.planDay)
        let prohibition = table.text(.prohibited, row)
        if !prohibition.isEmpty { handling.prohibition = prohibition }
        return handling
    }
}
