internal import Foundation
internal import VehicleRouting

/// `rerun.json`: the alternatives of a rerun, each with its cost, its deviation and its typed difference.
struct RerunFile: Encodable {
    struct Alternative: Encodable {
        let plan: String
        let problem: String
        let scope: String
        let recommended: Bool
        /// In wire units of the problem, as in `plan.json`.
        let cost: Int
        let deviation: Int
        let unassigned: Int
        let brokenPromises: Int
        let violations: Int
        let customersToldAnotherTime: Int
        let vehiclesChanged: [CodableName]
        let readyAfterMs: Int
        let difference: [Stop]
    }

    struct Stop: Encodable {
        let order: CodableName
        let isPickup: Bool
        let changes: [Change]
    }

    struct Change: Encodable {
        let type: String
        var from: CodableName?
        var to: CodableName?
        var seconds: Int?
    }

    let now: Int
    let handled: [CodableName]
    let notes: [String]
    let alternatives: [Alternative]

    /// The name of the file.
    static let name = "rerun.json"

    func text() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        return try encoder.encode(self) + Data("\n".utf8)
    }
}

extension RerunFile.Stop {
    init(_ stop: StopDifference) {
        order = CodableName(stop.name.order)
        isPickup = stop.name.isPickup
        changes = stop.changes.map(RerunFile.Change.init)
    }
}

extension RerunFile.Change {
    init(_ change: StopDifference.Change) {
        func name(_ place: Int) -> CodableName { .number(UInt64(place)) }
        switch change {
        case .added: self.init(type: "added")
        case .removed: self.init(type: "removed")
        case .vehicle(let from, let to):
            self.init(type: "vehicle", from: CodableName(from), to: CodableName(to))
        case .carrier(let from, let to):
            self.init(type: "carrier", from: from.map(CodableName.init), to: to.map(CodableName.init))
        case .compartment(let from, let to):
            self.init(type: "compartment", from: CodableName(from), to: CodableName(to))
        case .position(let from, let to): self.init(type: "position", from: name(from), to: name(to))
        case .time(let shift): self.init(type: "time", seconds: shift)
        case .promiseBroken(let late): self.init(type: "promise_broken", seconds: late)
        case .promiseKept: self.init(type: "promise_kept")
        case .leftOut: self.init(type: "left_out")
        case .takenUp: self.init(type: "taken_up")
        }
    }
}
