import Foundation

/// A saved translation from somebody else's export to the columns of the day folder (`mapping.json`).
public struct ColumnMapping: Hashable, Sendable {
    /// How one file differs from what Docs/day-folder.md says.
    struct FileMapping: Hashable, Sendable, Decodable {
        var file: String?
        var encoding: String?
        var separator: String?
        var decimal: String?
        var dates: String?
        var header: [String]?
        var columns: [String: String]?
        var units: [String: Decimal]?
        var constants: [String: String]?
        var values: [String: [String: String]]?
        var ignore: [String]?
        var verbatim: [String]?
    }

    /// Which number of a date is what, where it can be read in several ways.
    enum DateOrder: String, Hashable, Sendable, CaseIterable {
        case dmy, mdy, ymd
    }

    /// By file.
    var files: [DayFile: FileMapping] = [:]

    /// A mapping that changes nothing.
    public init() {}

    /// Reads a mapping.
    ///
    /// - Parameters:
    ///   - json: the bytes of the file.
    ///   - path: what messages call it.
    /// - Throws: D307 naming the key that is not valid.
    public init(json: [UInt8], path: String) throws(DayFolderError) {
        files = try Self.files(json: json, path: path)
    }

    /// What the bytes of a mapping say about each of some files.
    static func files<File: TableFile>(
        json: [UInt8],
        path: String
    ) throws(DayFolderError) -> [File: FileMapping] {
        let document = try decode(json, path: path)
        if document.version != 1 {
            throw .init(.badMapping(key: "version", problem: "must be 1"), path: path)
        }
        var files: [File: FileMapping] = [:]
        for (name, var settings) in (document.files ?? [:]).sorted(by: { $0.key < $1.key }) {
            guard let file = File(rawValue: name) else {
                throw .init(
                    .badMapping(key: "files.\(name)", problem: unknown(name, File.self)),
                    path: path
                )
            }
            settings.fill(from: document.defaults)
            try settings.validate(file, path: path)
            files[file] = settings
        }
        guard let defaults = document.defaults else { return files }
        for file in File.allCases where files[file] == nil {
            try defaults.validate(file, path: path)
            files[file] = defaults
        }
        return files
    }

    private struct Document: Decodable {
        var version: Int
        var defaults: FileMapping?
        var files: [String: FileMapping]?
    }

    /// What may be said for all files at once.
    private static let sharedKeys: Set<String> = ["encoding", "separator", "decimal", "dates"]
    private static let fileKeys = sharedKeys.union([
        "file", "header", "columns", "units", "constants", "values", "ignore", "verbatim",
    ])

    private static func decode(_ json: [UInt8], path: String) throws(DayFolderError) -> Document {
        do {
            let document = try JSONDecoder().decode(Document.self, from: Data(json))
            if let key = unknownKey(in: try JSONSerialization.jsonObject(with: Data(json))) {
                throw DayFolderError(.badMapping(key: key, problem: "is not a key we know"), path: path)
            }
            return document
        } catch let error as DayFolderError {
            throw error
        } catch let error as DecodingError {
            throw DayFolderError(mapping: error, path: path)
        } catch {
            throw DayFolderError(.badMapping(key: "", problem: "is not JSON: \(error)"), path: path)
        }
    }

    /// The first key of the document that no reader would look at.
    private static func unknownKey(in object: Any) -> String? {
        guard let top = object as? [String: Any] else { return nil }
        if let key = top.keys.sorted().first(where: { !["version", "defaults", "files"].contains($0) }) {
            return key
        }
        let defaults = top["defaults"] as? [String: Any] ?? [:]
        if let key = defaults.keys.sorted().first(where: { !sharedKeys.contains($0) }) {
            return "defaults.\(key)"
        }
        let files = top["files"] as? [String: Any] ?? [:]
        for (file, settings) in files.sorted(by: { $0.key < $1.key }) {
            let keys = (settings as? [String: Any] ?? [:]).keys.sorted()
            if let key = keys.first(where: { !fileKeys.contains($0) }) { return "files.\(file).\(key)" }
        }
        return nil
    }

    private static func unknown<Word: RawRepresentable<String> & CaseIterable>(_ word: String, _: Word.Type)
        -> String
    {
        let known = Word.allCases.map(\.rawValue)
        return "is none of " + known.joined(separator: ", ")
    }
}

