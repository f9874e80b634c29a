/// Something a written plan says that the problem does not bear out.
public struct CheckFinding: Hashable, Sendable {
    /// What sort of finding it is.
    public enum Kind: Hashable, Sendable {
        /// The plan names something the problem does not have, so the place cannot be judged.
        case unknownName
        /// The plan breaks a rule of the problem.
        case brokenPromise
        /// The plan states a number that does not follow from it.
        case untrueNumber
    }

    /// What was found; the raw value never changes, and Docs/errors.md has an entry for each.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// A vehicle that the problem does not have.
        case unknownVehicle = "C101"
        /// A job or half of a shipment that the problem does not have.
        case unknownTask = "C102"
        /// A compartment that the vehicle does not have, or none named where it has several.
        case unknownCompartment = "C103"
        /// A regime that the problem does not have.
        case unknownRegime = "C104"
        /// A carrier that the problem does not have.
        case unknownCarrier = "C105"
        /// A route that does not begin with its start and end with its end.
        case brokenSteps = "C106"
        /// A type of box that the problem does not have.
        case unknownBox = "C107"

        /// A stop after its window, or an end after the shift or the depot's hours.
        case delay = "C110"
        /// More on board than fits.
        case load = "C111"
        /// A skill the vehicle lacks.
        case skills = "C112"
        /// Goods at a temperature that their label forbids, or a compartment run as it must not be.
        case regime = "C113"
        /// Goods from a depot they may not come from.
        case depot = "C114"
        /// A task on a vehicle that may not do it.
        case vehicle = "C115"
        /// More tasks than the vehicle may do.
        case maxTasks = "C116"
        /// More driving than the vehicle may do.
        case maxTravelTime = "C117"
        /// More metres than the vehicle may drive.
        case maxDistance = "C118"
        /// A longer route than the vehicle may have.
        case maxDuration = "C119"
        /// A delivery before its pickup, without it, or in another compartment.
        case precedence = "C120"
        /// A task done twice, or a vehicle with two routes.
        case duplicate = "C121"
        /// A task that nobody does and that is not listed as unassigned.
        case missing = "C122"
        /// A carrier with goods or a number of jobs it may not take.
        case carrier = "C123"
        /// A route that leaves before the shift, the depot or the goods allow.
        case early = "C124"
        /// Loading at a depot where the vehicle may not.
        case reload = "C125"
        /// A break left out or taken twice.
        case missingBreak = "C126"
        /// More driving without a rest than the work rule allows.
        case driving = "C127"
        /// Tasks on one vehicle or not, or their order, against a relation.
        case relation = "C128"
        /// Goods on board already that change compartments.
        case aboard = "C129"

        /// Service begins after the goods are of use.
        case activity = "C170"
        /// Goods longer on the way than they or their box hold.
        case holdTime = "C160"
        /// A shipment longer on board than it may be.
        case timeOnBoard = "C161"
        /// Goods closer to others than their classes may be.
        case segregation = "C162"
        /// Others' goods on a trip that one customer has for itself.
        case exclusive = "C163"
        /// A compartment that warms by more than its door budget.
        case doors = "C164"
        /// A vehicle that offers too little of what comes in degrees.
        case level = "C165"
        /// A certificate that is missing, or lapses before the route ends.
        case permit = "C166"
        /// A transport that a rule forbids.
        case prohibited = "C167"
        /// Goods without the passive box they need, or in the wrong one.
        case box = "C168"
        /// More boxes of a type in use than there are.
        case boxStock = "C169"
        /// A supply that a channel rule forbids, or for which it asks certificates that are missing.
        case channel = "C171"
        /// Goods from a depot that a channel rule does not let ship them.
        case shipFrom = "C172"

        /// The location of a step.
        case location = "C130"
        /// The arrival of a step, or the start of the route.
        case arrival = "C131"
        /// The waiting of a step.
        case waiting = "C132"
        /// The setup of a step.
        case setup = "C133"
        /// The service of a step.
        case service = "C134"
        /// What is on board after a step.
        case stepLoad = "C135"
        /// What is in a compartment after a step.
        case compartmentLoad = "C136"
        /// The driving since the start.
        case stepTravelTime = "C137"
        /// The metres since the start.
        case stepDistance = "C138"
        /// A route that could leave later, or earlier, than stated without losing anything.
        case departure = "C139"

