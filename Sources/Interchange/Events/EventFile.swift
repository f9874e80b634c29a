public import VehicleRouting

/// What an event file says: what happened, and what people have decided.
public struct EventDocument: Hashable, Sendable {
    /// What happened, in the order of the file.
    public var events: [DayEvent]
    /// What people have decided, in the order of the file.
    public var overrides: [DayOverride]
    /// What was read but has no effect.
    public var warnings: [FormatWarning]

    /// A document of these events and overrides.
    public init(events: [DayEvent] = [], overrides: [DayOverride] = []) {
        self.events = events
        self.overrides = overrides
        warnings = []
    }
}

/// Reads event files; `Docs/events.md` has the schema.
public enum EventFile {
    /// Reads the event file at `path`, about a day of `problem`.
    public static func read(
        _ path: String,
        about problem: Problem,
        isStrict: Bool = false
    ) throws(FormatError) -> EventDocument {
        let bytes = try FileBytes.read(path)
        do {
            return try read(bytes, about: problem, isStrict: isStrict)
        } catch {
            throw FormatError(error.reason, at: error.place, in: path)
        }
    }

    /// Reads the events that `bytes` are the text of, about a day of `problem`.
    public static func read(
        _ bytes: [UInt8],
        about problem: Problem,
        isStrict: Bool = false
    ) throws(FormatError) -> EventDocument {
        let root = try JSONMembers(try JSONParser.parse(bytes), at: "", called: "the document")
        var reader = EventReader(problem, isStrict: isStrict)
        return try reader.read(root)
    }

    /// A time of day as people write it: `10:40`, `10:40:30`, or `25:10` for ten past one on the next day; nil when the
    /// text is no such time.
    public static func seconds(ofTime text: String) -> Seconds? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count) else { return nil }
        var numbers: [Int] = []
        for part in parts {
            guard (1...2).contains(part.utf8.count), part.utf8.allSatisfy({ (48...57).contains($0) }),
                let number = Int(part)
            else { return nil }
            numbers.append(number)
        }
        guard numbers[1] < 60, numbers.count < 3 || numbers[2] < 60 else { return nil }
        return numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
    }
}