extension ColumnMapping.FileMapping {
    /// Takes from `defaults` what this file does not say itself.
    mutating func fill(from defaults: Self?) {
        encoding = encoding ?? defaults?.encoding
        separator = separator ?? defaults?.separator
        decimal = decimal ?? defaults?.decimal
        dates = dates ?? defaults?.dates
    }

    func validate(_ file: some TableFile, path: String) throws(DayFolderError) {
        func check(_ isValid: Bool, _ key: String, _ problem: String) throws(DayFolderError) {
            if !isValid {
                throw .init(.badMapping(key: "files.\(file.rawValue).\(key)", problem: problem), path: path)
            }
        }
        try check(
            encoding.map { TextEncoding(named: $0) != nil } ?? true,
            "encoding",
            "must be one of " + TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
        )
        try check(
            separator.map { $0.count == 1 && $0 != "\"" && $0 != "\n" } ?? true,
            "separator",
            "must be one character, not a quotation mark"
        )
        try check(decimal.map { $0 == "." || $0 == "," } ?? true, "decimal", "must be “.” or “,”")
        try check(
            dates.map { ColumnMapping.DateOrder(rawValue: $0) != nil } ?? true,
            "dates",
            "must be dmy, mdy or ymd"
        )
        try check((units ?? [:]).values.allSatisfy { $0 > 0 }, "units", "must be numbers above 0")
        let known = file.columnNames
        let meant = [
            "columns": Array((columns ?? [:]).values), "units": Array((units ?? [:]).keys),
            "constants": Array((constants ?? [:]).keys), "values": Array((values ?? [:]).keys),
            "verbatim": verbatim ?? [], "header": (header ?? []).filter { !$0.isEmpty },
        ]
        for (key, names) in meant.sorted(by: { $0.key < $1.key }) {
            if let name = names.sorted().first(where: { !known.contains($0) }) {
                let hint =
                    NearestWord.of(name, among: known).map { "the nearest is “\($0)”" }
                    ?? "known are " + known.joined(separator: ", ")
                try check(false, key, "names “\(name)”, which is no column of \(file.fileName); \(hint)")
            }
        }
    }
}

extension DayFolderError {
    /// A mapping that is not shaped as it should be.
    fileprivate init(mapping error: DecodingError, path: String) {
        func keys(_ context: DecodingError.Context, _ last: (any CodingKey)? = nil) -> String {
            (context.codingPath + (last.map { [$0] } ?? [])).map(\.stringValue).joined(separator: ".")
        }
        let reason: Reason =
            switch error {
            case .keyNotFound(let key, let context):
                .badMapping(key: keys(context, key), problem: "is missing")
            case .typeMismatch(_, let context), .valueNotFound(_, let context):
                .badMapping(key: keys(context), problem: "has the wrong type: \(context.debugDescription)")
            case .dataCorrupted(let context): .badMapping(key: keys(context), problem: "is not valid JSON")
            @unknown default: .badMapping(key: "", problem: "is not valid: \(error)")
            }
        self.init(reason, path: path)
    }
}

extension DayFile: TableFile {
    /// The names of the columns of this file, in the order of Docs/day-folder.md.
    var columnNames: [String] {
        switch self {
        case .day: SettingColumn.allCases.map(\.name)
        case .depots: DepotColumn.allCases.map(\.name)
        case .sites: SiteColumn.allCases.map(\.name)
        case .orders: OrderColumn.allCases.map(\.name)
        case .vehicles: VehicleColumn.allCases.map(\.name)
        case .compartments: CompartmentColumn.allCases.map(\.name)
        case .carriers: CarrierColumn.allCases.map(\.name)
        case .regimes: RegimeColumn.allCases.map(\.name)
        case .workRules: WorkRuleColumn.allCases.map(\.name)
        case .boxTypes: BoxTypeColumn.allCases.map(\.name)
        case .segregation: SegregationColumn.allCases.map(\.name)
        case .cleaning: CleaningColumn.allCases.map(\.name)
        case .relations: RelationColumn.allCases.map(\.name)
        case .traffic: TrafficColumn.allCases.map(\.name)
        case .permissions: PermissionColumn.allCases.map(\.name)
        case .stops: StopColumn.allCases.map(\.name)
        }
    }
}
