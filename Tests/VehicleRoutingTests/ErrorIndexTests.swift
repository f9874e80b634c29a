import Foundation
import Testing
import VehicleRouting

@Suite("Docs/errors.md") struct ErrorIndexTests {
    private let index: String

    init() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        index = try String(contentsOf: root.appending(path: "Docs/errors.md"), encoding: .utf8)
    }

    @Test(arguments: ProblemIssue.Code.allCases)
    func `every code of a problem has its row, and warnings say so`(code: ProblemIssue.Code) throws {
        let row = try #require(index.split(separator: "\n").first { $0.hasPrefix("| \(code.rawValue) |") })
        #expect(row.contains("*Warning.*") == (code.severity == .warning))
    }

    @Test(arguments: CheckFinding.Code.allCases)
    func `every code of the checker is listed`(code: CheckFinding.Code) {
        #expect(index.contains("| \(code.rawValue) |"))
    }
}
