internal import LinearProgramming
internal import VehicleRouting

/// The model of `Docs/models/capacity-assignment.md`, under the same letters.
///
/// Built once and asked three questions by way of its costs and bounds.  In every resource row one whole is what one vehicle or
/// one compartment has, so that all coefficients lie in 0 … 1.
struct CapacityModel {
    /// A minimum of the model with what it is worth to have more of each resource.
    struct Answer {
        /// Per group, how many of its demands no own vehicle does.
        let left: [Double]
        /// Per group and option, how many of its demands are done that way.
        let assigned: [[Double]]
        /// Per resource, what one more whole would save; 0 or more.
        let worths: [Double]
    }

    /// How one question values things.
    struct Costs {
        /// Per class, of using one vehicle.
        let vehicle: [Double]
        /// Whether doing a demand costs what the option says; else nothing.
        let countsOptions: Bool
        /// Per group, of leaving one of its demands to others; nil where own vehicles must do them.
        let left: [Double?]
        /// Per class, how many vehicles there are.
        let fleet: [Bounds]
        /// What the solver counts as 1, above 0: it works best with costs near that.
        var unit = 1.0
    }

    private var program: LinearProgram
    private let groups: [DemandGroup]
    private var x: [[LinearProgram.Column]] = []
    private var u: [LinearProgram.Column] = []
    private var v: [LinearProgram.Column] = []
    private var resourceRows: [LinearProgram.Row] = []

    /// How many columns and rows the program has.
    var size: (columns: Int, rows: Int) { (program.columns.count, program.rows.count) }

    init(
        _ groups: [DemandGroup],
        classes: [VehicleClass],
        resources: [Resource]
    ) throws(LinearProgramError) {
        self.groups = groups
        program = LinearProgram(name: "capacity assignment", sense: .minimise)
        for index in classes.indices { v.append(try program.addColumn("v(\(index))")) }
        let z = try addCompartments(of: classes)
        for (index, group) in groups.enumerated() {
            var columns: [LinearProgram.Column] = []
            for option in group.options {
                columns.append(try program.addColumn("x(\(index),\(option.stowage.letters))"))
            }
            x.append(columns)
            u.append(try program.addColumn("u(\(index))"))
        }
        try addAssignmentRows()
        try addResourceRows(resources, z, trips: classes.map(\.mostTrips))
    }

    /// Columns `z` and rows `Z`: the compartments of a class each run one regime a trip.
    private mutating func addCompartments(
        of classes: [VehicleClass]
    ) throws(LinearProgramError) -> [Stowage: LinearProgram.Column] {
        var z: [Stowage: LinearProgram.Column] = [:]
        for (index, vehicleClass) in classes.enumerated() {
            for (position, compartment) in vehicleClass.compartments.enumerated() {
                let most = compartment.count * vehicleClass.mostTrips
                var terms = [(column: v[index], coefficient: -Double(most))]
                for regime in compartment.regimes {
                    let stowage = Stowage(vehicleClass: index, compartment: position, regime: regime)
                    let column = try program.addColumn("z(\(stowage.letters))")
                    z[stowage] = column
                    terms.append((column, 1))
                }
                _ = try program.addRow("Z(\(index),\(position))", .atMost(0), terms)
            }
        }
        return z
    }

    /// Rows `J`: every demand of a group is done, or left.
    private mutating func addAssignmentRows() throws(LinearProgramError) {
        for (index, group) in groups.enumerated() {
            _ = try program.addRow(
                "J(\(index))",
                .exactly(Double(group.members.count)),
                (x[index] + [u[index]]).map { ($0, 1) }
            )
        }
    }

    /// Rows `C`, `B`, `T`, `S` and `N`: no resource is used beyond the vehicles or compartments that have it.
    private mutating func addResourceRows(
        _ resources: [Resource],
        _ z: [Stowage: LinearProgram.Column],
        trips: [Int]
    ) throws(LinearProgramError) {
        var terms = [[(column: LinearProgram.Column, coefficient: Double)]](
            repeating: [],
            count: resources.count
        )
        for (index, group) in groups.enumerated() {
            for (option, column) in zip(group.options, x[index]) {
                for use in option.uses { terms[use.resource].append((column, use.share)) }
            }
        }
        for (resource, uses) in zip(resources, terms) {
            let owner: LinearProgram.Column?
            // A body is filled once a trip; everything else of a vehicle is there once.
            var wholes = 1
            switch resource.owner {
            case .vehicle(let index):
                owner = v[index]
                if resource.kind.isLoad { wholes = trips[index] }
            case .stowage(let stowage): owner = z[stowage]
            }
            guard let owner else { preconditionFailure("no column for '\(resource.letters)'") }
            resourceRows.append(
                try program.addRow(resource.letters, .atMost(0), uses + [(owner, -Double(wholes))])
            )
        }
    }
}

extension CapacityModel {
    /// The least cost under `costs`; nil when the solve did not end with a proved and checked optimum `before` a moment.
    func minimum(
        _ costs: Costs,
        before end: ContinuousClock.Instant
    ) throws(LinearProgramError) -> Answer? {
        let left = ContinuousClock.now.duration(to: end) / .seconds(1)
        guard left > 0 else { return nil }
        var program = program
        for (index, column) in v.enumerated() {
            try program.setCost(costs.vehicle[index] / costs.unit, of: column)
            try program.setBounds(costs.fleet[index], of: column)
        }
        for (index, group) in groups.enumerated() {
            for (option, column) in zip(group.options, x[index]) {
                try program.setCost(costs.countsOptions ? option.cost / costs.unit : 0, of: column)
            }
            try program.setCost((costs.left[index] ?? 0) / costs.unit, of: u[index])
            if costs.left[index] == nil { try program.setBounds(.exactly(0), of: u[index]) }
        }
        let solution = program.solve(SolveOptions(timeLimit: left))
        guard solution.status == .optimal, let values = solution.values, let duals = solution.duals else {
            return nil
        }
        return Answer(
            left: u.map { values[$0] },
            assigned: x.map { $0.map { values[$0] } },
            // The dual of an `atMost` row of a minimum is 0 or less, but for the last bits.
            worths: resourceRows.map { max(-duals[$0], 0) * costs.unit }
        )
    }
}

extension Stowage {
    /// The indices as they stand in names of columns and rows: class, compartment, regime.
    var letters: String { "\(vehicleClass),\(compartment),\(regime.map { "\($0)" } ?? "none")" }
}

extension Resource {
    /// The name of its row.
    var letters: String {
        switch (owner, kind) {
        case (.stowage(let stowage), .load(let dimension, let direction)):
            "C(\(stowage.letters),\(dimension),\(direction))"
        case (.vehicle(let index), .load(let dimension, let direction)):
            "B(\(index),\(dimension),\(direction))"
        case (.vehicle(let index), .time): "T(\(index))"
        case (.vehicle(let index), .interval(let interval)): "S(\(index),\(interval))"
        case (.vehicle(let index), .tasks): "N(\(index))"
        case (.stowage(let stowage), let kind): preconditionFailure("\(kind) of \(stowage)")
        }
    }
}