        /// The cost of a route or of the plan.
        case cost = "C140"
        /// A line of a ledger.
        case ledger = "C141"
        /// The setup seconds of a route or of the plan.
        case totalSetup = "C142"
        /// The service seconds of a route or of the plan.
        case totalService = "C143"
        /// The driving seconds of a route or of the plan.
        case totalTravelTime = "C144"
        /// The waiting seconds of a route or of the plan.
        case totalWaiting = "C145"
        /// The metres of a route or of the plan.
        case totalDistance = "C146"
        /// The priorities served.
        case priority = "C147"
        /// The goods delivered.
        case delivery = "C148"
        /// The goods picked up.
        case pickup = "C149"
        /// A violation that is admitted but does not exist.
        case violation = "C150"
        /// The number of routes.
        case routeCount = "C151"
        /// The number of unassigned tasks.
        case unassignedCount = "C152"
        /// What a carrier charges for one award.
        case awardCost = "C153"
        /// What all carriers charge.
        case carrierCost = "C154"
        /// What leaving tasks out costs.
        case unassignedCost = "C155"
        /// The seconds in which compartments are prepared before they are loaded.
        case preparation = "C156"

        /// The sort of finding this code stands for.
        public var kind: Kind {
            switch rawValue {
            case ..<"C110": .unknownName
            case ..<"C130", "C160"...: .brokenPromise
            default: .untrueNumber
            }
        }

        /// The code for a broken promise.
        public init(_ cause: Violation.Cause) {
            self =
                switch cause {
                case .delay: .delay
                case .load: .load
                case .skills: .skills
                case .regime: .regime
                case .depot: .depot
                case .vehicle: .vehicle
                case .aboard: .aboard
                case .maxTasks: .maxTasks
                case .maxTravelTime: .maxTravelTime
                case .maxDistance: .maxDistance
                case .maxDuration: .maxDuration
                case .precedence: .precedence
                case .duplicate: .duplicate
                case .missing: .missing
                case .reload: .reload
                case .missingBreak: .missingBreak
                case .driving: .driving
                case .relation: .relation
                case .carrier: .carrier
                case .activity: .activity
                case .holdTime: .holdTime
                case .timeOnBoard: .timeOnBoard
                case .segregation: .segregation
                case .exclusive: .exclusive
                case .doors: .doors
                case .level: .level
                case .permit: .permit
                case .prohibited: .prohibited
                case .channel: .channel
                case .shipFrom: .shipFrom
                case .box: .box
                case .boxStock: .boxStock
                }
        }
    }

    /// Where in the plan something was found; numbers count from 1 in its description.
    public struct Place: Hashable, Sendable {
        /// Index of the route; nil when it concerns the plan as a whole.
        public var route: Int?
        /// Index of the step, 0 for the start; nil when it concerns the route as a whole.
        public var step: Int?

        /// The plan as a whole, a route of it, or a step of a route.
        public init(route: Int? = nil, step: Int? = nil) {
            self.route = route
            self.step = step
        }
    }

    /// What was found.
    public var code: Code
    /// Where.
    public var place: Place
    /// What it is about, for people: `job 17`, `vehicle 3`, `arrival`, `weight in box A`.
    public var subject: String
    /// What the plan states; nil when it states nothing, as for a promise it does not admit to be broken.
    public var stated: Int?
    /// What follows from the plan: the true number, or by how much the promise is broken.
    public var derived: Int?
    /// The unit of both: `s`, `m`, a dimension's name, or empty for money in wire units and for counts.
    public var unit: String

    /// A finding of `code` at `place`.
    public init(
        _ code: Code,
        at place: Place = Place(),
        subject: String,
        stated: Int? = nil,
        derived: Int? = nil,
        unit: String = ""
    ) {
        self.code = code
        self.place = place
        self.subject = subject
        self.stated = stated
        self.derived = derived
        self.unit = unit
    }

    /// What sort of finding it is.
    public var kind: Kind { code.kind }
}

extension CheckFinding.Place: CustomStringConvertible {
    /// `route 3, step 5`, counted from 1, or `plan`.
    public var description: String {
        guard let route else { return "plan" }
        return "route \(route + 1)" + (step.map { ", step \($0 + 1)" } ?? "")
    }
}

extension CheckFinding: CustomStringConvertible {
    /// One sentence with the place, what is wrong, the stated and the true value, and the code.
    public var description: String {
        "\(place): \(sentence) (\(code.rawValue))"
    }

    private var sentence: String {
        switch kind {
        case .unknownName:
            return "\(subject)"
        case .brokenPromise:
            let admitted =
                stated.map { $0 == derived ? ", as the plan admits" : ", not by \(amount($0))" } ?? ""
            return subject + (derived.map { " by \(amount($0))" } ?? "") + admitted
        case .untrueNumber:
            return switch (stated, derived) {
            case (let stated?, let derived?):
                "\(subject) is given as \(amount(stated)) but works out as \(amount(derived))"
            default:
                subject
            }
        }
    }

    /// `600 s`, `2 boxes`, `1 box`.
    private func amount(_ value: Int) -> String {
        let single = ["boxes": "box", "levels": "level", "jobs": "job"]
        let word = value == 1 ? single[unit] ?? unit : unit
        return word.isEmpty ? "\(value)" : "\(value) \(word)"
    }
}
