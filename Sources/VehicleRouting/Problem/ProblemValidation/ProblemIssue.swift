/// Something in a problem that cannot be planned, or that a planner should know before trusting the plan.
public struct ProblemIssue: Hashable, Sendable {
    /// How bad it is.
    public enum Severity: String, Hashable, Sendable {
        /// The problem cannot be planned until it is mended.
        case error
        /// It can be planned, but probably not as its author meant.
        case warning
    }

    /// What is wrong; the raw value never changes, and Docs/errors.md has an entry for each.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// Two things of a kind with one name.
        case duplicateID = "E1100"
        /// A name that is an empty text.
        case emptyID = "E1101"
        /// A location that does not exist.
        case unknownLocation = "E1200"
        /// A regime that does not exist.
        case unknownRegime = "E1201"
        /// A depot that does not exist.
        case unknownDepot = "E1202"
        /// A vehicle's depot that is not where its route starts or ends.
        case misplacedDepot = "E1203"
        /// An allowed vehicle that is not in the fleet.
        case unknownVehicle = "E1204"
        /// Goods on board a vehicle or in a compartment that does not exist.
        case unknownHold = "E1205"
        /// A window that closes before it opens.
        case reversedWindow = "E1300"
        /// Windows that are not in order or that overlap.
        case overlappingWindows = "E1301"
        /// A point in time before second 0.
        case negativeTime = "E1302"
        /// A length of time below 0.
        case negativeDuration = "E1303"
        /// A shift that closes before it opens.
        case reversedShift = "E1304"
        /// A release time of goods that are not brought from a depot.
        case idleRelease = "E1305"
        /// A load without an entry for each dimension.
        case loadLength = "E1400"
        /// An amount or a capacity below 0.
        case negativeLoad = "E1401"
        /// A dimension whose scale is below 1.
        case dimensionScale = "E1402"
        /// A profile without a matrix.
        case unknownProfile = "E1500"
        /// A matrix that does not cover the locations.
        case matrixSize = "E1501"
        /// A matrix entry below 0.
        case negativeMatrix = "E1502"
        /// A matrix with its own costs beside rates by kilometre or hour.
        case competingCosts = "E1503"
        /// Rates or limits by distance where the matrix has no distances.
        case missingDistances = "E1504"
        /// A fleet without vehicles.
        case noVehicle = "E1600"
        /// Nothing to be planned.
        case noTask = "E1601"
        /// A vehicle without start and end.
        case noStartOrEnd = "E1602"
        /// A speed factor that is not above 0 and at most 5.
        case speedFactor = "E1603"
        /// A cost, rate or price below 0.
        case negativeCost = "E1604"
        /// A limit below 0.
        case negativeLimit = "E1605"
        /// A priority that is not from 0 to 100.
        case priority = "E1606"
        /// A vehicle type that no vehicle has.
        case unknownType = "E1607"
        /// An overtime rate without the length of a normal shift.
        case idleOvertime = "E1608"
        /// A work rule that limits driving without a limit or a break.
        case emptyWorkRule = "E1609"
        /// A break that is split into parts that cannot make it up.
        case brokenSplit = "E1610"
        /// A relation between fewer than two tasks, or with a task named twice.
        case poorRelation = "E1611"
        /// Two relations that no plan can keep at once.
        case contradictoryRelations = "E1612"
        /// A traffic speed that is not above 0 and at most that of the matrix.
        case speedOutOfRange = "E1613"
        /// Traffic speeds that do not follow each other in time.
        case unsortedSpeeds = "E1614"
        /// A regime whose lowest temperature is above its highest.
        case reversedRegime = "E1700"
        /// A compartment that is qualified for no regime at all.
        case uselessCompartment = "E1701"
        /// A currency that wire units do not divide.
        case currency = "E1702"
        /// A class of goods that the problem does not have.
        case unknownGoodsClass = "E1710"
        /// More classes of goods than the search can keep apart.
        case goodsClasses = "E1711"
        /// A type of passive box that the problem does not have.
        case unknownBox = "E1712"
        /// A box that does not keep the label of the goods it is offered for.
        case boxRegime = "E1713"
        /// A number of boxes below 1, or a stock below 0.
        case boxCount = "E1714"
        /// A degree below 1 that is asked for, or one below 0 that is offered.
        case level = "E1715"
        /// A hold time or a box for a job that brings nothing.
        case idleHoldTime = "E1716"
        /// A door budget that even a single opening breaks.
        case doorBudget = "E1717"
        /// One certificate named twice, so that it is not clear which date counts.
        case duplicatePermit = "E1718"
        /// Two vehicles of one body that differ in more than their compartments.
        case bodyMismatch = "E1719"
        /// A type of box offered twice for one job.
        case doubleBox = "E1720"
        /// A hold time or a time on board of 0.
        case noHoldTime = "E1721"
        /// A certificate of goods that has lapsed before any vehicle could bring them.
        case lapsedPermit = "E1722"
        /// Something that no vehicle is certified for.
        case unheldPermit = "E1723"
        /// A degree that no vehicle offers.
        case unheldLevel = "E1724"
        /// A half-life of 0.
        case noHalfLife = "E1725"
        /// Goods that are of no use any more when the first window opens.
        case uselessBeforeOpening = "E1726"
        /// A changeover to a regime that the compartment does not keep, or from one to itself.
        case idleChangeover = "E1727"
        /// A compartment that runs a regime it is not qualified for when the route begins.
        case unqualifiedState = "E1728"
        /// Two lengths of one changeover.
        case doubleChangeover = "E1729"
        /// A channel rule that asks for nothing.
        case idleChannelRule = "E1730"
        /// A channel rule that forbids and asks for something all the same.
        case contradictoryChannelRule = "E1731"
        /// A country that is no code of two capital letters.
        case unknownCountry = "E1732"
        /// A time that the search cannot hold.
        case timeTooLarge = "E1800"
        /// Openings too far apart for the search.
        case horizonTooLong = "E1801"
        /// Loads or capacities that the search cannot hold.
        case loadTooLarge = "E1802"
        /// A matrix entry that the search cannot hold.
        case matrixTooLarge = "E1803"
        /// A cost rate that the search cannot hold.
        case costTooLarge = "E1804"
        /// More dimensions or regimes than the search can tell apart.
        case tooMany = "E1805"
        /// Something on one half of a shipment that only the whole shipment can have.
        case shipmentHalf = "E1904"

