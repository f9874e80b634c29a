public import VehicleRouting

/// A decision that a person has made and that a rerun may not touch, with who made it and why.
public struct DayOverride: Hashable, Sendable {
    /// Its name, unique among all events and overrides of the day.
    public var id: Identifier
    /// Who decided; never empty.
    public var person: String
    /// Why; never empty.
    public var reason: String
    /// What was decided.
    public var kind: Kind
    /// Where it stands in its file, as a JSON pointer.
    public var pointer: String

    /// What a person can decide.
    public enum Kind: Hashable, Sendable {
        /// An order goes with this vehicle, wherever and whenever.
        case vehicle(order: Identifier, Identifier)
        /// An order keeps its vehicle and its place: everything up to it stays as it is.
        case position(order: Identifier)
        /// Service begins at a time, give or take a tolerance, whoever does it.
        case time(order: Identifier, at: Seconds, within: Seconds)
        /// All that a vehicle has still to do stays as it is.
        case freeze(vehicle: Identifier)
        /// An order may not go with this vehicle.
        case forbidVehicle(order: Identifier, Identifier)
        /// An order may not go to this carrier.
        case forbidCarrier(order: Identifier, Identifier)
        /// Orders go with one vehicle.
        case together(orders: [Identifier])
        /// No two of these orders go with one vehicle.
        case apart(orders: [Identifier])
        /// An order has this priority, 0 … 100.
        case priority(order: Identifier, Int)
        /// The customer has agreed to another window.
        case window(order: Identifier, TimeWindow)
        /// An order is left out.
        case leaveOut(order: Identifier)
    }

    /// A decision of `person`.
    public init(_ id: Identifier, _ kind: Kind, person: String, reason: String, pointer: String = "") {
        self.id = id
        self.kind = kind
        self.person = person
        self.reason = reason
        self.pointer = pointer
    }
}

extension DayOverride.Kind {
    /// The orders it is about.
    public var orders: [Identifier] {
        switch self {
        case .vehicle(let order, _), .position(let order), .time(let order, _, _),
            .forbidVehicle(let order, _),
            .forbidCarrier(let order, _), .priority(let order, _), .window(let order, _),
            .leaveOut(let order):
            [order]
        case .together(let orders), .apart(let orders): orders
        case .freeze: []
        }
    }
}
