import Foundation
import Testing

@Suite struct ExitStatusTests {
    @Test(
        arguments: [
            (["solve"], "<instance>"),
            (["solve", "a.txt"], "--output"),
            (["solve", "a.txt", "--output", "a.sol", "--seconds", "soon"], "soon"),
            (["solve", "a.txt", "--output", "a.sol", "--seconds=-1"], "--seconds is -1.0"),
            (["solve", "a.txt", "--output", "a.sol", "--seconds", "1e30"], "--seconds is 1e+30"),
            (
                ["carriers", "allocate", "a.json", "b.json", "--output", "c", "--answer-minutes", "inf"],
                "--answer-minutes is inf"
            ),
            (["solve", "a.txt", "--output", "a.sol", "--threads", "0"], "--threads is 0"),
            (["solve", "a.txt", "--output", "a.sol", "--iterations=-5"], "--iterations is -5"),
            (["solve", "a.txt", "--output", "a.sol", "--rounding", "up"], "up"),
            (["fly"], "fly"),
        ]
    )
    func `a command line that makes no sense is bad input and names what is wrong`(
        arguments: [String],
        named: String
    ) throws {
        let run = try Isotherm.run(arguments)
        #expect(run.status == 2)
        #expect(run.output == "")
        #expect(run.errors.contains(named))
    }

    @Test(
        arguments: [
            ["check", "no-such-instance.txt", "no-such.sol"],
            ["solve", "no-such-instance.txt", "--output", "unused.sol"],
        ]
    )
    func `a file that is not there is bad input and is named`(arguments: [String]) throws {
        let run = try Isotherm.run(arguments)
        #expect(run.status == 2)
        #expect(run.errors.contains("no-such-instance.txt: "))
        #expect(run.errors.contains("(F200)"))
        #expect(!FileManager.default.fileExists(atPath: "unused.sol"))
    }
}
