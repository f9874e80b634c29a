internal import VehicleRouting

/// How long the compartments are prepared before a trip, asked of every pair of goods that have been in one.
struct ReferencePreparation {
    private let trips: [Trip]
    private let compartments: [Compartment]
    private let problem: Problem

    init(_ route: Route, in problem: Problem) {
        trips = route.trips
        compartments = problem.vehicles[route.vehicle].effectiveCompartments
        self.problem = problem
    }

    /// Seconds before the trip with this number.
    func seconds(before trip: Int) -> Int {
        compartments.indices.reduce(0) { $0 + cleaning($1, before: trip) }
            + (compartments.indices.map { changeover($0, before: trip) }.max() ?? 0)
    }

    private func changeover(_ index: Int, before trip: Int) -> Int {
        guard let to = trips[trip].regimes[index] else { return 0 }
        let compartment = compartments[index]
        let initial = compartment.state.regime.flatMap {
            compartment.regimes?.contains($0) == true ? $0 : nil
        }
        let from = trip == 0 ? initial : trips[trip - 1].regimes[index]
        if from == to { return 0 }
        let own = compartment.changeovers.filter { $0.to == to && $0.from == from && from != nil }
        let general = compartment.changeovers.filter { $0.to == to && $0.from == nil }
        return (own + general).first?.seconds ?? 0
    }

    private func classes(_ index: Int, on trip: Int) -> [Int] {
        trips[trip].visits.compactMap { visit in
            guard visit.compartment == index else { return nil }
            let handling = problem.handling(visit.task)
            if handling.isBoxed { return nil }
            if case .job(let job) = visit.task, !problem.jobs[job].boxes.isEmpty { return nil }
            return handling.goodsClass
        }
    }

    private func cleaning(_ index: Int, before trip: Int) -> Int {
        let cleaned = (0..<trip).last { cleaning(index, before: $0) > 0 }
        var left = ((cleaned ?? 0)..<trip).flatMap { classes(index, on: $0) }
        if cleaned == nil { left += compartments[index].state.carried }
        let pairs = left.flatMap { after in classes(index, on: trip).map { (after, $0) } }
        return pairs.compactMap { pair in
            problem.cleaning.entries.first { ($0.after, $0.before) == pair }?.seconds
        }.max() ?? 0
    }
}
