import Foundation
import Testing

/// Four customers on a line, one unit of demand each, two to a vehicle.
private let tiny = """
    TINY

    VEHICLE
    NUMBER     CAPACITY
      4          2

    CUSTOMER
    CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE   TIME

        0      0          0          0          0        200          0
        1     10          0          1          0        200          0
        2     20          0          1          0        200          0
        3    -10          0          1          0        200          0
        4    -20          0          1          0        200          0

    """

@Suite struct SolveTests {
    private let folder: URL
    private var instance: String { folder.appendingPathComponent("tiny.txt").path }
    private func file(_ name: String) -> String { folder.appendingPathComponent(name).path }

    init() throws {
        folder = try Isotherm.makeFolder()
        try Data(tiny.utf8).write(to: folder.appendingPathComponent("tiny.txt"))
    }

    @Test func `a solved instance passes its check with the cost that was printed`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let solved = try Isotherm.run([
            "solve", instance, "--output", file("a.sol"), "--iterations", "200", "--threads", "1",
        ])
        #expect(solved.status == 0)
        // Out 20 and back 20 on either side, in tenths as DIMACS counts them: 80.0.
        #expect(solved.output.hasPrefix("Cost 80.0\n2 routes, 0 unassigned\n"))
        let checked = try Isotherm.run(["check", instance, file("a.sol")])
        #expect(checked.status == 0)
        #expect(
            checked.output == "Cost 80.0\n2 routes, 0 unassigned\nEvery promise kept, every figure true.\n"
        )
    }

    @Test func `a trace has a line for the run, better and better plans, what each arm did, and the end`()
        throws
    {
        defer { try? FileManager.default.removeItem(at: folder) }
        let trace = file("trace.jsonl")
        _ = try Isotherm.run([
            "solve", instance, "--output", file("a.sol"), "--iterations", "200", "--threads", "1", "--trace",
            trace,
        ])
        let lines = try String(contentsOf: URL(fileURLWithPath: trace), encoding: .utf8).split(
            separator: "\n"
        )
        .map { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:] }
        let events = lines.map { $0["event"] as? String }
        #expect(events.first == "run" && events.last == "end")
        #expect(events.contains("incumbent") && events.contains("arm"))
        let costs = lines.filter { $0["event"] as? String == "incumbent" }.compactMap { $0["cost"] as? Int }
        #expect(costs == costs.sorted(by: >))
        // 80.0 in tenths, as printed; see above.
        #expect(lines.last?["cost"] as? Int == 800 && lines.first?["units_per_one"] as? Int == 10)
        #expect(lines.last?["iterations"] as? Int ?? 0 >= 200)
    }

    @Test func `the same seed, iterations and threads give the same file`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in ["a.sol", "b.sol"] {
            let run = try Isotherm.run([
                "solve", instance, "--output", file(name), "--iterations", "100", "--seed", "5", "--threads",
                "1",
            ])
            #expect(run.status == 0)
        }
        let files = try ["a.sol", "b.sol"].map { try Data(contentsOf: folder.appendingPathComponent($0)) }
        #expect(files[0] == files[1])
        #expect(!files[0].isEmpty)
    }

    @Test(
        arguments: [
            // 3 goods on a vehicle for 2.
            ("Route #1: 1 2 3\nRoute #2: 4\nCost 100.0\n", "demand"),
            // 80 is true.
            ("Route #1: 1 2\nRoute #2: 3 4\nCost 79.9\n", "79.9"),
            ("Route #1: 1 2\nRoute #2: 3\n", "customer 4"),
        ]
    )
    func `a solution that is broken or false is told so`(solution: String, named: String) throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(solution.utf8).write(to: folder.appendingPathComponent("a.sol"))
        let run = try Isotherm.run(["check", instance, file("a.sol")])
        #expect(run.status == 3)
        #expect(run.output.contains(named), "\(run.output)")
    }

    @Test func `a fleet that is too small ends with status 3 and still writes what it found`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let small = tiny.replacingOccurrences(of: "  4          2", with: "  1          2")
        try Data(small.utf8).write(to: folder.appendingPathComponent("tiny.txt"))
        let run = try Isotherm.run([
            "solve", instance, "--output", file("a.sol"), "--iterations", "100", "--threads", "1",
        ])
        #expect(run.status == 3)
        #expect(run.output.contains("2 unassigned"))
        #expect(FileManager.default.fileExists(atPath: file("a.sol")))
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func `a signal ends the search with the best plan so far`(signal: Int32) throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let run = try Isotherm.run(
            ["solve", instance, "--output", file("a.sol"), "--seconds", "50", "--threads", "1"]
        ) { program in
            try program.waits(for: "Searching")
            program.send(signal)
        }
        #expect(run.status == 0)
        #expect(run.output.contains("interrupted"))
        #expect(try Isotherm.run(["check", instance, file("a.sol")]).status == 0)
    }

    @Test func `a killed run leaves no file, and the next one cleans up behind it`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let killed = try Isotherm.run(
            ["solve", instance, "--output", file("a.sol"), "--seconds", "50", "--threads", "1"]
        ) { program in
            try program.waits(for: "Searching")
            program.send(SIGKILL)
        }
        #expect(killed.status == SIGKILL)
        #expect(!FileManager.default.fileExists(atPath: file("a.sol")))
        _ = try Isotherm.run([
            "solve", instance, "--output", file("a.sol"), "--iterations", "10", "--threads", "1",
        ])
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(left == ["a.sol", "tiny.txt"])
    }
}
