/// Carriers asked one after the other until one accepts: what it will cost and how likely nobody does.
///
/// Expected cost Σᵢ [Π_{j<i} (1 − aⱼ)] aᵢ cᵢ + Π (1 − aⱼ) c_spot, refusals taken as independent.
public struct TenderWaterfall: Hashable, Codable, Sendable {
    /// One carrier in the order of asking.
    public struct Step: Hashable, Codable, Sendable {
        /// What the carrier costs if it accepts, in currency.
        public var cost: Double
        /// The probability that it accepts, between 0 and 1.
        public var acceptance: Double
        /// How long it has to answer, in seconds, at least 0.
        public var answerTime: Double

        /// One offer.
        public init(cost: Double, acceptance: Double, answerTime: Double = 0) {
            precondition((0...1).contains(acceptance) && answerTime >= 0)
            self.cost = cost
            self.acceptance = acceptance
            self.answerTime = answerTime
        }
    }

    /// The offers, first asked first.
    public var steps: [Step]
    /// What the spot market costs if all refuse, in currency.
    public var spotCost: Double

    /// A waterfall that ends on the spot market.
    public init(steps: [Step], spotCost: Double) {
        self.steps = steps
        self.spotCost = spotCost
    }

    /// For each step, the probability that it is reached and accepted.
    public var acceptedAt: [Double] {
        var reached = 1.0
        return steps.map { step in
            defer { reached *= 1 - step.acceptance }
            return reached * step.acceptance
        }
    }

    /// The probability that all refuse.
    public var spotProbability: Double { steps.reduce(1) { $0 * (1 - $1.acceptance) } }

    /// The expected cost, in currency.
    public var expectedCost: Double {
        zip(steps, acceptedAt).reduce(spotProbability * spotCost) { $0 + $1.0.cost * $1.1 }
    }

    /// The longest the asking can take, in seconds: every carrier lets its time run out.
    ///
    /// The pickup must not be sooner.
    public var longestAnswerTime: Double { steps.reduce(0) { $0 + $1.answerTime } }

    /// As many of the offers, from the first on, as can all expire within this time, in seconds.
    public func fitting(within time: Double) -> TenderWaterfall {
        var left = time
        let kept = steps.prefix { step in
            left -= step.answerTime
            return left >= 0
        }
        return TenderWaterfall(steps: Array(kept), spotCost: spotCost)
    }
}
