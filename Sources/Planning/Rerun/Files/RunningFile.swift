internal import Foundation
internal import Interchange
internal import VehicleRouting

/// `running.json`: what a running day knows beside its problem and its plan, as `Docs/events.md` describes it.
struct RunningFile: Codable {
    struct Goods: Codable {
        var location: Int
        var description: String
        var setup: Int
        var service: Int
        var delivery: [Int]
        var pickup: [Int]
        var regime: Int?
        /// Nil for goods without further rules.
        var handling: Handling?
    }

    struct Handling: Codable {
        var goodsClass: Int?
        var boxed: Bool
        var exclusive: CodableName?
        var levels: [String: Int]
        var requires: [CodableName]
        var permits: [Permit]
        var prohibited: String?
        var channel: String?
        var productClasses: [String]?
        /// The pseudonym of the patient the goods are bound for.
        var patient: CodableName?
    }

    struct Permit: Codable {
        var name: CodableName
        var validUntil: Int?
    }

    struct Stop: Codable {
        var order: CodableName
        var isPickup: Bool
        var vehicle: CodableName
        var compartment: CodableName
        var arrival: Int
        var begin: Int
        var departure: Int
        var lateness: Int
        var goods: Goods
    }

    struct Held: Codable {
        var order: CodableName
        var reason: String
        var vehicle: CodableName?
        var since: Int
        var goods: Goods
    }

    struct Vehicle: Codable {
        var vehicle: CodableName
        var activity: String
        var began: Int?
        /// The depot that stands for where the vehicle is.
        var waypoint: CodableName?
        var tripBegan: Int?
        var latestHome: Int?
    }

    struct Promise: Codable {
        var order: CodableName
        var isPickup: Bool
        var until: Int
    }

    struct Order: Codable {
        var override: CodableName
        var kind: String
        var orders: [CodableName]
        var vehicle: CodableName?
    }

    struct Delay: Codable {
        var event: CodableName
        var longitude: Double
        var latitude: Double
        var radiusKm: Double
        var delay: Int
        var until: Int?
        var locations: Int
    }

    struct Urgent: Codable {
        var order: CodableName
        var article: String?
        var quantity: Int
        var depots: [CodableName]
        var release: Int?
        var source: CodableName?
        var relay: CodableName?
    }

    struct Stock: Codable {
        var depot: CodableName
        var article: String
        var quantity: Int
    }

    struct Outage: Codable {
        var depot: CodableName
        /// Nil for the rest of the day.
        var until: Int?
    }

    var now: Int
    var handled: [CodableName]
    var vehicles: [Vehicle]
    var done: [Stop]
    var held: [Held]
    var promises: [Promise]
    var perishing: [CodableName]
    var standingOrders: [Order]
    var delays: [Delay]
    var emergencies: [Urgent]
    var stocks: [Stock]
    var outages: [Outage]
    /// Depots that stand for others after an outage; nil in files of older versions, as below.
    var docks: [CodableName]?
    var notes: [String]
    /// The plans whose state this is, by the names of their files, with a checksum of each and its problem.
    var plans: [String: String]?

    /// The name of the file beside the plans of a rerun.
    static let name = "running.json"

    /// The file as text; equal days have equal texts.
    func text() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        return try encoder.encode(self) + Data("\n".utf8)
    }

    /// Reads the file at `path`; nil when there is none.
    static func read(_ path: String) throws(FormatError) -> RunningFile? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        do {
            return try decoder.decode(RunningFile.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
        } catch let error as DecodingError {
            throw FormatError(.conflict(error.sentence, remedy: "use the file as a rerun wrote it"), in: path)
        } catch {
            throw FormatError(.unreadable(error.localizedDescription), in: path)
        }
    }
}

/// A name in a file: a number or a text.
enum CodableName: Codable, Hashable {
    case number(UInt64)
    case text(String)

    init(_ id: Identifier) {
        switch id {
        case .number(let number): self = .number(number)
        case .text(let text): self = .text(text)
        }
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(UInt64.self) {
            self = .number(number)
        } else {
            self = .text(try container.decode(String.self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .number(let number): try container.encode(number)
        case .text(let text): try container.encode(text)
        }
    }

    var id: Identifier {
        switch self {
        case .number(let number): .number(number)
        case .text(let text): .text(text)
        }
    }
}

extension DecodingError {
    /// What is wrong and where, as a clause.
    fileprivate var sentence: String {
        switch self {
        case .keyNotFound(let key, let context): "'\(key.stringValue)' is missing\(context.place)"
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            "a value is not what it should be\(context.place)"
        @unknown default: "the file cannot be understood"
        }
    }
}

extension DecodingError.Context {
    fileprivate var place: String {
        codingPath.isEmpty
            ? ""
            : " at /"
                + codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: "/")
    }
}
