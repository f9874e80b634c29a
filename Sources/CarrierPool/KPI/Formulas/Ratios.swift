/// One sum over another.
public struct Ratio: Hashable, Codable, Sendable {
    /// The sum above the line.
    public var above: Double
    /// The sum below the line.
    public var below: Double

    /// The value; nil when there is nothing to divide by.
    public var value: Double? { below > 0 ? above / below : nil }
}

extension KPIDefinition {
    /// The two sums behind a figure of kind `ratio`; nil for other kinds.
    public func ratio(in history: CarrierHistory) -> Ratio? {
        let spend = history.trips.reduce(0) { $0 + $1.spend }
        func total(_ basis: KeyPath<CostBasis, Double>) -> Double {
            history.trips.reduce(0) { $0 + $1.basis[keyPath: basis] }
        }
        return switch kpi {
        case .claimsRatio: Ratio(above: history.claims.reduce(0) { $0 + $1.value }, below: spend)
        case .claimsPerTrip: Ratio(above: Double(history.claims.count), below: Double(history.trips.count))
        case .invoiceCorrection:
            Ratio(
                above: history.invoices.reduce(0) { $0 + abs($1.correction) },
                below: history.invoices.reduce(0) { $0 + $1.value }
            )
        case .costPerDrop: Ratio(above: spend, below: total(\.drops))
        case .costPerKilometre: Ratio(above: spend, below: total(\.kilometres))
        case .costPerKilogram: Ratio(above: spend, below: total(\.kilograms))
        case .costPerOrder: Ratio(above: spend, below: total(\.orders))
        case .costByValue: Ratio(above: spend, below: total(\.goodsValue))
        default: nil
        }
    }
}

extension CarrierHistory {
    /// Offers a load on average, over loads that were offered at all: the depth of the routing guide.
    ///
    /// A property of the shipper's ranking, so it is taken over all carriers.  Nil without offers.
    public var routingGuideDepth: Double? {
        let offers = tenders.filter { $0.answer != .withdrawn }
        let loads = Set(offers.map(\.load))
        return loads.isEmpty ? nil : Double(offers.count) / Double(loads.count)
    }
}
