extension TripLog {
    /// How the openings and drives of the trip warm a compartment; what is left of earlier ones counts on the first.
    func heat(of compartment: Int, _ door: DoorBudget, isFirst: Bool) -> DoorHeat {
        var heat = isFirst ? DoorHeat.opening(door.warmth * DoorBudget.parts) : .nothing
        var isOpen = false
        for entry in entries {
            if entry.times.isHalt {
                heat = heat.joined(.drive(entry.driving * door.recoveryPerHour))
                isOpen = false
            }
            if entry.visit.compartment == compartment, !isOpen {
                heat = heat.joined(.opening(door.rise * DoorBudget.parts))
                isOpen = true
            }
        }
        return heat
    }
}

extension Route {
    /// How warm openings have made a compartment when the first `count` steps are over, in whole thousandths of a degree.
    public func doorWarmth(
        of compartment: Int,
        _ door: DoorBudget,
        after count: Int,
        _ schedule: RouteSchedule
    ) -> Int {
        var head = self
        head.steps = Array(steps.prefix(count))
        let trips = TripLog.trips(of: head, schedule)
        let heat = trips[trips.count - 1].heat(of: compartment, door, isFirst: trips.count == 1)
        return heat.end / DoorBudget.parts
    }
}
