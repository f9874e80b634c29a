public import VehicleRouting

extension PlanComparison {
    /// The comparison for programs; money in wire units, times in the problem's seconds, places counted from 1.
    ///
    /// - Parameter tolerance: Seconds by which a stop may be earlier or later without being listed for that alone.
    public func json(tolerance: Seconds = 60) throws -> String {
        try QuestionJSON.text(
            DifferenceJSON(
                costBefore: difference.costBefore.wireUnits,
                costAfter: difference.costAfter.wireUnits,
                stops: stops(beyond: tolerance).map(DifferenceJSON.Stop.init)
            )
        )
    }
}

/// A comparison in the words of the wire.
private struct DifferenceJSON: Encodable {
    struct Stop: Encodable {
        let order: QuestionJSON.Name
        let isPickup: Bool
        let before: Fate?
        let after: Fate?
        let changes: [Change]

        init(_ stop: StopDifference) {
            order = QuestionJSON.Name(stop.name.order)
            isPickup = stop.name.isPickup
            before = stop.before.map(Fate.init)
            after = stop.after.map(Fate.init)
            changes = stop.changes.map(Change.init)
        }
    }

    /// What a plan does with a stop; with neither vehicle nor carrier it is left out.
    struct Fate: Encodable {
        var vehicle: QuestionJSON.Name?
        var carrier: QuestionJSON.Name?
        var compartment: QuestionJSON.Name?
        var position: Int?
        var begin: Seconds?
        var lateness: Seconds?

        init(_ fate: StopFate) {
            switch fate {
            case .driven(let standing):
                vehicle = QuestionJSON.Name(standing.vehicle)
                compartment = QuestionJSON.Name(standing.compartment)
                (position, begin, lateness) = (standing.position, standing.begin, standing.lateness)
            case .carried(let id): carrier = QuestionJSON.Name(id)
            case .leftOut: break
            }
        }
    }

    /// A kind of change, with its seconds where it has some; `before` and `after` have the rest.
    struct Change: Encodable {
        let kind: String
        var seconds: Seconds?

        init(_ change: StopDifference.Change) {
            switch change {
            case .added: kind = "added"
            case .removed: kind = "removed"
            case .vehicle: kind = "vehicle"
            case .carrier: kind = "carrier"
            case .compartment: kind = "compartment"
            case .position: kind = "position"
            case .time(let shift): (kind, seconds) = ("time", shift)
            case .promiseBroken(let late): (kind, seconds) = ("promise_broken", late)
            case .promiseKept: kind = "promise_kept"
            case .leftOut: kind = "left_out"
            case .takenUp: kind = "taken_up"
            }
        }
    }

    let costBefore: Int
    let costAfter: Int
    let stops: [Stop]
}
