import ColdChain
import Foundation
import Testing
import VehicleRouting

@Suite struct RegimeCatalogueTests {
    let catalogue = RegimeCatalogue.shipped

    @Test(arguments: [
        ("REF", "REF"), ("ref", "REF"), ("2-8", "REF"), ("2–8 °C", "REF"), ("+2 °C bis +8 °C", "REF"),
        ("2…8", "REF"),
        ("2,0-8,0", "REF"), ("2至8℃", "REF"), ("+2/+8", "REF"), ("冷藏", "REF"), ("Kühl", "REF"),
        ("ambient", "RT15_25"), ("15-25C", "RT15_25"), ("15 to 25 °C", "RT15_25"),
        ("≤25", "LT25"), ("up to 25 °C", "LT25"), ("Below 25", "LT25"), ("max. 30 °C", "LT30"),
        ("frozen", "FRZ25_15"), ("-25…-15", "FRZ25_15"), ("-15 to -25 °C", "FRZ25_15"),
        ("−25--10", "FRZ25_10"),
        ("常温", "CN_RT"), ("阴凉", "CN_SHADY"), ("20-25", "CRT"), ("2-10", "CN_COLD"),
    ])
    func `a regime is found by code, name or range`(name: String, id: String) {
        #expect(catalogue.find(name)?.id == id)
    }

    @Test(arguments: ["", "lukewarm", "3-7", "25", "2-8-15", "-", "°C", "REF2025", "2000"])
    func `what is no regime is not guessed`(name: String) {
        #expect(catalogue.find(name) == nil)
    }

    @Test(
        arguments: [
            ("ULT", -90_000, -60_000), ("LN2", nil, -150_000), ("FRZ25_15", -25_000, -15_000),
            ("FRZ25_10", -25_000, -10_000), ("PLASMA", nil, -25_000), ("REF", 2000, 8000),
            ("CN_COLD", 2000, 10_000), ("COOL", 8000, 15_000), ("CN_SHADY", nil, 20_000),
            ("CRT", 20_000, 25_000), ("RT15_25", 15_000, 25_000), ("LT25", nil, 25_000),
            ("LT30", nil, 30_000),
            ("CN_RT", 10_000, 30_000), ("RBC_T", 1000, 10_000), ("PLT", 20_000, 24_000),
        ] as [(String, Int?, Int?)]
    )
    func `ranges are those of the labels, blood and vaccines among them`(id: String, low: Int?, high: Int?)
        throws
    {
        let regime = try #require(catalogue.find(id)?.regime)
        #expect(regime.low == low)
        #expect(regime.high == high)
    }

    @Test func `ranges are kept in thousandths of a degree`() {
        let frozen = catalogue.find("FRZ25_15")?.regime
        #expect(frozen?.low == -25_000)
        #expect(frozen?.high == -15_000)
        #expect(frozen?.isFreezeSensitive == false)
        #expect(catalogue.find("LT25")?.regime.low == nil)
    }

    @Test func `ranges read as on a label`() {
        #expect(catalogue.find("REF")?.rangeText == "2…8 °C")
        #expect(catalogue.find("FRZ25_15")?.rangeText == "−25…−15 °C")
        #expect(catalogue.find("LT25")?.rangeText == "≤ 25 °C")
        #expect(Regime(id: "X", low: 2500, high: nil).rangeText == "≥ 2.5 °C")
    }

    @Test(arguments: [
        // The qualified range must lie within the label's: 2…8 is within ≤ 25 and within 2…10, 15…25 is not within 20…25.
        ("LT25", "REF", true), ("CN_COLD", "REF", true), ("CRT", "RT15_25", false), ("RT15_25", "CRT", true),
        ("REF", "CN_COLD", false), ("FRZ25_10", "FRZ25_15", true), ("FRZ25_15", "FRZ25_10", false),
        // A label that says nothing of cold does not permit freezing.
        ("LT25", "FRZ25_15", false), ("PLASMA", "FRZ25_15", false),
    ])
    func `goods travel where the qualified range lies within the label`(
        label: String,
        kept: String,
        fits: Bool
    ) throws {
        let goods = try #require(catalogue.find(label)?.regime)
        let compartment = try #require(catalogue.find(kept)?.regime)
        #expect(goods.accepts(compartment) == fits)
    }

    @Test func `no two regimes share a code or a name`() {
        let names = catalogue.allNames.map { $0.lowercased() }
        #expect(Set(names).count == names.count)
    }

    @Test func `every regime says since when and from where, and is in the documentation`() throws {
        let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Docs/temperature-regimes.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        for entry in catalogue.entries {
            #expect(!entry.source.isEmpty && entry.validFrom.count == 10)
            let range = entry.rangeText.dropLast(" °C".count)
            #expect(text.contains("| `\(entry.id)` | \(range) |"))
        }
    }

    @Test func `a catalogue with open ranges is refused`() {
        let json = """
            {"version":"1","entries":[{"id":"A","name":"a","low":1,"high":2,"inclusive":false,"freeze_sensitive":true,
            "names":[],"goods":"","source":"x","valid_from":"2026-01-01"}]}
            """
        #expect(throws: DecodingError.self) { try RegimeCatalogue(json: Array(json.utf8)) }
    }
}
