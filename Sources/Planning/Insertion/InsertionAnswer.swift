public import VehicleRouting

/// Where one more order can go.
public struct InsertionAnswer: Hashable, Sendable {
    /// The problem with the order in it.
    public var problem: Problem
    /// The plan without the order.
    public var plan: Plan
    /// The order: a job, or the pickup of a shipment.
    public var task: TaskReference
    /// The best places on own vehicles, cheapest first.
    public var places: [InsertionPlace]
    /// Carriers that could take it, cheapest first.
    public var offers: [CarrierOffer]
    /// What stops the vehicles, where none can take it; the same as a plan gives for an order that it leaves out.
    public var reasons: [UnassignedReason]
    /// Whether driving times to its place are estimated, because no matrix knows it.
    public var hasGuessedRoads: Bool
    /// The files written.
    public var files: [String] = []

    /// The answer for programs; money in wire units, times in the problem's seconds, places counted from 1.
    public func json() throws -> String {
        try QuestionJSON.text(InsertionJSON(self))
    }

    /// The answer for a person at a terminal.
    public func text(_ strings: Strings = Strings()) -> String {
        let words = QuestionWords(plan, in: problem, strings: strings)
        let values = [
            "order": words.name(of: task),
            "count": strings.fixed(places.count, digits: 0),
        ]
        var lines: [String]
        if places.isEmpty {
            lines = [strings.text(.insertNowhere, values)] + words.day.sentences(reasons).map { "  \($0)" }
        } else {
            lines = [strings.text(.insertHeading, values)]
            for (index, place) in places.enumerated() {
                let rank = "\(index + 1)  "
                lines.append(rank + words.place(place, of: task))
                lines.append(String(repeating: " ", count: rank.count) + consequences(of: place, words))
            }
        }
        lines += offers.map { words.offer($0) }
        return lines.joined(separator: "\n")
    }

    /// What a place costs, and which other stops notice.
    private func consequences(of place: InsertionPlace, _ words: QuestionWords) -> String {
        let strings = words.strings
        var parts = [strings.text(.insertCost, ["cost": words.day.display.money(place.cost)])]
        let later = place.touched.filter { $0.shift > 0 }
        let earlier = place.touched.filter { $0.shift < 0 }
        for (touched, phrase) in [
            (later, QuestionPhrase.insertTouchesLater), (earlier, .insertTouchesEarlier),
        ] {
            guard let most = touched.map({ abs($0.shift) }).max() else { continue }
            let count = strings.fixed(touched.count, digits: 0)
            parts.append(strings.text(phrase, ["count": count, "time": strings.duration(most)]))
        }
        if place.touched.isEmpty { parts.append(strings[.insertTouchesNobody]) }
        let tightest = later.filter { $0.margin != nil }.min { $0.margin ?? 0 < $1.margin ?? 0 }
        if let tightest, let margin = tightest.margin {
            let order = "\(problem.visit(tightest.task).id)"
            parts.append(
                strings.text(.insertTightest, ["order": order, "margin": strings.duration(margin)])
            )
        }
        return parts.joined(separator: "; ")
    }
}

/// The answer in the words of the wire.
private struct InsertionJSON: Encodable {
    let id: QuestionJSON.Name
    let type: String
    let places: [QuestionJSON.Place]
    let carriers: [QuestionJSON.Offer]
    let reasons: [QuestionJSON.Reason]
    let estimatedRoads: Bool

    init(_ answer: InsertionAnswer) {
        id = QuestionJSON.Name(answer.problem.visit(answer.task).id)
        if case .job = answer.task { type = "job" } else { type = "shipment" }
        places = answer.places.map { QuestionJSON.Place($0, in: answer.problem) }
        carriers = answer.offers.map { QuestionJSON.Offer($0, in: answer.problem) }
        reasons = answer.reasons.map { QuestionJSON.Reason($0, in: answer.problem) }
        estimatedRoads = answer.hasGuessedRoads
    }
}
