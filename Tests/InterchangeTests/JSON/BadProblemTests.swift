import Interchange
import Testing
import VehicleRouting

/// Problem files with one thing wrong: each is refused with its code, its place and a remedy.
struct BadProblemTests {
    /// One thing that is wrong.
    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var part: String
        var replacement: String
        var message: String

        init(_ name: String, _ part: String, _ replacement: String, _ message: String) {
            testDescription = name
            self.part = part
            self.replacement = replacement
            self.message = message
        }
    }

    /// A file that is right as it stands.
    static let right = """
        {
          "vehicles": [{"id": 1, "start_index": 0, "end_index": 0, "capacity": [9, 4], "speed_factor": 1}],
          "jobs": [
            {"id": 1, "location_index": 1, "delivery": [2, 1], "service": 300, "time_windows": [[0, 50], [60, 90]]},
            {"id": 2, "location_index": 2, "priority": 10}
          ],
          "shipments": [
            {"pickup": {"id": 5, "location_index": 1}, "delivery": {"id": 5, "location_index": 2}, "amount": [1, 1]}
          ],
          "matrices": {"car": {"durations": [[0, 3, 4], [3, 0, 5], [4, 5, 0]]}}
        }
        """

    static let cases = [
        Case(
            "channel rule without a verdict",
            "\"jobs\": [",
            "\"channel_rules\": [{\"id\": \"R1\", \"needs\": [\"x\"]}], \"jobs\": [",
            "/channel_rules/0: 'verdict' is missing; say whether it is forbidden or conditional (F202)"
        ),
        Case(
            "channel rule of a depot that is not there",
            "\"jobs\": [",
            "\"channel_rules\": [{\"id\": 1, \"verdict\": \"conditional\", \"depots\": [\"X\"]}], \"jobs\": [",
            "/channel_rules/0/depots: depots refers to the depot 'X', which does not exist; correct the reference or add what it names (F209)"
        ),
        Case(
            "no id",
            "{\"id\": 2, ",
            "{",
            "/jobs/1: Invalid or missing id for job; give it a whole number or a text that is not empty (F222)"
        ),
        Case(
            "id twice",
            "{\"id\": 2, ",
            "{\"id\": 1, ",
            "/jobs/1: Duplicate job id: 1; give each job a name of its own (F222)"
        ),
        Case(
            "no vehicles",
            "[{\"id\": 1, \"start_index\": 0, \"end_index\": 0, \"capacity\": [9, 4], \"speed_factor\": 1}]",
            "[]",
            "the whole document: No vehicle defined; add a vehicle (F222)"
        ),
        Case(
            "neither start nor end",
            "\"start_index\": 0, \"end_index\": 0, ",
            "",
            "/vehicles/0: No start or end specified for vehicle 1; add 'start', 'end' or both (F222)"
        ),
        Case(
            "a profile without a matrix",
            "\"speed_factor\": 1",
            "\"profile\": \"bike\"",
            "/vehicles/0/profile: Invalid profile: bike; use one of the matrices: car (F222)"
        ),
        Case(
            "goods on board beside compartments",
            "\"speed_factor\": 1",
            "\"ballast\": [1, 0], \"compartments\": [{\"id\": \"a\"}]",
            "/vehicles/0/ballast: 'ballast' stands at vehicle 1, which has compartments; "
                + "say of each compartment what is in it (F212)"
        ),
        Case(
            "a short row",
            "[3, 0, 5]",
            "[3, 0]",
            """
            /matrices/car/durations/1: Unexpected matrix line length; row 1 should have 3 entries, as many as there \
            are rows (F222)
            """
        ),
        Case(
            "windows that overlap",
            "[60, 90]",
            "[50, 90]",
            """
            /jobs/0/time_windows: Unsorted or overlapping time-windows for job 1; 0–50 and 50–90 share time, so join \
            them or move one (F222)
            """
        ),
        Case(
            "a window the wrong way round",
            "[60, 90]",
            "[90, 60]",
            "/jobs/0/time_windows/1: the window opens at 90 but closes at 60; swap the two times or correct one (F208)"
        ),
        Case(
            "a decimal where VROOM wants none",
            "\"service\": 300",
            "\"service\": 300.0",
            "/jobs/0/service: service should be a whole number without decimals, but is 300.0; correct the value (F221)"
        ),
        Case(
            "a negative time",
            "\"service\": 300",
            "\"service\": -300",
            "/jobs/0/service: service should be between 0 and 4294967295, but is -300; correct the number (F206)"
        ),
        Case(
            "null",
            "\"service\": 300",
            "\"service\": null",
            "/jobs/0/service: service should be a whole number without decimals, but is null; correct the value (F221)"
        ),
        Case(
            "a time in words",
            "\"service\": 300",
            "\"service\": \"5 min\"",
            """
            /jobs/0/service: service should be a whole number without decimals, but is "5 min"; correct the value (F221)
            """
        ),
        Case(
            "too great a priority",
            "\"priority\": 10",
            "\"priority\": 101",
            "/jobs/1/priority: priority should be between 0 and 100, but is 101; correct the number (F206)"
        ),
        Case(
            "too fast",
            "\"speed_factor\": 1",
            "\"speed_factor\": 5.5",
            "/vehicles/0/speed_factor: speed_factor should be above 0 and at most 5, but is 5.5; correct the number (F206)"
        ),
        Case(
            "amounts of different length",
            "\"delivery\": [2, 1]",
            "\"delivery\": [2]",
            "/jobs/0/delivery: delivery should have 2 entries, but has 1; add or remove entries (F207)"
        ),
        Case(
            "a place outside the matrix",
            "\"location_index\": 2, \"priority\"",
            "\"location_index\": 3, \"priority\"",
            "/jobs/1/location_index: location_index should be below 3, the number of places, but is 3; correct the number (F206)"
        ),
        Case(
            "a job nowhere",
            "\"location_index\": 2, \"priority\"",
            "\"priority\"",
            "/jobs/1: 'location' is missing; add [longitude, latitude] or 'location_index' (F202)"
        ),
        Case(
            "a shipment without delivery",
            "\"delivery\": {\"id\": 5, \"location_index\": 2}, ",
            "",
            "/shipments/0: 'delivery' is missing; say where the goods are delivered (F202)"
        ),
        Case(
            "a regime that is not there",
            "\"priority\": 10",
            "\"regime\": \"REF\"",
            """
            /jobs/1/regime: regime refers to the regime 'REF', which does not exist; correct the reference or add \
            what it names (F209)
            """
        ),
        Case(
            "a misspelt regime",
            "\"priority\": 10",
            "\"regimme\": \"REF\"",
            """
            /jobs/1/regimme: there is no key 'regimme', but it is nearly 'regime', without which a promise would be \
            dropped; correct it, or rename it if it means something else (F224)
            """
        ),
        Case(
            "windows by the name that vehicles have for theirs",
            "\"priority\": 10",
            "\"time_window\": [[0, 50]]",
            """
            /jobs/1/time_window: there is no key 'time_window', but it is nearly 'time_windows', without which a \
            promise would be dropped; correct it, or rename it if it means something else (F224)
            """
        ),
        Case(
            "a misspelt limit",
            "\"speed_factor\": 1",
            "\"max_task\": 4",
            """
            /vehicles/0/max_task: there is no key 'max_task', but it is nearly 'max_tasks', without which a promise \
            would be dropped; correct it, or rename it if it means something else (F224)
            """
        ),
        Case(
            "steps of another file",
            "\"speed_factor\": 1",
            "\"steps\": [{\"type\": \"job\", \"id\": 9}]",
            """
            /vehicles/0/steps/0/id: a step refers to job 9, which does not exist; correct the reference or add what it \
            names (F209)
            """
        ),
        Case(
            "a job in two steps",
            "\"speed_factor\": 1",
            "\"steps\": [{\"type\": \"job\", \"id\": 1}, {\"type\": \"job\", \"id\": 1}]",
            "/vehicles/0/steps/1: Duplicate job id in input steps: 1; let one vehicle do it, once (F222)"
        ),
        Case(
            "the old and the new key for matrices",
            "\"speed_factor\": 1}],",
            "\"speed_factor\": 1}],\n \"matrix\": [],",
            "/matrix: 'matrix' and 'matrices' stand side by side; remove the old key 'matrix' (F212)"
        ),
        Case(
            "a missing comma",
            "\"service\": 300, ",
            "\"service\": 300 ",
            "line 4, column 71: a comma or the end of the object should be here, not '\"'; correct the JSON text (F220)"
        ),
        Case(
            "a key twice",
            "\"priority\": 10",
            "\"id\": 3",
            "line 5, column 36: the key 'id' occurs twice in one object; correct the JSON text (F220)"
        ),
        Case(
            "a list instead of an object",
            "{\"id\": 2, \"location_index\": 2, \"priority\": 10}",
            "[2]",
            "/jobs/1: a job should be an object, but is a list; correct the value (F221)"
        ),
    ]

    @Test func `the file is right before anything is changed`() throws {
        #expect(try ProblemFile.read(Array(Self.right.utf8), isStrict: true).problem.jobs.count == 2)
    }

    @Test(arguments: cases)
    func `a bad problem is refused with place, value and remedy`(bad: Case) {
        let text = Self.right.replacing(once: bad.part, with: bad.replacement)
        let error = #expect(throws: FormatError.self) { try ProblemFile.read(Array(text.utf8)) }
        #expect(error?.description == bad.message)
    }

    /// The start of `right` with classes of goods, a regime and a compartment.
    private static func prepared(_ cleaning: String, _ compartment: String) -> String {
        right.replacing(
            once: "{\n  \"vehicles\": [{\"id\": 1, ",
            with: """
                {
                  "goods_classes": ["saleable", "recalled"], "regimes": [{"id": "REF", "min_c": 2, "max_c": 8}],
                  "cleaning": [\(cleaning)],
                  "vehicles": [{"id": 1, "compartments": [{"id": "A", "regimes": ["REF"], \(compartment)}],
                """
        )
    }

    @Test func `changeovers and cleaning are read`() throws {
        let text = Self.prepared(
            #"{"after": "recalled", "before": "saleable", "seconds": 900}"#,
            #""changeover": [{"to": "REF", "seconds": 1800}], "running": "REF", "carried": ["recalled"]"#
        )
        let problem = try ProblemFile.read(Array(text.utf8), isStrict: true).problem
        #expect(problem.cleaning[after: 1, before: 0] == 900)
        #expect(problem.vehicles[0].compartments[0].changeovers == [Changeover(to: 0, seconds: 1800)])
        #expect(problem.vehicles[0].compartments[0].state == CompartmentState(regime: 0, carried: [1]))
    }

    @Test(arguments: [
        (#"{"after": "recalled", "seconds": 9}"#, "", "F202", "/cleaning/0"),
        (#"{"after": "recaled", "before": "saleable", "seconds": 9}"#, "", "F209", "/cleaning/0/after"),
        (#"{"after": "recalled", "before": "saleable", "seconds": -9}"#, "", "F206", "/cleaning/0/seconds"),
        (
            #"{"after": "recalled", "before": "saleable", "seconds": 9}, {"after": "recalled", "before": "saleable", "seconds": 9}"#,
            "", "F210", "/cleaning/1"
        ),
        ("", #""changeover": [{"seconds": 9}]"#, "F202", "/vehicles/0/compartments/0/changeover/0"),
        ("", #""changeover": [{"to": "FRZ", "seconds": 9}]"#, "F209", "/changeover/0/to"),
        (
            "", #""changeover": [{"to": "REF", "seconds": 9}, {"to": "REF", "seconds": 8}]"#, "F210",
            "/changeover/1"
        ),
        ("", #""running": "FRZ""#, "F209", "/compartments/0/running"),
        ("", #""carried": ["dirty"]"#, "F209", "/compartments/0/carried"),
    ])
    func `a mistake about changeovers or cleaning has its code and place`(
        cleaning: String,
        compartment: String,
        code: String,
        place: String
    ) throws {
        let text = Self.prepared(cleaning, compartment.isEmpty ? #""capacity": [9, 4]"# : compartment)
        let error = #expect(throws: FormatError.self) { try ProblemFile.read(Array(text.utf8)) }
        let message = error?.description ?? ""
        #expect(message.hasSuffix("(\(code))"), "\(message)")
        #expect(message.contains(place), "\(message)")
    }

    @Test func `clients of VROOM find its words in the error alone`() {
        let text = Self.right.replacing(once: "{\"id\": 2, ", with: "{\"id\": 1, ")
        let error = #expect(throws: FormatError.self) { try ProblemFile.read(Array(text.utf8)) }
        #expect(error?.vroomMessage == "Duplicate job id: 1.")
    }

    @Test(arguments: [
        ("", "line 1, column 1: the text ends where a value should be; correct the JSON text (F220)"),
        ("{\"a\": 01}", "line 1, column 7: a number may not begin with 0; correct the JSON text (F220)"),
        ("{\"a\": 1.}", "line 1, column 9: a digit should follow the point; correct the JSON text (F220)"),
        ("[1, 2", "line 1, column 6: the text ends inside the list; correct the JSON text (F220)"),
        (
            "{\"a\": \"x\ny\"}",
            "line 1, column 9: a line end or control character stands inside a text; correct the JSON text (F220)"
        ),
        ("{\"a\": \"\\q\"}", "line 1, column 8: there is no escape \\q; correct the JSON text (F220)"),
        (
            "{\"a\": \"\\ud800\"}",
            "line 1, column 8: \\u should be followed by four hexadecimal digits of a character; correct the JSON text (F220)"
        ),
        (
            "{} {}",
            "line 1, column 4: there is more text after the end of the document; correct the JSON text (F220)"
        ),
        (
            "{'a': 1}",
            "line 1, column 2: a key in quotation marks should be here; correct the JSON text (F220)"
        ),
        ("{\"a\": 1e999}", "line 1, column 7: the number 1e999 is too large; correct the JSON text (F220)"),
        ("[nul]", "line 1, column 2: 'n' stands where a value should be; correct the JSON text (F220)"),
    ])
    func `a mistake in the JSON itself is named by line and column`(text: String, message: String) {
        let error = #expect(throws: FormatError.self) { try ProblemFile.read(Array(text.utf8)) }
        #expect(error?.description == message)
    }

    @Test func `nesting without end and bytes that are no text are refused`() {
        let deep = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
        #expect(throws: FormatError.self) { try ProblemFile.read(deep) }
        let noText: [UInt8] = Array("{\"a\": \"".utf8) + [0xFF, 0xFE] + Array("\"}".utf8)
        let error = #expect(throws: FormatError.self) { try ProblemFile.read(noText) }
        #expect(
            error?.description == "line 1, column 7: the text is not in UTF-8; correct the JSON text (F220)"
        )
    }
}
