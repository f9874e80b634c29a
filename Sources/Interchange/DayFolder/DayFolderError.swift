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
        /// A header in line `row` is not known, but nearly that of a column that keeps a promise.
        case misspeltColumn(String, row: Int, meaning: String)
        /// The fleet keeps the regimes `kept`, and no order says what it needs; `column` is the header of the column that
        /// is there but empty.
        case ordersWithoutRegimes(kept: [String], column: String?, headers: [String])
        /// The mapping names a header for a column that keeps a promise, and the file does not have it.
        case absentColumn(header: String, column: String, headers: [String])
        /// A key of `day.csv` in line `row` is not known, but nearly one that keeps a promise.
        case misspeltSetting(String, row: Int, meaning: String)
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
        case .misspeltColumn: "D312"
        case .ordersWithoutRegimes: "D313"
        case .absentColumn: "D314"
        case .misspeltSetting: "D315"
        }
    }
}

extension DayFolderError: CustomStringConvertible {
    /// One sentence: the path, what is wrong, what to do, code.
    public var description: String {
        "\(path)\(row): \(message) (\(code))"
    }

    private var row: String {
        switch reason {
        case .misspeltColumn(_, let row, _), .misspeltSetting(_, let row, _): ", row \(row)"
        default: ""
        }
    }

    private var message: String {
        switch reason {
        case .notAFolder:
            return "there is no such folder; give the folder that holds orders.csv"
        case .missingFile(let lookalike?):
            return
                "there is no such file, but \(lookalike) is there; save it as CSV under this name, or name it under "
                + "“file” in the mapping, or move it elsewhere if it is not meant"
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
            let found = Self.quoted(headers)
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
        case .misspeltColumn(let header, _, let meaning):
            return
                "the column “\(header)” is not one we know but nearly “\(meaning)”, without which promises would be "
                + "dropped; correct it, map it in “columns” of the mapping, or list it there under “ignore”"
        case .ordersWithoutRegimes(let kept, let column?, _):
            return
                "the column “\(column)” is empty in every row, but the fleet keeps \(kept.joined(separator: ", ")); fill "
                + "it in, with “none” for goods that may travel at any temperature"
        case .ordersWithoutRegimes(let kept, nil, let headers):
            return
                "the column “regime” is missing, but the fleet keeps \(kept.joined(separator: ", ")); found were "
                + "\(Self.quoted(headers)); add it, or map one of them in “columns” of the mapping; where all goods may "
                + "travel at any temperature, say \"regime\": \"none\" in its “constants”"
        case .absentColumn(let header, let column, let headers):
            return
                "the mapping's “columns” names “\(header)” for “\(column)”, but the file has no such header, found were "
                + "\(Self.quoted(headers)); correct the mapping, or take the line out of it"
        case .misspeltSetting(let key, _, let meaning):
            return
                "the setting “\(key)” is not one we know but nearly “\(meaning)”, without which times would be wrong; "
                + "correct it, or take the row out"
        }
    }

    private static func quoted(_ headers: [String]) -> String {
        headers.map { "“\($0)”" }.joined(separator: ", ")
    }
}
