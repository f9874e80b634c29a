internal import VehicleRouting

/// One way to insert a task into a route.
struct Insertion {
    let host: ProbedRoute
    /// How many stops of the route come before the task, and before a shipment's delivery.
    let position: Int
    let deliveryPosition: Int
    let compartment: Int
    /// The regimes of the compartments of the trip once the task is aboard.
    let regimes: [Int?]
    /// Which of the route's trips takes the task.
    var trip = 0
    /// Before which steps of the route as it is the task's visits go; nil where the positions among the stops say it.
    var steps: [Int]?
    /// The depot (index) where the vehicle first loads again for the task; nil when it goes on a trip that is there.
    var reload: Int?
    /// The probe's opinion.
    var score: InsertionScore

    /// The route with the task in it.
    func route(with task: ProbedTask) -> Route {
        var route = host.route
        if let reload, let step = steps?.first {
            let visits = task.references.map {
                RouteStep.visit(Visit($0, compartment: compartment, box: task.box))
            }
            route.steps.insert(
                contentsOf: [.reload(Reload(depot: reload, regimes: regimes))] + visits,
                at: step
            )
            return route
        }
        route.run(regimes, onTrip: trip)
        for (index, reference) in task.references.enumerated() {
            let visit = Visit(reference, compartment: compartment, box: task.box)
            if let steps {
                route.steps.insert(.visit(visit), at: steps[index] + index)
            } else {
                route.insert(visit, at: index == 0 ? position : deliveryPosition + 1)
            }
        }
        return route
    }
}

extension Route {
    /// Sets what the compartments of one trip run.
    fileprivate mutating func run(_ regimes: [Int?], onTrip trip: Int) {
        let step = trips[trip].steps.lowerBound - 1
        if trip > 0, case .reload(let reload) = steps[step] {
            steps[step] = .reload(Reload(depot: reload.depot, regimes: regimes))
        } else {
            self.regimes = regimes
        }
    }
}

/// The best few ways to insert a task into some routes, by a probe that drives the route once for each.
struct Insertions {
    /// The least broken first.
    private(set) var best: [Insertion] = []

    init(of task: ProbedTask, into hosts: [ProbedRoute], keeping count: Int, in problem: Problem) {
        for host in hosts {
            let probe = RouteProbe(task, host: host, in: problem)
            for var insertion in StepScan(probe: probe, host: host, task: task).otherTrips(in: problem) {
                insertion.score = ExactInsertion(insertion, of: task, in: problem).score
                keep(insertion, count: count)
            }
            if !host.isPlain(in: problem), !host.stops.isEmpty {
                let ways = StepScan(probe: probe, host: host, task: task).insertions(in: problem)
                for var insertion in ways {
                    insertion.score = ExactInsertion(insertion, of: task, in: problem).score
                    keep(insertion, count: count)
                }
                if !ways.isEmpty { continue }
            }
            let places = probe.places(in: problem)
            for position in 0...host.stops.count {
                for last in task.visits.count == 1 ? position...position : position...host.stops.count {
                    let driven = probe.drive(position, last)
                    for place in places {
                        // The score only grows, so a way that drives too badly need not be loaded.
                        if best.count == count, let worst = best.last, !(driven < worst.score) { break }
                        let score = probe.load(position, last, place: place, driven: driven)
                        keep(
                            Insertion(
                                host: host,
                                position: position,
                                deliveryPosition: last,
                                compartment: place.compartment,
                                regimes: place.regimes,
                                score: score
                            ),
                            count: count
                        )
                    }
                }
            }
        }
    }

    /// Keeps an insertion if it is among the best `count`; of equals the first.
    private mutating func keep(_ insertion: Insertion, count: Int) {
        if best.count == count, let worst = best.last, !(insertion.score < worst.score) { return }
        best.insert(insertion, at: best.firstIndex { insertion.score < $0.score } ?? best.count)
        if best.count > count { best.removeLast() }
    }
}
