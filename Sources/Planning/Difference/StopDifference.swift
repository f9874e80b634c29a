public import VehicleRouting

/// How one stop fares in one plan and in another.
public struct StopDifference: Hashable, Sendable {
    /// One way in which it differs.
    public enum Change: Hashable, Sendable {
        /// The earlier plan does not know the stop.
        case added
        /// The later plan does not know the stop.
        case removed
        /// Another vehicle makes it.
        case vehicle(from: Identifier, to: Identifier)
        /// A carrier takes it over, gives it up, or another carrier has it; nil stands for the own fleet or nobody.
        case carrier(from: Identifier?, to: Identifier?)
        /// Its goods travel in another compartment of the same vehicle.
        case compartment(from: Identifier, to: Identifier)
        /// The same vehicle makes it before or after other stops than it did; places count from 1.
        case position(from: Int, to: Int)
        /// Service begins this many seconds later, or earlier when negative.
        case time(Seconds)
        /// It was in time or less late, and is now this many seconds late.
        case promiseBroken(Seconds)
        /// It was late, and is now in time.
        case promiseKept
        /// It was to be made, and is left out.
        case leftOut
        /// It was left out, and is to be made.
        case takenUp

        /// Whether somebody has to do something else than before, not only at another time.
        public var isMove: Bool {
            switch self {
            case .time, .promiseBroken, .promiseKept: false
            default: true
            }
        }
    }

    /// The stop.
    public var name: StopName
    /// What the earlier plan does with it; nil when it does not know it.
    public var before: StopFate?
    /// What the later plan does with it; nil when it does not know it.
    public var after: StopFate?
    /// The ways in which the two differ; empty when they do not.
    public var changes: [Change]

    /// Compares two fates of the stop `name`.
    ///
    /// - Parameter changesPlace: Whether it has left the order in which its vehicle made the stops.
    init(_ name: StopName, _ before: StopFate?, _ after: StopFate?, changesPlace: Bool) {
        self.name = name
        self.before = before
        self.after = after
        changes = []
        switch (before, after) {
        case (nil, _): changes = [.added]
        case (_, nil): changes = [.removed]
        case (.driven(let old)?, .driven(let new)?): compare(old, new, changesPlace: changesPlace)
        case (.carried(let old)?, .carried(let new)?):
            if old != new { changes = [.carrier(from: old, to: new)] }
        case (.carried(let old)?, .driven(let new)?):
            changes = [.carrier(from: old, to: nil)]
            if new.lateness > 0 { changes.append(.promiseBroken(new.lateness)) }
        case (.driven?, .carried(let new)?): changes = [.carrier(from: nil, to: new)]
        case (.leftOut?, .leftOut?): break
        case (.leftOut?, let new?):
            changes = [.takenUp]
            if case .carried(let carrier) = new { changes.append(.carrier(from: nil, to: carrier)) }
        case (let old?, .leftOut?):
            changes = [.leftOut]
            if case .carried(let carrier) = old { changes.append(.carrier(from: carrier, to: nil)) }
        }
    }

    /// Seconds by which service begins later, negative when earlier; nil when the own fleet does not make the stop in both
    /// plans.
    public var shift: Seconds? {
        guard case .driven(let old)? = before, case .driven(let new)? = after else { return nil }
        return new.begin - old.begin
    }

    private mutating func compare(_ old: StopStanding, _ new: StopStanding, changesPlace: Bool) {
        if old.vehicle != new.vehicle {
            changes.append(.vehicle(from: old.vehicle, to: new.vehicle))
        } else {
            if old.compartment != new.compartment {
                changes.append(.compartment(from: old.compartment, to: new.compartment))
            }
            if changesPlace { changes.append(.position(from: old.position, to: new.position)) }
        }
        if old.begin != new.begin { changes.append(.time(new.begin - old.begin)) }
        if new.lateness > old.lateness { changes.append(.promiseBroken(new.lateness)) }
        if old.lateness > 0, new.lateness == 0 { changes.append(.promiseKept) }
    }
}
