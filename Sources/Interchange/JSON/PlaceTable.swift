import VehicleRouting

/// The locations of a problem while it is read.
///
/// A file with matrices or `locations` has as many places as these say, and refers to them by `location_index`.
/// Without, equal coordinates are the same place, in the order in which they first occur; a file may number its places
/// all the same.
struct PlaceTable {
    private var locations: [Location] = []
    /// Whether the number of places is settled.
    private var isFixed = false
    /// Which places something has named so far; only asked where the file numbers places without settling how many.
    private var isNamed: [Bool] = []
    private var byCoordinate: [Coordinate: Int] = [:]
    /// Whether places without an index have occurred.
    private var hasUnnumbered = false

    /// More places than any file without matrices may number; a wild index would fill the memory.
    private static let mostPlaces = 100_000

    /// Settles the places.
    mutating func fix(_ locations: [Location]) {
        self.locations = locations
        isFixed = true
    }

    /// The index of the place that a thing names by coordinates, by index or by both; nil when by neither.
    mutating func index(
        _ members: JSONMembers,
        coordinates key: String,
        index indexKey: String
    ) throws(FormatError) -> Int? {
        let coordinate = try Self.coordinate(members, key)
        let index = try members.unsigned(indexKey)
        guard let index else {
            guard let coordinate else { return nil }
            guard !isFixed else {
                throw members.missing(
                    indexKey,
                    remedy: "give it, since the file brings its own matrices or locations"
                )
            }
            hasUnnumbered = true
            return place(at: coordinate)
        }
        let count = isFixed ? locations.count : Self.mostPlaces
        guard index < count else {
            throw FormatError(
                .outOfRange("\(index)", field: indexKey, range: "below \(count), the number of places"),
                at: members.place(indexKey)
            )
        }
        if !isFixed {
            while locations.count <= index {
                locations.append(Location())
                isNamed.append(false)
            }
            isNamed[index] = true
        }
        try describe(index, coordinate, at: members.place(key))
        return index
    }

    /// All places, once everything has been read.
    func finish() throws(FormatError) -> [Location] {
        let hasNumbered = isNamed.contains(true)
        guard !isFixed, hasNumbered else { return locations }
        if hasUnnumbered || isNamed.contains(false) {
            throw FormatError(
                .conflict(
                    "only some places have an index, and there is no matrix",
                    remedy: "number all places from 0 without gaps, or none"
                )
            )
        }
        return locations
    }

    private mutating func place(at coordinate: Coordinate) -> Int {
        if let known = byCoordinate[coordinate] { return known }
        locations.append(Location(coordinate: coordinate))
        isNamed.append(false)
        byCoordinate[coordinate] = locations.count - 1
        return locations.count - 1
    }

    private mutating func describe(
        _ index: Int,
        _ coordinate: Coordinate?,
        at place: FormatError.Place
    ) throws(FormatError) {
        guard let coordinate else { return }
        if let known = locations[index].coordinate, known != coordinate {
            throw FormatError(
                .conflict(
                    """
                    place \(index) is at [\(known.longitude), \(known.latitude)] and at \
                    [\(coordinate.longitude), \(coordinate.latitude)]
                    """,
                    remedy: "give it the same coordinates everywhere"
                ),
                at: place
            )
        }
        locations[index].coordinate = coordinate
    }

    /// A pair of longitude and latitude.
    static func coordinate(_ members: JSONMembers, _ key: String) throws(FormatError) -> Coordinate? {
        guard let value = members.value(key) else { return nil }
        guard case .array(let pair) = value, pair.count == 2,
            let longitude = pair[0].number, let latitude = pair[1].number
        else {
            throw members.wrongType(key, expected: "a list of longitude and latitude", value)
        }
        return Coordinate(longitude: longitude, latitude: latitude)
    }
}

extension ProblemReader {
    mutating func readPlaces(_ root: JSONMembers) throws(FormatError) {
        if let list = try root.objects("locations", each: "a location") {
            var locations: [Location] = []
            for members in list {
                try keys.check(members, known: ProblemKeys.location)
                locations.append(
                    Location(
                        coordinate: try PlaceTable.coordinate(members, "location"),
                        name: try members.text("name") ?? "",
                        site: try members.identifier("site")
                    )
                )
            }
            if let size = problem.matrices.values.first?.size, size != locations.count {
                throw FormatError(
                    .wrongCount("locations", found: locations.count, expected: size),
                    at: root.place("locations")
                )
            }
            places.fix(locations)
        } else if let size = problem.matrices.values.first?.size {
            places.fix([Location](repeating: Location(), count: size))
        }
        for members in try root.objects("depots", each: "a depot") ?? [] {
            try keys.check(members, known: ProblemKeys.depot)
            let id = try id(members, "depot")
            guard !problem.depots.contains(where: { $0.id == id }) else {
                throw FormatError(.duplicate("the depot \(id)"), at: .pointer(members.pointer))
            }
            guard
                let location = try places.index(
                    members,
                    coordinates: "location",
                    index: "location_index"
                )
            else { throw members.missing("location", remedy: "add [longitude, latitude]") }
            problem.depots.append(
                Depot(
                    id: id,
                    name: try members.text("name") ?? "",
                    location: location,
                    timeWindows: try windows(members, owner: "depot \(id)"),
                    loading: try members.unsigned("loading") ?? 0
                )
            )
        }
    }

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
            guard let value = members.value("durations") else {
                throw members.missing("durations", remedy: "add the driving seconds")
            }
            let durations = try entries(value, "durations", at: members.path("durations"))
            let size = problem.matrices.values.first?.size ?? durations.size
            problem.matrices[profile] = TravelMatrix(
                size: size,
                durations: try checked(durations, size: size, at: members.path("durations")),
                distances: try optionalEntries(members, "distances", size: size),
                costs: try optionalEntries(members, "costs", size: size)
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
