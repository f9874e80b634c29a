/// A place for a trip of one job, and what it costs.
struct TripPlace: BitwiseCopyable {
    /// Change of cost in search units; `Int64.max` when there is no place.
    var delta: Int64
    /// The node the trip would follow: the start of a route, or the last task of a trip.
    var after: Int32
    /// Place of the reload's depot in `CompiledInstance.reloadDepots`.
    var rank: Int32
    /// Whether the reload comes behind the job, which is then done on the first trip.
    var isFirst: Bool
    /// The compartment the goods would travel in.
    var compartment: Int32
    /// Seconds of waiting in the route that this makes; nil when that has not been measured.
    var waiting: Int32?

    /// No place at all.
    static let none = TripPlace(delta: .max, after: -1, rank: 0, isFirst: false, compartment: 0)
}
