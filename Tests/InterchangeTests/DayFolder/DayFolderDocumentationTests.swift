import Foundation
import Testing

@testable import Interchange

/// `Docs/day-folder.md` and the D3xx section of `Docs/errors.md` keep up with the reader.
@Suite struct DayFolderDocumentationTests {
    private func page(_ name: String) throws -> String {
        var root = URL(fileURLWithPath: #filePath)
        // DayFolder, InterchangeTests, Tests, and the repository itself.
        for _ in 0..<4 { root.deleteLastPathComponent() }
        return try String(contentsOf: root.appendingPathComponent("Docs/\(name)"), encoding: .utf8)
    }

    @Test(arguments: DayFile.allCases)
    func `every column of a file is explained`(file: DayFile) throws {
        let sections = try page("day-folder.md").components(separatedBy: "\n## ")
        let section = try #require(sections.first { $0.hasPrefix("`\(file.fileName)`") })
        // Tuesday to Saturday are meant by “`monday` … `sunday`”.
        let between: Set<String> = ["tuesday", "wednesday", "thursday", "friday", "saturday"]
        for column in file.columnNames where !between.contains(column) {
            #expect(section.contains("`\(column)`"), "\(file.fileName) \(column)")
        }
    }

    @Test func `every code has an entry`() throws {
        let page = try page("errors.md")
        let numbers = [301...315, 320...338, 340...363, 380...393].joined()
        for number in numbers { #expect(page.contains("\n| D\(number) |"), "D\(number)") }
    }
}
