public import VehicleRouting

/// An urgent order that goods of a depot are to serve, until a vehicle has fetched them.
public struct Emergency: Hashable, Sendable {
    /// The order.
    public var order: Identifier
    /// What it needs, where stock is counted; nil where every depot has enough.
    public var article: String?
    /// How much of the article.
    public var quantity: Int
    /// Depots (ids) that may give it out; empty means all.
    public var depots: Set<Identifier>
    /// When its goods can be loaded; 0 for at once.
    public var release: Seconds
    /// The depot (id) whose stock has been set aside for it; nil while it is open.
    public var source: Identifier?
    /// The order that takes the goods from there to the depot where another vehicle fetches them; nil without a relay.
    public var relay: Identifier?

    /// An open emergency that any depot with the goods may serve.
    init(_ order: Identifier) {
        self.order = order
        article = nil
        quantity = 1
        depots = []
        release = 0
    }
}

/// How much of an article a depot holds for emergencies.
public struct EmergencyStock: Hashable, Sendable {
    /// The depot.
    public var depot: Identifier
    /// The article.
    public var article: String
    /// How much of it, before anything is set aside.
    public var quantity: Int
}
