import Interchange
import RoutingTestSupport
import Testing
import VehicleRouting

@Suite struct EventFileTests {
    private func read(_ text: String, isStrict: Bool = false) throws -> EventDocument {
        var problem = Problem.line(0, 1000)
        problem.measure("boxes")
        problem.addRegimes()
        problem.addDepot(at: 0)
        problem.goodsClasses = ["saleable", "toxic"]
        problem.boxTypes = [BoxType(id: "small", regime: 0, holdTime: 7200)]
        return try EventFile.read(Array(text.utf8), about: problem, isStrict: isStrict)
    }

    private func fault(_ event: String) -> String {
        do {
            _ = try read("{\"events\": [\(event)]}")
            return "read"
        } catch {
            return "\(error)"
        }
    }

    @Test func `every type of event is read with all its keys`() throws {
        let document = try read(
            """
            {"events": [
              {"id": 1, "at": "10:00", "type": "urgent_order", "order": "U1", "site": "S1", "amount": [2],
               "time_windows": [["11:00", "12:30"]], "service": 300, "regime": "REF", "skills": ["adr"],
               "priority": 90, "depots": ["D1"]},
              {"id": 2, "at": 36060, "type": "breakdown", "vehicle": "V1", "location": [-1.5, 53.8],
               "load": "resend", "fetch_by": "12:00"},
              {"id": 3, "at": "10:02:30", "type": "reefer_failure", "vehicle": "V1", "compartment": "cold",
               "temperature_c": 5.5, "ambient_c": 30, "tau_h": 6},
              {"id": 4, "at": "10:03", "type": "temperature_alarm", "vehicle": "V1", "temperature_c": -1.25},
              {"id": 5, "at": "10:04", "type": "road_delay", "centre": [-1.5, 53.8], "radius_km": 2.5,
               "delay": 900, "until": "12:00"},
              {"id": 6, "at": "10:05", "type": "customer_closed", "order": 7, "reopens": ["13:00", "14:00"]},
              {"id": 7, "at": "10:06", "type": "carrier_rejects", "carrier": "C1", "order": 8},
              {"id": 8, "at": "10:07", "type": "driver_out", "vehicle": "V1", "home_by": "15:00"},
              {"id": 9, "at": "10:08", "type": "recall", "lot": "L1", "orders": [1, "O2"]},
              {"id": 10, "at": "10:09", "type": "depot_outage", "depot": "D1"},
              {"id": 11, "at": "10:10", "type": "late_goods", "orders": [3], "release": "11:15"},
              {"id": 12, "at": "25:10", "type": "vehicle_late", "vehicle": "V1", "by": 600}
            ]}
            """
        )
        let times = document.events.map(\.time)
        #expect(times.prefix(4) == [36_000, 36_060, 36_150, 36_180])
        #expect(times.last == 90_600)
        #expect(document.events[11].pointer == "/events/11")
        #expect(document.warnings.isEmpty)
        guard case .urgentOrder(let order) = document.events[0].kind else {
            Issue.record("not an urgent order")
            return
        }
        #expect(order.job.id == "U1")
        #expect(order.place == .named("S1"))
        #expect(order.job.timeWindows == [TimeWindow(opens: 39_600, closes: 45_000)])
        #expect(order.job.priority == 90)
        let point = EventPlace.point(Coordinate(longitude: -1.5, latitude: 53.8))
        let breakdown = DayEvent.Kind.breakdown(vehicle: "V1", place: point, load: .resend, fetchBy: 43_200)
        #expect(document.events[1].kind == breakdown)
        #expect(
            document.events[3].kind
                == .temperatureAlarm(vehicle: "V1", compartment: "body", milliCelsius: -1250)
        )
        #expect(document.events[7].kind == .driverOut(vehicle: "V1", until: .homeBy(54_000)))
        #expect(document.events[8].kind == .recall(lot: "L1", orders: [1, "O2"]))
    }

    @Test func `an urgent order may have whatever a job of a problem has`() throws {
        let document = try read(
            """
            {"events": [
              {"id": 1, "at": "10:00", "type": "urgent_order", "order": "U1", "site": "S1", "delivery": [2],
               "hold_time": 3600, "boxes": [{"type": "small", "count": 2}], "goods_class": "toxic", "boxed": true,
               "levels": {"security": 2}, "permits": [{"name": "lot", "valid_until": "18:00"}], "patient": "P-7K",
               "use_by": "12:00", "due": {"by": "11:30", "late_per_hour": 9}, "release": "10:20",
               "allowed_vehicles": ["V1"], "goods_value": 500, "setup": 60}
            ]}
            """
        )
        guard case .urgentOrder(let order) = document.events[0].kind else {
            Issue.record("not an urgent order")
            return
        }
        var expected = Job(id: "U1", location: 0)
        expected.delivery = [2]
        expected.holdTime = 3600
        expected.boxes = [BoxNeed(type: 0, count: 2)]
        expected.handling.goodsClass = 1
        expected.handling.isBoxed = true
        expected.handling.levels = ["security": 2]
        expected.handling.permits = [Permit("lot", validUntil: 64_800)]
        expected.handling.patient = "P-7K"
        expected.useBy = 43_200
        expected.due = DueTime(by: 41_400, latePerHour: 9)
        expected.release = 37_200
        expected.allowedVehicles = ["V1"]
        expected.goodsValue = Cost(wireUnits: 500)
        expected.setup = 60
        expected.priority = 100
        #expect(order.job == expected)
    }

    @Test(arguments: [
        (#""boxes": [{"type": "large"}]"#, "/events/0/boxes/0/type", "large"),
        (#""regime": "HOT""#, "/events/0/regime", "HOT"),
        (#""goods_class": "toxi""#, "/events/0/goods_class", "toxi"),
        (#""depots": ["D9"]"#, "/events/0/depots", "D9"),
        (#""amount": [1, 2]"#, "/events/0/amount", "2"),
        (#""hold_time": "long""#, "/events/0/hold_time", "long"),
        (#""use_by": "25:99""#, "/events/0/use_by", "25:99"),
    ])
    func `what an urgent order asks for and the problem does not have is refused`(
        piece: String,
        place: String,
        value: String
    ) {
        let order = #""id": 1, "at": 5, "type": "urgent_order", "order": 9, "location_index": 1"#
        let sentence = fault("{\(order), \(piece)}")
        #expect(sentence.hasPrefix("\(place):"), "\(sentence)")
        #expect(sentence.contains(value) && sentence.contains("; "), "\(sentence)")
        #expect(sentence.contains(/\(F2\d\d\)$/), "\(sentence)")
    }

    @Test func `an urgent order collects nothing and is not on board yet`() {
        let order = #""id": 1, "at": 5, "type": "urgent_order", "order": 9, "location_index": 1"#
        for key in [#""pickup": [1]"#, #""aboard": {"vehicle": 1, "compartment": "body"}"#] {
            let text = "{\"events\": [{\(order), \(key)}]}"
            #expect(throws: FormatError.self) { try read(text, isStrict: true) }
        }
    }

    @Test func `every type of override is read with person and reason`() throws {
        let common = "\"person\": \"Ada\", \"reason\": \"phone\""
        let document = try read(
            """
            {"overrides": [
              {"id": 1, "type": "vehicle", "order": 1, "vehicle": "V1", \(common)},
              {"id": 2, "type": "position", "order": 1, \(common)},
              {"id": 3, "type": "time", "order": 1, "at": "11:00", "within": 300, \(common)},
              {"id": 4, "type": "freeze", "vehicle": "V1", \(common)},
              {"id": 5, "type": "forbid", "order": 1, "carrier": "C1", \(common)},
              {"id": 6, "type": "forbid", "order": 1, "vehicle": "V1", \(common)},
              {"id": 7, "type": "together", "orders": [1, 2], \(common)},
              {"id": 8, "type": "apart", "orders": [1, 2], \(common)},
              {"id": 9, "type": "priority", "order": 1, "priority": 100, \(common)},
              {"id": 10, "type": "window", "order": 1, "window": [100, 200], \(common)},
              {"id": 11, "type": "leave_out", "order": 1, \(common)}
            ]}
            """
        )
        #expect(
            document.overrides.map(\.kind) == [
                .vehicle(order: 1, "V1"), .position(order: 1), .time(order: 1, at: 39_600, within: 300),
                .freeze(vehicle: "V1"), .forbidCarrier(order: 1, "C1"), .forbidVehicle(order: 1, "V1"),
                .together(orders: [1, 2]), .apart(orders: [1, 2]), .priority(order: 1, 100),
                .window(order: 1, TimeWindow(opens: 100, closes: 200)), .leaveOut(order: 1),
            ]
        )
        #expect(document.overrides.allSatisfy { $0.person == "Ada" && $0.reason == "phone" })
    }

    @Test func `malformed events are refused with place, fault, remedy and code`() {
        let start = "\"id\": 1, \"at\": \"10:00\""
        let cases = [
            ("{\"at\": \"10:00\"}", "/events/0: 'id' is missing; give the event a name of its own (F202)"),
            ("{\"id\": 1}", "/events/0: 'at' is missing; say when it happened (F202)"),
            (
                "{\"id\": 1, \"at\": \"10:75\", \"type\": \"recall\"}",
                """
                /events/0/at: at should be a time such as "10:40", or whole seconds, but is "10:75"; correct the value \
                (F221)
                """
            ),
            (
                "{\(start), \"type\": \"breakdwon\"}",
                """
                /events/0/type: type refers to 'breakdwon' (did you mean 'breakdown'?), which does not exist; correct the \
                reference or add what it names (F209)
                """
            ),
            (
                "{\(start), \"type\": \"breakdown\"}",
                "/events/0: 'vehicle' is missing; name the vehicle (F202)"
            ),
            (
                "{\(start), \"type\": \"recall\", \"orders\": []}",
                "/events/0: 'orders' is missing; name an order or more (F202)"
            ),
            (
                "{\(start), \"type\": \"driver_out\", \"vehicle\": 1, \"home_by\": 5, \"relieved_at\": 6}",
                "/events/0: 'home_by' and 'relieved_at' exclude each other; keep one of them (F212)"
            ),
        ]
        for (event, expected) in cases { #expect(fault(event) == expected) }
        #expect(fault("{\(start), \"type\": \"road_delay\", \"centre\": [200, 0]}").contains("(F206)"))
        #expect(fault("7").contains("(F221)"))
    }

    /// For every type an event that is right, and pieces of it that are wrong in a way of their own.
    private static let malformed: [(right: String, wrong: [String])] = [
        (
            #""type": "urgent_order", "order": 9, "location_index": 1"#,
            [#""order": 9"#, #""location_index": 1"#]
        ),
        (
            #""type": "breakdown", "vehicle": 1, "load": "lost""#,
            [#""load": "sunk", "vehicle": 1"#, #""load": "lost""#]
        ),
        (
            #""type": "reefer_failure", "vehicle": 1, "temperature_c": 5, "ambient_c": 30, "tau_h": 6"#,
            [
                #""vehicle": 1, "temperature_c": 5, "ambient_c": 30, "tau_h": 0"#,
                #""vehicle": 1, "temperature_c": "warm", "ambient_c": 30, "tau_h": 6"#,
                #""vehicle": 1, "ambient_c": 30, "tau_h": 6"#,
            ]
        ),
        (
            #""type": "temperature_alarm", "vehicle": 1, "compartment": "1", "temperature_c": 9"#,
            [#""vehicle": 1, "compartment": "1""#, #""compartment": "1", "temperature_c": 9"#]
        ),
        (
            #""type": "road_delay", "centre": [0, 0], "radius_km": 1, "delay": 60"#,
            [
                #""centre": [0], "radius_km": 1, "delay": 60"#,
                #""centre": [0, 0], "radius_km": 0, "delay": 60"#,
                #""centre": [0, 0], "radius_km": 1, "delay": -1"#,
            ]
        ),
        (#""type": "customer_closed", "order": 1"#, [#""order": [1]"#, #""reopens": [1, 2]"#]),
        (#""type": "carrier_rejects", "carrier": "C""#, [#""order": 1"#, #""carrier": {}"#]),
        (#""type": "driver_out", "vehicle": 1"#, [#""home_by": 5"#, #""vehicle": 1, "home_by": "soon""#]),
        (#""type": "recall", "lot": "L", "orders": [1]"#, [#""lot": "L""#, #""lot": "L", "orders": 1"#]),
        (#""type": "depot_outage", "depot": "D""#, [#""until": 5"#, #""depot": "D", "until": "late""#]),
        (
            #""type": "stock", "depot": "D", "article": "A", "quantity": 1"#,
            [#""depot": "D", "article": "A", "quantity": -1"#, #""depot": "D", "quantity": 1"#]
        ),
        (
            #""type": "late_goods", "orders": [1], "release": 5"#,
            [#""orders": [1]"#, #""orders": [], "release": 5"#]
        ),
        (
            #""type": "vehicle_late", "vehicle": 1, "by": 5"#,
            [#""vehicle": 1"#, #""vehicle": 1, "by": "a bit""#]
        ),
    ]

    @Test(arguments: malformed.indices)
    func `every type that is malformed is refused with place, remedy and code`(index: Int) throws {
        let (right, wrong) = Self.malformed[index]
        let start = "\"id\": 1, \"at\": 5"
        #expect(try read("{\"events\": [{\(start), \(right)}]}").events.count == 1)
        let type = right.prefix { $0 != "," }
        for piece in wrong {
            let sentence = fault("{\(start), \(type), \(piece)}")
            #expect(sentence.hasPrefix("/events/0"), "\(piece): \(sentence)")
            #expect(sentence.contains("; "), "\(piece): \(sentence)")
            #expect(sentence.contains(/\(F2\d\d\)$/), "\(piece): \(sentence)")
        }
    }

    @Test func `an unknown key is a warning, or an error when asked for`() throws {
        let text = """
            {"events": [{"id": 1, "at": 5, "type": "vehicle_late", "vehicle": 1, "by": 5, "vehcle": 2}]}
            """
        #expect(try read(text).warnings.count == 1)
        #expect(throws: FormatError.self) { try read(text, isStrict: true) }
        #expect(throws: FormatError.self) { try read("{}") }
    }
}
