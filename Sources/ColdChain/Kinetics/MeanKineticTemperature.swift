internal import Foundation

/// A temperature that was held for a while.
public struct TemperatureSample: Hashable, Sendable {
    /// Degrees Celsius.
    public var celsius: Double
    /// For how long, in seconds; above 0.
    public var duration: Double

    /// `celsius` for `duration` seconds; equal durations may all be left at 1.
    public init(celsius: Double, duration: Double = 1) {
        self.celsius = celsius
        self.duration = duration
    }
}

/// The constant temperature that degrades a product as much as its record did (USP general chapter 1079.2).
///
/// Only for high excursions of products labelled for it: it never averages away the cold, and says nothing of frozen
/// goods.
public struct MeanKineticTemperature: Hashable, Sendable {
    /// Activation energy divided by the gas constant, in kelvin.
    public let energyRatio: Double

    /// 0 °C in kelvin.
    private static let zeroCelsius = 273.15
    /// The gas constant in kJ·mol⁻¹·K⁻¹, in the digits with which the usual energy gives 10 000 K.
    private static let gasConstant = 8.3144e-3

    /// For a product with this activation energy, in kJ·mol⁻¹; 83.144 unless its maker says otherwise.
    public init(activationEnergy: Double = 83.144) {
        energyRatio = activationEnergy / Self.gasConstant
    }

    /// The mean kinetic temperature of a record, in degrees Celsius; nil for an empty one.
    ///
    /// Summed with the largest exponent taken out, so that nothing underflows.
    public func celsius(of samples: [TemperatureSample]) -> Double? {
        guard let warmest = samples.map(\.celsius).max() else { return nil }
        let total = samples.reduce(0) { $0 + $1.duration }
        let sum = samples.reduce(0) { $0 + $1.duration * rate(at: $1.celsius, besideThatAt: warmest) }
        return celsius(ofRate: sum / total, besideThatAt: warmest)
    }

    /// How fast a product degrades at `celsius`, as a multiple of how fast it does at `other`.
    func rate(at celsius: Double, besideThatAt other: Double) -> Double {
        exp(energyRatio / (other + Self.zeroCelsius) - energyRatio / (celsius + Self.zeroCelsius))
    }

    /// At which temperature a product degrades at this multiple of the rate at `other`.
    func celsius(ofRate rate: Double, besideThatAt other: Double) -> Double {
        energyRatio / (energyRatio / (other + Self.zeroCelsius) - log(rate)) - Self.zeroCelsius
    }

    /// How many seconds of a window may be spent at `celsius`, the rest at `usual`, before the mean kinetic temperature
    /// reaches `limit`.
    ///
    /// An explanation of how little there is to spare, never a licence to plan out of range.
    public func budget(at celsius: Double, usual: Double, limit: Double, window: Double) -> Double {
        func rate(_ degrees: Double) -> Double { exp(-energyRatio / (degrees + Self.zeroCelsius)) }
        guard celsius > limit, limit >= usual else { return celsius > limit ? 0 : window }
        return window * (rate(limit) - rate(usual)) / (rate(celsius) - rate(usual))
    }
}
