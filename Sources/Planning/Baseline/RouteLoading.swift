internal import VehicleRouting

/// The compartments of a vehicle while a route grows at its end: what is aboard, and which regime each runs.
///
/// A compartment chooses its regime when the first goods ask for one.
struct RouteLoading {
    private let vehicle: Vehicle
    private let compartments: [Compartment]
    /// The regime each compartment runs; nil while it is off.
    private(set) var regimes: [Int?]
    /// The greatest load so far, and the load after the last visit, per compartment.
    private var peaks: [Load]
    private var finals: [Load]

    init(vehicle: Vehicle, in problem: Problem) {
        self.vehicle = vehicle
        compartments = vehicle.effectiveCompartments
        regimes = compartments.map { _ in nil }
        let nothing = Load(repeating: 0, count: problem.dimensions.count)
        peaks = compartments.map { _ in nothing }
        finals = peaks
    }

    /// Where the goods of a task fit when it is done last, with the regime to run; nil when they fit nowhere.
    ///
    /// Compartments that already run come before those that are off, and among the latter the one with the fewest regimes,
    /// so that the versatile ones stay free.
    func place(of task: TaskReference, in problem: Problem) -> (compartment: Int, regime: Int?)? {
        let change = problem.loadChange(task)
        guard fitsVehicle(change) else { return nil }
        var best: (rank: Int, compartment: Int, regime: Int?)?
        for compartment in compartments.indices {
            guard let regime = regime(of: compartment, for: problem.regime(task), in: problem),
                fits(change, compartment)
            else { continue }
            let isOn = regimes[compartment] != nil || problem.regime(task) == nil
            let rank = (isOn ? 0 : 100) + (compartments[compartment].regimes?.count ?? 0)
            if best.map({ rank < $0.rank }) ?? true { best = (rank, compartment, regime) }
        }
        return best.map { ($0.compartment, $0.regime) }
    }

    /// Runs a compartment at the first of its regimes that suits the most of `labels`, all goods it is to carry; leaves it
    /// off where none suits any.
    mutating func run(_ compartment: Int, for labels: [Int], in problem: Problem) {
        let suited = (compartments[compartment].regimes ?? []).map { regime in
            (regime, labels.count { problem.regimes[$0].accepts(problem.regimes[regime]) })
        }
        let most = suited.map(\.1).max() ?? 0
        if most > 0 { regimes[compartment] = suited.first { $0.1 == most }?.0 }
    }

    /// Loads the goods of a task into the compartment `named`; without one, where they fit, else into the first
    /// compartment whose regime suits, else into the first.
    mutating func take(_ task: TaskReference, into named: Int?, in problem: Problem) -> Int {
        let label = problem.regime(task)
        if let named {
            let regime = regime(of: named, for: label, in: problem) ?? regimes[named]
            load(task, into: named, regime: regime, in: problem)
            return named
        }
        let suited = compartments.indices.compactMap { compartment in
            regime(of: compartment, for: label, in: problem).map { (compartment: compartment, regime: $0) }
        }
        let place = place(of: task, in: problem) ?? suited.first ?? (0, regimes[0])
        load(task, into: place.compartment, regime: place.regime, in: problem)
        return place.compartment
    }

    /// Loads the goods of a task that is done last.
    mutating func load(_ task: TaskReference, into compartment: Int, regime: Int?, in problem: Problem) {
        let change = problem.loadChange(task)
        regimes[compartment] = regime
        guard !peaks[compartment].isEmpty else { return }
        if case .job = task {
            peaks[compartment].add(change.unloaded)
        } else {
            finals[compartment].add(change.unloaded, times: -1)
        }
        finals[compartment].add(change.loaded)
        for dimension in peaks[compartment].indices {
            peaks[compartment][dimension] = max(peaks[compartment][dimension], finals[compartment][dimension])
        }
    }

    /// The regime a compartment would run with goods of `label` aboard; nil when it may not carry them.
    private func regime(of compartment: Int, for label: Int?, in problem: Problem) -> Int?? {
        guard let label else { return .some(regimes[compartment]) }
        if let running = regimes[compartment] {
            return problem.regimes[label].accepts(problem.regimes[running]) ? .some(running) : nil
        }
        let choice = compartments[compartment].regimes?.first {
            problem.regimes[label].accepts(problem.regimes[$0])
        }
        return choice.map { .some($0) }
    }

    private func fits(_ change: (unloaded: Load, loaded: Load), _ compartment: Int) -> Bool {
        let capacity = compartments[compartment].capacity
        return capacity.isEmpty
            || fits(change, peak: peaks[compartment], final: finals[compartment], in: capacity)
    }

    private func fitsVehicle(_ change: (unloaded: Load, loaded: Load)) -> Bool {
        guard !vehicle.compartments.isEmpty, !vehicle.capacity.isEmpty, var peak = peaks.first,
            var final = finals.first
        else { return true }
        for compartment in peaks.indices.dropFirst() {
            peak.add(peaks[compartment])
            final.add(finals[compartment])
        }
        return fits(change, peak: peak, final: final, in: vehicle.capacity)
    }

    /// Goods that come from the start raise every moment up to the last visit; goods that are picked up raise the end.
    private func fits(
        _ change: (unloaded: Load, loaded: Load),
        peak: Load,
        final: Load,
        in capacity: Load
    ) -> Bool {
        capacity.indices.allSatisfy { dimension in
            let unloaded = change.unloaded.isEmpty ? 0 : change.unloaded[dimension]
            let loaded = change.loaded.isEmpty ? 0 : change.loaded[dimension]
            return peak[dimension] + unloaded <= capacity[dimension]
                && final[dimension] + loaded <= capacity[dimension]
        }
    }
}
