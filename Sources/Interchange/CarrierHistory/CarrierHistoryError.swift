/// Why a carrier history, or one of its files, cannot be read at all.
public struct CarrierHistoryError: Error, Hashable, Sendable {
    /// What was wrong, with the values that were wrong.
    public enum Reason: Hashable, Sendable {
        /// There is no folder at the path.
        case notAFolder
        /// Neither trips, stops nor tenders are there, or no row of them can be used.
        case noRecords(rejected: Int)
        /// The system does not let us read the file.
        case unreadable(String)
        /// The file has no text.
        case emptyFile
        /// A column that must be there is not.
        case missingColumn(String, headers: [String], nearest: String?)
        /// A setting of `history.csv` is not valid.
        case badSetting(key: String, value: String, expected: String)
        /// A key of `mapping.json` is not valid.
        case badMapping(key: String, problem: String)
        /// Rows were rejected although none may be.
        case rejectsInStrictMode([DayFinding])
    }

    /// What was wrong.
    public let reason: Reason
    /// The folder or file, as the reader was given it.
    public let path: String

    init(_ reason: Reason, path: String) {
        self.reason = reason
        self.path = path
    }

    /// What the table reader found wrong with a whole file.
    init(_ error: DayFolderError) {
        let reason: Reason =
            switch error.reason {
            case .missingColumn(let column, let headers, let nearest):
                .missingColumn(column, headers: headers, nearest: nearest)
            case .emptyFile: .emptyFile
            case .badMapping(let key, let problem): .badMapping(key: key, problem: problem)
            case .unreadable(let cause): .unreadable(cause)
            default: .unreadable(error.description)
            }
        self.init(reason, path: error.path)
    }

    /// The code that never changes, `K201` to `K299`, listed in Docs/carrier-history.md.
    public var code: String {
        switch reason {
        case .notAFolder: "K201"
        case .noRecords: "K202"
        case .unreadable: "K203"
        case .emptyFile: "K204"
        case .missingColumn: "K205"
        case .badSetting: "K206"
        case .rejectsInStrictMode: "K207"
        case .badMapping: "K209"
        }
    }
}

extension CarrierHistoryError: CustomStringConvertible {
    /// One sentence: the path, what is wrong, what to do, code.
    public var description: String { "\(path): \(message) (\(code))" }

    private var message: String {
        switch reason {
        case .notAFolder:
            return "there is no such folder; give the folder that holds trips.csv, stops.csv and tenders.csv"
        case .noRecords(0):
            return
                "there is no row in trips.csv, stops.csv or tenders.csv; at least one is needed for a review"
        case .noRecords(let rejected):
            return "no row of trips.csv, stops.csv or tenders.csv can be used, \(rejected) were rejected; "
                + "the messages say what to repair"
        case .unreadable(let cause):
            return "the file cannot be read: \(cause)"
        case .emptyFile:
            return "the file is empty; give it a header, or remove it"
        case .missingColumn(let column, let headers, let nearest):
            let found = headers.map { "“\($0)”" }.joined(separator: ", ")
            let hint = nearest.map { "rename “\($0)” if that is meant, or " } ?? ""
            return "the column “\(column)” is missing, found were \(found); \(hint)add it"
        case .badSetting(let key, let value, let expected):
            return "the setting “\(key)” is “\(value)”, expected \(expected)"
        case .badMapping(let key, let problem):
            return key.isEmpty ? "the mapping \(problem)" : "the mapping's “\(key)” \(problem)"
        case .rejectsInStrictMode(let rejects):
            let first = rejects.first.map { ", the first: \($0)" } ?? ""
            return "\(rejects.count) rows cannot be used and --strict allows none\(first)"
        }
    }
}
