internal import Foundation
internal import VehicleRouting

/// Writes answers for programs: keys sorted, in the words of the other files.
enum QuestionJSON {
    /// The text of an answer, with a line end behind it.
    static func text(_ answer: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        return String(decoding: try encoder.encode(answer), as: UTF8.self) + "\n"
    }

    /// A name from outside, as the number or text it is.
    struct Name: Encodable {
        let id: Identifier

        init(_ id: Identifier) {
            self.id = id
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch id {
            case .number(let number): try container.encode(number)
            case .text(let text): try container.encode(text)
            }
        }
    }

    /// Why vehicles cannot take a task, as in `plan.json`.
    struct Reason: Encodable {
        let code: String
        let vehicles: [Name]
        let relaxation: Int?
        let unit: String
        let detail: String
        let evenAlone: Bool

        init(_ reason: UnassignedReason, in problem: Problem) {
            code = reason.code
            vehicles = reason.vehicles.map { Name(problem.vehicles[$0].id) }
            relaxation = reason.relaxation
            unit = reason.unit
            detail = reason.detail
            evenAlone = reason.evenAlone
        }
    }

    /// A carrier that could take a task, with its price in wire units.
    struct Offer: Encodable {
        let carrier: Name
        let price: Int

        init(_ offer: CarrierOffer, in problem: Problem) {
            carrier = Name(problem.carriers[offer.carrier].id)
            price = offer.price.wireUnits
        }
    }

    /// A place on a route for a task.
    struct Place: Encodable {
        struct Touched: Encodable {
            let id: Name
            let shift: Seconds
            let begin: Seconds
            let margin: Seconds?
        }

        let vehicle: Name
        let isFresh: Bool
        let position: Int
        let deliveryPosition: Int?
        let compartment: Name
        let begin: Seconds
        let deliveryBegin: Seconds?
        let cost: Int
        let touched: [Touched]

        init(_ place: InsertionPlace, in problem: Problem) {
            let stops = place.evaluation.schedule.stops
            vehicle = Name(problem.vehicles[place.route.vehicle].id)
            isFresh = place.isFresh
            position = place.position + 1
            deliveryPosition = place.deliveryStop.map { $0 + 1 }
            let compartments = problem.vehicles[place.route.vehicle].effectiveCompartments
            compartment = Name(compartments[place.route.visits[place.position].compartment].id)
            begin = stops[place.position].begin
            deliveryBegin = place.deliveryStop.map { stops[$0].begin }
            cost = place.cost.wireUnits
            touched = place.touched.map {
                Touched(
                    id: Name(problem.visit($0.task).id),
                    shift: $0.shift,
                    begin: $0.begin,
                    margin: $0.margin
                )
            }
        }
    }
}
