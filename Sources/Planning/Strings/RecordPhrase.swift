/// Every phrase about temperature records; `Strings` explains the braces.
enum RecordPhrase: String, Hashable, Sendable, CaseIterable {
    case heading
    case record
    case sensor
    case inside
    case tooWarm
    case tooCold
    case complete
    case covered
    case gap
    case kineticKept
    case kineticOutside
    case kineticTooLong
    case kineticTooWarm
    case sound
    case notSound

    /// The table of English.
    fileprivate var english: String {
        switch self {
        case .heading: "Label {regime}, {range}; a reading at least every {interval}"
        case .record: "{count} {count|reading|readings} from {from} to {to}: {low} to {high} °C"
        case .sensor:
            "Sensor {sensor}, {count} {count|reading|readings} from {from} to {to}: {low} to {high} °C"
        case .inside: "inside the range of the label all the time"
        case .tooWarm: "too warm from {from} to {to}, for {time}: up to {extreme} °C"
        case .tooCold: "too cold from {from} to {to}, for {time}: down to {extreme} °C"
        case .complete: "no reading is missing"
        case .covered: "{share} % covered; no reading {gaps}"
        case .gap: "from {from} to {to}"
        case .kineticKept: "mean kinetic temperature: every window keeps its limit"
        case .kineticOutside: "mean kinetic temperature: nothing averages away {extreme} °C"
        case .kineticTooLong: "mean kinetic temperature: spikes of {time} in a window are too long"
        case .kineticTooWarm: "mean kinetic temperature: {mean} °C in the worst window is too warm"
        case .sound: "The record is complete and inside the range."
        case .notSound:
            "The record is not complete and inside the range; what becomes of the goods is for a quality person to say."
        }
    }
}

extension Strings {
    /// A phrase about temperature records without places.
    subscript(phrase: RecordPhrase) -> String {
        switch language {
        case .english: phrase.english
        }
    }

    /// A phrase about temperature records with its places filled in.
    func text(_ phrase: RecordPhrase, _ values: [String: String]) -> String {
        filling(self[phrase], with: values)
    }
}
