/// FNV-1a, 64 bits: tells files apart that were mixed up, not files that somebody forged.
enum Checksum {
    /// The checksum of some bytes, in 16 hexadecimal digits.
    static func of(_ bytes: some Sequence<UInt8>) -> String {
        let hash = bytes.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
