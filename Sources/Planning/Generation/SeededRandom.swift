import Foundation

/// Random numbers that a seed and a stream name repeat exactly.
///
/// The generator is xoshiro256** 1.0 of D. Blackman and S. Vigna ("Scrambled Linear Pseudorandom Number Generators", ACM
/// Transactions on Mathematical Software 47(4), 2021), its state filled by SplitMix64 (Steele, Lea and Flood, OOPSLA
/// 2014) as its authors advise.  Each stage of the generator has a stream of its own, so that one more order does not
/// change what the fleet looks like.
struct SeededRandom: RandomNumberGenerator {
    private var state: (UInt64, UInt64, UInt64, UInt64)
    /// The second of the two numbers that Box–Muller makes at once.
    private var spareNormal: Double?

    init(seed: UInt64, stream: String) {
        var mixer = SplitMix64(state: seed ^ Self.hash(of: stream))
        self.init(state: (mixer.next(), mixer.next(), mixer.next(), mixer.next()))
    }

    /// The generator in a known state, not all zero.
    init(state: (UInt64, UInt64, UInt64, UInt64)) {
        self.state = state
    }

    mutating func next() -> UInt64 {
        let result = Self.rotated(state.1 &* 5, by: 7) &* 9
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = Self.rotated(state.3, by: 45)
        return result
    }

    /// 0 ≤ x < 1, with the 53 bits that a `Double` holds.
    mutating func uniform() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// low ≤ x < high.
    mutating func uniform(_ low: Double, _ high: Double) -> Double {
        low + (high - low) * uniform()
    }

    /// 0 … count − 1; the bias of the multiplication, below count / 2⁶⁴, is of no account here.
    mutating func integer(below count: Int) -> Int {
        precondition(count > 0, "nothing to choose from")
        return Int(next().multipliedFullWidth(by: UInt64(count)).high)
    }

    mutating func chance(_ probability: Double) -> Bool {
        uniform() < probability
    }

    /// Mean 0, standard deviation 1, by Box and Muller (Annals of Mathematical Statistics 29(2), 1958).
    mutating func normal() -> Double {
        if let spare = spareNormal {
            spareNormal = nil
            return spare
        }
        // 1 − u lies in (0, 1], so the logarithm is finite.
        let radius = (-2 * log(1 - uniform())).squareRoot()
        let angle = 2 * Double.pi * uniform()
        spareNormal = radius * sin(angle)
        return radius * cos(angle)
    }

    /// A number whose logarithm is normal around that of `median`.
    mutating func logNormal(median: Double, sigma: Double) -> Double {
        median * exp(sigma * normal())
    }

    /// By Knuth's multiplication of uniforms; for means of a few dozen at most.
    mutating func poisson(mean: Double) -> Int {
        let limit = exp(-mean)
        var count = 0
        var product = uniform()
        while product > limit {
            count += 1
            product *= uniform()
        }
        return count
    }

    /// An index, each with a probability in proportion to its weight.
    mutating func index(weights: [Double]) -> Int {
        CumulativeWeights(weights).draw(using: &self)
    }

    mutating func element<Element>(of elements: [Element]) -> Element {
        elements[integer(below: elements.count)]
    }

    /// Fisher and Yates' shuffle.
    mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var result = elements
        for index in result.indices.reversed() where index > 0 {
            result.swapAt(index, integer(below: index + 1))
        }
        return result
    }

    private static func rotated(_ value: UInt64, by bits: UInt64) -> UInt64 {
        (value << bits) | (value >> (64 - bits))
    }

    /// FNV-1a, 64 bits.
    private static func hash(of text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}

struct SplitMix64 {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Weights added up once, so that each draw takes a binary search only.
struct CumulativeWeights {
    private var sums: [Double] = []

    init(_ weights: [Double]) {
        var sum = 0.0
        for weight in weights {
            sum += weight
            sums.append(sum)
        }
    }

    /// An index, each with a probability in proportion to its weight.
    func draw(using random: inout SeededRandom) -> Int {
        precondition((sums.last ?? 0) > 0, "no weight to draw by")
        let target = random.uniform() * sums[sums.count - 1]
        var low = 0
        var high = sums.count - 1
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] > target { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
