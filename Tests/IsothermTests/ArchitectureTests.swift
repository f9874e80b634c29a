import Foundation
import Testing

@Suite struct ArchitectureTests {
    @Test(arguments: ["ARCHITECTURE.md", "README.md", "CONTRIBUTING.md", "GLOSSARY.md"])
    func `every file and folder that a paper names exists`(paper: String) throws {
        let text = try String(contentsOf: Isotherm.root.appendingPathComponent(paper), encoding: .utf8)
        // In backticks, or as the target of a link.
        let named = text.matches(of: /[`(]((?:Sources|Tests|Docs|Datasets|scripts|\.ci)\/[A-Za-z0-9_.\/+-]*)/)
            .map { String($0.1) }
        #expect(!named.isEmpty)
        for path in named {
            let exists = FileManager.default.fileExists(
                atPath: Isotherm.root.appendingPathComponent(path).path
            )
            #expect(exists, "\(paper) names \(path), which does not exist")
        }
    }
}
