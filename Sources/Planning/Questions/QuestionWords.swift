internal import VehicleRouting

/// The words that answers about one plan share.
struct QuestionWords {
    let day: DayContext

    var strings: Strings { day.strings }

    init(_ plan: Plan, in problem: Problem, strings: Strings = Strings()) {
        day = DayContext(
            problem: problem,
            plan: plan,
            evaluation: PlanEvaluation(plan, in: problem),
            descriptions: DayDescriptions(),
            language: strings.language
        )
    }

    /// An order and the place where its goods are handed over: `17 for Smethwick Pharmacy`.
    func name(of task: TaskReference) -> String {
        let order = "\(day.problem.visit(task).id)"
        let place = day.place(task.handOver)
        return place == order ? order : strings.text(.orderForPlace, ["order": order, "place": place])
    }

    /// A difference of cost: `GBP 2.80 more`.
    func difference(_ cost: Cost) -> String {
        if cost == .zero { return strings[.moneySame] }
        let amount = day.display.money(max(cost, .zero - cost))
        return strings.text(cost > .zero ? .moneyMore : .moneyLess, ["amount": amount])
    }

    /// Where a task stands on a route: vehicle, stop, time, what is left of its window.
    func standing(of task: TaskReference, on route: Route, _ evaluation: RouteEvaluation) -> String {
        let halves = task.halves
        let places = halves.compactMap { half in route.visits.firstIndex { $0.task == half } }
        guard let last = places.last, places.count == halves.count else { return "" }
        let stops = evaluation.schedule.stops
        var values = [
            "vehicle": "\(day.problem.vehicles[route.vehicle].id)",
            "stop": "\(last + 1)", "stops": "\(stops.count)",
            "begin": time(of: halves[halves.count - 1], stops[last]),
        ]
        guard halves.count == 2 else { return strings.text(.placeOfJob, values) }
        values["first"] = "\(places[0] + 1)"
        values["fetched"] = time(of: halves[0], stops[places[0]])
        return strings.text(.placeOfShipment, values)
    }

    /// Where a place puts a task.
    func place(_ place: InsertionPlace, of task: TaskReference) -> String {
        let text = standing(of: task, on: place.route, place.evaluation)
        return place.isFresh ? strings.text(.freshVehicle, ["place": text]) : text
    }

    func offer(_ offer: CarrierOffer) -> String {
        let carrier = day.problem.carriers[offer.carrier]
        let name = carrier.name.isEmpty ? "\(carrier.id)" : carrier.name
        return strings.text(.carrierOffer, ["carrier": name, "price": day.display.money(offer.price)])
    }

    /// When service begins, and how long before or after the window closes.
    private func time(of task: TaskReference, _ stop: RouteSchedule.Stop) -> String {
        let time = day.display.clock.time(stop.begin)
        guard let margin = day.problem.margin(of: task, at: stop) else { return time }
        return strings.text(
            margin < 0 ? .afterClosing : .beforeClosing,
            ["time": time, "margin": strings.duration(abs(margin))]
        )
    }
}

extension TaskReference {
    /// The half whose place people have in mind: where goods are handed over.
    var handOver: TaskReference {
        if case .pickup(let shipment) = self { .delivery(shipment) } else { self }
    }
}
