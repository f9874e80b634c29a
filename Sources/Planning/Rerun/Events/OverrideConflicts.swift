internal import Interchange
internal import VehicleRouting

/// Finds overrides that exclude each other, whatever the day is like.
struct OverrideConflicts {
    private(set) var issues: [RerunIssue] = []

    init(_ overrides: [DayOverride]) {
        var names: Set<Identifier> = []
        for override in overrides where !names.insert(override.id).inserted {
            let subject = "the name \(override.id) is given twice"
            issues.append(RerunIssue(.duplicate, at: override.pointer, subject: subject))
        }
        for (index, later) in overrides.enumerated() {
            for earlier in overrides[..<index] where Self.exclude(earlier.kind, later.kind) {
                issues.append(
                    RerunIssue(
                        .conflict,
                        at: later.pointer,
                        subject: """
                            \(later.person) wants \(later.kind.wish) (\(later.reason)), but \(earlier.person) wants \
                            \(earlier.kind.wish) (\(earlier.reason))
                            """
                    )
                )
            }
        }
        addTornGroups(overrides)
    }

    private static func exclude(_ one: DayOverride.Kind, _ other: DayOverride.Kind) -> Bool {
        switch (one, other) {
        case (.vehicle(let a, let first), .vehicle(let b, let second)): a == b && first != second
        case (.vehicle(let a, let first), .forbidVehicle(let b, let second)),
            (.forbidVehicle(let b, let second), .vehicle(let a, let first)):
            a == b && first == second
        case (.time(let a, let first, let slack), .time(let b, let second, let other)):
            a == b && abs(first - second) > slack + other
        case (.priority(let a, let first), .priority(let b, let second)): a == b && first != second
        case (.window(let a, let first), .window(let b, let second)): a == b && first != second
        case (.together(let a), .apart(let b)), (.apart(let b), .together(let a)):
            Set(a).intersection(b).count > 1
        case (.leaveOut(let a), .leaveOut(let b)): a == b
        case (.leaveOut(let a), let other), (let other, .leaveOut(let a)): other.orders.contains(a)
        default: false
        }
    }

    /// Orders that are to go together, but are locked to different vehicles.
    private mutating func addTornGroups(_ overrides: [DayOverride]) {
        for group in overrides {
            guard case .together(let orders) = group.kind else { continue }
            var locks: [(order: Identifier, vehicle: Identifier, person: String)] = []
            for override in overrides {
                guard case .vehicle(let order, let vehicle) = override.kind, orders.contains(order) else {
                    continue
                }
                if let other = locks.first(where: { $0.vehicle != vehicle }) {
                    issues.append(
                        RerunIssue(
                            .conflict,
                            at: group.pointer,
                            subject: """
                                \(group.person) wants \(group.kind.wish), but \(other.person) wants order \
                                \(other.order) on vehicle \(other.vehicle) and \(override.person) order \(order) on \
                                vehicle \(vehicle)
                                """
                        )
                    )
                }
                locks.append((order, vehicle, override.person))
            }
        }
    }
}
