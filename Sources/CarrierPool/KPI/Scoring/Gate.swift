/// What caps a carrier's tier at C, however good its score.
public enum Gate: String, Hashable, Codable, Sendable, CaseIterable {
    /// A trip ran with a qualification that had expired.
    case expiredQualification
    /// An excursion was found that the carrier had not reported.
    case unreportedExcursion
}

/// A gate that a carrier ran into, and the trips that show it.
public struct GateFinding: Hashable, Codable, Sendable {
    /// Which gate.
    public let gate: Gate
    /// The trips, in the order of the record; never empty.
    public let trips: [String]
}

extension CarrierHistory {
    /// The gates that these trips run into; empty when there are none.
    public var gateFindings: [GateFinding] {
        Gate.allCases.compactMap { gate in
            let found = trips.filter { trip in
                switch gate {
                case .expiredQualification: !trip.isQualified
                case .unreportedExcursion:
                    trip.temperature.map { $0.excursions > 0 && !$0.isReported } ?? false
                }
            }
            return found.isEmpty ? nil : GateFinding(gate: gate, trips: found.map(\.trip))
        }
    }
}
