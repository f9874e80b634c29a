import Foundation
public import VehicleRouting

/// Temperature regimes as versioned data: what labels and qualifications may say, and where that is written.
public struct RegimeCatalogue: Sendable, Hashable {
    /// The edition: year and month.
    public let version: String
    /// All regimes; where several have the same range, the first is meant by it.
    public let entries: [Entry]

    private let entryOfName: [String: Int]

    /// One regime of the catalogue.
    public struct Entry: Sendable, Hashable {
        /// The code: `REF`.
        public var id: String
        /// What it is called in English.
        public var name: String
        /// The range; both ends are included.
        public var regime: Regime
        /// Other names people use.
        public var names: [String]
        /// What travels at it.
        public var goods: String
        /// Where the range is written.
        public var source: String
        /// Since when the catalogue states it, `2026-01-01`.
        public var validFrom: String

        /// The range as people write it: `2…8 °C`, `≤ 25 °C`.
        public var rangeText: String { regime.rangeText }
    }

    /// The catalogue that comes with the program (Docs/temperature-regimes.md).
    public static let shipped: RegimeCatalogue = {
        guard let catalogue = try? RegimeCatalogue(json: PackageResources.regimes_json) else {
            // The resource is compiled in and a test reads it.
            preconditionFailure("regimes.json is not valid")
        }
        return catalogue
    }()

    /// Reads a catalogue.
    ///
    /// - Parameter json: a document shaped like `Resources/regimes.json`.
    /// - Throws: the decoder's error when it has another shape.
    public init(json: [UInt8]) throws {
        let document = try JSONDecoder().decode(Document.self, from: Data(json))
        version = document.version
        entries = document.entries.map(\.entry)
        var entryOfName: [String: Int] = [:]
        for (index, entry) in entries.enumerated() {
            for name in entry.names where entryOfName[Self.key(name)] == nil {
                entryOfName[Self.key(name)] = index
            }
        }
        // A code counts before another regime's name.
        for (index, entry) in entries.enumerated() { entryOfName[Self.key(entry.id)] = index }
        self.entryOfName = entryOfName
    }

    /// All codes and names, in the order of the catalogue.
    public var allNames: [String] {
        entries.flatMap { [$0.id] + $0.names }
    }

    /// The regime people mean by a code, a name or a range in any spelling; nil for an unknown one.
    public func find(_ name: String) -> Entry? {
        if let index = entryOfName[Self.key(name)] { return entries[index] }
        guard let range = TemperatureRange(name) else { return nil }
        return entries.first { $0.regime.low == range.low && $0.regime.high == range.high }
    }

    private static func key(_ name: String) -> String {
        String(name.lowercased().filter { $0.isLetter || $0.isNumber })
    }

    private struct Document: Decodable {
        var version: String
        var entries: [Row]
    }

    private struct Row: Decodable {
        var id: String
        var name: String
        var low: Double?
        var high: Double?
        var inclusive: Bool
        var freezeSensitive: Bool
        var names: [String]
        var goods: String
        var source: String
        var validFrom: String

        enum CodingKeys: String, CodingKey {
            case id, name, low, high, inclusive, names, goods, source
            case freezeSensitive = "freeze_sensitive"
            case validFrom = "valid_from"
        }

        init(from decoder: any Decoder) throws {
            let row = try decoder.container(keyedBy: CodingKeys.self)
            id = try row.decode(String.self, forKey: .id)
            name = try row.decode(String.self, forKey: .name)
            low = try row.decode(Double?.self, forKey: .low)
            high = try row.decode(Double?.self, forKey: .high)
            inclusive = try row.decode(Bool.self, forKey: .inclusive)
            freezeSensitive = try row.decode(Bool.self, forKey: .freezeSensitive)
            names = try row.decode([String].self, forKey: .names)
            goods = try row.decode(String.self, forKey: .goods)
            source = try row.decode(String.self, forKey: .source)
            validFrom = try row.decode(String.self, forKey: .validFrom)
            guard inclusive else {
                throw DecodingError.dataCorruptedError(
                    forKey: .inclusive,
                    in: row,
                    debugDescription: "ranges without their ends are not supported"
                )
            }
        }

        var entry: Entry {
            let thousandths = { (degrees: Double) in Int((degrees * 1000).rounded()) }
            let regime = Regime(
                id: .text(id),
                low: low.map(thousandths),
                high: high.map(thousandths),
                isFreezeSensitive: freezeSensitive
            )
            return Entry(
                id: id,
                name: name,
                regime: regime,
                names: names,
                goods: goods,
                source: source,
                validFrom: validFrom
            )
        }
    }
}
