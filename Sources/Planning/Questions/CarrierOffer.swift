public import VehicleRouting

/// A carrier of the pool that could take a task.
public struct CarrierOffer: Hashable, Sendable {
    /// Index into the problem's carriers.
    public var carrier: Int
    /// What it charges by its tariff.
    public var price: Cost

    /// The offer of `carrier` to do it for `price`.
    public init(carrier: Int, price: Cost) {
        self.carrier = carrier
        self.price = price
    }
}

extension Plan {
    /// The carriers that may carry `task` and have room beside what the plan gives them, cheapest first.
    func offers(for task: TaskReference, in problem: Problem) -> [CarrierOffer] {
        let given = Dictionary(grouping: awards.filter { $0.task != task }, by: \.carrier).mapValues(\.count)
        return problem.carriers.enumerated()
            .filter { index, carrier in
                carrier.mayCarry(task, in: problem) && given[index, default: 0] < carrier.maxJobs ?? .max
            }
            .map { CarrierOffer(carrier: $0, price: problem.price(of: task, by: $1)) }
            .sorted { ($0.price, $0.carrier) < ($1.price, $1.carrier) }
    }
}
