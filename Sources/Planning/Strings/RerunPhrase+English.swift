extension RerunPhrase {
    /// The table of English; `Strings` explains the braces.
    var english: String {
        switch self {
        // What to watch
        case .temperatureAlarm:
            """
            vehicle {vehicle}, compartment {compartment}: {degrees} °C, without a failure; watch it, keep doors shut, and \
            let quality assurance judge
            """
        case .handOverBefore: "order {order} leaves its temperature range at {time}: hand over before"
        case .lotRecalled: "lot {lot} recalled: {count} {count|order|orders} held or fetched back"
        case .homeAfterShift: "vehicle {vehicle} will be home at {time}, after its hours, whatever it does"

        // The terminal
        case .rerunState:
            "{time}: {events} {events|event or override|events and overrides} taken into account, {done} stops made, {open} to go"
        case .rerunRecommended: "* suits the stability asked for best"
        case .rerunNotes: "To watch:"
        case .rerunFiles: "Written to {folder}:"
        case .columnScope: "may change"
        case .columnCost: "cost"
        case .columnLeftOut: "left out"
        case .columnBroken: "promises broken"
        case .columnTold: "told another time"
        case .columnVehicles: "vehicles changed"
        case .columnReady: "ready after"
        case .columnFile: "plan"
        case .scopeNothing: "nothing, marked broken"
        case .scopeRepair: "what is broken"
        case .scopeNearby: "vehicles nearby"
        case .scopeAll: "the whole fleet"
        case .scopeAnew: "all, planned anew"
        }
    }
}
