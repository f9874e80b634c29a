import Foundation
import Testing

@testable import Interchange

/// The pages in `Docs/` keep up with the code.
struct DocumentationTests {
    private func page(_ name: String) throws -> String {
        var root = URL(fileURLWithPath: #filePath)
        // Docs, InterchangeTests, Tests, and the repository itself.
        for _ in 0..<4 { root.deleteLastPathComponent() }
        return try String(contentsOf: root.appendingPathComponent("Docs/\(name)"), encoding: .utf8)
    }

    @Test func `every key of a problem file is explained`() throws {
        let page = try page("problem-json.md")
        let lists = [
            ProblemKeys.root, ProblemKeys.job, ProblemKeys.shipment, ProblemKeys.vehicle, ProblemKeys.costs,
            ProblemKeys.rest, ProblemKeys.compartment, ProblemKeys.matrix, ProblemKeys.location,
            ProblemKeys.depot, ProblemKeys.regime, ProblemKeys.dimension, ProblemKeys.currency,
            ProblemKeys.carrier, ProblemKeys.tariff, ProblemKeys.setting, ProblemKeys.workRule,
            ProblemKeys.hoursUsed,
            ProblemKeys.due, ProblemKeys.relation, ProblemKeys.relationTask, ProblemKeys.speed,
            ProblemKeys.changeover, ProblemKeys.cleaning,
        ]
        let words = Set(page.split { !($0.isLetter || $0 == "_") }.map(String.init))
        for key in Set(lists.joined()) { #expect(words.contains(key), "\(key)") }
    }

    @Test func `every key of a plan's step is explained`() throws {
        let pages = try page("plan-json.md") + page("problem-json.md")
        let words = Set(pages.split { !($0.isLetter || $0 == "_") }.map(String.init))
        for key in ProblemKeys.step { #expect(words.contains(key), "\(key)") }
    }

    @Test func `every type and key of events and overrides is explained`() throws {
        let words = Set(try page("events.md").split { !($0.isLetter || $0 == "_") }.map(String.init))
        let events = EventType.allCases.flatMap { [$0.rawValue] + $0.keys }
        let overrides = OverrideType.allCases.flatMap { [$0.rawValue] + $0.keys }
        // The page of problems explains what jobs have.
        let keys = Set(events + overrides).subtracting(EventType.urgentJob)
        for key in keys { #expect(words.contains(key), "\(key)") }
    }

    @Test func `every code of a file error has an entry`() throws {
        let page = try page("errors.md")
        let codes = (200...212).map { "F\($0)" } + (220...224).map { "F\($0)" }
        for code in codes { #expect(page.contains("| \(code) |"), "\(code)") }
    }
}
