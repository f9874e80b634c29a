/// A decimal number without rounding: `digits` × 10^−`decimals`.
///
/// 12.3 kg must become 12 300 g; a binary fraction would make it 12 300.000 000 000 002 and, rounded up, 12 301.
struct ExactNumber: Hashable, Sendable {
    var digits: Int
    var decimals: Int

    /// Decimals beyond these are dropped: no amount, rate or coordinate needs them.
    static let mostDecimals = 12

    /// The number written as `whole` and `fraction`, both digits only; nil when it has more than 18 digits.
    init?(isNegative: Bool, whole: String, fraction: String) {
        let kept = fraction.prefix(Self.mostDecimals)
        guard let value = Int(whole + kept), whole.count + kept.count <= 18 else { return nil }
        digits = isNegative ? -value : value
        decimals = kept.count
    }

    /// The number as a binary fraction.
    var double: Double {
        Double(digits) / Double(Self.power(decimals))
    }

    /// How a number becomes whole.
    enum Rounding {
        case up, down, nearest
    }

    /// This number times `scale`, made whole; nil beyond ±10¹⁵.
    func scaled(by scale: Int, _ rounding: Rounding) -> Int? {
        let product = Int128(digits) * Int128(scale)
        let divisor = Int128(Self.power(decimals))
        let (quotient, remainder) = product.quotientAndRemainder(dividingBy: divisor)
        let step: Int128 =
            switch rounding {
            case .up: remainder > 0 ? 1 : 0
            case .down: remainder < 0 ? -1 : 0
            case .nearest: 2 * remainder.magnitude >= divisor.magnitude ? product.signum() : 0
            }
        guard let whole = Int(exactly: quotient + step), whole.magnitude <= 1_000_000_000_000_000 else {
            return nil
        }
        return whole
    }

    /// This number times `factor`; nil when the digits do not fit.
    func times(_ factor: ExactNumber) -> ExactNumber? {
        let (product, hasOverflown) = digits.multipliedReportingOverflow(by: factor.digits)
        guard !hasOverflown, decimals + factor.decimals <= 18 else { return nil }
        var result = self
        result.digits = product
        result.decimals = decimals + factor.decimals
        return result
    }

    private static func power(_ exponent: Int) -> Int {
        (0..<exponent).reduce(1) { power, _ in power * 10 }
    }
}

extension ExactNumber: CustomStringConvertible {
    /// Plain digits with a decimal point: `-0.125`.
    var description: String {
        let text = String(digits.magnitude)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - text.count)) + text
        let whole = (digits < 0 ? "-" : "") + padded.dropLast(decimals)
        return decimals == 0 ? whole : whole + "." + padded.suffix(decimals)
    }
}
