internal import Crypto

/// SHA-256, as 64 hexadecimal digits in lower case.
public enum ContentHash {
    /// The hash of a text's UTF-8.
    public static func of(_ text: String) -> String {
        let digits = Array("0123456789abcdef")
        return String(
            SHA256.hash(data: Array(text.utf8)).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        )
    }

    /// The hash of several texts, such that no two lists of texts share what is hashed: each as its length in bytes, a
    /// colon, the text and a comma (a netstring).
    public static func of(_ texts: [String]) -> String {
        of(texts.map { "\($0.utf8.count):\($0)," }.joined())
    }

    /// What stands in for the hash before the first.
    static let none = String(repeating: "0", count: 64)
}
