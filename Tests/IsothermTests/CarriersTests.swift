import Foundation
import Testing

@Suite struct CarriersTests {
    @Test func `the record of a generated day can be reviewed`() throws {
        let folder = try Isotherm.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
        let sites = (0..<12).map { "Pharmacy \($0),pharmacy,\(53.7 + Double($0) / 50),-1.5" }
        try Data((["name,kind,lat,lon"] + sites).joined(separator: "\n").utf8)
            .write(to: folder.appendingPathComponent("sites.csv"))
        _ = try Isotherm.run(["generate", path("day"), "--sites", path("sites.csv"), "--orders", "8"])
        let run = try Isotherm.run([
            "carriers", "review", path("day/carrier-history"), "--output", path("out"), "--period", "2027-02",
            "--late-tolerance", "15", "--clock", "serviceStart",
        ])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.hasPrefix("Reviewed 2027-02: "))
        let names = try FileManager.default.contentsOfDirectory(atPath: path("out"))
        #expect(
            Set(names).isSuperset(of: ["comparison.html", "tender-evidence.csv", "TRUNK.html", "TRUNK.json"])
        )
        let evidence = try String(contentsOfFile: path("out/tender-evidence.html"), encoding: .utf8)
        #expect(
            evidence.contains(
                "start of unloading against the promise last agreed; never too early, up to 15 min late"
            )
        )
    }

    @Test func `what a plan leaves over is given to carriers, and they are asked in that order`() throws {
        let folder = try Isotherm.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
        // Second 0 is 7 September 2026, 00:00 UTC; one van that holds one of the two jobs.
        let problem = """
            {"epoch": 1788739200, "currency": {"code": "EUR", "wire_units": 1000},
             "vehicles": [{"id": 1, "start": [0, 50], "capacity": [1]}],
             "jobs": [{"id": 1, "location": [0.1, 50], "delivery": [1], "time_windows": [[36000, 43200]]},
                      {"id": 2, "location": [0.1, 50], "delivery": [1], "time_windows": [[36000, 43200]]}],
             "carriers": [{"id": "A", "tariff": {"per_job": 90000}}, {"id": "B", "tariff": {"per_job": 80000}}]}
            """
        try Data(problem.utf8).write(to: folder.appendingPathComponent("problem.json"))
        let solved = try Isotherm.run([
            "solve", path("problem.json"), "--output", path("plan.json"), "--iterations", "20", "--threads",
            "1",
        ])
        #expect(solved.status == 0, "\(solved.errors)")
        let run = try Isotherm.run([
            "carriers", "allocate", path("problem.json"), path("plan.json"), "--output", path("out"),
            "--start",
            "2026-09-07T06:00:00Z",
        ])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("B: 1 order\n"), "\(run.output)")
        let tender = try Isotherm.run([
            "carriers", "tender", path("out/tender-requests.json"), "--log", path("log.jsonl"), "--now",
            "2026-09-07T06:40:00Z",
        ])
        // B said nothing for 30 minutes, so A is asked.
        #expect(tender.output.contains(": A until 2026-09-07T07:00:00Z"), "\(tender.output)\(tender.errors)")
        let checked = try Isotherm.run(["check", path("problem.json"), path("out/plan.json")])
        #expect(checked.status == 0, "\(checked.output)")
        // Without a day nobody can say when answers are due.
        try Data(problem.replacing("\"epoch\": 1788739200, ", with: "").utf8)
            .write(to: folder.appendingPathComponent("problem.json"))
        let dateless = try Isotherm.run([
            "carriers", "allocate", path("problem.json"), path("plan.json"), "--output", path("out"),
            "--start", "2026-09-07T06:00:00Z",
        ])
        #expect(dateless.status == 2)
        #expect(dateless.errors.contains("(K307)"), "\(dateless.errors)")
    }

    @Test func `ways of planning are compared, and rows that were left out are counted`() throws {
        let day = try SmallDay()
        defer { day.remove() }
        try day.write(
            "order,site,kg,regime\nO1,S1,20,REF\nO2,S9,30,CRT\nO3,S3,10,REF\n",
            to: "orders.csv"
        )
        let run = try Isotherm.run([
            "carriers", "compare", day.path, "--output", day.beside("ways.csv"), "--iterations", "20",
            "--threads", "1",
        ])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("1 row of the day could not be used"), "\(run.output)")
        let none = try Isotherm.run([
            "carriers", "compare", day.path, "--output", day.path, "--iterations", "20", "--threads", "1",
        ])
        // Said before anything is planned: a folder stands where the file would go.
        #expect(none.status == 2 && none.errors.contains("(O102)"), "\(none.errors)")
    }

    @Test func `a history without a moment asks for the period`() throws {
        let folder = try Isotherm.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let history = folder.appendingPathComponent("history")
        try FileManager.default.createDirectory(at: history, withIntermediateDirectories: true)
        try Data("load,carrier,order,arrival\nL1,A,O1,\n".utf8)
            .write(to: history.appendingPathComponent("stops.csv"))
        let run = try Isotherm.run([
            "carriers", "review", history.path, "--output", folder.appendingPathComponent("out").path,
        ])
        #expect(run.status == 2)
        #expect(run.errors.contains("(K210)"), "\(run.errors)")
    }

    @Test(arguments: [
        (["review", "no-such-folder", "--output", "unused"], "K201"),
        (["tender", "no-such.json", "--log", "unused.jsonl"], "K301"),
    ])
    func `what cannot be read is bad input and is named`(arguments: [String], code: String) throws {
        let run = try Isotherm.run(["carriers"] + arguments)
        #expect(run.status == 2)
        #expect(run.errors.contains(arguments[1]) && run.errors.contains(code), "\(run.errors)")
    }
}
