internal import VehicleRouting

extension OrderExplanation {
    /// The answer for programs; money in wire units, times in the problem's seconds, places counted from 1.
    public func json() throws -> String {
        try QuestionJSON.text(ExplanationJSON(self))
    }
}

/// The answer in the words of the wire.
private struct ExplanationJSON: Encodable {
    /// Where the order is; without a vehicle and a carrier it is left out.
    struct Standing: Encodable {
        var vehicle: QuestionJSON.Name?
        var carrier: QuestionJSON.Name?
        var position: Int?
        var begin: Seconds?
        var compartment: QuestionJSON.Name?
        var cost: Int?
    }

    let id: QuestionJSON.Name
    let type: String
    let standing: Standing
    let alternatives: [QuestionJSON.Place]
    let carriers: [QuestionJSON.Offer]
    let reasons: [QuestionJSON.Reason]

    init(_ explanation: OrderExplanation) {
        let problem = explanation.problem
        id = QuestionJSON.Name(problem.visit(explanation.task).id)
        if case .job = explanation.task { type = "job" } else { type = "shipment" }
        standing = Standing(explanation)
        alternatives = explanation.alternatives.map { QuestionJSON.Place($0, in: problem) }
        carriers = explanation.offers.map { QuestionJSON.Offer($0, in: problem) }
        reasons = explanation.reasons.map { QuestionJSON.Reason($0, in: problem) }
    }
}

extension ExplanationJSON.Standing {
    init(_ explanation: OrderExplanation) {
        let problem = explanation.problem
        switch explanation.standing {
        case .driven(let index, let cost):
            let route = explanation.plan.routes[index]
            vehicle = QuestionJSON.Name(problem.vehicles[route.vehicle].id)
            self.cost = cost.wireUnits
            let evaluation = RouteEvaluation(route, at: index, in: problem)
            guard let place = route.visits.firstIndex(where: { $0.task == explanation.task }) else { return }
            position = place + 1
            begin = evaluation.schedule.stops[place].begin
            let compartments = problem.vehicles[route.vehicle].effectiveCompartments
            compartment = QuestionJSON.Name(compartments[route.visits[place].compartment].id)
        case .carried(let offer):
            carrier = QuestionJSON.Name(problem.carriers[offer.carrier].id)
            cost = offer.price.wireUnits
        case .leftOut: break
        }
    }
}
