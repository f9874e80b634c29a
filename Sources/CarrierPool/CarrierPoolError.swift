/// Why a definition or a scale of the carrier pool was refused.
public struct CarrierPoolError: Error, Hashable, Sendable {
    /// What was wrong, with the values that were wrong.
    public enum Reason: Hashable, Sendable {
        /// A number that must not be negative is, or is not a number.
        case negative(name: String, value: Double)
        /// A number is too great to be meant.
        case tooGreat(name: String, value: Double, limit: Double)
        /// A scale's floor and target are the same, or not numbers.
        case flatScale(floor: Double, target: Double)
        /// No weight is above 0, so there is nothing to average.
        case noWeight
        /// A gate was given a weight.
        case weightedGate
    }

    /// What the reason is about.
    public enum Place: Hashable, Sendable {
        /// The definition of a figure.
        case definition(KPI)
        /// A figure's place on the scorecard.
        case scoring(KPI)
        /// The scorecard as a whole.
        case scorecard
    }

    /// What was wrong.
    public let reason: Reason
    /// What it is about.
    public let place: Place

    init(_ reason: Reason, at place: Place) {
        self.reason = reason
        self.place = place
    }

    /// The code that never changes, `K101` to `K199`, listed in `Docs/carrier-pool.md`.
    public var code: String {
        switch reason {
        case .negative: "K101"
        case .flatScale: "K102"
        case .noWeight: "K103"
        case .weightedGate: "K104"
        case .tooGreat: "K105"
        }
    }
}

extension CarrierPoolError: CustomStringConvertible {
    /// One sentence: the place, what is wrong there, the remedy, and the code.
    public var description: String { "\(subject): \(message) (\(code))" }

    private var subject: String {
        switch place {
        case .definition(let kpi): "the definition of \(kpi.rawValue)"
        case .scoring(let kpi): "the scoring of \(kpi.rawValue)"
        case .scorecard: "the scorecard"
        }
    }

    private var message: String {
        switch reason {
        case .negative(let name, let value): "\(name) is \(value), but must be at least 0"
        case .tooGreat(let name, let value, let limit):
            "\(name) is \(value), but can be at most \(limit)"
        case .flatScale(let floor, let target):
            "the floor (\(floor)) and the target (\(target)) must be two different numbers, worth 0 and 100 points"
        case .noWeight: "no figure has a weight above 0; give at least one figure a weight"
        case .weightedGate:
            "a qualification is a gate and cannot be weighed against other figures; remove its weight"
        }
    }
}
