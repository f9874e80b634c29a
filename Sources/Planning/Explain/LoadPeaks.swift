internal import VehicleRouting

/// The greatest loads of a route up to each moment and from it on, per compartment and in the whole vehicle.
///
/// Moment m is after the first m stops.  Tells in a few comparisons whether more goods fit, since what a job brings is on
/// board at every moment before it and what it takes at every moment behind.
struct LoadPeaks {
    private let dimensions: Int
    /// Compartments, and one more for the whole vehicle.
    private let width: Int
    /// Capacities as `loads` has loads; the greatest number where there is no limit.
    private let capacity: [Int]
    /// Loads by moment, compartment and dimension.
    private let loads: [Int]
    private var before: [Int]
    private var after: [Int]

    init(_ evaluation: RouteEvaluation, totals: [Load], of vehicle: Vehicle, dimensions: Int) {
        self.dimensions = dimensions
        let compartments = vehicle.effectiveCompartments
        width = compartments.count + 1
        capacity = (compartments.map(\.capacity) + [vehicle.capacity]).flatMap { limit in
            limit.isEmpty ? Load(repeating: .max, count: dimensions) : limit
        }
        loads = zip(evaluation.loads, totals).flatMap { moment, total in (moment + [total]).flatMap { $0 } }
        before = loads
        after = loads
        let row = width * dimensions
        for index in stride(from: row, to: loads.count, by: 1) {
            before[index] = max(before[index], before[index - row])
        }
        for index in stride(from: loads.count - row - 1, through: 0, by: -1) {
            after[index] = max(after[index], after[index + row])
        }
    }

    /// Whether a job that brings and takes this much fits in `compartment` behind the first `moment` stops.
    func fits(_ brought: Load, _ taken: Load, in compartment: Int, at moment: Int) -> Bool {
        fits(brought, beside: before, compartment, moment) && fits(taken, beside: after, compartment, moment)
    }

    /// Whether `amount` more fits in `compartment` at `moment`.
    func fits(_ amount: Load, in compartment: Int, at moment: Int) -> Bool {
        fits(amount, beside: loads, compartment, moment)
    }

    private func fits(_ amount: Load, beside loads: [Int], _ compartment: Int, _ moment: Int) -> Bool {
        for place in [compartment, width - 1] {
            let row = (moment * width + place) * dimensions
            for (dimension, more) in amount.enumerated() where more > 0 {
                if loads[row + dimension] > capacity[place * dimensions + dimension] - more { return false }
            }
        }
        return true
    }
}
