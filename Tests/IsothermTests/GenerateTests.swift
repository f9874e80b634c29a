import Foundation
import Testing

@Suite struct GenerateTests {
    @Test func `a generated day can be planned, and is made again byte for byte`() throws {
        let folder = try Isotherm.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
        let sites = (0..<12).map { "Pharmacy \($0),pharmacy,\(53.7 + Double($0) / 50),-1.5" }
        try Data((["name,kind,lat,lon"] + sites).joined(separator: "\n").utf8)
            .write(to: folder.appendingPathComponent("sites.csv"))
        for day in ["one", "two"] {
            let run = try Isotherm.run([
                "generate", path(day), "--sites", path("sites.csv"), "--orders", "8", "--seed", "3",
            ])
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.output.contains("orders.csv"))
        }
        let files = try FileManager.default.subpathsOfDirectory(atPath: path("one")).filter {
            $0.hasSuffix(".csv")
        }
        #expect(files.contains("carrier-history/stops.csv"))
        for file in files {
            let made = try ["one", "two"].map {
                try Data(contentsOf: URL(fileURLWithPath: path($0) + "/" + file))
            }
            #expect(made[0] == made[1], "\(file)")
        }
        let plan = try Isotherm.run([
            "plan", path("one"), "--output", path("out"), "--iterations", "50", "--threads", "1", "--strict",
        ])
        #expect(plan.status == 0, "\(plan.errors)")
    }

    @Test(
        arguments: [
            (["--orders", "8", "--sites", "no-such.csv"], "no-such.csv: "),
            (["--orders", "0", "--sites", "no-such.csv"], "no-such.csv: "),
            (["--orders", "8", "--sites", "s.csv", "--depot", "91,0"], "91,0"),
            (["--orders", "8", "--sites", "s.csv", "--date", "2027-13-01"], "2027-13-01"),
            (
                ["--orders", "8", "--sites", "s.csv", "--depots", "2", "--depot", "50,0"],
                "--depots and --depot"
            ),
        ]
    )
    func `settings that make no sense are bad input and are named`(options: [String], named: String) throws {
        let run = try Isotherm.run(["generate", "unused-day"] + options)
        #expect(run.status == 2)
        #expect(run.errors.contains(named), "\(run.errors)")
    }
}
