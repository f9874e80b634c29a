internal import Foundation

/// An insulated body as one lump that follows the air around it: dT/dt = (ambient − T) / τ.
///
/// τ is measured in the vehicle's own power-off test, which a validation has to contain.
public struct BodyModel: Hashable, Sendable {
    /// The time constant with the door shut, in seconds.
    public let timeConstant: Double
    /// The time constant with the door open, in seconds; far smaller.
    public let openTimeConstant: Double

    /// A body with these time constants in seconds, both above 0.
    public init(timeConstant: Double, openTimeConstant: Double) {
        self.timeConstant = timeConstant
        self.openTimeConstant = openTimeConstant
    }

    /// Seconds from `start` to `limit` (°C) once cooling has failed; nil when the air outside is not warm enough.
    public func secondsUntil(_ limit: Double, from start: Double, ambient: Double) -> Double? {
        guard ambient > limit, limit >= start else { return nil }
        return timeConstant * log((ambient - start) / (ambient - limit))
    }

    /// Degrees by which a body at `celsius` warms while its door is open for `seconds`.
    public func rise(from celsius: Double, ambient: Double, doorOpenFor seconds: Double) -> Double {
        (ambient - celsius) * (1 - exp(-seconds / openTimeConstant))
    }
}
