import VehicleRouting

extension ProblemReader {
    mutating func readMatrices(_ root: JSONMembers) throws(FormatError) {
        if root.has("matrix"), root.has("matrices") {
            throw FormatError(
                .conflict(
                    "'matrix' and 'matrices' stand side by side",
                    remedy: "remove the old key 'matrix'"
                ),
                at: .pointer("/matrix")
            )
        }
        if let matrix = root.value("matrix") {
            let durations = try entries(matrix, "matrix", at: "/matrix")
            problem.matrices["car"] = TravelMatrix(size: durations.size, durations: durations.entries)
        }
        guard let profiles = try root.members("matrices") else { return }
        for profile in profiles.object.keys {
            guard let members = try profiles.members(profile) else { continue }
            try keys.check(members, known: ProblemKeys.matrix)
            if let estimate = try members.members("estimate") {
                estimates[profile] = try roadEstimate(estimate)
                traffic[profile] = try speeds(members)
                continue
            }
            guard let value = members.value("durations") else {
                throw members.missing("durations", remedy: "add the driving seconds")
            }
            let durations = try entries(value, "durations", at: members.path("durations"))
            let size = problem.matrices.values.first?.size ?? durations.size
            problem.matrices[profile] = TravelMatrix(
                size: size,
                durations: try checked(durations, size: size, at: members.path("durations")),
                distances: try optionalEntries(members, "distances", size: size),
                costs: try optionalEntries(members, "costs", size: size),
                speeds: try speeds(members)
            )
        }
    }

    private func optionalEntries(
        _ members: JSONMembers,
        _ key: String,
        size: Int
    ) throws(FormatError) -> [Int32] {
        guard let value = members.value(key) else { return [] }
        return try checked(try entries(value, key, at: members.path(key)), size: size, at: members.path(key))
    }

    private func checked(
        _ matrix: (size: Int, entries: [Int32]),
        size: Int,
        at pointer: String
    ) throws(FormatError) -> [Int32] {
        guard matrix.size == size else {
            throw FormatError(
                .wrongCount("the matrix", found: matrix.size, expected: size),
                at: .pointer(pointer)
            )
        }
        return matrix.entries
    }

    /// The entries of a square matrix, row by row.
    private func entries(
        _ value: JSONValue,
        _ name: String,
        at pointer: String
    ) throws(FormatError) -> (size: Int, entries: [Int32]) {
        guard case .array(let rows) = value else {
            throw FormatError(
                .wrongType(name, expected: "a list of rows", found: value.shown),
                at: .pointer(pointer)
            )
        }
        var entries: [Int32] = []
        entries.reserveCapacity(rows.count * rows.count)
        for (row, line) in rows.enumerated() {
            guard case .array(let numbers) = line, numbers.count == rows.count else {
                throw FormatError(
                    .vroom(
                        "Unexpected matrix line length.",
                        remedy: "row \(row) should have \(rows.count) entries, as many as there are rows"
                    ),
                    at: .pointer("\(pointer)/\(row)")
                )
            }
            for (column, number) in numbers.enumerated() {
                entries.append(
                    Int32(
                        try number.unsigned(
                            "an entry",
                            upTo: Int(Int32.max),
                            at: "\(pointer)/\(row)/\(column)"
                        )
                    )
                )
            }
        }
        return (rows.count, entries)
    }
}
