/// A passive box of the generated day; figures are assumptions stated in Docs/generate.md.
struct PassiveBoxModel: Hashable {
    var code: String
    var goodsClass: GoodsClass
    /// What fits into one.
    var litres: Double
    /// Hours that may be planned with: what it held in its test, times 0.8.
    var holdHours: Double
    /// When the first ones are conditioned, in minutes from midnight.
    var ready: Int
    /// Pounds for each use, before the market's price level.
    var cost: Double
    /// Shares of the boxes that would be needed if all goods travelled in this one.
    var stockShare: Double

    /// A soft bag that held 5 h, a box that held 24 h, and one with dry ice that held 24 h.
    static let all = [
        PassiveBoxModel(
            code: "BAG5",
            goodsClass: .refrigerated,
            litres: 12,
            holdHours: 4,
            ready: 6 * 60,
            cost: 1.2,
            stockShare: 0.7
        ),
        PassiveBoxModel(
            code: "BOX24",
            goodsClass: .refrigerated,
            litres: 18,
            holdHours: 19.2,
            ready: 7 * 60,
            cost: 4.5,
            stockShare: 0.6
        ),
        PassiveBoxModel(
            code: "DRY24",
            goodsClass: .frozen,
            litres: 12,
            holdHours: 19.2,
            ready: 5 * 60,
            cost: 9,
            stockShare: 1.1
        ),
    ]
}

/// Decides whose goods travel in passive boxes: cold goods for patients, and small frozen lots.
struct PassiveBoxDraw {
    /// Frozen goods of more litres than this travel in a freezer.
    static let mostFrozenLitres = 12.0

    /// The orders with the boxes their lines may travel in.
    func boxed(_ orders: [GeneratedOrder]) -> [GeneratedOrder] {
        orders.map { order in
            guard !order.isReturn else { return order }
            var order = order
            let frozen = order.lines.filter { $0.product.goodsClass == .frozen }.litres
            for index in order.lines.indices {
                let goodsClass = order.lines[index].product.goodsClass
                let isHome = order.kind == .patient && goodsClass == .refrigerated
                let isSmall = goodsClass == .frozen && frozen <= Self.mostFrozenLitres
                if isHome || isSmall { order.lines[index].passiveBox = goodsClass }
            }
            return order
        }
    }

    /// The boxes of the day with their stock.
    func stock(for orders: [GeneratedOrder]) -> [(model: PassiveBoxModel, count: Int)] {
        let lines = orders.flatMap(\.lines)
        return PassiveBoxModel.all.map { model in
            let needed = lines.filter { $0.passiveBox == model.goodsClass }.reduce(0) {
                $0 + $1.count(of: model)
            }
            return (model, Int((Double(needed) * model.stockShare).rounded(.up)))
        }
    }
}

extension GeneratedOrder.Line {
    /// How many boxes of a model the line fills.
    func count(of model: PassiveBoxModel) -> Int {
        max(1, Int((litres / model.litres).rounded(.up)))
    }

    /// The cell of orders.csv: `BAG5:2|BOX24:1`.
    var passiveBoxCell: String {
        PassiveBoxModel.all.filter { $0.goodsClass == passiveBox }
            .map { "\($0.code):\(count(of: $0))" }.joined(separator: "|")
    }
}
