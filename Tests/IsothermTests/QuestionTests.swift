import Foundation
import Testing

/// `insert`, `explain` and `diff` on a planned day of three orders with one van.
@Suite struct QuestionTests {
    private let day: SmallDay
    private var plan: String { day.beside("out") }

    init() throws {
        day = try SmallDay()
        let run = try Isotherm.run([
            "plan", day.path, "--output", day.beside("out"), "--iterations", "50", "--threads", "1",
        ])
        #expect(run.status == 0)
    }

    private func write(_ order: String) throws -> String {
        let path = day.beside("order.json")
        try Data(order.utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    @Test func `an urgent order is placed, written, and found again in the difference`() throws {
        defer { day.remove() }
        let order = try write(#"{"jobs": [{"id": "U1", "site": "S2", "delivery": [5000], "regime": "REF"}]}"#)
        let inserted = try Isotherm.run([
            "insert", plan, "--order", order, "--output", day.beside("later"), "--count", "2",
        ])
        #expect(inserted.status == 0, "\(inserted.errors)")
        #expect(inserted.output.hasPrefix("Order U1 for Second: 2 places, cheapest first\n1  V1, stop "))
        let checked = try Isotherm.run([
            "check", day.beside("later/problem.json"), day.beside("later/plan.json"),
        ])
        #expect(checked.status == 0, "\(checked.output)")
        let compared = try Isotherm.run(["diff", plan, day.beside("later")])
        #expect(compared.status == 0)
        #expect(compared.output.contains("  U1 Second"), "\(compared.output)")
        #expect(compared.output.contains("new, on V1 at "))
        let same = try Isotherm.run(["diff", plan, plan])
        #expect(same.output.hasPrefix("No stop differs; cost GBP "))
    }

    @Test func `an order is explained in words and in JSON`() throws {
        defer { day.remove() }
        let job = try firstJob()
        let explained = try Isotherm.run(["explain", plan, "--job", job])
        #expect(explained.status == 0, "\(explained.errors)")
        #expect(explained.output.contains("is on V1, stop "))
        #expect(explained.output.contains("No other vehicle can take it as the plan stands."))
        let answer = try Isotherm.run(["explain", plan, "--job", job, "--json"])
        let object = try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any]
        #expect(object?["id"] as? String == job)
        #expect((object?["standing"] as? [String: Any])?["vehicle"] as? String == "V1")
    }

    @Test func `an order that no vehicle can take has its reasons and status 3`() throws {
        defer { day.remove() }
        let order = try write(
            #"{"jobs": [{"id": "U1", "site": "S2", "delivery": [999000], "regime": "REF"}]}"#
        )
        let run = try Isotherm.run(["insert", plan, "--order", order])
        #expect(run.status == 3)
        #expect(
            run.output.hasPrefix("No vehicle can take order U1 for Second as the plan stands:\n  No room")
        )
    }

    @Test func `where there is no place, nothing is written, and the reasons are told all the same`() throws {
        defer { day.remove() }
        let order = try write(
            #"{"jobs": [{"id": "U1", "site": "S2", "delivery": [999000], "regime": "REF"}]}"#
        )
        let run = try Isotherm.run(["insert", plan, "--order", order, "--output", day.beside("none")])
        #expect(run.status == 3, "\(run.errors)")
        #expect(run.output.contains("No room"), "\(run.output)")
        #expect(!FileManager.default.fileExists(atPath: day.beside("none")))
    }

    @Test func `a place is taken in a plan that is written, and a bad order is told of its own file`() throws
    {
        defer { day.remove() }
        let order = try write(#"{"jobs": [{"id": "U1", "site": "S2", "delivery": [5000], "regime": "REF"}]}"#)
        let run = try Isotherm.run(["insert", plan, "--order", order, "--take", "2"])
        #expect(run.status == 2)
        #expect(run.errors.contains("name its folder with --output"), "\(run.errors)")
        let bad = try write(
            #"{"jobs": [{"id": "U1", "site": "S2", "delivery": [5000], "regime": "REF", "hold_time": 0}]}"#
        )
        let refused = try Isotherm.run(["insert", plan, "--order", bad])
        #expect(refused.status == 2)
        #expect(refused.errors.contains("order.json"), "\(refused.errors)")
    }

    @Test func `a bad question has code and remedy, and nothing is written`() throws {
        defer { day.remove() }
        let known = try firstJob()
        let questions = [
            (["explain", plan, "--job", "\(known)x"], "did you mean \(known)? (Q101)"),
            (
                ["insert", plan, "--job", known, "--output", day.beside("none")],
                "is on the route of V1 already"
            ),
            (["insert", plan, "--order", try write("{}"), "--output", day.beside("none")], "(F207)"),
            (["explain", day.beside("nowhere"), "--job", known], "(F200)"),
        ]
        for (arguments, named) in questions {
            let run = try Isotherm.run(arguments)
            #expect(run.status == 2, "\(arguments)")
            #expect(run.errors.contains(named), "\(run.errors)")
        }
        #expect(!FileManager.default.fileExists(atPath: day.beside("none")))
    }

    @Test func `a plan of another day is refused`() throws {
        defer { day.remove() }
        var lines = try String(contentsOfFile: day.path + "/orders.csv", encoding: .utf8)
        lines += "O4,S3,10,REF\n"
        try day.write(lines, to: "orders.csv")
        let other = try Isotherm.run([
            "plan", day.path, "--output", day.beside("other"), "--iterations", "50", "--threads", "1",
        ])
        #expect(other.status == 0)
        let run = try Isotherm.run([
            "explain", plan, "--job", try firstJob(), "--problem", day.beside("other/problem.json"),
        ])
        #expect(run.status == 2)
        #expect(run.errors.contains("the plan says nothing of order O4"), "\(run.errors)")
        #expect(run.errors.contains("(Q102)"))
    }

    /// The first job of the written problem.
    private func firstJob() throws -> String {
        let data = try Data(contentsOf: URL(fileURLWithPath: plan + "/problem.json"))
        let problem = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        let jobs = try #require(problem?["jobs"] as? [[String: Any]])
        return try #require(jobs.first?["id"] as? String)
    }
}
