internal import VehicleRouting

/// Where the driver of a growing route rests.
struct RestPlaces {
    /// Rests in order, each with the number of visits before it.
    private var places: [(before: Int, rest: RouteStep)] = []

    /// The visits with the rests between them.
    func among(_ visits: [Visit]) -> [RouteStep] {
        var steps = visits.map(RouteStep.visit)
        for place in places.reversed() { steps.insert(place.rest, at: place.before) }
        return steps
    }

    /// Moves what comes behind a new visit.
    mutating func makeRoom(at position: Int) {
        for index in places.indices where places[index].before > position { places[index].before += 1 }
    }

    /// The same with one rest more, in every place it could have: the next break of the vehicle where one is missing, or the
    /// rest its work rule asks for after too much driving.
    func withOneMore(for broken: [Violation], of vehicle: Vehicle, among count: Int) -> [RestPlaces] {
        let breaks = places.count { if case .rest(.planned) = $0.rest { true } else { false } }
        if broken.contains(where: { $0.cause == .missingBreak }), breaks < vehicle.breaks.count {
            let last = places.last { if case .rest(.planned) = $0.rest { true } else { false } }
            return ((last?.before ?? 0)...count).map { adding(.rest(.planned(breaks)), before: $0) }
        }
        guard broken.contains(where: { $0.cause == .driving }), let rule = vehicle.workRule else { return [] }
        return (0...count).map { adding(.rest(.legal(rule.rest)), before: $0) }
    }

    private func adding(_ rest: RouteStep, before count: Int) -> RestPlaces {
        var more = self
        let index = places.firstIndex { $0.before > count } ?? places.count
        more.places.insert((count, rest), at: index)
        return more
    }
}
