/// Every phrase about a day under way that a person may see.
public enum RerunPhrase: String, Hashable, Sendable, CaseIterable {
    // What to watch
    case temperatureAlarm
    case handOverBefore
    case lotRecalled
    case homeAfterShift

    // The terminal
    case rerunState
    case rerunRecommended
    case rerunNotes
    case rerunFiles
    case columnScope
    case columnCost
    case columnLeftOut
    case columnBroken
    case columnTold
    case columnVehicles
    case columnReady
    case columnFile
    case scopeNothing
    case scopeRepair
    case scopeNearby
    case scopeAll
    case scopeAnew
}

extension Strings {
    /// A phrase about a day under way, with its places filled in.
    public func text(_ phrase: RerunPhrase, _ values: [String: String] = [:]) -> String {
        let text =
            switch language {
            case .english: phrase.english
            }
        return filling(text, with: values)
    }
}
