import VehicleRouting

/// A VRPLIB file taken apart: specifications (`KEY: value`) and sections of rows.
struct VRPLIBFile {
    /// The value behind `KEY:`.
    struct Specification {
        var value: String
        var line: Int
    }

    /// The rows below `…_SECTION`, still with their index.
    struct Section {
        /// The line of the title.
        var line: Int
        /// All numbers, row after row.
        var values: [Double] = []
        /// Where each row begins in `values`.
        var starts: [Int] = []
        /// The line of each row.
        var lines: [Int] = []

        /// Adds the numbers of a line as a row.
        mutating func append(_ line: InstanceText.Line, of text: InstanceText, name: String)
            throws(FormatError)
        {
            starts.append(values.count)
            lines.append(line.number)
            var fields = InstanceFields(text.bytes, in: line.range, line: line.number)
            while let value = try fields.next(name) { values.append(value) }
        }

        /// The numbers of row `row`.
        func row(_ row: Int) -> ArraySlice<Double> {
            values[starts[row]..<(row + 1 < starts.count ? starts[row + 1] : values.count)]
        }
    }

    private(set) var specifications: [String: Specification] = [:]
    private(set) var sections: [String: Section] = [:]

    static func recognises(_ text: InstanceText) -> Bool {
        text.lines.prefix(40).contains { line in
            let words = text.text(line)
            return words.contains("_SECTION") || words.hasPrefix("DIMENSION")
        }
    }

    init(_ text: InstanceText) throws(FormatError) {
        var name = ""
        var section: Section?
        for line in text.lines {
            let first = text.bytes[line.range.lowerBound]
            guard first >= UInt8(ascii: "A"), first <= UInt8(ascii: "Z") else {
                guard section != nil else {
                    throw FormatError(
                        .conflict(
                            "'\(text.text(line))' stands outside any section",
                            remedy: "put it below a line such as NODE_COORD_SECTION"
                        ),
                        at: .line(line.number)
                    )
                }
                try section?.append(line, of: text, name: name)
                continue
            }
            let words = text.text(line)
            if words == "EOF" { break }
            if words.contains("_SECTION") {
                if let section { sections[name] = section }
                name = String(words.prefix { $0 != " " && $0 != ":" })
                guard sections[name] == nil else {
                    throw FormatError(.duplicate("the section \(name)"), at: .line(line.number))
                }
                section = Section(line: line.number)
            } else {
                try specify(words, line: line.number)
            }
        }
        if let section { sections[name] = section }
    }

    private mutating func specify(_ words: String, line: Int) throws(FormatError) {
        guard let colon = words.firstIndex(of: ":") else {
            throw FormatError(
                .conflict("'\(words)' is neither 'KEY: value' nor a section", remedy: "correct the line"),
                at: .line(line)
            )
        }
        let key = words[..<colon].trimmed
        guard specifications[key] == nil else {
            throw FormatError(.duplicate("the key \(key)"), at: .line(line))
        }
        specifications[key] = Specification(value: words[words.index(after: colon)...].trimmed, line: line)
    }
}

extension Substring {
    /// Without the spaces around it.
    fileprivate var trimmed: String {
        var text = drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
