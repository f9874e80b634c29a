/// Makes some orders impossible on purpose, each in one known way.
struct ImpossibleOrders {
    /// Ways in which nobody can carry an order.
    enum Reason: CaseIterable {
        /// More than any vehicle holds.
        case tooLarge
        /// The goods are ready when the customer closes, or the customer is in only while the depots are closed.
        case tooLate
        /// A skill that no vehicle has.
        case unknownSkill
        /// A temperature that no compartment keeps.
        case unknownRegime
    }

    var sites: [GeneratedSite]

    /// Changes `count` of the deliveries in `orders`, chosen by chance, taking the reasons in turn.
    func spoil(_ count: Int, of orders: inout [GeneratedOrder], random: inout SeededRandom) {
        let deliveries = random.shuffled(orders.indices.filter { !orders[$0].isReturn })
        for (turn, index) in deliveries.prefix(count).enumerated() {
            spoil(&orders[index], by: Reason.allCases[turn % Reason.allCases.count])
        }
    }

    private func spoil(_ order: inout GeneratedOrder, by reason: Reason) {
        order.isImpossible = true
        switch reason {
        case .tooLarge:
            order.lines[0].boxes = 2_400
            order.lines[0].litres = 52_800
            order.lines[0].kilograms = 9_600
            order.remarks = "Impossible on purpose: larger than any vehicle"
        case .tooLate:
            makeTooLate(&order)
            order.remarks = "Impossible on purpose: no vehicle can be there in time"
        case .unknownSkill:
            order.impossibleSkill = "radioactive"
            order.remarks = "Impossible on purpose: no vehicle has the skill"
        case .unknownRegime:
            for line in order.lines.indices { order.lines[line].regime = "ULT" }
            order.remarks = "Impossible on purpose: no compartment keeps the temperature"
        }
    }

    private func makeTooLate(_ order: inout GeneratedOrder) {
        switch order.destination {
        case .site(let site):
            let closing = sites[site].openToday.last?.upperBound ?? 24 * 60
            order.promise = GeneratedOrder.Promise(release: closing - 1)
        case .home:
            order.promise = GeneratedOrder.Promise(earliest: 2 * 60, latest: 3 * 60)
        }
    }
}
