import VehicleRouting

/// The values of a VRPLIB file by node and by vehicle, with their counts checked.
struct VRPLIBTables {
    /// One value of a table and the line it stands on.
    struct Entry {
        var values: [Double]
        var line: Int
    }

    let file: VRPLIBFile

    /// Keys that say nothing about the problem.
    private static let remarks: Set<String> = [
        "NAME", "COMMENT", "TYPE", "NODE_COORD_TYPE", "DISPLAY_DATA_TYPE", "BEST_KNOWN",
    ]
    private static let keys: Set<String> = [
        "DIMENSION", "CAPACITY", "VEHICLES", "EDGE_WEIGHT_TYPE", "EDGE_WEIGHT_FORMAT", "SERVICE_TIME",
        "RELEASE_TIME", "VEHICLES_DEPOT", "VEHICLES_MAX_DISTANCE", "VEHICLES_MAX_DURATION",
        "VEHICLES_FIXED_COST", "VEHICLES_UNIT_DISTANCE_COST", "VEHICLES_MAX_RELOADS",
    ]
    private static let sections: Set<String> = [
        "NODE_COORD", "EDGE_WEIGHT", "DEPOT", "DEMAND", "LINEHAUL", "BACKHAUL", "CAPACITY", "SERVICE_TIME",
        "TIME_WINDOW", "RELEASE_TIME", "PRIZE", "PICKUP_AND_DELIVERY", "VEHICLES_DEPOT",
        "VEHICLES_MAX_DISTANCE", "VEHICLES_MAX_DURATION", "VEHICLES_FIXED_COST",
        "VEHICLES_UNIT_DISTANCE_COST", "VEHICLES_ALLOWED_CLIENTS", "VEHICLES_RELOAD_DEPOT",
        "VEHICLES_MAX_RELOADS",
    ]

    init(_ file: VRPLIBFile) throws(FormatError) {
        self.file = file
        for (key, entry) in file.specifications.sorted(by: { $0.value.line < $1.value.line })
        where !Self.remarks.contains(key) && !Self.keys.contains(key) {
            throw FormatError(
                .unsupported("the key \(key)", remedy: Self.advice[key] ?? "remove it or solve another file"),
                at: .line(entry.line)
            )
        }
        for (name, section) in file.sections.sorted(by: { $0.value.line < $1.value.line })
        where !Self.sections.contains(String(name.dropLast("_SECTION".count))) {
            throw FormatError(
                .unsupported("the section \(name)", remedy: "remove it or solve another file"),
                at: .line(section.line)
            )
        }
    }

    private static let advice = [
        "DISTANCE": "write VEHICLES_MAX_DISTANCE or VEHICLES_MAX_DURATION, whichever is meant"
    ]

    /// The section `name` (without `_SECTION`), if the file has it.
    func section(_ name: String) -> VRPLIBFile.Section? {
        file.sections[name + "_SECTION"]
    }

    /// The number behind `key`, if the file has it.
    func number(_ key: String) throws(FormatError) -> Entry? {
        guard let entry = file.specifications[key] else { return nil }
        guard let value = Double(entry.value), value.isFinite else {
            throw FormatError(.notANumber(entry.value, field: key), at: .line(entry.line))
        }
        return Entry(values: [value], line: entry.line)
    }

    /// The rows of a section in the order of their index, which must run from 1 to `count`; nil without the section.
    ///
    /// `width` is how many numbers follow the index; nil when that is open.
    func rows(_ name: String, count: Int, width: Int? = nil) throws(FormatError) -> [Entry]? {
        guard let section = section(name) else { return nil }
        guard section.starts.count == count else {
            throw FormatError(
                .wrongCount("\(name)_SECTION", found: section.starts.count, expected: count),
                at: .line(section.line)
            )
        }
        var rows = [Entry?](repeating: nil, count: count)
        for index in section.starts.indices {
            let row = section.row(index)
            let line = section.lines[index]
            let number = try InstanceNumbers.whole(
                row.first ?? 0,
                "the index of a row of \(name)_SECTION",
                in: 1...count,
                line: line
            )
            guard rows[number - 1] == nil else {
                throw FormatError(.duplicate("row \(number) of \(name)_SECTION"), at: .line(line))
            }
            if let width, row.count != width + 1 {
                throw FormatError(
                    .wrongCount("row \(number) of \(name)_SECTION", found: row.count, expected: width + 1),
                    at: .line(line)
                )
            }
            rows[number - 1] = Entry(values: Array(row.dropFirst()), line: line)
        }
        return rows.compactMap { $0 }
    }

    /// A value for each of `count` vehicles or nodes: from the section, or the one behind the key for all.
    func values(_ name: String, count: Int) throws(FormatError) -> [Entry]? {
        if let all = try number(name) {
            guard section(name) == nil else {
                throw FormatError(.duplicate("\(name), as key and as section,"), at: .line(all.line))
            }
            return [Entry](repeating: all, count: count)
        }
        return try rows(name, count: count, width: 1)
    }
}
