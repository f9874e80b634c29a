internal import VehicleRouting

/// One drive along a route from its earliest departure, each stop as early as possible.
///
/// Late stops are served at once, as `RouteSchedule` does; leaving later, which it does where that is free of cost,
/// changes neither delays nor distances.
struct ProbeDrive {
    private let vehicle: Vehicle
    private let matrix: TravelMatrix
    private var clock = 0
    private var place: Int?
    /// Driving seconds, metres, and seconds of setup and service so far.
    private(set) var travel = 0
    private(set) var metres = 0
    private(set) var working = 0
    /// Seconds of the latest stop, and of the start or end, beyond their windows.
    private(set) var late = 0
    private(set) var endLate = 0

    init(_ vehicle: Vehicle, _ matrix: TravelMatrix) {
        self.vehicle = vehicle
        self.matrix = matrix
        place = vehicle.start
    }

    /// Leaves not before `time`, when the depot is open.
    mutating func leave(at time: Seconds, through gates: [TimeWindow]) {
        clock = gates.nextOpening(at: time) ?? time
        endLate = max(time - (gates.last?.closes ?? time), 0)
    }

    /// Drives to a stop and does what is to be done there.
    mutating func serve(_ stop: ProbedStop) {
        let isMove = place != stop.location
        drive(to: stop.location)
        if let begin = stop.windows.nextOpening(at: clock) {
            clock = begin
        } else {
            late = max(late, clock - (stop.windows.last?.closes ?? clock))
        }
        let seconds = (isMove ? stop.setup : 0) + stop.service
        working += seconds
        clock += seconds
    }

    /// Drives home, and waits for the depot to open.
    mutating func end(through gates: [TimeWindow]) {
        if let end = vehicle.end { drive(to: end) }
        endLate = max(endLate, clock - (gates.last?.closes ?? clock))
        endLate = max(endLate, (gates.nextOpening(at: clock) ?? clock) - vehicle.shift.closes)
    }

    private mutating func drive(to next: Int) {
        if let from = place {
            let seconds = matrix.duration(from: from, to: next, speedFactor: vehicle.speedFactor)
            travel += seconds
            clock += seconds
            metres += matrix.distance(from: from, to: next)
        }
        place = next
    }
}
