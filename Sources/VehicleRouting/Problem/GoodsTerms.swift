/// What holds for goods wherever they come from: who may carry them, what they are worth, how they are treated.
///
/// Jobs and shipments have it as one value, so goods that become the one or the other on their way keep all of it.
public struct GoodsTerms: Hashable, Sendable {
    /// Skills the vehicle must have, all of them.
    public var skills: Set<Identifier> = []
    /// 0 … 100; a plan that serves more priority is better than any that serves less (as in VROOM).
    public var priority = 0
    /// What leaving the goods out costs; nil when they must be served if at all possible.
    public var unassignedCost: Cost?
    /// Index into the problem's regimes of the label's range; nil for goods that travel at any temperature.
    public var regime: Int?
    /// Vehicles (ids) that may carry them; nil means all.
    public var allowedVehicles: Set<Identifier>?
    /// Carriers (ids) that may not have them: they refused them, or somebody forbade it.
    public var excludedCarriers: Set<Identifier> = []
    /// Value of the goods; zero when not known.
    public var goodsValue = Cost.zero
    /// How the goods must be treated.
    public var handling = Handling.plain

    /// Goods of which nothing is known.
    public init() {}
}

/// What has `GoodsTerms`, whose fields it shows as its own.
public protocol Transported {
    /// What holds for the goods wherever they come from.
    var terms: GoodsTerms { get set }
}

extension Transported {
    /// Skills the vehicle must have, all of them.
    public var skills: Set<Identifier> {
        get { terms.skills }
        set { terms.skills = newValue }
    }

    /// 0 … 100; a plan that serves more priority is better than any that serves less (as in VROOM).
    public var priority: Int {
        get { terms.priority }
        set { terms.priority = newValue }
    }

    /// What leaving it out costs; nil when it must be served if at all possible.
    public var unassignedCost: Cost? {
        get { terms.unassignedCost }
        set { terms.unassignedCost = newValue }
    }

    /// Index into the problem's regimes of the label's range; nil for goods that travel at any temperature.
    public var regime: Int? {
        get { terms.regime }
        set { terms.regime = newValue }
    }

    /// Vehicles (ids) that may carry it; nil means all.
    public var allowedVehicles: Set<Identifier>? {
        get { terms.allowedVehicles }
        set { terms.allowedVehicles = newValue }
    }

    /// Carriers (ids) that may not have it: they refused it, or somebody forbade it.
    public var excludedCarriers: Set<Identifier> {
        get { terms.excludedCarriers }
        set { terms.excludedCarriers = newValue }
    }

    /// Value of the goods; zero when not known.
    public var goodsValue: Cost {
        get { terms.goodsValue }
        set { terms.goodsValue = newValue }
    }

    /// How its goods must be treated.
    public var handling: Handling {
        get { terms.handling }
        set { terms.handling = newValue }
    }
}
