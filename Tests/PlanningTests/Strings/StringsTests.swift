import Testing
import VehicleRouting

@testable import Planning

@Suite struct `Table of strings` {
    @Test func `a count chooses between two forms`() {
        let strings = Strings(.english)
        #expect(strings.text(.stopCount, ["stops": "1"]) == "1 stop")
        #expect(strings.text(.stopCount, ["stops": "0"]) == "0 stops")
        #expect(strings.text(.stopCount, ["stops": "21"]) == "21 stops")
    }

    @Test func `a place without a value stays visible`() {
        #expect(Strings(.english).text(.patient, [:]) == "Patient {code}")
    }

    @Test func `a value that looks like a place is not filled in again`() {
        #expect(Strings(.english).text(.patient, ["code": "{code}"]) == "Patient {code}")
    }

    @Test(arguments: Language.allCases)
    func `every phrase has words, and every brace is closed`(language: Language) {
        for (name, text) in Strings(language).all {
            #expect(!text.isEmpty, "\(name)")
            #expect(text.count { $0 == "{" } == text.count { $0 == "}" }, "\(name)")
        }
    }

    @Test(arguments: Templates.sources.keys.sorted())
    func `every phrase a template asks for exists`(template: String) throws {
        let source = try #require(Templates.sources[template])
        for match in source.matches(of: /\{\{t\.(\w+)\}\}/) {
            #expect(Phrase(rawValue: String(match.1)) != nil, "\(template) asks for \(match.1)")
        }
    }
}

@Suite struct `Quantities` {
    private let strings = Strings(.english)

    @Test func `a number beyond all counting is cut off instead of ending the program`() {
        #expect(strings.number(1e30, digits: 2) == "10,000,000,000,000,000.00")
        #expect(strings.number(-.infinity) == "−1,000,000,000,000,000,000")
        #expect(strings.number(.nan) == "–")
    }

    @Test(arguments: [
        (0, "0 min"), (45, "45 s"), (60, "1 min"), (3599, "59 min"), (3900, "1 h 05 min"), (-90, "−1 min"),
        (3_600_000, "1,000 h 00 min"),
    ])
    func `a duration is told in the two largest units`(seconds: Int, text: String) {
        #expect(strings.duration(seconds) == text)
    }

    @Test(arguments: [(0, "0 min"), (700, "11 min"), (-1500, "25 min late")])
    func `a margin that is used up is called late`(seconds: Int, text: String) {
        #expect(strings.margin(seconds) == text)
    }

    @Test(arguments: [(850, "850 m"), (12_449, "12.4 km"), (999_960, "1,000.0 km"), (1_240_400, "1,240 km")])
    func `a distance is told in metres below a kilometre`(metres: Int, text: String) {
        #expect(strings.distance(metres) == text)
    }

    @Test func `money has its currency, groups and two decimals`() {
        let pounds = Currency(code: "GBP", wireUnits: 1000)
        #expect(strings.money(Cost(wireUnits: 1_234_500), in: pounds) == "GBP 1,234.50")
        #expect(strings.money(Cost(wireUnits: -5), in: pounds) == "GBP −0.01")
        #expect(strings.money(Cost(wireUnits: 1_234_567), in: nil) == "1,234,567")
    }

    @Test func `a load is shown in the unit of its dimension`() {
        let weight = LoadDimension(name: "weight", unit: "kg", scale: 1000)
        #expect(strings.amount(12_540, in: weight) == "12.5 kg")
        #expect(strings.amount(12_000, in: weight) == "12 kg")
        let boxes = LoadDimension(name: "boxes", unit: "boxes", scale: 100)
        #expect([100, 25, 300].map { strings.amount($0, in: boxes) } == ["1 box", "0.3 boxes", "3 boxes"])
    }

    @Test func `one box too many is a box, and one level too few a level`() {
        let display = Display(Problem())
        #expect([1, 2].map { display.amount($0, unit: "boxes") } == ["1 box", "2 boxes"])
        #expect([1, 2].map { display.amount($0, unit: "levels") } == ["1 level", "2 levels"])
        let finding = CheckFinding(
            .boxStock,
            subject: "more are in use than there are",
            derived: 1,
            unit: "boxes"
        )
        #expect(finding.description == "plan: more are in use than there are by 1 box (C169)")
    }

    @Test func `a range of temperature names only the limits it has`() {
        #expect(strings.temperatures(Regime(id: "REF", low: 2000, high: 8000)) == "2 to 8 °C")
        #expect(strings.temperatures(Regime(id: "FRZ", low: nil, high: -18_500)) == "up to −18.5 °C")
        #expect(strings.temperatures(Regime(id: "X", low: nil, high: nil)) == "any temperature")
    }
}
