public import VehicleRouting

/// How days go that a plan is tried on: how times spread, what happens, and how the engine looks after it.
public struct DayScenario: Hashable, Sendable {
    /// What the days are drawn from.
    public var seed: UInt64 = 1
    /// How many days are played, at least 1.
    public var days = 20
    /// Standard deviation of the logarithm of the factor that all drives of a day share.
    public var travelDaySpread = 0.08
    /// The same of the factor that each drive has for itself.
    public var travelLegSpread = 0.18
    /// The same of the factor that each service has for itself.
    public var serviceSpread = 0.25
    /// Seconds between two looks at the day, at least 60.
    public var lookEvery = 900
    /// 0 for the cheapest plan at each rerun, 1 to touch nothing but the broken.
    public var stability = 0.5
    /// Iterations of each search of a rerun.
    public var iterations = 2_000
    /// What happens and what people decide; the same on every day.
    public var document = EventDocument()

    /// Days on which nothing happens but that times spread.
    public init() {}
}

/// Reads scenario files; `Docs/simulate.md` has the schema.
public enum ScenarioFile {
    /// Reads the scenario at `path`, for days of `problem`.
    public static func read(_ path: String, about problem: Problem) throws(FormatError) -> DayScenario {
        let bytes = try FileBytes.read(path)
        do {
            return try read(bytes, about: problem)
        } catch {
            throw FormatError(error.reason, at: error.place, in: path)
        }
    }

    /// Reads the scenario that `bytes` are the text of, for days of `problem`; an unknown key is an error.
    public static func read(_ bytes: [UInt8], about problem: Problem) throws(FormatError) -> DayScenario {
        let root = try JSONMembers(try JSONParser.parse(bytes), at: "", called: "the document")
        var keys = JSONKeyGuard(isStrict: true)
        try keys.check(
            root,
            known: [
                "seed", "days", "travel_day_spread", "travel_leg_spread", "service_spread", "look_every",
                "stability",
                "iterations", "events", "overrides",
            ]
        )
        var scenario = DayScenario()
        scenario.seed = UInt64(try root.unsigned("seed") ?? Int(scenario.seed))
        scenario.days = try whole(root, "days", 1...10_000) ?? scenario.days
        scenario.travelDaySpread = try share(root, "travel_day_spread") ?? scenario.travelDaySpread
        scenario.travelLegSpread = try share(root, "travel_leg_spread") ?? scenario.travelLegSpread
        scenario.serviceSpread = try share(root, "service_spread") ?? scenario.serviceSpread
        scenario.lookEvery = try whole(root, "look_every", 60...86_400) ?? scenario.lookEvery
        scenario.stability = try share(root, "stability") ?? scenario.stability
        scenario.iterations = try whole(root, "iterations", 0...100_000_000) ?? scenario.iterations
        if root.has("events") || root.has("overrides") {
            var part = JSONObject()
            for key in ["events", "overrides"] {
                if let value = root.value(key) { part.append(key, value) }
            }
            var reader = EventReader(problem, isStrict: true)
            scenario.document = try reader.read(
                try JSONMembers(.object(part), at: "", called: "the document")
            )
        }
        return scenario
    }

    private static func whole(
        _ members: JSONMembers,
        _ key: String,
        _ range: ClosedRange<Int>
    ) throws(FormatError) -> Int? {
        guard let value = try members.unsigned(key) else { return nil }
        guard range.contains(value) else {
            throw FormatError(
                .outOfRange("\(value)", field: key, range: "from \(range.lowerBound) to \(range.upperBound)"),
                at: members.place(key)
            )
        }
        return value
    }

    private static func share(_ members: JSONMembers, _ key: String) throws(FormatError) -> Double? {
        guard let value = try members.number(key) else { return nil }
        guard (0...1).contains(value) else {
            throw FormatError(
                .outOfRange("\(value)", field: key, range: "from 0 to 1"),
                at: members.place(key)
            )
        }
        return value
    }
}
