public import VehicleRouting

/// A row of a site list: a customer's place, or a town without a kind.
public struct ListedSite: Hashable, Sendable {
    /// Unique within the list.
    public var code: String
    /// The name people know it by.
    public var name: String
    /// nil for a town in which the generator places sites.
    public var kind: SiteKind?
    /// Degrees, WGS 84.
    public var coordinate: Coordinate
    /// The town it lies in.
    public var city: String
    /// Its postcode, empty when the list has none.
    public var postcode: String
    /// Inhabitants of the town, or of the area that the site serves; nil when the list does not say.
    public var population: Double?
    /// Opening hours as the list writes them, from Monday to Sunday; nil when the row has none on any day.
    public var hours: [String]?
}

/// A generated customer: its place, its size and when it takes goods.
struct GeneratedSite {
    var code: String
    var name: String
    var kind: SiteKind
    var coordinate: Coordinate
    var city: String
    var postcode: String
    /// How much it orders, relative to a usual site of its kind.
    var size: Double
    /// Text for monday … sunday in sites.csv.
    var hours: [String]
    /// The same, read, for the day of the plan.
    var openToday: DayHours
}
