import Foundation
import Testing

/// Reruns of a planned day of three orders with one van, from files to files.
@Suite struct RerunTests {
    private let day: SmallDay

    init() throws {
        day = try SmallDay()
        try plan(into: "out")
    }

    private func plan(into folder: String) throws {
        let run = try Isotherm.run([
            "plan", day.path, "--output", day.beside(folder), "--iterations", "50", "--threads", "1",
        ])
        #expect(run.status == 0, "\(run.errors)")
    }

    private func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: day.beside(name)))
    }

    private func read(_ name: String) throws -> String {
        try String(contentsOfFile: day.beside(name), encoding: .utf8)
    }

    /// A rerun of `plan` at `now`, after the van has been held up for a minute then.
    private func rerun(_ plan: String, at now: String, into output: String) throws -> (Int32, String) {
        let event =
            #"{"id": "E \#(now)", "at": "\#(now)", "type": "vehicle_late", "vehicle": "V1", "by": 60}"#
        try write(#"{"events": [\#(event)]}"#, to: "events.json")
        let run = try Isotherm.run([
            "rerun", day.beside(plan), "--events", day.beside("events.json"), "--now", now, "--output",
            day.beside(output), "--iterations", "10", "--threads", "1",
        ])
        return (run.status, run.errors)
    }

    @Test func `a rerun goes on from a rerun, and not from a state that belongs to another plan`() throws {
        defer { day.remove() }
        let first = try rerun("out/plan.json", at: "07:30", into: "first")
        #expect(first.0 == 0, "\(first.1)")
        let second = try rerun("first/plan-1.json", at: "07:40", into: "second")
        #expect(second.0 == 0, "\(second.1)")
        let state = try read("second/running.json")
        #expect(state.contains("E 07:30") && state.contains("E 07:40"))

        // Planned anew where a rerun has been: its state is of no plan that is there under this name.
        try plan(into: "first")
        let anew = try rerun("first/plan.json", at: "07:30", into: "third")
        #expect(anew.0 == 0, "\(anew.1)")
        #expect(anew.1.contains("so it is not read for plan.json"), "\(anew.1)")

        try write(try read("first/plan-1.json") + "\n", to: "first/plan-1.json")
        let changed = try rerun("first/plan-1.json", at: "07:50", into: "fourth")
        #expect(changed.0 == 2)
        #expect(changed.1.contains("it is the state of another plan-1.json"), "\(changed.1)")
    }

    @Test func `a rerun does not write over what it reads`() throws {
        defer { day.remove() }
        let run = try rerun("out/plan.json", at: "07:30", into: "out")
        #expect(run.0 == 2)
        #expect(run.1.contains("(O106)"), "\(run.1)")
    }

    @Test func `a state that was changed by hand is refused with the place`() throws {
        defer { day.remove() }
        let first = try rerun("out/plan.json", at: "08:50", into: "first")
        #expect(first.0 == 0, "\(first.1)")
        let state = try read("first/running.json")
        try write(state.replacing(/"location" : \d+/, with: #""location" : 99"#), to: "first/running.json")
        let second = try rerun("first/plan-1.json", at: "08:55", into: "second")
        #expect(second.0 == 2)
        #expect(second.1.contains("/done/0/goods/location: there is no location 99"), "\(second.1)")
    }

    @Test func `a day that is over is told so`() throws {
        defer { day.remove() }
        let run = try rerun("out/plan.json", at: "17:00", into: "first")
        #expect(run.0 == 2)
        #expect(run.1.contains("at 17:00 everything is done or held back; the day is over"), "\(run.1)")
    }

    @Test func `a time beyond all times is refused`() throws {
        defer { day.remove() }
        let run = try rerun("out/plan.json", at: "5000000000", into: "first")
        #expect(run.0 == 2)
        #expect(run.1.contains("--now"), "\(run.1)")
    }
}
