import Foundation

/// How the bytes of a text file spell its characters.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
    /// UTF-8, with or without a byte order mark.
    case utf8 = "utf-8"
    /// UTF-16; without a byte order mark the order is that in which the ASCII characters read right.
    case utf16 = "utf-16"
    /// Simplified Chinese: GBK and its superset GB 18030.
    case gbk
    /// Windows, western Europe.
    case cp1252
    /// ISO 8859-1.
    case latin1 = "latin-1"

    /// The encoding people call `name`: `UTF8`, `gb18030`, `windows-1252`; nil for an unknown one.
    public init?(named name: String) {
        let key = name.lowercased().filter { $0.isLetter || $0.isNumber }
        switch key {
        case "utf8": self = .utf8
        case "utf16", "utf16le", "utf16be", "unicode": self = .utf16
        case "gbk", "gb18030", "gb2312", "cp936", "windows936": self = .gbk
        case "cp1252", "windows1252", "ansi": self = .cp1252
        case "latin1", "iso88591": self = .latin1
        default: return nil
        }
    }

    /// The encoding of `bytes`, as Docs/day-folder.md states the rule.
    ///
    /// A byte order mark decides; then validity as UTF-8; then zeros in every second byte; then whether the bytes are
    /// valid GB 18030 whose non-ASCII part is mostly common Chinese characters.  What is left is Windows-1252, which
    /// accepts almost anything.
    public static func detect(in bytes: [UInt8]) -> TextEncoding {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return .utf16 }
        if looksLikeUTF16(bytes.prefix(512)) { return .utf16 }
        if String(validating: bytes, as: UTF8.self) != nil { return .utf8 }
        return looksChinese(bytes) && TextEncoding.gbk.decode(bytes) != nil ? .gbk : .cp1252
    }

    /// The text of `bytes` without its byte order mark, or nil when the bytes are not valid in this encoding.
    public func decode(_ bytes: [UInt8]) -> String? {
        switch self {
        case .utf8:
            let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
            return String(validating: bytes[start...], as: UTF8.self)
        case .utf16:
            return Self.decodeUTF16(bytes)
        case .gbk:
            // Core Foundation's number for GB 18030, which Foundation knows on every platform.
            return String(data: Data(bytes), encoding: String.Encoding(rawValue: 0x8000_0632))
        case .cp1252:
            return String(data: Data(bytes), encoding: .windowsCP1252)
        case .latin1:
            return String(data: Data(bytes), encoding: .isoLatin1)
        }
    }

    private static func decodeUTF16(_ bytes: [UInt8]) -> String? {
        guard bytes.count.isMultiple(of: 2) else { return nil }
        let isBigEndian: Bool
        var start = 2
        if bytes.starts(with: [0xFE, 0xFF]) {
            isBigEndian = true
        } else if bytes.starts(with: [0xFF, 0xFE]) {
            isBigEndian = false
        } else {
            isBigEndian = zeros(in: bytes.prefix(512), from: 0) > zeros(in: bytes.prefix(512), from: 1)
            start = 0
        }
        let units = stride(from: start, to: bytes.count, by: 2).map { index -> UInt16 in
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return isBigEndian ? first << 8 | second : second << 8 | first
        }
        return String(validating: units, as: UTF16.self)
    }

    /// Whether at least two fifths of the bytes at even or at odd places are zero, as in UTF-16 with ASCII headers.
    private static func looksLikeUTF16(_ sample: ArraySlice<UInt8>) -> Bool {
        let pairs = sample.count / 2
        guard pairs >= 4 else { return false }
        return max(zeros(in: sample, from: 0), zeros(in: sample, from: 1)) * 5 >= pairs * 2
    }

    private static func zeros(in sample: ArraySlice<UInt8>, from parity: Int) -> Int {
        sample.enumerated().count { $0.offset % 2 == parity && $0.element == 0 }
    }

    /// Whether most non-ASCII bytes stand in pairs of the rows of GB 2312 that hold Chinese characters.
    ///
    /// Accented letters of Windows-1252 mostly stand alone between ASCII letters, so they do not pair.
    private static func looksChinese(_ bytes: [UInt8]) -> Bool {
        var highBytes = 0
        var paired = 0
        var index = 0
        while index < bytes.count {
            guard bytes[index] >= 0x80 else {
                index += 1
                continue
            }
            highBytes += 1
            if index + 1 < bytes.count, (0xB0...0xF7).contains(bytes[index]), bytes[index + 1] >= 0xA1 {
                highBytes += 1
                paired += 2
                index += 1
            }
            index += 1
        }
        return paired * 5 >= highBytes * 3
    }
}
