internal import Foundation

/// An insulated body as one lump that follows the air around it: dT/dt = (ambient − T) / τ.
///
/// τ is measured in the vehicle's own power-off test, which a validation has to contain.
public struct BodyModel: Hashable, Sendable {
    /// The time constant, in seconds.
    public let timeConstant: Double

    /// A body with this time constant in seconds, above 0.
    public init(timeConstant: Double) {
        self.timeConstant = timeConstant
    }

    /// Seconds until a body at `start` °C has gone to `limit` once cooling has failed: τ·ln((Tₐ − T)/(Tₐ − L)); nil when the air
    /// outside never brings it there.
    public func secondsUntil(_ limit: Double, from start: Double, ambient: Double) -> Double? {
        let (way, left) = (ambient - start, ambient - limit)
        guard left != 0, way / left >= 1 else { return nil }
        return timeConstant * log(way / left)
    }
}
