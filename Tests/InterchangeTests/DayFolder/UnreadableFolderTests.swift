import Testing
import VehicleRouting

@testable import Interchange

@Suite struct UnreadableFolderTests {
    /// One change that makes the whole folder useless: its error code, and words the message must hold.
    static let folders: [(String, String, [String], @Sendable (inout DayFixture) throws -> Void)] = [
        ("no orders", "D302", ["orders.csv", "no such file"], { $0.files["orders.csv"] = nil }),
        (
            "orders still in a workbook", "D302", ["orders.csv", "orders.xlsx", "save it as CSV"],
            { $0.files["orders.xlsx"] = $0.files.removeValue(forKey: "orders.csv") }
        ),
        ("no vehicles", "D302", ["vehicles.csv"], { $0.files["vehicles.csv"] = nil }),
        ("an empty file", "D304", ["depots.csv", "empty"], { $0["depots.csv"] = "\n\n" }),
        (
            "a missing column", "D306", ["vehicles.csv", "“vehicle”", "“van_code”", "“kg”"],
            { $0["vehicles.csv"] = "van_code,kg\nV1,800\n" }
        ),
        (
            "orders without site or place", "D306", ["orders.csv", "“site”"],
            { $0["orders.csv"] = "order,kg\nO1,1\n" }
        ),
        ("sites without a file", "D311", ["sites.csv", "lat and lon"], { $0.files["sites.csv"] = nil }),
        ("no rows", "D308", ["orders.csv", "at least one"], { $0["orders.csv"] = "order,site\n" }),
        (
            "no usable row", "D308", ["vehicles.csv", "none of its 1 rows", "D340"],
            { $0["vehicles.csv"] = "vehicle,depot,kg,boxes\nV1,D9,1,1\n" }
        ),
        (
            "a date that is none", "D309", ["day.csv", "date", "2026-13-02"],
            { $0["day.csv"] = "key,value\ndate,2026-13-02\n" }
        ),
        (
            "a time zone that is none", "D309", ["day.csv", "Europe/Leeds", "Europe/London"],
            { $0.replace("Europe/London", with: "Europe/Leeds", in: "day.csv") }
        ),
        (
            "a currency that is none", "D309", ["£", "three letters"],
            { $0.replace("GBP", with: "£", in: "day.csv") }
        ),
        (
            "a detour that shortens", "D309", ["detour_factor", "0.9", "1.0 to 3.0"],
            { $0["day.csv"] += "detour_factor,0.9\n" }
        ),
        (
            "speeds in disorder", "D309", ["speed_kmh", "20:45 5:25"],
            { $0["day.csv"] += "speed_kmh,20:45 5:25\n" }
        ),
        (
            "a wrong encoding in the mapping", "D305", ["orders.csv", "utf-8"],
            {
                $0.files["orders.csv"] = [0x6F, 0xFC, 0x0A]
                $0["mapping.json"] = #"{"version":1,"files":{"orders":{"encoding":"utf-8"}}}"#
            }
        ),
        ("a mapping that is not JSON", "D307", ["mapping.json", "JSON"], { $0["mapping.json"] = "{" }),
        (
            "a mapping to an unknown column", "D307",
            ["files.orders.columns", "“sitte”", "nearest is “site”"],
            { $0["mapping.json"] = #"{"version":1,"files":{"orders":{"columns":{"Kunde":"sitte"}}}}"# }
        ),
        (
            "an unknown key in the mapping", "D307", ["files.orders.colums"],
            { $0["mapping.json"] = #"{"version":1,"files":{"orders":{"colums":{}}}}"# }
        ),
        (
            "an unknown file in the mapping", "D307", ["files.order", "orders"],
            { $0["mapping.json"] = #"{"version":1,"files":{"order":{}}}"# }
        ),
        (
            "a mapping of another version", "D307", ["version", "must be 1"],
            { $0["mapping.json"] = #"{"version":2}"# }
        ),
        (
            "a separator of two characters", "D307", ["files.orders.separator", "one character"],
            { $0["mapping.json"] = #"{"version":1,"files":{"orders":{"separator":"||"}}}"# }
        ),
        (
            "a mapped file that is not there", "D302", ["Auftraege.csv"],
            { $0["mapping.json"] = #"{"version":1,"files":{"orders":{"file":"Auftraege.csv"}}}"# }
        ),
        (
            "a misspelt temperature class", "D312",
            ["orders.csv, row 1", "“regimme”", "“regime”", "“columns”", "“ignore”"],
            { $0.replace("boxes,regime", with: "boxes,regimme", in: "orders.csv") }
        ),
        (
            "a misspelt alias of the temperature class", "D312", ["“Temperatur class”", "“regime”"],
            { $0.replace("boxes,regime", with: "boxes,Temperatur class", in: "orders.csv") }
        ),
        (
            "a misspelt header under a title", "D312", ["orders.csv, row 2", "“regimme”"],
            {
                $0.replace("boxes,regime", with: "boxes,regimme", in: "orders.csv")
                $0["orders.csv"] = "Orders of Monday\n" + $0["orders.csv"]
            }
        ),
        (
            "a misspelt window", "D312", ["“earlyest”", "“earliest”"],
            { $0.replace("earliest,latest", with: "earlyest,latest", in: "orders.csv") }
        ),
        (
            "a misspelt quantity", "D312", ["“boxs”", "“boxes”"],
            { $0.replace("kg,boxes", with: "kg,boxs", in: "orders.csv") }
        ),
        (
            "misspelt opening hours", "D312", ["sites.csv, row 1", "“houres”", "“hours”"],
            { $0.replace("hours", with: "houres", in: "sites.csv") }
        ),
        (
            "a misspelt shift", "D312", ["vehicles.csv, row 1", "“shft”", "“shift”"],
            { $0.replace("shift", with: "shft", in: "vehicles.csv") }
        ),
        (
            "a misspelt column of the compartments", "D312",
            ["compartments.csv, row 1", "“regims”", "“regimes”"],
            { $0.replace("regimes", with: "regims", in: "compartments.csv") }
        ),
        (
            "orders without temperature classes for a fleet that has them", "D313",
            ["orders.csv", "“regime”", "REF", "\"none\"", "“constants”"],
            {
                $0.replace("regime,", with: "", in: "orders.csv")
                $0.replace("REF,", with: "", in: "orders.csv")
                $0.replace("RT15_25,", with: "", in: "orders.csv")
            }
        ),
        (
            "temperature classes under an unknown header", "D313", ["orders.csv", "“storage”", "“columns”"],
            { $0.replace("boxes,regime", with: "boxes,storage", in: "orders.csv") }
        ),
        (
            "an empty column of temperature classes", "D313", ["orders.csv", "“regime”", "empty"],
            {
                $0.replace("REF", with: "", in: "orders.csv")
                $0.replace("RT15_25", with: "", in: "orders.csv")
            }
        ),
        (
            "a mapping for a header that is not there", "D314",
            ["orders.csv", "“Klasse”", "“regime”", "“storage”"],
            {
                $0.replace("boxes,regime", with: "boxes,storage", in: "orders.csv")
                $0["mapping.json"] =
                    #"{"version":1,"files":{"orders":{"columns":{"Klasse":"regime"}}}}"#
            }
        ),
        (
            "a misspelt setting", "D315", ["day.csv, row 6", "“wekday”", "“weekday”"],
            { $0["day.csv"] += "wekday,sunday\n" }
        ),
        (
            "compartments in a file of a misspelt name", "D302", ["compartments.csv", "compartment.csv"],
            { $0.files["compartment.csv"] = $0.files.removeValue(forKey: "compartments.csv") }
        ),
        (
            "compartments still in a workbook", "D302", ["compartments.csv", "compartments.xlsx"],
            { $0.files["compartments.xlsx"] = $0.files.removeValue(forKey: "compartments.csv") }
        ),
    ]

    @Test(arguments: folders.indices)
    func `a folder that cannot be read is refused with code, place and remedy`(index: Int) throws {
        let (name, code, words, spoil) = Self.folders[index]
        var fixture = DayFixture()
        try spoil(&fixture)
        let error = try #require(try fixture.refusal(), "\(name)")
        #expect(error.code == code, "\(name): \(error)")
        for word in words { #expect(error.description.contains(word), "\(name): \(error)") }
    }

    @Test func `a folder that is not there is refused`() {
        let error = #expect(throws: DayFolderError.self) { try DayFixture.reader.read("/nowhere/2026-03-02") }
        #expect(
            error?.description
                == "/nowhere/2026-03-02: there is no such folder; give the folder that holds orders.csv (D301)"
        )
    }
}
