import Foundation
import Testing

@Suite struct CarriersTests {
    @Test func `the record of a generated day can be reviewed`() throws {
        let folder = try Isotherm.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
        let sites = (0..<12).map { "Pharmacy \($0),pharmacy,\(53.7 + Double($0) / 50),-1.5" }
        try Data((["name,kind,lat,lon"] + sites).joined(separator: "\n").utf8)
            .write(to: folder.appendingPathComponent("sites.csv"))
        _ = try Isotherm.run(["generate", path("day"), "--sites", path("sites.csv"), "--orders", "8"])
        let run = try Isotherm.run([
            "carriers", "review", path("day/carrier-history"), "--output", path("out"), "--period", "2027-02",
            "--late-tolerance", "15", "--clock", "serviceStart",
        ])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.hasPrefix("Reviewed 2027-02: "))
        let names = try FileManager.default.contentsOfDirectory(atPath: path("out"))
        #expect(
            Set(names).isSuperset(of: ["comparison.html", "tender-evidence.csv", "TRUNK.html", "TRUNK.json"])
        )
        let evidence = try String(contentsOfFile: path("out/tender-evidence.html"), encoding: .utf8)
        #expect(
            evidence.contains(
                "start of unloading against the promise last agreed; never too early, up to 15 min late"
            )
        )
    }

    @Test(arguments: [
        (["review", "no-such-folder", "--output", "unused"], "K201"),
        (["tender", "no-such.json", "--log", "unused.jsonl"], "K301"),
    ])
    func `what cannot be read is bad input and is named`(arguments: [String], code: String) throws {
        let run = try Isotherm.run(["carriers"] + arguments)
        #expect(run.status == 2)
        #expect(run.errors.contains(arguments[1]) && run.errors.contains(code), "\(run.errors)")
    }
}
