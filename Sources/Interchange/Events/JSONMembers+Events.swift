import VehicleRouting

extension JSONMembers {
    /// A member that must be there.
    func needed<Value>(
        _ key: String,
        _ remedy: String,
        _ read: (String) throws(FormatError) -> Value?
    ) throws(FormatError) -> Value {
        guard let value = try read(key) else { throw missing(key, remedy: remedy) }
        return value
    }

    /// A text that must be there and must not be empty.
    func neededText(_ key: String, _ remedy: String) throws(FormatError) -> String {
        guard let text = try text(key), !text.isEmpty else { throw missing(key, remedy: remedy) }
        return text
    }

    /// The vehicle that must be named.
    func vehicle() throws(FormatError) -> Identifier {
        guard let vehicle = try identifier("vehicle") else {
            throw missing("vehicle", remedy: "name the vehicle")
        }
        return vehicle
    }

    /// The order that must be named.
    func order() throws(FormatError) -> Identifier {
        guard let order = try identifier("order") else { throw missing("order", remedy: "name the order") }
        return order
    }

    /// The orders that must be named, at least so many.
    func orders(atLeast count: Int) throws(FormatError) -> [Identifier] {
        guard let orders = try identifiers("orders"), orders.count >= count else {
            throw missing("orders", remedy: "name \(count == 1 ? "an order" : "\(count) orders") or more")
        }
        return orders
    }

    /// A point in time: whole seconds, or a time of day as text.
    func time(_ key: String) throws(FormatError) -> Seconds? {
        guard let value = object[key] else { return nil }
        return try value.time(key, at: path(key))
    }

    func neededTime(_ key: String, _ remedy: String) throws(FormatError) -> Seconds {
        guard let time = try time(key) else { throw missing(key, remedy: remedy) }
        return time
    }

    func window(_ key: String) throws(FormatError) -> TimeWindow? {
        guard let value = object[key] else { return nil }
        return try value.window(at: path(key))
    }

    /// Degrees Celsius as thousandths; must be there.
    func degrees(_ key: String) throws(FormatError) -> Int {
        guard let degrees = try number(key) else {
            throw missing(key, remedy: "add the temperature in degrees Celsius")
        }
        guard abs(degrees) <= 300 else {
            let range = "between -300 and 300"
            throw FormatError(.outOfRange("\(degrees)", field: key, range: range), at: place(key))
        }
        return Int((degrees * 1000).rounded())
    }

    func coordinate(_ key: String) throws(FormatError) -> Coordinate? {
        guard let value = object[key] else { return nil }
        guard case .array(let pair) = value, pair.count == 2, let east = pair[0].number,
            let north = pair[1].number
        else { throw wrongType(key, expected: "[longitude, latitude]", value) }
        guard (-180...180).contains(east), (-90...90).contains(north) else {
            let range = "a longitude from -180 to 180 and a latitude from -90 to 90"
            throw FormatError(.outOfRange("[\(east), \(north)]", field: key, range: range), at: place(key))
        }
        return Coordinate(longitude: east, latitude: north)
    }

    /// A place, by one of three keys; nil when there is none.
    func place() throws(FormatError) -> EventPlace? {
        if let site = try identifier("site") { return .named(site) }
        if let point = try coordinate("location") { return .point(point) }
        return try unsigned("location_index").map(EventPlace.index)
    }

    func unknownWord(_ word: String, _ key: String, among known: [String]) -> FormatError {
        let nearest = NearestWord.of(word, among: known)
        return FormatError(
            .unknownReference(key, to: "'\(word)'" + (nearest.map { " (did you mean '\($0)'?)" } ?? "")),
            at: place(key)
        )
    }
}

extension JSONValue {
    /// Keys of jobs whose values are points in time.
    private static let times: Set = ["time_windows", "use_by", "good_until", "release", "by", "valid_until"]

    /// A job with seconds in place of times of day.
    var inSeconds: JSONValue { inSeconds(isTime: false) }

    private func inSeconds(isTime: Bool) -> JSONValue {
        switch self {
        case .string(let text) where isTime:
            return EventFile.seconds(ofTime: text).map { JSONValue($0) } ?? self
        case .array(let values): return .array(values.map { $0.inSeconds(isTime: isTime) })
        case .object(let object):
            var changed = JSONObject()
            for (key, value) in zip(object.keys, object.values) {
                changed.append(key, value.inSeconds(isTime: Self.times.contains(key)))
            }
            return .object(changed)
        default: return self
        }
    }

    /// Whole seconds, or a time of day.
    func time(_ field: String, at pointer: String) throws(FormatError) -> Seconds {
        guard case .string(let text) = self else {
            return try unsigned(field, upTo: Int(UInt32.max), at: pointer)
        }
        guard let time = EventFile.seconds(ofTime: text) else {
            throw FormatError(
                .wrongType(field, expected: "a time such as \"10:40\", or whole seconds", found: shown),
                at: .pointer(pointer)
            )
        }
        return time
    }

    /// A pair of times, both included.
    func window(at pointer: String) throws(FormatError) -> TimeWindow {
        guard case .array(let bounds) = self, bounds.count == 2 else {
            throw FormatError(
                .wrongType("a time window", expected: "a list of two times", found: shown),
                at: .pointer(pointer)
            )
        }
        let opens = try bounds[0].time("the opening", at: pointer + "/0")
        let closes = try bounds[1].time("the closing", at: pointer + "/1")
        guard opens <= closes else {
            throw FormatError(
                .reversedWindow(opens: bounds[0].shown, closes: bounds[1].shown),
                at: .pointer(pointer)
            )
        }
        return TimeWindow(opens: opens, closes: closes)
    }
}
