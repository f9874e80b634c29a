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