        /// How bad it is.
        public var severity: Severity {
            switch self {
            case .unknownVehicle, .idleRelease, .missingDistances, .unknownType, .idleOvertime,
                .uselessCompartment, .idleHoldTime, .doorBudget, .bodyMismatch, .lapsedPermit, .unheldPermit,
                .unheldLevel, .uselessBeforeOpening, .idleChangeover, .unqualifiedState,
                .idleChannelRule:
                .warning
            default:
                .error
            }
        }
    }

    /// What is wrong.
    public var code: Code
    /// Where, in the words of the wire format: `jobs[3].time_windows[0]`.
    public var path: String
    /// The name from outside of what is at fault: `job 17`; empty when it has none.
    public var name: String
    /// One clause with the value and what was expected.
    public var message: String
    /// What to do about it.
    public var hint: String
    /// The value at fault, as it would be written.
    public var offending: String

    /// How bad it is.
    public var severity: Severity { code.severity }
}

extension ProblemIssue: CustomStringConvertible {
    /// One sentence with place, name, fault, remedy and code.
    ///
    /// `jobs[3].time_windows[0] (job 17): the window opens at 300 but closes at 200; let it close at 300 or later; … (E1300)`
    public var description: String {
        let place = name.isEmpty ? path : "\(path) (\(name))"
        return "\(place): \(message); \(hint) (\(code.rawValue))"
    }
}

extension [ProblemIssue] {
    /// Whether the problem can be planned: nothing worse than warnings.
    public var allowPlanning: Bool {
        allSatisfy { $0.severity == .warning }
    }
}
