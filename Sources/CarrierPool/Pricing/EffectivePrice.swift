/// What a carrier really costs on a trip: its price, and what its record makes us expect to pay on top.
///
/// E = price + P(late) · C(late) + P(excursion) · value · share lost + P(refusal) · C(refusal)
///   + P(record missing) · C(missing) + P(damage) · value · share lost
///
/// Every part is kept, so that the tender record can show at any later time why one carrier was preferred.  The record
/// acts here and nowhere else: scores are for people and never weigh in an allocation.
public struct EffectivePrice: Hashable, Codable, Sendable {
    /// How the probabilities were read from what is known.
    public enum Reading: Hashable, Codable, Sendable {
        /// Posterior means.
        case expected
        /// The value the probability stays below with this confidence.
        case upperBound(confidence: Double)
        /// A random draw, to give little-known carriers a chance.
        case drawn
    }

    /// One reason to pay more than the price.
    public enum Part: String, Hashable, Codable, Sendable, CaseIterable {
        /// Late delivery.
        case late
        /// Temperature excursion.
        case excursion
        /// Refused tender.
        case refusal
        /// Incomplete temperature record.
        case missingRecord
        /// Damage or loss.
        case damage
    }

    /// One risk in money.
    public struct Surcharge: Hashable, Codable, Sendable {
        /// What may go wrong.
        public var part: Part
        /// Its probability as used, between 0 and 1.
        public var probability: Double
        /// What it costs if it happens, in currency.
        public var cost: Double
        /// What is expected to be paid for it, in currency.
        public var amount: Double { probability * cost }
    }

    /// The carrier's price for the trip, in currency.
    public let price: Double
    /// The five risks, in the order of `Part`.
    public let surcharges: [Surcharge]
    /// How the probabilities were read.
    public let reading: Reading

    /// The effective price, in currency.
    public var total: Double { surcharges.reduce(price) { $0 + $1.amount } }

    /// What one risk adds, in currency.
    public func amount(of part: Part) -> Double {
        surcharges.first { $0.part == part }?.amount ?? 0
    }

    /// The confidence of the bound that stands in for the mean when a class is critical.
    public static let criticalConfidence = 0.8

    /// Prices a trip by what is known of the carrier: by posterior means, or by 80 % upper bounds when it is critical.
    public init(price: Double, risk: CarrierRisk, consequences: Consequences) {
        let critical = consequences.isCritical
        let reading = critical ? Reading.upperBound(confidence: Self.criticalConfidence) : .expected
        self.init(price: price, consequences: consequences, reading: reading) { part in
            critical ? risk[part].upperBound(confidence: Self.criticalConfidence) : risk[part].mean
        }
    }

    /// Prices a trip by one random draw of what the carrier's true probabilities may be: Thompson sampling.
    ///
    /// The cheapest drawn price wins the trip, so a carrier is tried as often as it is likely to be the best (Thompson,
    /// *Biometrika* 25 (1933), 285–294).  Only for trips on which a failure has low consequence: critical ones are
    /// refused.  Equal generators give equal prices; each price takes one number a part, in the order of `Part`.
    public static func drawn(
        price: Double,
        risk: CarrierRisk,
        consequences: Consequences,
        using random: inout some RandomNumberGenerator
    ) -> EffectivePrice {
        precondition(!consequences.isCritical, "a critical trip is not for trying out carriers")
        var probabilities: [Part: Double] = [:]
        for part in Part.allCases {
            probabilities[part] = risk[part].draw(using: &random)
        }
        return EffectivePrice(price: price, consequences: consequences, reading: .drawn) {
            probabilities[$0] ?? 0
        }
    }

    private init(price: Double, consequences: Consequences, reading: Reading, probability: (Part) -> Double) {
        self.price = price
        self.reading = reading
        surcharges = Part.allCases.map {
            Surcharge(part: $0, probability: probability($0), cost: consequences.cost(of: $0))
        }
    }
}
