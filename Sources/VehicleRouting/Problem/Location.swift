/// A place with a row and a column in each travel matrix; several things may share one.
public struct Location: Hashable, Sendable {
    /// Degrees east and north (WGS 84), or nil when only the matrix knows the place.
    public var coordinate: Coordinate?
    /// The name people know it by; empty when the file gave none.
    public var name: String
    /// The code of the site in the day folder; nil when the file gave none.
    public var site: Identifier?
    /// The country whose law holds there, an ISO 3166 code of two capital letters; nil when nobody has said.
    public var country: String?

    /// A place at `coordinate`, called `name`.
    public init(
        coordinate: Coordinate? = nil,
        name: String = "",
        site: Identifier? = nil,
        country: String? = nil
    ) {
        self.coordinate = coordinate
        self.name = name
        self.site = site
        self.country = country
    }
}

/// A point on the earth in degrees, or in the plane of a published instance in its own unit.
public struct Coordinate: Hashable, Sendable {
    /// Degrees east, −180 … 180; or x.
    public var longitude: Double
    /// Degrees north, −90 … 90; or y.
    public var latitude: Double

    /// The point at `longitude` east and `latitude` north.
    public init(longitude: Double, latitude: Double) {
        self.longitude = longitude
        self.latitude = latitude
    }
}

/// A place where vehicles load, start and end.
public struct Depot: Hashable, Sendable {
    /// The name from outside.
    public var id: Identifier
    /// The name people know it by.
    public var name: String
    /// Index into the problem's locations.
    public var location: Int
    /// When vehicles may leave and return, sorted; none means always.
    public var timeWindows: [TimeWindow]
    /// Seconds a vehicle stands at the dock before each departure; paid as task time.
    public var loading: Seconds

    /// A depot at `location`.
    public init(
        id: Identifier,
        name: String = "",
        location: Int,
        timeWindows: [TimeWindow] = [],
        loading: Seconds = 0
    ) {
        self.id = id
        self.name = name
        self.location = location
        self.timeWindows = timeWindows
        self.loading = loading
    }
}
