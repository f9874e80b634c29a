/// A place for one task, and what it costs.
struct Place: BitwiseCopyable {
    /// Change of cost in search units; `Int64.max` when there is no place.
    var delta: Int64
    /// The node it would follow.
    var after: Int32
    /// The compartment its goods would travel in.
    var compartment: Int32
    /// Seconds of waiting in the route that this makes; nil when that has not been measured.
    var waiting: Int32?

    /// No place at all.
    static let none = Place(delta: .max, after: -1, compartment: 0)
}

/// A place for both halves of a shipment, and what it costs.
struct PairPlace: BitwiseCopyable {
    /// Change of cost in search units; `Int64.max` when there is no place.
    var delta: Int64
    /// The node the pickup would follow.
    var afterPickup: Int32
    /// The node the delivery would follow, once the pickup is in place.
    var afterDelivery: Int32
    /// The compartment the goods would travel in.
    var compartment: Int32
    /// Seconds of waiting in the route that this makes; nil when that has not been measured.
    var waiting: Int32?

    /// No place at all.
    static let none = PairPlace(delta: .max, afterPickup: -1, afterDelivery: -1, compartment: 0)
}
