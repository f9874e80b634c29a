import VehicleRouting

/// What the vehicles of all published instances have in common.
enum InstanceFleet {
    /// Costs under which one scaled unit of distance costs one wire unit and time is free.
    static let costs = VehicleCosts(perKilometre: 1000, perHour: 0)

    /// `count` equal vehicles at the only depot, named from 1.
    static func vehicles(count: Int, capacity: Load, shift: TimeWindow) -> [Vehicle] {
        (1...count).map { number in
            var vehicle = Vehicle(id: .number(UInt64(number)))
            vehicle.start = 0
            vehicle.end = 0
            vehicle.startDepot = 0
            vehicle.endDepot = 0
            vehicle.capacity = capacity
            vehicle.shift = shift
            vehicle.costs = costs
            return vehicle
        }
    }

    /// A depot has no demand and takes no time in these formats; other values would be lost without a word.
    static func refuseDepotValues(demand: Double, service: Double, line: Int) throws(FormatError) {
        guard demand == 0 else {
            throw FormatError(
                .outOfRange(InstanceNumbers.shown(demand), field: "the demand of the depot", range: "0"),
                at: .line(line)
            )
        }
        guard service == 0 else {
            throw FormatError(
                .outOfRange(
                    InstanceNumbers.shown(service),
                    field: "the service time of the depot",
                    range: "0"
                ),
                at: .line(line)
            )
        }
    }
}
