internal import VehicleRouting

/// The words of a comparison.
struct DifferenceWords {
    let question: QuestionWords
    private let strings: Strings
    /// The names of the places of all stops, those of the later problem first.
    private let places: [StopName: String]

    init(_ comparison: PlanComparison, strings: Strings) {
        self.strings = strings
        question = QuestionWords(Plan(), in: comparison.later, strings: strings)
        var places: [StopName: String] = [:]
        for problem in [comparison.later, comparison.earlier] {
            let tasks =
                problem.jobs.indices.map(TaskReference.job)
                + problem.shipments.indices.flatMap { TaskReference.pickup($0).halves }
            for task in tasks {
                let name = StopName(task, in: problem)
                if places[name] == nil { places[name] = strings.place(task, in: problem) }
            }
        }
        self.places = places
    }

    /// The order of a stop and the name of its place.
    func name(of stop: StopDifference) -> String {
        let order = "\(stop.name.order)"
        let name = stop.name.isPickup ? strings.text(.stopFetched, ["order": order]) : order
        let place = places[stop.name] ?? ""
        return place.isEmpty ? name : "\(name) \(place)"
    }

    /// How many stops change in which way.
    func counts(of stops: [StopDifference], tolerance: Seconds) -> [String] {
        var counts: [QuestionPhrase: Int] = [:]
        for change in stops.flatMap(\.changes) {
            if case .time(let shift) = change, abs(shift) <= tolerance { continue }
            counts[change.counted, default: 0] += 1
        }
        return QuestionPhrase.allCases.compactMap { phrase in
            counts[phrase].map { strings.text(phrase, ["count": strings.fixed($0, digits: 0)]) }
        }
    }

    /// What changes at a stop.
    func changes(of stop: StopDifference) -> [String] {
        stop.changes.map { text(of: $0, at: stop) }
    }

    private func text(of change: StopDifference.Change, at stop: StopDifference) -> String {
        func between(_ phrase: QuestionPhrase, _ from: String, _ to: String) -> String {
            strings.text(phrase, ["from": from, "to": to])
        }
        return switch change {
        case .added: strings.text(.stopAdded, ["fate": text(of: stop.after)])
        case .removed: strings[.stopRemoved]
        case .leftOut: strings[.stopLeftOut]
        case .takenUp: strings.text(.stopTakenUp, ["fate": text(of: stop.after)])
        case .promiseKept: strings[.stopKept]
        case .vehicle(let from, let to): between(.stopVehicle, "\(from)", "\(to)")
        case .compartment(let from, let to): between(.stopCompartment, "\(from)", "\(to)")
        case .position(let from, let to): between(.stopPosition, "\(from)", "\(to)")
        case .carrier(let from, let to): between(.stopCarrier, holder(from), holder(to))
        case .promiseBroken(let late): strings.text(.stopBroken, ["time": strings.duration(late)])
        case .time(let shift): time(shift, at: stop)
        }
    }

    /// What a plan does with a stop, in a word or two.
    private func text(of fate: StopFate?) -> String {
        switch fate {
        case .driven(let standing)?:
            let time = question.day.display.clock.time(standing.begin)
            return strings.text(.fateDriven, ["vehicle": "\(standing.vehicle)", "time": time])
        case .carried(let carrier)?: return strings.text(.fateCarried, ["carrier": "\(carrier)"])
        case .leftOut?, nil: return strings[.fateLeftOut]
        }
    }

    private func holder(_ carrier: Identifier?) -> String {
        carrier.map { "\($0)" } ?? strings[.ownVehicles]
    }

    private func time(_ shift: Seconds, at stop: StopDifference) -> String {
        guard case .driven(let old)? = stop.before, case .driven(let new)? = stop.after else { return "" }
        let clock = question.day.display.clock
        return strings.text(
            shift > 0 ? .stopLater : .stopEarlier,
            [
                "time": strings.duration(abs(shift)), "from": clock.time(old.begin),
                "to": clock.time(new.begin),
            ]
        )
    }
}

extension StopDifference.Change {
    /// The phrase under which changes of this kind are counted.
    fileprivate var counted: QuestionPhrase {
        switch self {
        case .added: .diffAdded
        case .removed: .diffRemoved
        case .vehicle: .diffVehicles
        case .carrier: .diffCarriers
        case .compartment: .diffCompartments
        case .position: .diffPositions
        case .time: .diffTimes
        case .promiseBroken: .diffBroken
        case .promiseKept: .diffKept
        case .leftOut: .diffLeftOut
        case .takenUp: .diffTakenUp
        }
    }
}
