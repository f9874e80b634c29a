/// Why there are no travel times.
public struct TravelTimesError: Error, Hashable, Sendable {
    /// What was wrong, with the values that were wrong.
    public enum Reason: Hashable, Sendable {
        /// A place that only a matrix could know.
        case noCoordinate(location: Int, name: String)
        /// A new place beside a matrix whose arcs have costs of their own.
        case ownCosts(profile: String)
    }

    /// What was wrong.
    public let reason: Reason

    /// The code that never changes; Docs/errors.md explains each.
    public var code: String {
        switch reason {
        case .noCoordinate: "T401"
        case .ownCosts: "T402"
        }
    }
}

extension TravelTimesError: CustomStringConvertible {
    /// One sentence: what is missing, what to do, code.
    public var description: String {
        switch reason {
        case .noCoordinate(let location, let name):
            let place = name.isEmpty ? "location \(location)" : "location \(location) (\(name))"
            return "\(place) has no coordinates and the problem has no matrix; give either (\(code))"
        case .ownCosts(let profile):
            return """
                the matrix of profile \(profile) brings its own costs, which cannot be guessed for a new place; name a \
                place that it covers (\(code))
                """
        }
    }
}
