extension DayTables {
    /// What the tables hold, in figures.
    func summary(openSites: Int) -> GenerationSummary {
        GenerationSummary(
            sites: sites.count,
            openSites: openSites,
            orders: orders.count,
            lines: orders.reduce(0) { $0 + $1.lines.count },
            impossible: orders.count(where: \.isImpossible),
            vehicles: Dictionary(grouping: fleet.vehicles, by: \.model.name).mapValues(\.count),
            balances: balances,
            workHours: fleet.workMinutes / 60,
            shiftHours: Double(fleet.vehicles.count * FleetSizing.regularMinutes) / 60
        )
    }

    private var balances: [GenerationSummary.Balance] {
        let room = FleetRoom(fleet.vehicles.map(\.model))
        let lines = orders.filter { !$0.isReturn && !$0.isImpossible }.flatMap(\.lines)
        return [GoodsClass.ambient, .refrigerated, .frozen].map { goodsClass in
            let own = lines.filter { $0.product.goodsClass.compartmentClass == goodsClass }
            let have = room.byClass[goodsClass, default: (0, 0)]
            return GenerationSummary.Balance(
                goodsClass: "\(goodsClass)",
                demandLitres: own.reduce(0) { $0 + $1.litres },
                roomLitres: have.litres,
                demandKilograms: own.reduce(0) { $0 + $1.kilograms },
                roomKilograms: have.kilograms
            )
        }
    }
}
