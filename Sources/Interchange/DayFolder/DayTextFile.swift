import Foundation

/// The text of one file of a day folder, decoded as the mapping says or as its bytes show.
struct DayTextFile {
    /// The name of the file, for messages.
    let name: String
    /// Folder and name, for errors.
    let path: String
    /// Its text, without a leading `sep=` line.
    let text: String
    /// How many lines that leading line takes: 0 or 1.
    let skippedLines: Int
    /// The separator that the mapping or the leading line names.
    let separator: Character?

    /// Reads the file that plays the part of `file` in `folder`; nil when there is none.
    init?(_ file: DayFile, in folder: String, mapping: ColumnMapping.FileMapping) throws(DayFolderError) {
        let wanted = mapping.file ?? file.fileName
        guard let found = Self.find(wanted, in: folder) else {
            if mapping.file != nil { throw .init(.missingFile(lookalike: nil), path: "\(folder)/\(wanted)") }
            return nil
        }
        try self.init(name: found, path: "\(folder)/\(found)", mapping: mapping)
    }

    /// Reads the file at `path`.
    init(name: String, path: String, mapping: ColumnMapping.FileMapping) throws(DayFolderError) {
        self.name = name
        self.path = path
        let bytes = try Self.bytes(of: path)
        let encoding = mapping.encoding.flatMap { TextEncoding(named: $0) } ?? TextEncoding.detect(in: bytes)
        guard let decoded = encoding.decode(bytes) else {
            throw .init(.wrongEncoding(encoding.rawValue), path: path)
        }
        let firstLine = decoded.prefix { !$0.isNewline }
        let hint = firstLine.lowercased().hasPrefix("sep=") ? firstLine.dropFirst(4).first : nil
        text = hint == nil ? decoded : String(decoded[firstLine.endIndex...].dropFirst())
        skippedLines = hint == nil ? 0 : 1
        separator = mapping.separator?.first ?? hint
    }

    static func bytes(of path: String) throws(DayFolderError) -> [UInt8] {
        do {
            return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw .init(.unreadable(error.localizedDescription), path: path)
        }
    }

    /// The name of the file called `name`, in whatever case it is written.
    static func find(_ name: String, in folder: String) -> String? {
        let names = names(in: folder)
        return names.contains(name) ? name : names.first { $0.lowercased() == name.lowercased() }
    }

    /// A file that probably is `name`: a spreadsheet before its export, or a CSV file whose name is misspelt.
    static func lookalike(of name: String, in folder: String) -> String? {
        let stem = name.prefix { $0 != "." }.lowercased()
        return names(in: folder).first { other in
            let parts = other.lowercased().split(separator: ".").map(String.init)
            guard parts.count == 2 else { return false }
            return parts[1] == "csv"
                ? NearestWord.misspelt(parts[0], among: [stem]) != nil
                : parts[0] == stem && ["xlsx", "xls", "ods", "txt", "tsv"].contains(parts[1])
        }
    }

    private static func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }
}
