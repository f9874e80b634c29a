internal import GRDB

extension PlanDatabase {
    /// Adds a new plan with its first version, and the record of the run that made it.
    ///
    /// - Throws: P105 or P106 when it cannot be written; then nothing of it is.
    @discardableResult
    public func add(
        _ content: PlanContent,
        named name: String,
        run: RunRecord,
        signed signature: Signature
    ) throws(PlanStoreError) -> PlanVersion {
        try write { database in
            try database.execute(
                sql: "INSERT INTO plan (name, added) VALUES (?, ?)",
                arguments: [name, signature.stamp]
            )
            let plan = database.lastInsertedRowID
            return try add(content, to: plan, number: 1, parent: nil, run, signature, database)
        }
    }

    /// Adds a version that came from another one, and the record of the run that made it.
    ///
    /// Several versions may come from one: alternatives.
    ///
    /// - Throws: P107 when there is no version `parent`; P105 or P106 when it cannot be written, and then nothing of it is.
    @discardableResult
    public func add(
        _ content: PlanContent,
        parent: Int64,
        run: RunRecord,
        signed signature: Signature
    ) throws(PlanStoreError) -> PlanVersion {
        try write { database in
            let plan = try known(parent, database).plan
            let last = try Int.fetchOne(
                database,
                sql: "SELECT max(number) FROM version WHERE planID = ?",
                arguments: [plan]
            )
            let number = (last ?? 0) + 1
            return try add(content, to: plan, number: number, parent: parent, run, signature, database)
        }
    }

    /// All plans, the latest first.
    public func plans() throws(PlanStoreError) -> [StoredPlan] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT plan.id, plan.name, plan.added, count(*) AS versions
                    FROM plan JOIN version ON version.planID = plan.id
                    GROUP BY plan.id ORDER BY plan.id DESC
                    """
            ).map(StoredPlan.init)
        }
    }

    /// The versions of a plan in the order in which they were added; none where there is no such plan.
    public func versions(of plan: Int64) throws(PlanStoreError) -> [PlanVersion] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT * FROM version WHERE planID = ? ORDER BY number",
                arguments: [plan]
            ).map(PlanVersion.init)
        }
    }

    /// A version.
    ///
    /// - Throws: P107 when there is none.
    public func version(_ id: Int64) throws(PlanStoreError) -> PlanVersion {
        try read { database in try known(id, database) }
    }

    /// A version of a plan by its number within the plan; the latest when `number` is nil.
    ///
    /// - Throws: P111 when the plan has no such version, or there is no such plan.
    public func version(_ number: Int?, of plan: Int64) throws(PlanStoreError) -> PlanVersion {
        let versions = try versions(of: plan)
        let found = number.map { number in versions.first { $0.number == number } } ?? versions.last
        guard let found else { throw PlanStoreError(.unknownPlan(plan, version: number), path: path) }
        return found
    }

    /// The texts of a version.
    ///
    /// They are given as they are kept; ``verify(head:)`` says whether they are what was added.
    ///
    /// - Throws: P107 when there is no such version.
    public func content(of version: Int64) throws(PlanStoreError) -> PlanContent {
        try read { database in
            let version = try known(version, database)
            return PlanContent(
                problem: try text(of: version.problemHash, database),
                plan: try text(of: version.planHash, database)
            )
        }
    }

    func known(_ version: Int64, _ database: Database) throws -> PlanVersion {
        let row = try Row.fetchOne(
            database,
            sql: "SELECT * FROM version WHERE id = ?",
            arguments: [version]
        )
        guard let row else { throw PlanStoreError(.unknownVersion(version), path: path) }
        return PlanVersion(row)
    }

    private func text(of hash: String, _ database: Database) throws -> String {
        let text = try String.fetchOne(
            database,
            sql: "SELECT text FROM document WHERE hash = ?",
            arguments: [hash]
        )
        guard let text else { throw PlanStoreError(.notADatabase("a text is missing"), path: path) }
        return text
    }

    private func add(
        _ content: PlanContent,
        to plan: Int64,
        number: Int,
        parent: Int64?,
        _ run: RunRecord,
        _ signature: Signature,
        _ database: Database
    ) throws -> PlanVersion {
        let hashes = [ContentHash.of(content.problem), ContentHash.of(content.plan)]
        for (hash, text) in zip(hashes, [content.problem, content.plan]) {
            try database.execute(
                sql: "INSERT INTO document (hash, text) VALUES (?, ?) ON CONFLICT DO NOTHING",
                arguments: [hash, text]
            )
        }
        try database.execute(
            sql: """
                INSERT INTO version (planID, number, parentID, problemHash, planHash, added)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [plan, number, parent, hashes[0], hashes[1], signature.stamp]
        )
        let version = PlanVersion(
            id: database.lastInsertedRowID,
            plan: plan,
            number: number,
            parent: parent,
            problemHash: hashes[0],
            planHash: hashes[1],
            added: signature.stamp
        )
        let payload = try RunPayload(run, of: version).json
        try append(.run, payload, signature, to: version.id, database)
        return version
    }
}
