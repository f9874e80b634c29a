import ColdChain
import Testing
import VehicleRouting

/// A rule file with one mistake: a sound one in which `old` was replaced by `new`.
struct RuleMistake: Sendable, CustomTestStringConvertible {
    enum Kind: String, Sendable {
        case boxes, segregation, permissions, nuclides
    }

    let kind: Kind
    let old: String
    let new: String
    let code: String
    let pointer: String

    init(_ kind: Kind, _ old: String, _ new: String, _ code: String, _ pointer: String) {
        (self.kind, self.old, self.new, self.code, self.pointer) = (kind, old, new, code, pointer)
    }

    var testDescription: String { "\(kind) \(code) \(pointer): \(new)" }

    /// The sound file of a kind.
    static func sound(_ kind: Kind) -> String {
        switch kind {
        case .boxes:
            #"""
            {"version":"2026-01","boxes":[{"id":"A","regime":"REF","inner_litres":8,"payload_kg":6,"outer_litres":32,\#
            "tare_kg":6,"profiles":[{"name":"s","low_c":10,"high_c":35,"hold_h":24}],"conditioning_h":12,\#
            "opens_allowed":2,"opening_penalty_min":20,"cost":4,"returns":true,"source":"test"}]}
            """#
        case .segregation:
            #"""
            {"version":"2026-01","classes":["a","b","c"],"pairs":[{"between":["a","b"],"keep":"other_box",\#
            "source":"test"}]}
            """#
        case .permissions:
            #"""
            {"version":"2026-01","rules":[{"id":"X","countries":["DE"],"products":["p"],"channels":["wholesale"],\#
            "verdict":"forbidden","note":"n","source":"s","valid_from":"2026-01-01"}]}
            """#
        case .nuclides:
            #"""
            {"version":"2026-01","nuclides":[{"id":"F-18","half_life":109.77,"unit":"minutes","source":"s"}]}
            """#
        }
    }

    static func read(_ text: String, _ kind: Kind) throws(RuleFileError) {
        let bytes = Array(text.utf8)
        switch kind {
        case .boxes: _ = try PassiveBoxCatalogue(json: bytes, name: "rules.json")
        case .segregation: _ = try SegregationRules(json: bytes, name: "rules.json")
        case .permissions: _ = try ChannelPermissions(json: bytes, name: "rules.json")
        case .nuclides: _ = try NuclideCatalogue(json: bytes, name: "rules.json")
        }
    }

    static let all = [
        RuleMistake(.boxes, #"{"version""#, #"{"version"#, "R101", ""),
        RuleMistake(.boxes, #""version":"2026-01""#, #""version":"2026""#, "R110", "/version"),
        RuleMistake(.boxes, #""version":"2026-01""#, #""version":2026"#, "R103", "/version"),
        RuleMistake(.boxes, #""version":"2026-01","#, #""#, "R102", "/version"),
        RuleMistake(.boxes, #""boxes":["#, #""boxen":["#, "R104", "/boxen"),
        RuleMistake(.boxes, #""id":"A","#, #""#, "R102", "/boxes/0/id"),
        RuleMistake(.boxes, #""id":"A""#, #""id":"""#, "R106", "/boxes/0/id"),
        RuleMistake(.boxes, #""id":"A""#, #""id":7"#, "R103", "/boxes/0/id"),
        RuleMistake(.boxes, #""regime":"REF""#, #""regime":"FRIDGE9""#, "R107", "/boxes/0/regime"),
        RuleMistake(.boxes, #""inner_litres":8"#, #""inner_litres":0"#, "R105", "/boxes/0/inner_litres"),
        RuleMistake(.boxes, #""inner_litres":8"#, #""inner_litres":"8""#, "R103", "/boxes/0/inner_litres"),
        RuleMistake(.boxes, #""inner_litres":8"#, #""inner_liters":8"#, "R104", "/boxes/0/inner_liters"),
        RuleMistake(.boxes, #""inner_litres":8"#, #""inner_litres":32"#, "R109", "/boxes/0/outer_litres"),
        RuleMistake(.boxes, #""payload_kg":6"#, #""payload_kg":-6"#, "R105", "/boxes/0/payload_kg"),
        RuleMistake(.boxes, #""payload_kg":6"#, #""payload_kg":null"#, "R103", "/boxes/0/payload_kg"),
        RuleMistake(.boxes, #""tare_kg":6"#, #""tare_kg":60000"#, "R105", "/boxes/0/tare_kg"),
        RuleMistake(
            .boxes,
            #"[{"name":"s","low_c":10,"high_c":35,"hold_h":24}]"#,
            #"[]"#,
            "R106",
            "/boxes/0/profiles"
        ),
        RuleMistake(
            .boxes,
            #"[{"name":"s","low_c":10,"high_c":35,"hold_h":24}]"#,
            #"{}"#,
            "R103",
            "/boxes/0/profiles"
        ),
        RuleMistake(
            .boxes,
            #"[{"name":"s","low_c":10,"high_c":35,"hold_h":24}]"#,
            #"["s"]"#,
            "R103",
            "/boxes/0/profiles/0"
        ),
        RuleMistake(
            .boxes,
            #""low_c":10,"high_c":35"#,
            #""low_c":35,"high_c":10"#,
            "R109",
            "/boxes/0/profiles/0/low_c"
        ),
        RuleMistake(.boxes, #""low_c":10"#, #""low_c":-300"#, "R105", "/boxes/0/profiles/0/low_c"),
        RuleMistake(.boxes, #""hold_h":24"#, #""hold_h":0"#, "R105", "/boxes/0/profiles/0/hold_h"),
        RuleMistake(.boxes, #""hold_h":24"#, #""hold_h":86400"#, "R105", "/boxes/0/profiles/0/hold_h"),
        RuleMistake(
            .boxes,
            #""hold_h":24}"#,
            #""hold_h":24},{"name":"s","low_c":-5,"high_c":9,"hold_h":24}"#,
            "R108",
            "/boxes/0/profiles/1/name"
        ),
        RuleMistake(
            .boxes,
            #""hold_h":24}"#,
            #""hold_h":24},{"name":"mild","low_c":15,"high_c":20,"hold_h":12}"#,
            "R109",
            "/boxes/0/profiles/1/hold_h"
        ),
        RuleMistake(
            .boxes,
            #""conditioning_h":12"#,
            #""conditioning_h":-1"#,
            "R105",
            "/boxes/0/conditioning_h"
        ),
        RuleMistake(.boxes, #""opens_allowed":2"#, #""opens_allowed":1.5"#, "R103", "/boxes/0/opens_allowed"),
        RuleMistake(
            .boxes,
            #""opening_penalty_min":20"#,
            #""opening_penalty_min":720"#,
            "R109",
            "/boxes/0/opening_penalty_min"
        ),
        RuleMistake(.boxes, #""returns":true"#, #""returns":"yes""#, "R103", "/boxes/0/returns"),
        RuleMistake(
            .boxes,
            #""source":"test""#,
            #""source":"test","qualified_until":"2026-02-30""#,
            "R110",
            "/boxes/0/qualified_until"
        ),
        RuleMistake(.boxes, #""source":"test""#, #""colour":"blue""#, "R104", "/boxes/0/colour"),
        RuleMistake(.boxes, #"{"version":"2026-01","boxes":"#, #"["#, "R101", ""),
        RuleMistake(.segregation, #""classes":["a","b","c"]"#, #""classes":[]"#, "R106", "/classes"),
        RuleMistake(
            .segregation,
            #""classes":["a","b","c"]"#,
            #""classes":["a","b","a"]"#,
            "R108",
            "/classes/2"
        ),
        RuleMistake(
            .segregation,
            #""classes":["a","b","c"]"#,
            #""classes":["a","b",""]"#,
            "R106",
            "/classes/2"
        ),
        RuleMistake(
            .segregation,
            #""classes":["a","b","c"]"#,
            #""classes":["a","b",3]"#,
            "R103",
            "/classes/2"
        ),
        RuleMistake(.segregation, #""classes":["a","b","c"]"#, #""classes":"abc""#, "R103", "/classes"),
        RuleMistake(.segregation, #"["a","b"],"#, #"["a","d"],"#, "R107", "/pairs/0/between/1"),
        RuleMistake(.segregation, #"["a","b"],"#, #"["a","b","c"],"#, "R105", "/pairs/0/between"),
        RuleMistake(.segregation, #"["a","b"],"#, #"[],"#, "R105", "/pairs/0/between"),
        RuleMistake(.segregation, #"["a","b"],"#, #"["a","a"],"#, "R108", "/pairs/0/between/1"),
        RuleMistake(.segregation, #""keep":"other_box""#, #""keep":"other_planet""#, "R111", "/pairs/0/keep"),
        RuleMistake(.segregation, #""keep":"other_box""#, #""keep":true"#, "R103", "/pairs/0/keep"),
        RuleMistake(.segregation, #""keep":"other_box","#, #""#, "R102", "/pairs/0/keep"),
        RuleMistake(
            .segregation,
            #""source":"test"}"#,
            #""source":"test"},{"between":["b","a"],"keep":"other_box","source":"t"}"#,
            "R108",
            "/pairs/1/between"
        ),
        RuleMistake(
            .segregation,
            #""source":"test"}"#,
            #""source":"test"},{"between":["b","a"],"keep":"other_vehicle","source":"t"}"#,
            "R109",
            "/pairs/1/between"
        ),
        RuleMistake(.segregation, #""source":"test""#, #""source":"""#, "R106", "/pairs/0/source"),
        RuleMistake(.segregation, #""pairs""#, #""couples""#, "R104", "/couples"),
        RuleMistake(.segregation, #"[{"between""#, #"[[],{"between""#, "R103", "/pairs/0"),
        RuleMistake(.permissions, #""id":"X","#, #""#, "R102", "/rules/0/id"),
        RuleMistake(
            .permissions,
            #""countries":["DE"]"#,
            #""countries":["de"]"#,
            "R107",
            "/rules/0/countries/0"
        ),
        RuleMistake(
            .permissions,
            #""countries":["DE"]"#,
            #""countries":["GER"]"#,
            "R107",
            "/rules/0/countries/0"
        ),
        RuleMistake(
            .permissions,
            #""countries":["DE"]"#,
            #""countries":["*","DE"]"#,
            "R109",
            "/rules/0/countries"
        ),
        RuleMistake(.permissions, #""countries":["DE"]"#, #""countries":[]"#, "R106", "/rules/0/countries"),
        RuleMistake(
            .permissions,
            #""products":["p"]"#,
            #""products":["p","p"]"#,
            "R108",
            "/rules/0/products/1"
        ),
        RuleMistake(
            .permissions,
            #""products":["p"]"#,
            #""products":["*","p"]"#,
            "R109",
            "/rules/0/products"
        ),
        RuleMistake(
            .permissions,
            #""channels":["wholesale"]"#,
            #""channels":["retail"]"#,
            "R111",
            "/rules/0/channels/0"
        ),
        RuleMistake(
            .permissions,
            #""channels":["wholesale"]"#,
            #""channels":[]"#,
            "R106",
            "/rules/0/channels"
        ),
        RuleMistake(
            .permissions,
            #""verdict":"forbidden""#,
            #""verdict":"perhaps""#,
            "R111",
            "/rules/0/verdict"
        ),
        RuleMistake(
            .permissions,
            #""verdict":"forbidden""#,
            #""verdict":"conditional""#,
            "R106",
            "/rules/0/needs"
        ),
        RuleMistake(
            .permissions,
            #""verdict":"forbidden""#,
            #""verdict":"forbidden","needs":["licence"]"#,
            "R109",
            "/rules/0/needs"
        ),
        RuleMistake(
            .permissions,
            #""verdict":"forbidden""#,
            #""verdict":"conditional","needs":"licence""#,
            "R103",
            "/rules/0/needs"
        ),
        RuleMistake(.permissions, #""note":"n""#, #""note":"""#, "R106", "/rules/0/note"),
        RuleMistake(
            .permissions,
            #""valid_from":"2026-01-01""#,
            #""valid_from":"01.01.2026""#,
            "R110",
            "/rules/0/valid_from"
        ),
        RuleMistake(
            .permissions,
            #""valid_from":"2026-01-01""#,
            #""valid_from":"2026-01-01","valid_until":"2025-12-31""#,
            "R109",
            "/rules/0/valid_until"
        ),
        RuleMistake(
            .permissions,
            #""valid_from":"2026-01-01""#,
            #""valid_from":20260101"#,
            "R103",
            "/rules/0/valid_from"
        ),
        RuleMistake(
            .permissions,
            #""valid_from":"2026-01-01"}"#,
            #""valid_from":"2026-01-01"},{"id":"X","countries":["FR"],"products":["p"],"channe"#
                + #"ls":["wholesale"],"verdict":"forbidden","note":"n","source":"s","valid_from":"20"#
                + #"26-01-01"}"#,
            "R108",
            "/rules/1/id"
        ),
        RuleMistake(
            .permissions,
            #""valid_from":"2026-01-01"}"#,
            #""valid_from":"2026-01-01"},{"id":"Y","countries":["DE"],"products":["p"],"channe"#
                + #"ls":["wholesale"],"verdict":"allowed","note":"n","source":"s","valid_from":"2026"#
                + #"-06-01"}"#,
            "R109",
            "/rules/1/verdict"
        ),
        RuleMistake(.permissions, #""note":"n""#, #""notes":"n""#, "R104", "/rules/0/notes"),
        RuleMistake(.nuclides, #""half_life":109.77"#, #""half_life":0"#, "R105", "/nuclides/0/half_life"),
        RuleMistake(
            .nuclides,
            #""half_life":109.77"#,
            #""half_life":"109.77""#,
            "R103",
            "/nuclides/0/half_life"
        ),
        RuleMistake(.nuclides, #""unit":"minutes""#, #""unit":"min""#, "R111", "/nuclides/0/unit"),
        RuleMistake(
            .nuclides,
            #""source":"s"}"#,
            #""source":"s"},{"id":"F-18","half_life":1,"unit":"hours","source":"s"}"#,
            "R108",
            "/nuclides/1/id"
        ),
        RuleMistake(
            .nuclides,
            #"[{"id":"F-18","half_life":109.77,"unit":"minutes","source":"s"}]"#,
            #"[]"#,
            "R106",
            "/nuclides"
        ),
        RuleMistake(.nuclides, #""id":"F-18""#, #""id":null"#, "R103", "/nuclides/0/id"),
    ]
}

@Suite("Rule files") struct RuleFileTests {
    @Test(arguments: [RuleMistake.Kind.boxes, .segregation, .permissions, .nuclides])
    func `the sound files are read`(kind: RuleMistake.Kind) throws {
        try RuleMistake.read(RuleMistake.sound(kind), kind)
    }

    @Test func `there are at least sixty mistakes`() {
        #expect(RuleMistake.all.count >= 60)
    }

    @Test(arguments: RuleMistake.all)
    func `a mistake is named with code, place and remedy`(mistake: RuleMistake) throws {
        let sound = RuleMistake.sound(mistake.kind)
        let spoilt = sound.replacing(mistake.old, with: mistake.new, maxReplacements: 1)
        #expect(spoilt != sound)
        let error = #expect(throws: RuleFileError.self) { try RuleMistake.read(spoilt, mistake.kind) }
        let found = try #require(error)
        #expect(found.code == mistake.code)
        #expect(found.pointer == mistake.pointer)
        #expect(!found.remedy.isEmpty)
        #expect(found.description.hasSuffix("(\(mistake.code))"))
    }

    @Test func `a message can be read aloud`() {
        let spoilt = RuleMistake.sound(.segregation).replacing("[\"a\",\"b\"],", with: "[\"a\",\"d\"],")
        let error = #expect(throws: RuleFileError.self) { try RuleMistake.read(spoilt, .segregation) }
        #expect(
            error?.description
                == "rules.json /pairs/0/between/1: “d” is not among the classes; define it first, or correct the "
                + "spelling (R107)"
        )
    }

    @Test func `the shipped rules say what they should`() throws {
        let day = try #require(CalendarDay("2026-03-02"))
        let rules = ChannelPermissions.shipped
        let ban = rules.ruling(country: "CN", product: "vaccine", channel: .directToPatient, on: day)
        #expect(ban.verdict == .forbidden)
        #expect(ban.rules.first?.id == "CN-ONLINE-BAN")
        let narcotic = rules.ruling(country: "CN", product: "narcotic", channel: .directToHospital, on: day)
        #expect(narcotic.verdict == .conditional)
        #expect(narcotic.needs == ["narcotics_certificate"])
        let early = try #require(CalendarDay("2022-11-30"))
        let before = rules.ruling(country: "CN", product: "toxic", channel: .directToPatient, on: early)
        #expect(before.verdict == .allowed)
        let segregation = SegregationRules.shipped
        let saleable = try #require(segregation.classes.firstIndex(of: "saleable"))
        let recalled = try #require(segregation.classes.firstIndex(of: "recalled"))
        #expect(segregation.matrix[recalled, saleable] == .neverSameTrip)
        #expect(NuclideCatalogue.shipped.nuclides.count == 13)
        #expect(PassiveBoxCatalogue.shipped.boxes.count == 4)
    }
}
