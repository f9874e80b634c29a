public import VehicleRouting

/// A published benchmark instance: the problem, and how its figures are to be read.
///
/// In an instance's problem one wire unit of cost is one scaled unit of distance: vehicles cost 1000 per kilometre and
/// nothing per hour, so `PlanEvaluation.cost` in wire units is the objective that published solutions state.
public struct Instance: Hashable, Sendable {
    /// The text formats in which instances are published.
    public enum Format: String, Hashable, Sendable {
        /// Solomon, and Gehring and Homberger: one depot, a table of customers.
        case solomon = "Solomon"
        /// Li and Lim: pairs of pickup and delivery.
        case liLim = "Li–Lim"
        /// VRPLIB with the sections of PyVRP's dialect.
        case vrplib = "VRPLIB"
    }

    /// The format it was read from.
    public var format: Format
    /// How its real numbers became whole.
    public var rounding: Rounding
    /// What is to be solved; locations are the file's nodes in order, and names are node numbers from 0.
    public var problem: Problem

    /// The name of the instance.
    public var name: String { problem.name }

    /// How many scaled units make one unit of the file.
    public var scale: Int { rounding.scale }

    /// How many decimals published costs have: one for Solomon's under the DIMACS convention, while in VRPLIB costs are
    /// stated in scaled units.
    public var costDecimals: Int {
        format == .vrplib ? 0 : rounding.decimals
    }

    /// A cost as published solutions state it: `42444.8`.
    public func text(of cost: Cost) -> String {
        let units = cost.wireUnits
        guard costDecimals > 0 else { return "\(units)" }
        let one = (0..<costDecimals).reduce(1) { power, _ in power * 10 }
        let fraction = "\(abs(units) % one)"
        let zeros = String(repeating: "0", count: costDecimals - fraction.count)
        return "\(units < 0 ? "-" : "")\(abs(units) / one).\(zeros)\(fraction)"
    }

    /// Whether the fleet is all alike, so that it does not matter which vehicle drives which route.
    var hasUniformFleet: Bool {
        guard let first = problem.vehicles.first else { return true }
        return problem.vehicles.allSatisfy { vehicle in
            var copy = vehicle
            copy.id = first.id
            return copy == first
        }
    }
}
