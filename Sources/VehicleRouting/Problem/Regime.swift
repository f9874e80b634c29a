/// A range of temperature: what the label of a product allows, or what a compartment is qualified to keep.
public struct Regime: Hashable, Sendable {
    /// The name used by jobs and compartments: `REF`, `CRT`.
    public var id: Identifier
    /// The lowest temperature, in thousandths of a degree Celsius; nil when there is no lower limit.
    public var low: Int?
    /// The highest temperature, in thousandths of a degree Celsius; nil when there is no upper limit.
    public var high: Int?
    /// Whether the goods are spoilt by freezing, so that no margin below `low` may be planned.
    public var isFreezeSensitive: Bool

    /// A regime from `low` to `high`, in thousandths of a degree Celsius.
    public init(id: Identifier, low: Int?, high: Int?, isFreezeSensitive: Bool = false) {
        self.id = id
        self.low = low
        self.high = high
        self.isFreezeSensitive = isFreezeSensitive
    }

    /// By how many thousandths of a degree this label would have to be wider for goods to travel in a compartment kept at
    /// `compartment`; nil where no width would do: nothing below freezing for goods that freezing spoils, and no limit where
    /// the label has one.
    public func excess(of compartment: Regime) -> Int? {
        var excess = 0
        if let low {
            guard let other = compartment.low else { return nil }
            excess = max(excess, low - other)
        }
        if let high {
            guard let other = compartment.high else { return nil }
            excess = max(excess, other - high)
        }
        if isFreezeSensitive {
            guard let other = compartment.low, other > 0 else { return nil }
        }
        return excess
    }

    /// Whether goods labelled with this regime may travel in a compartment kept at `compartment`.
    ///
    /// EU GDP knows no transport tolerance: the compartment's qualified range must lie within the label's range.
    /// Freeze-sensitive goods further need a compartment whose own low limit is above freezing.
    public func accepts(_ compartment: Regime) -> Bool {
        if let low {
            guard let other = compartment.low, other >= low else { return false }
        }
        if let high {
            guard let other = compartment.high, other <= high else { return false }
        }
        if isFreezeSensitive {
            guard let other = compartment.low, other > 0 else { return false }
        }
        return true
    }
}
