import Foundation

/// Adds up the evidence, trip by trip, that the odds of a failure have risen by a given factor.
///
/// The log-likelihood ratio of the two rates rises with a failure and falls with every good trip, never below zero, and
/// signals at a threshold.  Reynolds and Stoumbos, *Journal of Quality Technology* 31 (1999), 87–108.  As they advise,
/// the ratio of rise to fall is rounded to whole numbers, which makes the sum an integer and its run length exact.
public struct BernoulliCUSUM: Hashable, Codable, Sendable {
    /// The failure rate when nothing is wrong, strictly between 0 and 1.
    public let rate: Double
    /// The factor on the odds of a failure that is to be found, above 1.
    public let oddsRatio: Double
    /// What one failure adds.
    public let rise: Int
    /// What one good trip takes off.
    public let fall: Int
    /// The sum at which the chart signals, above 0.
    public let threshold: Int
    /// The sum so far.
    public private(set) var sum = 0

    /// A chart with a threshold of your own.
    public init(rate: Double, oddsRatio: Double = 2, threshold: Int) {
        precondition(rate > 0 && rate < 1 && oddsRatio > 1 && threshold > 0)
        (rise, fall) = Self.steps(rate: rate, oddsRatio: oddsRatio)
        self.rate = rate
        self.oddsRatio = oddsRatio
        self.threshold = threshold
    }

    /// A chart with the lowest threshold whose false alarms are at least `runLength` trips apart on average.
    public init(rate: Double, oddsRatio: Double = 2, runLength: Double) {
        precondition(runLength >= 1 && runLength.isFinite)
        func reaches(_ threshold: Int) -> Bool {
            Self(rate: rate, oddsRatio: oddsRatio, threshold: threshold).averageRunLength() >= runLength
        }
        var high = 1
        while !reaches(high) { high *= 2 }
        var low = 1
        while low < high {
            let middle = (low + high) / 2
            if reaches(middle) { high = middle } else { low = middle + 1 }
        }
        self.init(rate: rate, oddsRatio: oddsRatio, threshold: high)
    }

    /// Whole steps in the ratio of the two log-likelihood ratios, to one part in a hundred.
    private static func steps(rate: Double, oddsRatio: Double) -> (rise: Int, fall: Int) {
        let worse = oddsRatio * rate / (1 + (oddsRatio - 1) * rate)
        let ratio = log(worse / rate) / log((1 - rate) / (1 - worse))
        // A drop of 100 reaches the accuracy for any ratio of at least a half.
        var fall = 1
        while fall < 100 {
            let rise = (ratio * Double(fall)).rounded()
            if rise > 0 && abs(rise / (ratio * Double(fall)) - 1) < 0.01 { break }
            fall += 1
        }
        return (max(Int((ratio * Double(fall)).rounded()), 1), fall)
    }

    /// Takes in one trip, and says whether the chart now signals `worse` or `none`.
    public mutating func record(failed: Bool) -> ChartSignal {
        sum = max(failed ? sum + rise : sum - fall, 0)
        return sum >= threshold ? .worse : .none
    }

    /// Starts over at zero, after a case was opened.
    public mutating func reset() { sum = 0 }

    /// Trips until the first signal, on average, when the true rate is `trueRate` (by default the chart's own, so
    /// these are false alarms).
    ///
    /// Exact: the sum is a Markov chain on 0…threshold − 1.
    public func averageRunLength(trueRate: Double? = nil) -> Double {
        let p = trueRate ?? rate
        precondition(p > 0 && p <= 1)
        let chain = AbsorbingChain(
            states: threshold,
            below: min(fall, threshold),
            above: min(rise, threshold)
        ) { state in
            let good = (state: max(state - fall, 0), probability: 1 - p)
            return state + rise < threshold ? [good, (state: state + rise, probability: p)] : [good]
        }
        return chain.expectedSteps()[0]
    }
}
