internal import VehicleRouting

/// One way to serve one emergency.
struct EmergencyOption: Hashable {
    /// Who brings the goods.
    enum Bearer: Hashable {
        /// A vehicle (index) that fetches them at the depot.
        case vehicle(Int)
        /// A vehicle (index) that takes them to another depot (index), by a time, and one that goes on from there.
        case relay(Int, via: Int, by: Seconds, then: Int)
        /// A carrier (index) of all those that are asked at once.
        case carrier(Int)
    }

    /// Which emergency, by its place in the list.
    var emergency: Int
    /// The depot (index) whose stock it takes.
    var depot: Int
    var bearer: Bearer
    /// When service begins.
    var begin: Seconds
    /// Seconds by which that is too late.
    var lateness: Seconds
    /// What it adds to the cost of the plan.
    var cost: Cost

    /// The vehicles (indices) it keeps from serving another emergency in the same round.
    var vehicles: [Int] {
        switch bearer {
        case .vehicle(let vehicle): [vehicle]
        case .relay(let first, _, _, let second): [first, second]
        case .carrier: []
        }
    }
}
