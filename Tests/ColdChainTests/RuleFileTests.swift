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
        RuleMistake(.boxes, #"{"version""#, #"{"version"#, "L101", ""),
        RuleMistake(.boxes, #""version":"2026-01""#, #""version":"2026""#, "L110", "/version"),
        RuleMistake(.boxes, #""version":"2026-01""#, #""version":2026"#, "L103", "/version"),
        RuleMistake(.boxes, #""version":"2026-01","#, #""#, "L102", "/version"),
        RuleMistake(.boxes, #""boxes":["#, #""boxen":["#, "L104", "/boxen"),
        RuleMistake(.boxes, #""id":"A","#, #""#, "L102", "/boxes/0/id"),
        RuleMistake(.boxes, #""id":"A""#, #""id":"""#, "L106", "/boxes/0/id"),
        RuleMistake(.boxes, #""id":"A""#, #""id":7"#, "L103", "/boxes/0/id"),
        RuleMistake(.boxes, #""regime":"REF""#, #""regime":"FRIDGE9""#, "L107", "/boxes/0/regime"),
        RuleMistake(.boxes, #""inner_litres":8"#, #""inner_litres":0"#, "L105", "/boxes/0/inner_litres"),
        RuleMistake(.boxes, #""inner_litres":8"#, #""inner_litres":"8""#, "L103", "/boxes/0/inner_litres"),
        RuleMistake(.boxes, #""inner_litres":8"#, #""inner_liters":8"#, "L104", "/boxes/0/inner_liters"),
        RuleMistake(.boxes, #""inner_litres":8"#, #""inner_litres":32"#, "L109", "/boxes/0/outer_litres"),
        RuleMistake(.boxes, #""payload_kg":6"#, #""payload_kg":-6"#, "L105", "/boxes/0/payload_kg"),
        RuleMistake(.boxes, #""payload_kg":6"#, #""payload_kg":null"#, "L103", "/boxes/0/payload_kg"),
        RuleMistake(.boxes, #""tare_kg":6"#, #""tare_kg":60000"#, "L105", "/boxes/0/tare_kg"),
        RuleMistake(
            .boxes,
            #"[{"name":"s","low_c":10,"high_c":35,"hold_h":24}]"#,
            #"[]"#,
            "L106",
            "/boxes/0/profiles"
        ),
        RuleMistake(
            .boxes,
            #"[{"name":"s","low_c":10,"high_c":35,"hold_h":24}]"#,
            #"{}"#,
            "L103",
            "/boxes/0/profiles"
        ),
        RuleMistake(
            .boxes,
            #"[{"name":"s","low_c":10,"high_c":35,"hold_h":24}]"#,
            #"["s"]"#,
            "L103",
            "/boxes/0/profiles/0"
        ),
        RuleMistake(
            .boxes,
            #""low_c":10,"high_c":35"#,
            #""low_c":35,"high_c":10"#,
            "L109",
            "/boxes/0/profiles/0/low_c"
        ),
        RuleMistake(.boxes, #""low_c":10"#, #""low_c":-300"#, "L105", "/boxes/0/profiles/0/low_c"),
        RuleMistake(.boxes, #""hold_h":24"#, #""hold_h":0"#, "L105", "/boxes/0/profiles/0/hold_h"),
        RuleMistake(.boxes, #""hold_h":24"#, #""hold_h":86400"#, "L105", "/boxes/0/profiles/0/hold_h"),
        RuleMistake(
            .boxes,
            #""hold_h":24}"#,
            #""hold_h":24},{"name":"s","low_c":-5,"high_c":9,"hold_h":24}"#,
            "L108",
            "/boxes/0/profiles/1/name"
        ),
        RuleMistake(
            .boxes,
            #""hold_h":24}"#,
            #""hold_h":24},{"name":"mild","low_c":15,"high_c":20,"hold_h":12}"#,
            "L109",
            "/boxes/0/profiles/1/hold_h"
        ),
        RuleMistake(
            .boxes,
            #""conditioning_h":12"#,
            #""conditioning_h":-1"#,
            "L105",
            "/boxes/0/conditioning_h"
        ),
        RuleMistake(.boxes, #""opens_allowed":2"#, #""opens_allowed":1.5"#, "L103", "/boxes/0/opens_allowed"),
        RuleMistake(
            .boxes,
            #""opening_penalty_min":20"#,
            #""opening_penalty_min":720"#,
            "L109",
            "/boxes/0/opening_penalty_min"
        ),
        RuleMistake(.boxes, #""returns":true"#, #""returns":"yes""#, "L103", "/boxes/0/returns"),
        RuleMistake(
            .boxes,
            #""source":"test""#,
            #""source":"test","qualified_until":"2026-02-30""#,
            "L110",
            "/boxes/0/qualified_until"
        ),
        RuleMistake(.boxes, #""source":"test""#, #""colour":"blue""#, "L104", "/boxes/0/colour"),
        RuleMistake(.boxes, #"{"version":"2026-01","boxes":"#, #"["#, "L101", ""),
        RuleMistake(.segregation, #""classes":["a","b","c"]"#, #""classes":[]"#, "L106", "/classes"),
        RuleMistake(
            .segregation,
            #""classes":["a","b","c"]"#,
            #""classes":["a","b","a"]"#,
            "L108",
            "/classes/2"
        ),
        RuleMistake(
            .segregation,
            #""classes":["a","b","c"]"#,
            #""classes":["a","b",""]"#,
            "L106",
            "/classes/2"
        ),
        RuleMistake(
            .segregation,
            #""classes":["a","b","c"]"#,
            #""classes":["a","b",3]"#,
            "L103",
            "/classes/2"
        ),
        RuleMistake(.segregation, #""classes":["a","b","c"]"#, #""classes":"abc""#, "L103", "/classes"),
        RuleMistake(.segregation, #"["a","b"],"#, #"["a","d"],"#, "L107", "/pairs/0/between/1"),
        RuleMistake(.segregation, #"["a","b"],"#, #"["a","b","c"],"#, "L105", "/pairs/0/between"),
        RuleMistake(.segregation, #"["a","b"],"#, #"[],"#, "L105", "/pairs/0/between"),
        RuleMistake(.segregation, #"["a","b"],"#, #"["a","a"],"#, "L108", "/pairs/0/between/1"),
        RuleMistake(.segregation, #""keep":"other_box""#, #""keep":"other_planet""#, "L111", "/pairs/0/keep"),
        RuleMistake(.segregation, #""keep":"other_box""#, #""keep":true"#, "L103", "/pairs/0/keep"),
        RuleMistake(.segregation, #""keep":"other_box","#, #""#, "L102", "/pairs/0/keep"),
        RuleMistake(
            .segregation,
            #""source":"test"}"#,
            #""source":"test"},{"between":["b","a"],"keep":"other_box","source":"t"}"#,
            "L108",
            "/pairs/1/between"
        ),
        RuleMistake(
            .segregation,
            #""source":"test"}"#,
            #""source":"test"},{"between":["b","a"],"keep":"other_vehicle","source":"t"}"#,
            "L109",
            "/pairs/1/between"
        ),
        RuleMistake(.segregation, #""source":"test""#, #""source":"""#, "L106", "/pairs/0/source"),
        RuleMistake(.segregation, #""pairs""#, #""couples""#, "L104", "/couples"),
        RuleMistake(.segregation, #"[{"between""#, #"[[],{"between""#, "L103", "/pairs/0"),
        RuleMistake(.permissions, #""id":"X","#, #""#, "L102", "/rules/0/id"),
        RuleMistake(
            .permissions,
            #""countries":["DE"]"#,
            #""countries":["de"]"#,
            "L107",
            "/rules/0/countries/0"
        ),
        RuleMistake(
            .permissions,
            #""countries":["DE"]"#,
            #""countries":["GER"]"#,
            "L107",
            "/rules/0/countries/0"
        ),
        RuleMistake(
            .permissions,
            #""countries":["DE"]"#,
            #""countries":["*","DE"]"#,
            "L109",
            "/rules/0/countries"
        ),
        RuleMistake(.permissions, #""countries":["DE"]"#, #""countries":[]"#, "L106", "/rules/0/countries"),
        RuleMistake(
            .permissions,
            #""products":["p"]"#,
            #""products":["p","p"]"#,
            "L108",
            "/rules/0/products/1"
        ),
        RuleMistake(
            .permissions,
            #""products":["p"]"#,
            #""products":["*","p"]"#,
            "L109",
            "/rules/0/products"
        ),
        RuleMistake(
            .permissions,
            #""channels":["wholesale"]"#,
            #""channels":["retail"]"#,
            "L111",
            "/rules/0/channels/0"
        ),
        RuleMistake(
            .permissions,
            #""channels":["wholesale"]"#,
            #""channels":[]"#,
            "L106",
            "/rules/0/channels"
        ),
        RuleMistake(
            .permissions,
            #""verdict":"forbidden""#,
            #""verdict":"perhaps""#,
            "L111",
            "/rules/0/verdict"
        ),
        RuleMistake(
            .permissions,
            #""verdict":"forbidden""#,
            #""verdict":"conditional""#,
            "L106",
            "/rules/0/needs"
        ),
        RuleMistake(
            .permissions,
            #""verdict":"forbidden""#,
            #""verdict":"forbidden","needs":["licence"]"#,
            "L109",
            "/rules/0/needs"
        ),
        RuleMistake(
            .permissions,
            #""verdict":"forbidden""#,
            #""verdict":"conditional","needs":"licence""#,
            "L103",
            "/rules/0/needs"
        ),
        RuleMistake(.permissions, #""note":"n""#, #""note":"""#, "L106", "/rules/0/note"),
        RuleMistake(
            .permissions,
            #""valid_from":"2026-01-01""#,
            #""valid_from":"01.01.2026""#,
            "L110",
            "/rules/0/valid_from"
        ),
        RuleMistake(
            .permissions,
            #""valid_from":"2026-01-01""#,
            #""valid_from":"2026-01-01","valid_until":"2025-12-31""#,
            "L109",
            "/rules/0/valid_until"
        ),
        RuleMistake(
            .permissions,
            #""valid_from":"2026-01-01""#,
            #""valid_from":20260101"#,
            "L103",
            "/rules/0/valid_from"
        ),
        RuleMistake(
            .permissions,
            #""valid_from":"2026-01-01"}"#,
            #""valid_from":"2026-01-01"},{"id":"X","countries":["FR"],"products":["p"],"channe"#
                + #"ls":["wholesale"],"verdict":"forbidden","note":"n","source":"s","valid_from":"20"#
                + #"26-01-01"}"#,
            "L108",
            "/rules/1/id"
        ),
        RuleMistake(
            .permissions,
            #""valid_from":"2026-01-01"}"#,
            #""valid_from":"2026-01-01"},{"id":"Y","countries":["DE"],"products":["p"],"channe"#
                + #"ls":["wholesale"],"verdict":"allowed","note":"n","source":"s","valid_from":"2026"#
                + #"-06-01"}"#,
            "L109",
            "/rules/1/verdict"
        ),
        RuleMistake(.permissions, #""note":"n""#, #""notes":"n""#, "L104", "/rules/0/notes"),
        RuleMistake(.nuclides, #""half_life":109.77"#, #""half_life":0"#, "L105", "/nuclides/0/half_life"),
        RuleMistake(
            .nuclides,
            #""half_life":109.77"#,
            #""half_life":"109.77""#,
            "L103",
            "/nuclides/0/half_life"
        ),
        RuleMistake(.nuclides, #""unit":"minutes""#, #""unit":"min""#, "L111", "/nuclides/0/unit"),
        RuleMistake(
            .nuclides,
            #""source":"s"}"#,
            #""source":"s"},{"id":"F-18","half_life":1,"unit":"hours","source":"s"}"#,
            "L108",
            "/nuclides/1/id"
        ),
        RuleMistake(
            .nuclides,
            #"[{"id":"F-18","half_life":109.77,"unit":"minutes","source":"s"}]"#,
            #"[]"#,
            "L106",
            "/nuclides"
        ),
        RuleMistake(.nuclides, #""id":"F-18""#, #""id":null"#, "L103", "/nuclides/0/id"),
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
                + "spelling (L107)"
        )
    }

    @Test func `the shipped rules say what they should`() throws {
        let day = try #require(CalendarDay("2026-03-02"))
        let rules = ChannelPermissions.shipped
        let ban = try #require(rules.rules.first { $0.id == "CN-ONLINE-BAN" })
        #expect(ban.verdict == .forbidden && ban.countries == ["CN"] && ban.channels == [.directToPatient])
        #expect(ban.products.contains("vaccine"))
        let narcotic = try #require(rules.rules.first { $0.id == "CN-NARCOTIC-CERTIFICATE" })
        #expect(narcotic.verdict == .conditional && narcotic.needs == ["narcotics_certificate"])
        #expect(rules.inForce(on: day) == rules.rules)
        let early = try #require(CalendarDay("2022-11-30"))
        #expect(!rules.inForce(on: early).contains(ban))
        let segregation = SegregationRules.shipped
        let saleable = try #require(segregation.classes.firstIndex(of: "saleable"))
        let recalled = try #require(segregation.classes.firstIndex(of: "recalled"))
        #expect(segregation.matrix[recalled, saleable] == .neverSameTrip)
        #expect(NuclideCatalogue.shipped.nuclides.count == 13)
        #expect(PassiveBoxCatalogue.shipped.boxes.count == 4)
    }
}
