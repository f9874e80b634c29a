public import Foundation

/// One figure of kind `share` for all carriers of one service class, side by side.
public struct KPIComparison: Sendable {
    /// How it was counted.
    public let definition: KPIDefinition
    /// The counts of each carrier.
    public let measurements: [String: KPIMeasurement]
    /// What the class has in common, and whether its carriers can be told apart, by what they themselves caused.
    public let pool: PooledRates

    /// Counts the figure for each of `carriers`, which should be of one service class, as seen at `now`.
    public init(
        _ definition: KPIDefinition,
        of carriers: [String],
        in history: CarrierHistory,
        at now: Date,
        forgetting: (String) -> Forgetting = { _ in Forgetting() }
    ) {
        let trials = Dictionary(grouping: definition.trials(in: history, at: now), by: \.carrier)
        var measurements: [String: KPIMeasurement] = [:]
        for carrier in carriers {
            measurements[carrier] = KPIMeasurement(
                definition: definition,
                trials: trials[carrier] ?? [],
                at: now,
                forgetting: forgetting(carrier)
            )
        }
        self.definition = definition
        self.measurements = measurements
        // In order of name, so that sums do not depend on a dictionary's order.
        pool = PooledRates(measurements.sorted { $0.key < $1.key }.map(\.value.attributable))
    }

    /// What is known of one carrier's rate; a carrier without trials has what the class has.
    public func estimate(for carrier: String) -> BetaDistribution {
        pool.estimate(for: measurements[carrier]?.attributable ?? .none)
    }
}
