/// Why a model refused what it was given, or could not be written.
///
/// Only what comes from data is an error.  A handle of another model or a column named twice in one row is a fault of
/// the calling code and stops the program.
public struct LinearProgramError: Error, Hashable, Sendable {
    /// What was wrong, with the values that were wrong.
    public enum Reason: Hashable, Sendable {
        /// The name is empty.
        case emptyName
        /// Another column (or another row) has this name.
        case duplicateName
        /// A cost is infinite or not a number.
        case costNotFinite(Double)
        /// A coefficient of the named column in the named row is infinite or not a number.
        case coefficientNotFinite(Double, column: String, row: String)
        /// An end is not a number, or is an infinity on the wrong side.
        case boundsNotNumbers(lower: Double, upper: Double)
        /// The lower bound is above the upper bound.
        case boundsCross(lower: Double, upper: Double)
        /// An integer or binary column has a bound with a fraction.
        case fractionalBound(Double)
        /// A binary column has bounds outside 0 to 1.
        case boundsOutsideBinary(lower: Double, upper: Double)
        /// The name, as LP format must spell it, is longer than the 255 bytes the format allows.
        case nameTooLong(bytes: Int)
        /// The file could not be written.
        case notWritten
    }

    /// What the reason is about.
    public enum Place: Hashable, Sendable {
        /// The model itself, by name.
        case program(String)
        /// A column, by name.
        case column(String)
        /// A row, by name.
        case row(String)
        /// A file, by path.
        case file(String)
    }

    /// What was wrong.
    public let reason: Reason
    /// What it is about.
    public let place: Place

    /// The stable code of the reason, listed in `Docs/linear-programming.md`.
    public var code: String {
        switch reason {
        case .emptyName: "M101"
        case .duplicateName: "M102"
        case .costNotFinite: "M103"
        case .coefficientNotFinite: "M104"
        case .boundsNotNumbers: "M105"
        case .boundsCross: "M106"
        case .fractionalBound: "M107"
        case .boundsOutsideBinary: "M108"
        case .nameTooLong: "M109"
        case .notWritten: "M110"
        }
    }
}

extension LinearProgramError: CustomStringConvertible {
    /// One sentence with thing, value, expectation and remedy, and the code behind it.
    public var description: String { "\(place): \(sentence) (\(code))" }

    private var sentence: String {
        switch reason {
        case .emptyName:
            "the name is empty; give each column and row a name by which a reader knows it"
        case .duplicateName:
            "the name is taken; make it distinct, for example by adding what it is for"
        case .costNotFinite(let cost):
            "the cost is \(cost) but must be a finite number; correct the price it comes from"
        case .coefficientNotFinite(let value, let column, let row):
            "the coefficient of column '\(column)' in row '\(row)' is \(value) but must be a finite number; "
                + "correct the figure it comes from"
        case .boundsNotNumbers(let lower, let upper):
            "the bounds are \(lower) to \(upper) but must be numbers, infinite only on the open side; "
                + "correct the figure they come from"
        case .boundsCross(let lower, let upper):
            "the lower bound \(lower) is above the upper bound \(upper); lower the one or raise the other"
        case .fractionalBound(let bound):
            "the bound \(bound) of a whole-number column has a fraction; round it up or down"
        case .boundsOutsideBinary(let lower, let upper):
            "the bounds \(lower) to \(upper) of a yes-or-no column must lie within 0 to 1; narrow them, "
                + "or make the column an integer"
        case .nameTooLong(let bytes):
            "the name takes \(bytes) bytes in LP format, which allows 255; shorten it"
        case .notWritten:
            "the file could not be written; check that the folder exists, is writable and has space"
        }
    }
}

extension LinearProgramError.Place: CustomStringConvertible {
    /// The kind of thing and its name.
    public var description: String {
        switch self {
        case .program(let name): "linear program '\(name)'"
        case .column(let name): "column '\(name)'"
        case .row(let name): "row '\(name)'"
        case .file(let path): "file '\(path)'"
        }
    }
}
