import Foundation
import Planning
import Testing

@Suite("Plan mode") struct SchedulePlanTests {
    /// Places at 0, 10 and 20; job 1 may begin until 15.
    private static let problem = """
        {"vehicles": [{"id": 1, "start_index": 0, "end_index": 0, "capacity": [1]}],
         "jobs": [{"id": 1, "location_index": 1, "delivery": [1], "time_windows": [[0, 15]]},
                  {"id": 2, "location_index": 2, "delivery": [1], "time_windows": [[0, 900]]}],
         "matrices": {"car": {"durations": [[0, 10, 20], [10, 0, 10], [20, 10, 0]]}}}
        """

    /// The same places; the activity of job 1 falls short after 12.
    private static let dose = problem.replacing(
        "\"time_windows\": [[0, 15]]",
        with: "\"time_windows\": [[0, 90]], \"use_by\": 12"
    )

    private func schedule(_ steps: String, _ problem: String = problem) throws -> SchedulePlan.Outcome {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = ["problem.json", "routes.json"].map { folder.appendingPathComponent($0) }
        try Data(problem.utf8).write(to: files[0])
        try Data("{\"routes\": [{\"vehicle\": 1, \"steps\": [\(steps)]}]}".utf8).write(to: files[1])
        return try SchedulePlan(problem: files[0].path, routes: files[1].path).run()
    }

    @Test func `a list of stops is scheduled and what it overloads is named`() throws {
        let outcome = try schedule(#"{"type": "job", "id": 1}, {"type": "job", "id": 2}"#)
        #expect(outcome.broken == ["route 1: vehicle 1 is overloaded by 1 amount 1 (C111)"])
        #expect(outcome.timetable.count == 3)
        #expect(outcome.unassigned == 0)
    }

    @Test func `a fixed time takes the place of a window, which is judged beside it`() throws {
        let outcome = try schedule(#"{"type": "job", "id": 1, "service_at": 30}"#)
        #expect(
            outcome.broken == [
                "route 1, step 2: job 1 is fixed to begin after its window has closed by 15 s (C110)"
            ]
        )
    }

    @Test func `a fixed time that cannot be kept is missed by so much`() throws {
        let outcome = try schedule(#"{"type": "job", "id": 2, "service_before": 5}"#)
        #expect(outcome.broken == ["route 1, step 2: job 2 misses its fixed time by 15 s (C110)"])
        #expect(try schedule(#"{"type": "job", "id": 2, "service_after": 50}"#).broken.isEmpty)
    }

    @Test func `a dose that comes after its activity has fallen short is named with its seconds`() throws {
        // By way of job 2 at 20 it is reached at 30.
        let outcome = try schedule(#"{"type": "job", "id": 2}, {"type": "job", "id": 1}"#, Self.dose)
        #expect(
            outcome.broken == [
                "route 1, step 3: the activity of job 1 falls short by 18 s (C170)",
                "route 1: vehicle 1 is overloaded by 1 amount 1 (C111)",
            ]
        )
        #expect(try schedule(#"{"type": "job", "id": 1}"#, Self.dose).broken.isEmpty)
    }

    @Test func `a fixed time does not lengthen the activity`() throws {
        let outcome = try schedule(#"{"type": "job", "id": 1, "service_at": 20}"#, Self.dose)
        #expect(outcome.broken == ["route 1, step 2: the activity of job 1 falls short by 8 s (C170)"])
    }

    @Test(arguments: [
        (#"{"type": "job", "id": 9}"#, "F2"), (#"{"type": "start", "service_at": 5}"#, "F203"),
        (#"{"type": "job", "id": 1, "service_after": 9, "service_before": 5}"#, "F"),
    ])
    func `a list that makes no sense is refused with its place`(steps: String, code: String) throws {
        let error = #expect(throws: (any Error).self) { try schedule(steps) }
        #expect("\(try #require(error))".contains("routes.json, /routes/0/steps/0"))
        #expect("\(try #require(error))".contains("(\(code)"))
    }
}
