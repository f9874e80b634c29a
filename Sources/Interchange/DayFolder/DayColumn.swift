/// What kind of cell a column holds; decides which checks look at the whole column.
enum CellKind {
    /// A name that must be kept to the last character.
    case code
    /// A number, maybe with a unit or a currency sign.
    case number
    /// Anything else: words, times, lists.
    case text
}

/// The columns of one file of the day folder.
///
/// The raw value is the column's name in Docs/day-folder.md.
protocol DayColumn: TableColumn {
    /// The file the columns belong to.
    static var file: DayFile { get }
}

/// The columns of a table that is read by its headers; the raw value is the column's name in the documentation.
protocol TableColumn: CaseIterable, Hashable, RawRepresentable<String>, Sendable {
    /// Whether the file is useless without it.
    var isRequired: Bool { get }
    /// What its cells hold.
    var kind: CellKind { get }
    /// Other headers that mean it, in the form of `DayFile.headerKey`.
    var aliases: [String] { get }
    /// Whether a plan made without the column could break a promise (of temperature, time, load, or who may do what), so
    /// that a header which misspells it is refused instead of ignored.
    var keepsPromise: Bool { get }
}

extension TableColumn {
    var name: String { rawValue }
    var isRequired: Bool { false }
    var aliases: [String] { [] }
    var keepsPromise: Bool { false }
}

/// The files of a folder of tables; the raw value is the file's name without its ending.
protocol TableFile: CaseIterable, Hashable, RawRepresentable<String>, Sendable {
    /// The name the file has unless a mapping says otherwise.
    var fileName: String { get }
    /// The names of its columns, in the order of the documentation.
    var columnNames: [String] { get }
}

/// The files of a day folder.
public enum DayFile: String, Sendable, Hashable, CaseIterable {
    /// Settings of the day.
    case day
    /// Places where vehicles load.
    case depots
    /// Customers' places.
    case sites
    /// What is to be delivered or brought back.
    case orders
    /// The fleet.
    case vehicles
    /// Parts of the vehicles' bodies.
    case compartments
    /// The hauliers of the pool.
    case carriers
    /// Temperature regimes beside the shipped ones.
    case regimes
    /// What the law asks of drivers.
    case workRules = "work_rules"
    /// Passive boxes.
    case boxTypes = "box_types"
    /// Which goods must be kept apart.
    case segregation
    /// Between which goods a compartment is cleaned.
    case cleaning
    /// Which orders share a vehicle, do not, or come in an order.
    case relations
    /// How fast the roads are by time of day.
    case traffic
    /// Who may supply what to whom, by which channel.
    case permissions
    /// The plan of today.
    case stops

    /// The name the file has unless the mapping says otherwise.
    public var fileName: String { "\(rawValue).csv" }

    /// A header without case, blanks and punctuation, so that `Cost per km` and `cost_per_km` are the same.
    static func headerKey(_ header: String) -> String {
        String(header.lowercased().filter { $0.isLetter || $0.isNumber })
    }
}
