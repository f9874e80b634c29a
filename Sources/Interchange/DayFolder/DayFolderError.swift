/// Why a day folder, or one of its files, cannot be read at all.
public struct DayFolderError: Error, Hashable, Sendable {
    /// What was wrong, with the values that were wrong.
    public enum Reason: Hashable, Sendable {
        /// There is no folder at the path.
        case notAFolder
        /// A file that must be there is not; `lookalike` is.
        case missingFile(lookalike: String?)
        /// The system does not let us read the file.
        case unreadable(String)
        /// The file has no text.
        case emptyFile
        /// The bytes are not valid in the encoding the mapping names.
        case wrongEncoding(String)
        /// A column that must be there is not.
        case missingColumn(String, headers: [String], nearest: String?)
        /// The mapping has a key or a value that is not valid.
        case badMapping(key: String, problem: String)
        /// The file has no row that can be used.
        case nothingLeft(rejects: [DayFinding])
        /// A setting of `day.csv` is not valid.
        case badSetting(key: String, value: String, expected: String)
        /// Rows were rejected although none may be.
        case rejectsInStrictMode([DayFinding])
        /// Neither `sites.csv` nor the orders say where to go.
        case placesWithoutFile
    }

    /// What was wrong.
    public let reason: Reason
    /// The folder or file, as the reader was given it.
    public let path: String

    init(_ reason: Reason, path: String) {
        self.reason = reason
        self.path = path
    }

    /// The code that never changes; Docs/errors.md explains each.
    public var code: String {
        switch reason {
        case .notAFolder: "D301"
        case .missingFile: "D302"
        case .unreadable: "D303"
        case .emptyFile: "D304"
        case .wrongEncoding: "D305"
        case .missingColumn: "D306"
        case .badMapping: "D307"
        case .nothingLeft: "D308"
        case .badSetting: "D309"
        case .rejectsInStrictMode: "D310"
        case .placesWithoutFile: "D311"
        }
    }
}

extension DayFolderError: CustomStringConvertible {
    /// One sentence: the path, what is wrong, what to do, code.
    public var description: String {
        "\(path): \(message) (\(code))"
    }

    private var message: String {
        switch reason {
        case .notAFolder:
            return "there is no such folder; give the folder that holds orders.csv"
        case .missingFile(let lookalike?):
            return
                "there is no such file, but \(lookalike) is there; save it as CSV, or name it under “file” in the mapping"
        case .missingFile(nil):
            return
                "there is no such file; export it, or name the one that takes its place under “file” in the mapping"
        case .unreadable(let cause):
            return "the file cannot be read: \(cause)"
        case .emptyFile:
            return "the file is empty; a header and at least one row are needed"
        case .wrongEncoding(let encoding):
            return "the bytes are not valid \(encoding); correct or remove “encoding” in the mapping"
        case .missingColumn(let column, let headers, let nearest):
            let found = headers.map { "“\($0)”" }.joined(separator: ", ")
            let hint = nearest.map { "if “\($0)” is meant, " } ?? ""
            return
                "the column “\(column)” is missing, found were \(found); \(hint)map it in “columns” of the mapping"
        case .badMapping(let key, let problem):
            return "the mapping's “\(key)” \(problem)"
        case .nothingLeft(let rejects):
            guard let first = rejects.first else {
                return "the file has a header but no rows; at least one is needed"
            }
            return "none of its \(rejects.count) rows can be used, the first because: \(first)"
        case .badSetting(let key, let value, let expected):
            return "the setting “\(key)” is “\(value)”, expected \(expected)"
        case .rejectsInStrictMode(let rejects):
            let first = rejects.first.map { ", the first: \($0)" } ?? ""
            return "\(rejects.count) rows cannot be used and --strict allows none\(first)"
        case .placesWithoutFile:
            return "there is no such file, and orders.csv has no columns lat and lon; give either"
        }
    }
}
