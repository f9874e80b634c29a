internal import VehicleRouting

extension OrderExplanation {
    /// The answer for a person at a terminal, with at most `count` other vehicles named.
    public func text(_ strings: Strings = Strings(), count: Int = 3) -> String {
        let words = QuestionWords(plan, in: problem, strings: strings)
        let name = ["order": words.name(of: task)]
        var lines: [String]
        switch standing {
        case .driven(let route, let cost):
            lines = driven(route, cost, name, words) + elsewhere(cost, count, words)
        case .carried(let offer):
            let carrier = problem.carriers[offer.carrier]
            let values = [
                "carrier": carrier.name.isEmpty ? "\(carrier.id)" : carrier.name,
                "price": words.day.display.money(offer.price),
            ]
            lines = [strings.text(.explainCarried, name.merging(values) { first, _ in first })] + own(words)
        case .leftOut:
            lines = [strings.text(.explainLeftOut, name)]
            lines += words.day.sentences(reasons).map { "  \($0)" } + own(words)
        }
        lines += offers.map { words.offer($0) }
        if standing != .leftOut, !reasons.isEmpty {
            lines.append(strings[.explainOthersHeading])
            lines += words.day.sentences(reasons).map { "  \($0)" }
        }
        return lines.joined(separator: "\n")
    }

    /// Where the order stands, in which compartment, at what cost.
    private func driven(_ index: Int, _ cost: Cost, _ name: [String: String], _ words: QuestionWords)
        -> [String]
    {
        let route = plan.routes[index]
        let place = words.standing(of: task, on: route, words.day.evaluation.routes[index])
        var lines = [words.strings.text(.explainDriven, name.merging(["where": place]) { first, _ in first })]
        let compartments = problem.vehicles[route.vehicle].compartments
        let trip = route.trips.first { $0.visits.contains { $0.task == task } }
        if let visit = route.visits.first(where: { $0.task == task }), !compartments.isEmpty {
            let values = [
                "compartment": "\(compartments[visit.compartment].id)",
                "regime": words.day.display.regime(trip?.regime(of: visit.compartment)),
            ]
            lines.append(words.strings.text(.explainGoods, values))
        }
        lines.append(words.strings.text(.explainPrice, ["cost": words.day.display.money(cost)]))
        return lines
    }

    /// The next best vehicles, with what each costs beside the one that has the order.
    private func elsewhere(_ cost: Cost, _ count: Int, _ words: QuestionWords) -> [String] {
        guard let best = alternatives.first else { return [words.strings[.explainOnlyHere]] }
        var lines = alternatives.prefix(count).enumerated().map { index, place in
            words.strings.text(
                index == 0 ? .explainNext : .explainFurther,
                [
                    "where": words.place(place, of: task), "cost": words.day.display.money(place.cost),
                    "difference": words.difference(place.cost - cost),
                ]
            )
        }
        if best.cost < cost {
            let vehicle = "\(problem.vehicles[best.route.vehicle].id)"
            lines.append(words.strings.text(.explainCheaper, ["vehicle": vehicle]))
        }
        return lines
    }

    /// The cheapest place on an own vehicle, for an order that none of them has.
    private func own(_ words: QuestionWords) -> [String] {
        alternatives.prefix(1).map { place in
            words.strings.text(
                .explainOnOwn,
                ["where": words.place(place, of: task), "cost": words.day.display.money(place.cost)]
            )
        }
    }
}
