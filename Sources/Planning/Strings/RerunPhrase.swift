/// Every phrase about a day under way that a person may see.
public enum RerunPhrase: String, Hashable, Sendable, CaseIterable {
    // What to watch
    case temperatureAlarm
    case handOverBefore
    case lotRecalled
    case homeAfterShift
    case emergencyDirect
    case emergencyCarrier
    case emergencyRelay
    case emergencyNoStock
    case emergencyUnsolved
    case emergencyNoDepot

    // The terminal
    case rerunState
    case rerunRecommended
    case rerunInterrupted
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
    case scopeSteady
    case scopeAll
    case scopeAnew

    // The page
    case pageKicker
    case pageAlternatives
    case pageChanges
    case pageNoChanges
    case pageStop
    case pageWhat
    case pageMap
    case pageMapHint
    case pageGantt
    case pageBefore
    case pageAfter
    case pageNow
    case pageOthers
    case pageDone
    case pageOpen
    case pageEvents
    case pagePlan
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

    /// All phrases about a day under way by name, for templates.
    var allOfRerun: [String: String] {
        Dictionary(uniqueKeysWithValues: RerunPhrase.allCases.map { ($0.rawValue, text($0)) })
    }
}

extension Alternative.Scope {
    /// What may change, in words.
    public var phrase: RerunPhrase {
        switch self {
        case .nothing: .scopeNothing
        case .repair: .scopeRepair
        case .nearby: .scopeNearby
        case .steady: .scopeSteady
        case .all: .scopeAll
        case .anew: .scopeAnew
        }
    }
}
