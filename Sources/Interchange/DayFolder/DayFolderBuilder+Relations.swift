import VehicleRouting

// What binds orders to each other, and the roads to the time of day.
extension DayFolderBuilder {
    mutating func readTraffic() {
        guard let table = tables.traffic else { return }
        var firstRows: [Seconds: Int] = [:]
        forEachRow(of: table) { builder, row throws(RowProblem) in
            guard let from = try table.time(.from, row, on: builder.settings.planDay) else {
                throw table.problem(.from, row, .empty)
            }
            if let first = firstRows[from] { throw table.problem(.from, row, .duplicate(firstRow: first)) }
            guard let speed = try table.scaled(.speed, row, by: 10, in: 1...100) else {
                throw table.problem(.speed, row, .empty)
            }
            firstRows[from] = table.line(row)
            builder.traffic.append(SpeedSlice(begins: from, speed: speed))
        }
        traffic.sort { $0.begins < $1.begins }
    }

    /// - Precondition: The orders have been read.
    mutating func readRelations() {
        guard let table = tables.relations else { return }
        let jobs = OrderJobs(self)
        forEachRow(of: table) { builder, row throws(RowProblem) in
            let words = ["same_vehicle", "different_vehicles", "sequence"]
            let word = table.text(.type, row).lowercased()
            guard words.contains(word) else { throw table.problem(.type, row, .unknownWord(expected: words)) }
            let lag = try table.scaled(.lagMinutes, row, by: 60, in: 0...2880)
            if lag != nil, word != "sequence" { throw table.problem(.lagMinutes, row, .onlyForSequences) }
            let groups = try jobs.groups(table, row, &builder)
            switch word {
            case "same_vehicle":
                let tasks = groups.joined().map(TaskReference.job)
                if tasks.count > 1 { builder.problem.relations.append(Relation(.together, Array(tasks))) }
            case "different_vehicles": builder.relate(.apart, groups, isChain: false)
            default: builder.relate(.sequence(lag: lag ?? 0), groups, isChain: true)
            }
        }
    }

    /// Binds the jobs of some orders, none to another of its own order.
    ///
    /// - Parameter isChain: Whether an order is bound to the next one only.
    private mutating func relate(_ kind: Relation.Kind, _ orders: [[Int]], isChain: Bool) {
        if orders.allSatisfy({ $0.count == 1 }) {
            if orders.count > 1 {
                problem.relations.append(Relation(kind, orders.map { TaskReference.job($0[0]) }))
            }
            return
        }
        for (place, order) in orders.enumerated() {
            let others = orders[(place + 1)...].prefix(isChain ? 1 : .max)
            for job in order {
                for other in others.joined() {
                    problem.relations.append(Relation(kind, [.job(job), .job(other)]))
                }
            }
        }
    }
}

/// The jobs (indices) that codes of orders name: all of an order, or one by its full name.
private struct OrderJobs {
    private var jobs: [String: [Int]] = [:]
    /// Rows of orders all of whose rows were rejected, by code.
    private var rejected: [String: Int] = [:]

    init(_ builder: DayFolderBuilder) {
        for (index, details) in builder.details.jobs.enumerated() {
            jobs[details.order, default: []].append(index)
            let id = builder.problem.jobs[index].id.description
            if id != details.order { jobs[id] = [index] }
        }
        let table = builder.tables.orders
        for row in table.rows where jobs[table.text(.order, row)] == nil {
            rejected[table.text(.order, row)] = table.line(row)
        }
    }

    /// The jobs of each order of a row; an order that was rejected is left out, with a warning.
    func groups(
        _ table: DayTable<RelationColumn>,
        _ row: Int,
        _ builder: inout DayFolderBuilder
    ) throws(RowProblem) -> [[Int]] {
        let codes = table.list(.orders, row)
        guard codes.count > 1, Set(codes).count == codes.count else {
            throw table.problem(.orders, row, .notARelation)
        }
        var groups: [[Int]] = []
        for code in codes {
            if let found = jobs[code] {
                groups.append(found)
            } else if let line = rejected[code] {
                builder.warn(
                    table.fileName,
                    row: table.line(row),
                    column: table.header(.orders),
                    value: code,
                    .relationWithoutOrder(row: line)
                )
            } else {
                throw RowProblem(
                    column: table.header(.orders),
                    value: code,
                    reason: UnknownCode(code, thing: .order, known: jobs.keys).reason
                )
            }
        }
        guard Set(groups.joined()).count == groups.joined().count else {
            throw table.problem(.orders, row, .notARelation)
        }
        return groups
    }
}
