import CGLPK

extension LinearProgram {
    /// Writes the model in CPLEX LP format, with its names, for a person or another solver to read.
    ///
    /// LP format allows few characters in a name.  The others are written as `%` and two hexadecimal digits per byte of
    /// UTF-8, as in a web address (`order 7` becomes `order%207`), so that different names stay different.
    /// Numbers keep 15 digits.
    public func writeLPFormat(to path: String) throws(LinearProgramError) {
        let names = try LPFormatNames(self)
        let written = GLPKSession.run {
            GLPKProblem(self, relaxed: false).writeLPFormat(names, to: path)
        }
        guard written else { throw LinearProgramError(reason: .notWritten, place: .file(path)) }
    }
}

/// The names of a program as LP format spells them.
struct LPFormatNames {
    let program: String
    let columns: [String]
    let rows: [String]

    init(_ program: LinearProgram) throws(LinearProgramError) {
        self.program = try Self.checked(program.name, at: .program(program.name))
        var columns: [String] = []
        for column in program.columnRecords {
            columns.append(try Self.checked(column.name, at: .column(column.name)))
        }
        var rows: [String] = []
        for row in program.rowRecords {
            rows.append(try Self.checked(row.name, at: .row(row.name)))
        }
        self.columns = columns
        self.rows = rows
    }

    private static func checked(
        _ name: String,
        at place: LinearProgramError.Place
    ) throws(LinearProgramError) -> String {
        let spelling = spelling(of: name)
        let bytes = spelling.utf8.count
        // GLPK ends the process on a longer one.
        if bytes > 255 { throw LinearProgramError(reason: .nameTooLong(bytes: bytes), place: place) }
        return spelling
    }

    /// The name with everything that LP format would misread written as `%` and hexadecimal digits.
    static func spelling(of name: String) -> String {
        let mustMark = looksLikeSyntax(name)
        var spelling = ""
        for (position, byte) in name.utf8.enumerated() {
            let character = Unicode.Scalar(byte)
            if allowed.contains(character), !(position == 0 && mustMark) {
                spelling.unicodeScalars.append(character)
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                spelling += (digits.count == 1 ? "%0" : "%") + digits
            }
        }
        return spelling
    }

    /// The characters LP format allows in names, less `%`, which marks the others.
    private static let allowed = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!\"#$&(),.;?@_`'{}|~/".unicodeScalars
    )

    /// The words that open a section or bound a column, in any case of letters.
    private static let keywords: Set<String> = [
        "min", "minimize", "minimise", "minimum", "max", "maximize", "maximise", "maximum", "subject", "such",
        "st", "s.t.", "st.", "bound", "bounds", "free", "inf", "infinity", "general", "generals", "gen",
        "integer", "integers", "int", "binary", "binaries", "bin", "semi", "semis", "sos", "end",
    ]

    /// A keyword, or something that a reader takes for a number: a digit or point first, or `e` before a digit.
    private static func looksLikeSyntax(_ name: String) -> Bool {
        let lowercased = name.lowercased()
        guard let first = lowercased.unicodeScalars.first else { return false }
        let second = lowercased.unicodeScalars.dropFirst().first
        let startsNumber = first == "." || ("0"..."9").contains(first)
        let startsExponent = first == "e" && second.map { ("0"..."9").contains($0) } == true
        return startsNumber || startsExponent || keywords.contains(lowercased)
    }
}

extension GLPKProblem {
    /// Whether the file was written whole.
    fileprivate func writeLPFormat(_ names: LPFormatNames, to path: String) -> Bool {
        unsafe glp_set_prob_name(problem, names.program)
        for (number, name) in zip(Int32(1)..., names.columns) {
            unsafe glp_set_col_name(problem, number, name)
        }
        for (number, name) in zip(Int32(1)..., names.rows) { unsafe glp_set_row_name(problem, number, name) }
        // Loading leaves the terms of a row in reverse; a reader expects them in the order of the columns.
        unsafe glp_sort_matrix(problem)
        return unsafe glp_write_lp(problem, nil, path) == 0
    }
}
