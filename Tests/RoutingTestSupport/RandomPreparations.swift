import VehicleRouting

extension RandomBuilder {
    /// Changeovers of compartments, what they run and have carried at the start, and cleaning between classes of goods.
    mutating func addPreparations() {
        if problem.goodsClasses.isEmpty {
            problem.goodsClasses = ["saleable", "returned", "toxic"]
            for index in problem.jobs.indices where random.once(in: 2) {
                problem.jobs[index].handling.goodsClass = random.draw(0...2)
            }
        }
        for after in 0...2 {
            for before in 0...2 where random.once(in: 3) {
                problem.cleaning[after: after, before: before] = random.draw(0...12)
            }
        }
        for vehicle in problem.vehicles.indices {
            for compartment in problem.vehicles[vehicle].compartments.indices {
                var state = CompartmentState()
                if random.once(in: 4), !problem.regimes.isEmpty { state.regime = random.draw(0...2) }
                if random.once(in: 4) { state.carried = [random.draw(0...2)] }
                problem.vehicles[vehicle].compartments[compartment].state = state
                let regimes = problem.vehicles[vehicle].compartments[compartment].regimes ?? []
                problem.vehicles[vehicle].compartments[compartment].changeovers = changeovers(to: regimes)
            }
        }
    }

    private mutating func changeovers(to regimes: [Int]) -> [Changeover] {
        var changeovers: [Changeover] = []
        for to in regimes {
            if random.once(in: 2) { changeovers.append(Changeover(to: to, seconds: random.draw(0...15))) }
            for from in 0...2 where from != to && random.once(in: 3) {
                changeovers.append(Changeover(from: from, to: to, seconds: random.draw(0...15)))
            }
        }
        return changeovers
    }
}
