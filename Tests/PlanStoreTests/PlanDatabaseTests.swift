import PlanStore
import Testing

@Suite struct PlanDatabaseTests {
    private let database: PlanDatabase

    init() throws {
        database = try PlanDatabase.inMemory()
    }

    @Test func `a version remembers its texts, its number and where it came from`() throws {
        try database.fill()
        let plan = try #require(try database.plans().first)
        #expect(plan.name == "Leeds")
        #expect(plan.added == "2026-03-02T06:30:00Z")
        #expect(plan.versions == 2)
        let versions = try database.versions(of: plan.id)
        #expect(versions.map(\.number) == [1, 2])
        #expect(versions.map(\.parent) == [nil, versions[0].id])
        #expect(try database.content(of: versions[1].id) == StoreFixture.content(2))
        #expect(versions[0].problemHash == versions[1].problemHash)
    }

    @Test func `alternatives come from one version`() throws {
        try database.fill()
        let alternative = try database.add(
            StoreFixture.content(3),
            parent: 1,
            run: StoreFixture.run,
            signed: StoreFixture.signature(13)
        )
        #expect(alternative.number == 3)
        #expect(alternative.parent == 1)
        #expect(try database.plans().map(\.versions) == [3])
    }

    @Test func `the latest plan comes first`() throws {
        for name in ["Monday", "Tuesday"] {
            try database.add(
                StoreFixture.content(1),
                named: name,
                run: StoreFixture.run,
                signed: StoreFixture.signature()
            )
        }
        #expect(try database.plans().map(\.name) == ["Tuesday", "Monday"])
        #expect(try database.versions(of: 9) == [])
    }

    @Test func `the record of a run says what it was asked and what came of it`() throws {
        try database.fill()
        let entries = try database.entries()
        #expect(entries.map(\.kind) == [.run, .event, .run, .override])
        #expect(entries.map(\.number) == [1, 2, 3, 4])
        let record = try #require(RunPayload(entries[2]))
        // printf %s '{"jobs":[]}' | sha256sum
        #expect(record.inputHash == "0a5796e93f9b57ddf7c45f860485cbb7353fc0eda3dca753a444d0fd2a1573fe")
        #expect(record.resultHash == ContentHash.of(#"{"version":2}"#))
        #expect(record.seed == .max)
        #expect(record.seconds == 30)
        #expect(record.iterationLimit == nil)
        #expect(record.number == 2)
        #expect(record.parent == 1)
        #expect(RunPayload(entries[1]) == nil)
        #expect(try database.entries(of: 2).map(\.number) == [3, 4])
    }

    @Test func `an override without a person or a reason is refused`() throws {
        try database.fill()
        for signature in [
            StoreFixture.signature(person: " "), StoreFixture.signature(reason: ""),
        ] {
            let error = #expect(throws: PlanStoreError.self) {
                try database.appendOverride("{}", signed: signature, to: 1)
            }
            #expect(error?.code == "P108")
        }
        #expect(try database.entries().count == 4)
    }

    @Test(arguments: ["", "[]", "3", "{\"kind\":", "breakdown of V3"])
    func `an event that is no JSON object is refused`(text: String) throws {
        try database.fill()
        let error = #expect(throws: PlanStoreError.self) {
            try database.appendEvent(text, signed: StoreFixture.signature(), to: 1)
        }
        #expect(error?.code == "P109")
    }

    @Test func `what belongs to a version that is not there is refused, and nothing of it is kept`() throws {
        try database.fill()
        let signature = StoreFixture.signature()
        let errors = [
            #expect(throws: PlanStoreError.self) {
                try database.add(
                    StoreFixture.content(9),
                    parent: 9,
                    run: StoreFixture.run,
                    signed: signature
                )
            },
            #expect(throws: PlanStoreError.self) {
                try database.appendEvent("{}", signed: signature, to: 9)
            },
            #expect(throws: PlanStoreError.self) { try database.content(of: 9) },
            #expect(throws: PlanStoreError.self) { try database.entries(of: 9) },
        ]
        for error in errors {
            #expect(
                error?.description
                    == "(memory): there is no version 9 here; “isotherm store list” names those there are (P107)"
            )
        }
        #expect(try database.entries().count == 4)
        #expect(try database.verify().isSound)
    }

    @Test func `rows of an overlapping export are taken in once`() throws {
        let first = HistoryRows(
            table: "trips",
            header: ["trip", "carrier", "km"],
            rows: [["T1", "A", "12"], ["T2", "B", ""], ["T2", "B", ""]]
        )
        #expect(try database.importHistory([first]) == ["trips": 3])
        #expect(try database.importHistory([first]) == ["trips": 0])
        // Another order of columns, and one more; T2 is the same row, T3 is new.
        let second = HistoryRows(
            table: "trips",
            header: ["carrier", "trip", "drops"],
            rows: [["B", "T2", ""], ["C", "T3", "4"]]
        )
        #expect(try database.importHistory([second]) == ["trips": 1])
        #expect(
            try database.history() == [
                HistoryRows(
                    table: "trips",
                    header: ["trip", "carrier", "km", "drops"],
                    rows: [
                        ["T1", "A", "12", ""], ["T2", "B", "", ""], ["T2", "B", "", ""],
                        ["T3", "C", "", "4"],
                    ]
                )
            ]
        )
    }

    @Test func `a text's hash is its SHA-256`() {
        // The check value of FIPS 180-2, appendix B.1.
        #expect(
            ContentHash.of("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        )
    }
}
