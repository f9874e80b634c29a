import VehicleRouting

/// The rule of the VRP with backhauls (`TYPE : VRPB`): a route delivers first, picks up afterwards, and never only
/// picks up.
///
/// PyVRP makes the arcs that break the rule endlessly long.  Here such an arc is one unit longer than any route that
/// keeps the rule can last, and that is when shifts end: so a route that breaks it is late, and is found out by the same
/// evaluation as every other.
struct VRPLIBBackhauls {
    let jobs: [Job]

    func separate(_ matrix: inout [Int32], size: Int, vehicles: inout [Vehicle]) {
        var longest = jobs.reduce(0) { $0 + $1.service }
        for row in 0..<size {
            longest += Int(matrix[row * size..<(row + 1) * size].max() ?? 0)
        }
        let end = max(
            longest,
            vehicles.map(\.shift.closes).filter { $0 < TimeWindow.always.closes }.max() ?? 0
        )
        let backhauls = jobs.filter { !$0.pickup.isNothing }.map(\.location)
        let linehauls = jobs.filter { !$0.delivery.isNothing }.map(\.location)
        let forbidden = Int32(clamping: end + 1)
        for to in backhauls {
            for depot in Set(vehicles.compactMap(\.start)) { matrix[depot * size + to] = forbidden }
            for from in linehauls { matrix[to * size + from] = forbidden }
        }
        for index in vehicles.indices {
            vehicles[index].shift.closes = min(vehicles[index].shift.closes, end)
        }
    }
}
