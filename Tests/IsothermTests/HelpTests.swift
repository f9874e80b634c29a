import Foundation
import Testing

/// What people are told when they ask.
///
/// After a change on purpose: `ISOTHERM_RECORD=1 swift test --filter HelpTests` writes the snapshots anew.
@Suite struct HelpTests {
    @Test(arguments: [
        "isotherm", "plan", "solve", "check", "rerun", "insert", "explain", "diff", "simulate", "reveal",
        "generate", "store", "temperature",
    ])
    func `the help of each command is the one in its snapshot`(command: String) throws {
        let run = try Isotherm.run(command == "isotherm" ? ["--help"] : [command, "--help"])
        #expect(run.status == 0)
        #expect(run.errors == "")
        let snapshot = Isotherm.root.appendingPathComponent("Tests/IsothermTests/Help/\(command).txt")
        if ProcessInfo.processInfo.environment["ISOTHERM_RECORD"] != nil {
            try Data(run.output.utf8).write(to: snapshot)
        }
        #expect(run.output == (try String(contentsOf: snapshot, encoding: .utf8)))
    }

    @Test func `the version is a number and nothing else`() throws {
        let run = try Isotherm.run(["--version"])
        #expect(run.status == 0)
        #expect(run.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    }
}
