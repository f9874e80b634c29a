/// Why there are no travel times.
public struct TravelTimesError: Error, Hashable, Sendable {
    /// What was wrong, with the values that were wrong.
    public enum Reason: Hashable, Sendable {
        /// A place that only a matrix could know.
        case noCoordinate(location: Int, name: String)
    }

    /// What was wrong.
    public let reason: Reason

    /// The code that never changes; Docs/errors.md explains each.
    public var code: String {
        switch reason {
        case .noCoordinate: "T401"
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
        }
    }
}
