internal import VehicleRouting

/// The places for a task in a route of several trips, with rests, under a work rule or in changing traffic.
///
/// There no quick test holds, so every place behind every step is given to the evaluation, in every compartment that may
/// take the goods on that trip.  Rests and reloads stay between the steps where they are.
struct StepScan {
    let probe: RouteProbe
    let host: ProbedRoute
    let task: ProbedTask

    /// Every way to put the task in.
    func insertions(in problem: Problem) -> [Insertion] {
        host.route.trips.enumerated().flatMap { number, trip in
            let places = places(on: trip, in: problem)
            return trip.steps.lowerBound <= trip.steps.upperBound
                ? ways(from: trip.steps.lowerBound, to: trip.steps.upperBound).flatMap { first, last in
                    places.map { insertion(number, first, last, $0) }
                } : []
        }
    }

    /// Every way to do the task on a trip of its own, behind one that is there.
    func otherTrips(in problem: Problem) -> [Insertion] {
        let vehicle = problem.vehicles[host.route.vehicle]
        guard !vehicle.reloadDepots.isEmpty, !host.stops.isEmpty else { return [] }
        let nothing = probe.compartments.map { _ in Int?.none }
        let none = probe.compartments.map { _ in [Int]() }
        let places = probe.places(regimes: nothing, labels: none, in: problem).filter(\.isKept)
        return host.route.trips.flatMap { trip in
            vehicle.reloadDepots.flatMap { depot in
                places.map { place in
                    var insertion = self.insertion(0, trip.steps.upperBound, trip.steps.upperBound, place)
                    insertion.reload = depot
                    return insertion
                }
            }
        }
    }

    private func places(on trip: Trip, in problem: Problem) -> [RouteProbe.Place] {
        var labels = probe.compartments.map { _ in [Int]() }
        for visit in trip.visits {
            if let label = problem.regime(visit.task) { labels[visit.compartment].append(label) }
        }
        return probe.places(regimes: trip.regimes, labels: labels, in: problem).filter(\.isKept)
    }

    /// Before which steps the visits go: one for a job, two for a shipment.
    private func ways(from start: Int, to end: Int) -> [(first: Int, last: Int)] {
        (start...end).flatMap { first in
            probe.own.count == 1 ? [(first, first)] : (first...end).map { (first, $0) }
        }
    }

    private func insertion(_ trip: Int, _ first: Int, _ last: Int, _ place: RouteProbe.Place) -> Insertion {
        func visits(before step: Int) -> Int { host.route.steps[..<step].count { $0.visit != nil } }
        return Insertion(
            host: host,
            position: visits(before: first),
            deliveryPosition: visits(before: last),
            compartment: place.compartment,
            regimes: place.regimes,
            trip: trip,
            steps: probe.own.count == 1 ? [first] : [first, last],
            score: InsertionScore()
        )
    }
}
