/// Why a result could not be written.
public struct OutputError: Error, Hashable, CustomStringConvertible {
    /// What was wrong.
    public enum Reason: Hashable, Sendable {
        /// A file stands where a folder is to be written.
        case notAFolder
        /// A folder stands where a file is to be written.
        case notAFile
        /// A file whose ending names no format that a plan is written in.
        case unknownEnding
        /// A `.sol` file for a problem that is no published instance.
        case noSolutionFormat
        /// The folder of results is the folder of the input, whose files they would replace.
        case isInput
        /// The system refused, for the reason it gives.
        case refused(String)
    }

    /// What was wrong.
    public let reason: Reason
    /// The file or folder that was to be written.
    public let path: String

    /// `path` could not be written for `reason`.
    public init(_ reason: Reason, path: String) {
        self.reason = reason
        self.path = path
    }

    /// A code that never changes; Docs/errors.md explains it.
    public var code: String {
        switch reason {
        case .notAFolder: "O101"
        case .notAFile: "O102"
        case .refused: "O103"
        case .unknownEnding: "O104"
        case .noSolutionFormat: "O105"
        case .isInput: "O106"
        }
    }

    /// One sentence for the person who gave the path.
    public var description: String {
        switch reason {
        case .notAFolder:
            "\(path): this is a file, but the results need a folder; name another one (\(code))"
        case .notAFile:
            "\(path): this is a folder, but the result is one file; name a file (\(code))"
        case .unknownEnding:
            "\(path): the ending should be .sol or .json, which tells the format; name the file so (\(code))"
        case .noSolutionFormat:
            "\(path): only published instances have .sol files; name a file that ends in .json (\(code))"
        case .isInput:
            "\(path): this is the folder that is read, whose files would be replaced; name another folder (\(code))"
        case .refused(let cause):
            "\(path): cannot be written: \(cause); check the path, its permissions and the free space (\(code))"
        }
    }
}
