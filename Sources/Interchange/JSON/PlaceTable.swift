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
