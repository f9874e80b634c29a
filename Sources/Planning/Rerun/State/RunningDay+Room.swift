internal import VehicleRouting

extension RunningDay {
    /// Leaves to others what a vehicle was to collect, where goods that stay on board against the plan take its room.
    mutating func makeRoom() {
        for route in plan.routes where isOverloaded(route) {
            var route = route
            var collections = route.visits.map(\.task).filter { !problem.loadChange($0).loaded.isNothing }
            while isOverloaded(route), !collections.isEmpty {
                // One that is enough by itself, or else the first.
                let enough = collections.firstIndex { !isOverloaded(route, without: $0) } ?? 0
                let task = collections.remove(at: enough)
                route.takeOff(Set(task.halves))
                for half in task.halves { plan.drop(half) }
            }
        }
        plan.complete(in: problem)
    }

    private func isOverloaded(_ route: Route, without task: TaskReference) -> Bool {
        var lighter = route
        lighter.takeOff(Set(task.halves))
        return isOverloaded(lighter)
    }

    /// Whether a route has too much on board, what it does not hand over among it.
    private func isOverloaded(_ route: Route) -> Bool {
        let (served, id) = (Set(route.visits.map(\.task)), problem.vehicles[route.vehicle].id)
        var loaded = problem
        loaded.leaveAboard(
            problem.jobs.indices.filter {
                problem.jobs[$0].aboard?.vehicle == id && !served.contains(.job($0))
            }
        )
        return RouteEvaluation(route, at: 0, in: loaded).violations.contains { $0.cause == .load }
    }

    /// The jobs (indices) whose goods are on board of a vehicle and whom nobody serves.
    var leftAboard: [Int] { plan.leftAboard(in: problem) }

    /// The problem as files have it: the goods of orders that the plan leaves out take room where they are on board.
    var writtenProblem: Problem {
        var written = problem
        for index in leftAboard { written.countAboard(index, times: 1) }
        return written
    }
}

extension Plan {
    /// The jobs (indices) whose goods are on board of a vehicle and whom nobody serves.
    func leftAboard(in problem: Problem) -> [Int] {
        unassigned.compactMap { item in
            guard case .job(let index) = item.task, problem.jobs[index].aboard != nil else { return nil }
            return index
        }
    }
}

extension Problem {
    /// Lets the goods of jobs (indices) that are on board take room whether somebody hands them over or not.
    mutating func leaveAboard(_ jobs: [Int]) {
        for index in jobs where self.jobs[index].aboard.flatMap(compartment) != nil {
            countAboard(index, times: 1)
            self.jobs[index].delivery = []
        }
    }

    /// Adds the goods of a job (index) to what the compartment they are in carries for nobody, or takes them off it (-1).
    mutating func countAboard(_ index: Int, times: Int) {
        guard let place = jobs[index].aboard.flatMap(compartment) else { return }
        vehicles[place.vehicle].addBallast(jobs[index].delivery, times: times, to: place.compartment)
    }

    /// Where goods on board are, as indices of a vehicle and one of its compartments.
    func compartment(of aboard: Aboard) -> (vehicle: Int, compartment: Int)? {
        guard let vehicle = vehicles.firstIndex(where: { $0.id == aboard.vehicle }) else { return nil }
        let all = vehicles[vehicle].effectiveCompartments
        return (vehicle, all.firstIndex { $0.id == aboard.compartment } ?? 0)
    }
}

extension Vehicle {
    /// Adds to what a compartment carries for nobody, or takes off it (-1).
    mutating func addBallast(_ load: Load, times: Int = 1, to compartment: Int) {
        guard !load.isNothing else { return }
        func changed(_ ballast: Load) -> Load {
            var ballast = ballast
            ballast.add(load, times: times)
            return ballast.isNothing ? [] : ballast
        }
        if compartments.indices.contains(compartment) {
            compartments[compartment].ballast = changed(compartments[compartment].ballast)
        } else {
            ballast = changed(ballast)
        }
    }
}
