/// The random numbers of one search: xoshiro256++ by Blackman and Vigna (*ACM TOMS* 47 (2021), 36), seeded
/// by SplitMix64.
///
/// Equal seeds give equal sequences on every machine.
struct SearchRandom: RandomNumberGenerator {
    private var state: (UInt64, UInt64, UInt64, UInt64)

    /// The sequence that belongs to `seed`.
    init(seed: UInt64) {
        var mixer = seed
        func next() -> UInt64 {
            mixer &+= 0x9E37_79B9_7F4A_7C15
            var z = mixer
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
        state = (next(), next(), next(), next())
    }

    /// The next 64 bits.
    @inline(__always)
    mutating func next() -> UInt64 {
        let result = Self.rotate(state.0 &+ state.3, by: 23) &+ state.0
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = Self.rotate(state.3, by: 45)
        return result
    }

    /// A whole number from 0 to `count − 1`; `count` is at least 1.
    ///
    /// The high bits times `count`: biased by less than `count / 2³²`, which a search does not notice.
    @inline(__always)
    mutating func below(_ count: Int) -> Int {
        assert(count >= 1 && count <= Int(Int32.max))
        return Int(((next() >> 32) &* UInt64(count)) >> 32)
    }

    /// A number from 0, included, to 1, not included.
    @inline(__always)
    mutating func unit() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// True with the given probability.
    @inline(__always)
    mutating func chance(_ probability: Double) -> Bool {
        unit() < probability
    }

    @inline(__always)
    private static func rotate(_ value: UInt64, by bits: UInt64) -> UInt64 {
        (value << bits) | (value >> (64 &- bits))
    }
}
