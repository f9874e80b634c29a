import Foundation
import Testing

@Suite struct StoreTests {
    private let day: SmallDay
    private var store: String { day.beside("plans.sqlite") }

    init() throws {
        day = try SmallDay()
    }

    private func plan(_ output: String, store: String) throws -> Isotherm.Run {
        try Isotherm.run([
            "plan", day.path, "--output", day.beside(output), "--iterations", "100", "--threads", "1",
            "--store", store,
        ])
    }

    private func data(_ name: String) throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: day.beside(name)))
    }

    @Test func `a run is recorded, listed, verified and given back byte for byte`() throws {
        defer { day.remove() }
        for output in ["one", "two"] {
            let run = try plan(output, store: store)
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.output.contains("Recorded in \(store) as plan \(output == "one" ? 1 : 2), version 1"))
        }
        let list = try Isotherm.run(["store", "list", store])
        #expect(list.status == 0, "\(list.errors)")
        let lines = list.output.split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines[0] == "Plan 2: day, 1 version")
        #expect(lines[1].contains("seed 1, 100 iterations on 1 thread"))

        let verify = try Isotherm.run(["store", "verify", store])
        #expect(verify.status == 0)
        #expect(verify.output.hasPrefix("2 entries, and nothing has been changed"))

        let export = try Isotherm.run(["store", "export", store, "--plan", "1", "--output", day.beside("x")])
        #expect(export.status == 0, "\(export.errors)")
        #expect(try data("x/problem.json") == data("one/problem.json"))
        #expect(try data("x/plan.json") == data("one/plan.json"))
        // The same day read twice is the same input, and so many iterations give the same plan again.
        _ = try Isotherm.run(["store", "export", store, "--plan", "2", "--output", day.beside("y")])
        let hashes = try ["x", "y"].map { folder in
            let text = String(decoding: try data("\(folder)/ledger.json"), as: UTF8.self)
            return text.matches(of: /_hash\\":\\"([0-9a-f]{64})/).map { String($0.1) }
        }
        #expect(hashes[0].count == 2)
        #expect(hashes[0] == hashes[1])
        // What the plan hangs on besides: no plan of today and no carriers' record, but the moment.
        let record = String(decoding: try data("x/ledger.json"), as: UTF8.self)
        #expect(record.contains(#"\"decided\":0"#))
        #expect(!record.contains("baseline_hash") && !record.contains("history_hash"))
    }

    @Test func `a record that was changed later is found, with status 3`() throws {
        defer { day.remove() }
        _ = try plan("out", store: store)
        var bytes = try data("plans.sqlite")
        let place = try #require(bytes.range(of: Data(#""seed":1"#.utf8)))
        bytes.replaceSubrange(place, with: Data(#""seed":2"#.utf8))
        try bytes.write(to: URL(fileURLWithPath: store))
        let verify = try Isotherm.run(["store", "verify", store])
        #expect(verify.status == 3)
        #expect(verify.output == "1 thing is not as written:\n  entry 1 was changed\n")
    }

    @Test func `a store that cannot be written is named, and the plan is there all the same`() throws {
        defer { day.remove() }
        let run = try plan("out", store: day.path)
        #expect(run.status == 2)
        #expect(run.errors.contains("\(day.path): cannot be read or written"))
        #expect(run.errors.contains("(P106)"))
        let check = try Isotherm.run(["check", day.beside("out/problem.json"), day.beside("out/plan.json")])
        #expect(check.status == 0)
    }

    @Test func `the carriers' record goes in once and comes out as it was`() throws {
        defer { day.remove() }
        let trips = "trip,carrier,pickup_by\r\nT1,A,2026-07-02 09:15\r\nT2,B,2026-07-02 10:15\r\n"
        try FileManager.default.createDirectory(
            atPath: day.beside("history"),
            withIntermediateDirectories: true
        )
        try Data(trips.utf8).write(to: URL(fileURLWithPath: day.beside("history/trips.csv")))
        let first = try Isotherm.run(["store", "import", store, day.beside("history")])
        #expect(first.output == "trips: 2 rows are new\n", "\(first.errors)")
        let again = try Isotherm.run(["store", "import", store, day.beside("history")])
        #expect(again.output == "trips: 0 rows are new\n")
        let export = try Isotherm.run([
            "store", "export", store, "--carriers", "--output", day.beside("back"),
        ])
        #expect(export.status == 0, "\(export.errors)")
        #expect(try data("back/trips.csv") == Data(trips.utf8))
    }

    @Test(arguments: [
        (["list", "nowhere.sqlite"], "(P101)"), (["verify", "nowhere.sqlite"], "(P101)"),
        (["export", "nowhere.sqlite", "--plan", "1", "--output", "x"], "(P101)"),
        (["export", "nowhere.sqlite", "--output", "x"], "--plan or --carriers"),
        (["import", "nowhere.sqlite", "nowhere"], "(K201)"),
    ])
    func `what is asked for and not there is bad input`(arguments: [String], words: String) throws {
        defer { day.remove() }
        let run = try Isotherm.run(["store"] + arguments)
        #expect(run.status == 2)
        #expect(run.errors.contains(words), "\(run.errors)")
        #expect(!FileManager.default.fileExists(atPath: "nowhere.sqlite"))
    }
}
