internal import Interchange
internal import VehicleRouting

extension DayScenario {
    /// What the day of this number really is.
    func truth(of number: Int) -> TrueDay {
        TrueDay(
            number,
            seed: seed,
            spread: TravelSpread(day: travelDaySpread, leg: travelLegSpread),
            serviceSpread: serviceSpread
        )
    }

    /// Everything that is asked for on the day: what is planned, and the urgent orders, none of which may leave before it is
    /// known; vehicles that break down are home by then.
    func problem(of initial: RunningDay) -> Problem {
        var day = initial
        for event in document.events {
            switch event.kind {
            case .urgentOrder:
                let known = day.problem.shipments.count
                var early = event
                early.time = day.now
                guard (try? day.apply(early)) != nil else { continue }
                for shipment in known..<max(known, day.problem.shipments.count) {
                    let windows = day.problem.shipments[shipment].pickup.timeWindows
                    day.problem.shipments[shipment].pickup.timeWindows = windows.open(from: event.time)
                }
            case .breakdown(let vehicle, let place, _, _):
                guard let index = day.problem.vehicles.firstIndex(where: { $0.id == vehicle }) else {
                    continue
                }
                // The place is put on the map as it is while the day is played, so that both count places alike.
                if let place { _ = try? day.location(of: place, at: event.pointer) }
                let shift = day.problem.vehicles[index].shift
                day.problem.vehicles[index].shift.closes = min(shift.closes, max(event.time, shift.opens))
            default: continue
            }
        }
        return day.problem
    }
}
