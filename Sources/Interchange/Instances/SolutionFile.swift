public import VehicleRouting

/// A published solution: the routes of an instance and the cost that the file states.
public struct SolutionFile: Hashable, Sendable {
    /// The routes; customers in none of them are unassigned.
    public var plan: Plan
    /// The cost as the file writes it; nil when it writes none.
    public var statedCost: String?

    /// A solution that states no cost.
    public init(plan: Plan, statedCost: String? = nil) {
        self.plan = plan
        self.statedCost = statedCost
    }

    /// Whether the stated cost is exactly `cost`; nil when the file states none.
    public func agrees(with cost: Cost, in instance: Instance) -> Bool? {
        statedCost.map { PlainDecimal($0) == PlainDecimal(instance.text(of: cost)) }
    }
}

extension SolutionFile {
    /// Reads the `.sol` file at `path` for `instance`.
    public static func read(_ path: String, for instance: Instance) throws(FormatError) -> SolutionFile {
        let bytes = try FileBytes.read(path)
        do {
            return try read(bytes, for: instance)
        } catch {
            throw FormatError(error.reason, at: error.place, in: path)
        }
    }

    /// Reads the text of a `.sol` file for `instance`.
    ///
    /// Lines `Route #k: i j …` hold customers by their numbers; route k is driven by the k-th vehicle of the instance.
    /// A line `Cost x` or `Cost: x` states the cost.  Other lines are remarks.
    public static func read(_ bytes: [UInt8], for instance: Instance) throws(FormatError) -> SolutionFile {
        var reader = SolutionReader(problem: instance.problem)
        let text = InstanceText(bytes)
        for line in text.lines { try reader.take(text.text(line), line: line.number) }
        return try reader.finish()
    }

    /// The text of a `.sol` file: routes by customer number, the depot's number where a vehicle loads again, and the cost.
    ///
    /// Where vehicles differ there is a line for each of them, empty for those that stay in the yard.
    public func text(for instance: Instance) -> String {
        var lines: [String] = []
        var routes = plan.routes
        if !instance.hasUniformFleet {
            routes = instance.problem.vehicles.indices.map { vehicle in
                plan.routes.first { $0.vehicle == vehicle }
                    ?? Route(vehicle: vehicle, visits: [], regimes: [nil])
            }
        }
        for (index, route) in routes.enumerated() {
            let names = route.steps.compactMap { step -> String? in
                switch step {
                case .visit(let visit): "\(instance.problem.visit(visit.task).id)"
                case .reload(let reload): "\(instance.problem.depots[reload.depot].id)"
                case .rest: nil
                }
            }
            lines.append((["Route #\(index + 1):"] + names).joined(separator: " "))
        }
        if let statedCost { lines.append("Cost \(statedCost)") }
        return lines.map { $0 + "\n" }.joined()
    }
}

/// Builds a plan from the lines of a `.sol` file.
private struct SolutionReader {
    let problem: Problem
    private let tasks: [Identifier: TaskReference]
    private var routes: [Int: [RouteStep]] = [:]
    private var cost: String?

    init(problem: Problem) {
        self.problem = problem
        var tasks: [Identifier: TaskReference] = [:]
        for (index, job) in problem.jobs.enumerated() { tasks[job.id] = .job(index) }
        for (index, shipment) in problem.shipments.enumerated() {
            tasks[shipment.pickup.id] = .pickup(index)
            tasks[shipment.delivery.id] = .delivery(index)
        }
        self.tasks = tasks
    }

    mutating func take(_ text: String, line: Int) throws(FormatError) {
        let words = text.split { $0 == " " || $0 == "\t" || $0 == ":" || $0 == "#" }
        guard let first = words.first?.lowercased() else { return }
        if first == "cost", words.count > 1 {
            guard PlainDecimal(words[1]) != nil else {
                throw FormatError(.notANumber(String(words[1]), field: "the cost"), at: .line(line))
            }
            cost = String(words[1])
        }
        guard first == "route" else { return }
        guard words.count > 1, let number = Int(words[1]) else {
            throw FormatError(
                .missing("the number of the route", remedy: "write 'Route #1: …'"),
                at: .line(line)
            )
        }
        guard problem.vehicles.indices.contains(number - 1) else {
            throw FormatError(
                .outOfRange(
                    "\(number)",
                    field: "the route",
                    range: "between 1 and \(problem.vehicles.count)"
                ),
                at: .line(line)
            )
        }
        guard routes[number - 1] == nil else {
            throw FormatError(.duplicate("route \(number)"), at: .line(line))
        }
        var steps: [RouteStep] = []
        for word in words.dropFirst(2) { steps.append(try step(word, route: number, line: line)) }
        routes[number - 1] = steps
    }

    private func step(_ word: Substring, route: Int, line: Int) throws(FormatError) -> RouteStep {
        guard let number = UInt64(word) else {
            throw FormatError(
                .notANumber(String(word), field: "a customer of route \(route)"),
                at: .line(line)
            )
        }
        if let task = tasks[.number(number)] { return .visit(Visit(task)) }
        if let depot = problem.depots.firstIndex(where: { $0.id == .number(number) }) {
            return .reload(Reload(depot: depot, regimes: [nil]))
        }
        throw FormatError(
            .unknownReference("route \(route)", to: "customer \(number)"),
            at: .line(line)
        )
    }

    func finish() throws(FormatError) -> SolutionFile {
        guard !routes.isEmpty else {
            throw FormatError(.missing("any route", remedy: "add lines such as 'Route #1: 4 7 2'"))
        }
        let plan = Plan(
            routes: routes.sorted { $0.key < $1.key }.filter { !$0.value.isEmpty }.map { vehicle, steps in
                Route(vehicle: vehicle, steps: steps, regimes: [nil])
            }
        )
        let served = Set(plan.routes.flatMap(\.visits).map(\.task))
        var unassigned = problem.jobs.indices.map(TaskReference.job).filter { !served.contains($0) }
        unassigned += problem.shipments.indices
            .filter { !served.contains(.pickup($0)) && !served.contains(.delivery($0)) }
            .map(TaskReference.pickup)
        var complete = plan
        complete.unassigned = unassigned.map { Unassigned($0) }
        return SolutionFile(plan: complete, statedCost: cost)
    }
}

/// A decimal number as written, without rounding: `42444.8` and `42444.80` are equal.
private struct PlainDecimal: Equatable {
    private let digits: String
    private let fraction: String

    init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty,
            parts.allSatisfy({ $0.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") } })
        else { return nil }
        digits = String(whole.drop { $0 == "0" })
        var decimals = parts.count > 1 ? String(parts[1]) : ""
        while decimals.last == "0" { decimals.removeLast() }
        fraction = decimals
    }
}
