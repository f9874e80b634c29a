import Foundation
import Testing

@Suite struct PlanTests {
    private static let files = [
        "dock-list.csv", "driver-sheets.html", "plan.json", "problem.json", "report.html", "routes.geojson",
        "stops.csv",
    ]

    private func plan(_ day: SmallDay, _ more: String...) throws -> Isotherm.Run {
        try Isotherm.run(
            ["plan", day.path, "--output", day.beside("out"), "--iterations", "200", "--threads", "1"] + more
        )
    }

    private func entries(_ path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    }

    @Test func `a planned day has all its papers, passes its check, and names five figures`() throws {
        let day = try SmallDay()
        defer { day.remove() }
        let run = try plan(day)
        #expect(run.status == 0, "\(run.errors)")
        #expect(try entries(day.beside("out")) == Self.files)
        #expect(try entries(day.folder.path) == ["day", "out"])
        // A heading, five figures, a blank line.
        let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.firstIndex(of: "") == 6)
        #expect(lines.contains { $0.hasPrefix("Consignments left out") && $0.contains(" 0 ") })
        let check = try Isotherm.run(["check", day.beside("out/problem.json"), day.beside("out/plan.json")])
        #expect(check.status == 0)
        #expect(check.output.contains("1 route, 0 unassigned"))
    }

    @Test func `relations, traffic, cleaning and pre-cooling of a folder are in the plan and its problem`()
        throws
    {
        let day = try SmallDay()
        defer { day.remove() }
        try day.write("type,orders,lag_min\nsequence,O3|O1|O2,30\n", to: "relations.csv")
        try day.write("from,speed_percent\n07:00,50\n10:00,100\n", to: "traffic.csv")
        try day.write("after,before,minutes\nrecalled,saleable,20\n", to: "cleaning.csv")
        try day.write(
            "order,site,kg,regime,goods_class\nO1,S1,20,REF,saleable\nO2,S2,30,CRT,\nO3,S3,10,REF,saleable\n",
            to: "orders.csv"
        )
        try day.write(
            "vehicle,compartment,kg,regimes,changeover_min,carried\nV1,cold,250,REF,REF:45,recalled\nV1,dry,250,CRT,,\n",
            to: "compartments.csv"
        )
        #expect(try plan(day).status == 0)
        let problem = try String(contentsOfFile: day.beside("out/problem.json"), encoding: .utf8)
        for key in ["relations", "speeds", "cleaning", "changeover", "carried"] {
            #expect(problem.contains("\"\(key)\""), "\(key)")
        }
        let found = try String(contentsOfFile: day.beside("out/plan.json"), encoding: .utf8)
        // 20 minutes of cleaning, then 45 of cooling: 3900 s before loading.
        #expect(found.contains("\"preparation\": 3900") || found.contains("\"preparation\":3900"))
        let orders = ["O3", "O1", "O2"].compactMap { found.range(of: "\"job\": \"\($0)\"")?.lowerBound }
        #expect(orders.count < 3 || orders == orders.sorted())
        let check = try Isotherm.run(["check", day.beside("out/problem.json"), day.beside("out/plan.json")])
        #expect(check.status == 0)
    }

    @Test func `the same seed and iterations give the same plan, byte for byte`() throws {
        let day = try SmallDay()
        defer { day.remove() }
        var plans: [Data] = []
        for _ in 0..<2 {
            _ = try plan(day)
            plans.append(try Data(contentsOf: URL(fileURLWithPath: day.beside("out/plan.json"))))
        }
        #expect(plans[0] == plans[1])
    }

    @Test func `a row that cannot be read is put aside, and refused when strict`() throws {
        let day = try SmallDay()
        defer { day.remove() }
        try day.write("order,site,kg,regime\nO1,S1,20,REF\nO2,S2,many,CRT\n", to: "orders.csv")
        let run = try plan(day)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("1 row of the input could not be used"))
        let rejects = try String(contentsOfFile: day.beside("out/rejects.csv"), encoding: .utf8)
        #expect(rejects.contains("many"))
        let strict = try plan(day, "--strict")
        #expect(strict.status == 2)
        #expect(strict.errors.contains("many"), "\(strict.errors)")
    }

    @Test func `orders whose temperature class is misspelt or missing are refused`() throws {
        let day = try SmallDay()
        defer { day.remove() }
        let rows = "\nO1,S1,20,REF\nO2,S2,30,CRT\nO3,S3,10,REF\n"
        for (header, code) in [("order,site,kg,regimme", "D312"), ("order,site,kg,class", "D313")] {
            try day.write(header + rows, to: "orders.csv")
            let run = try plan(day)
            #expect(run.status == 2)
            #expect(run.errors.contains("\(day.path)/orders.csv"), "\(run.errors)")
            #expect(run.errors.contains("(\(code))"), "\(run.errors)")
        }
        #expect(!FileManager.default.fileExists(atPath: day.beside("out")))
        try day.write(#"{"version":1,"files":{"orders":{"columns":{"class":"regime"}}}}"#, to: "mapping.json")
        #expect(try plan(day).status == 0)
    }

    @Test func `rejects of an earlier run do not outlive it`() throws {
        let day = try SmallDay()
        defer { day.remove() }
        try FileManager.default.createDirectory(atPath: day.beside("out"), withIntermediateDirectories: true)
        try Data("old".utf8).write(to: URL(fileURLWithPath: day.beside("out/rejects.csv")))
        #expect(try plan(day).status == 0)
        #expect(try entries(day.beside("out")) == Self.files)
    }

    @Test func `a day that nobody can serve ends with status 3 and says why in the plan`() throws {
        let day = try SmallDay()
        defer { day.remove() }
        try day.write("order,site,kg,regime\nO1,S1,2000,REF\n", to: "orders.csv")
        let run = try plan(day)
        #expect(run.status == 3)
        let written = try String(contentsOfFile: day.beside("out/plan.json"), encoding: .utf8)
        #expect(written.contains("CAPACITY_CONSTRAINT"))
    }

    @Test func `results never go into the day that is read`() throws {
        let day = try SmallDay()
        defer { day.remove() }
        let run = try Isotherm.run(["plan", day.path, "--output", day.path + "/", "--iterations", "1"])
        #expect(run.status == 2)
        #expect(run.errors.contains("(O106)"))
    }

    @Test func `today's plan is the baseline when there is one`() throws {
        let day = try SmallDay()
        defer { day.remove() }
        try day.write("vehicle,sequence,order\nV1,1,O2\nV1,2,O3\nV1,3,O1\n", to: "today.csv")
        let run = try plan(day, "--baseline", "\(day.path)/today.csv")
        #expect(run.status == 0, "\(run.errors)")
        let missing = try plan(day, "--baseline", "\(day.path)/tomorrow.csv")
        #expect(missing.status == 2)
        #expect(missing.errors.contains("tomorrow.csv"))
    }

    @Test(arguments: ["Reading", "Searching"])
    func `Ctrl-C writes the best plan so far and says that it was interrupted`(during phase: String) throws {
        let day = try SmallDay()
        defer { day.remove() }
        let run = try Isotherm.run(
            ["plan", day.path, "--output", day.beside("out"), "--seconds", "50", "--threads", "1"]
        ) { program in
            try program.waits(for: phase)
            program.send(SIGINT)
        }
        #expect(run.status == 0)
        #expect(run.output.hasPrefix("Interrupted"))
        #expect(run.errors.contains("Ctrl-C again"))
        #expect(try entries(day.beside("out")) == Self.files)
    }

    @Test func `Ctrl-C again ends the program at once and writes nothing`() throws {
        let day = try SmallDay()
        defer { day.remove() }
        let run = try Isotherm.run(
            ["plan", day.path, "--output", day.beside("out"), "--seconds", "50", "--threads", "1"]
        ) { program in
            try program.waits(for: "Reading")
            program.send(SIGINT)
            program.send(SIGTERM)
        }
        // Which of the two the system hands over last is its own choice.
        #expect([SIGINT, SIGTERM].contains(run.status))
        #expect(!FileManager.default.fileExists(atPath: day.beside("out")))
    }

    @Test func `a killed run leaves nothing, and the next one cleans up behind it`() throws {
        let day = try SmallDay()
        defer { day.remove() }
        _ = try Isotherm.run(
            ["plan", day.path, "--output", day.beside("out"), "--seconds", "50", "--threads", "1"]
        ) { program in
            try program.waits(for: "Searching")
            program.send(SIGKILL)
        }
        #expect(!FileManager.default.fileExists(atPath: day.beside("out")))
        #expect(try plan(day).status == 0)
        #expect(try entries(day.folder.path) == ["day", "out"])
    }

    @Test(arguments: [("orders.csv", "D302"), ("vehicles.csv", "D302")])
    func `a folder without a file it needs is bad input`(file: String, code: String) throws {
        let day = try SmallDay()
        defer { day.remove() }
        try FileManager.default.removeItem(atPath: "\(day.path)/\(file)")
        let run = try plan(day)
        #expect(run.status == 2)
        #expect(run.errors.contains("\(day.path)/\(file): "))
        #expect(run.errors.contains("(\(code))"))
        #expect(!FileManager.default.fileExists(atPath: day.beside("out")))
    }
}
