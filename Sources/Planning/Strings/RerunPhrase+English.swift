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
        case .emergencyDirect: "order {order}: vehicle {vehicle} fetches it at {depot} and is there at {time}"
        case .emergencyCarrier:
            """
            order {order}: ask {carriers} at once; {carrier} is cheapest, {price} from {depot}, and could be there at {time}
            """
        case .emergencyRelay:
            """
            order {order}: vehicle {first} takes it from {depot} to {via} by {by}; vehicle {second} fetches it there and \
            arrives at {time}
            """
        case .emergencyNoStock: "order {order}: no depot that may give it out has enough {article} left"
        case .emergencyUnsolved:
            "urgent orders could not be assigned together ({why}); each goes where it is cheapest by itself"
        case .emergencyNoDepot: "order {order}: no depot that may give it out loads vehicles today"

        // The terminal
        case .rerunState:
            "{time}: {events} {events|event or override|events and overrides} taken into account, {done} stops made, {open} to go"
        case .rerunRecommended: "* suits the stability asked for best"
        case .rerunInterrupted: "Interrupted: these are the alternatives found until then."
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
        case .scopeSteady: "the whole fleet, times kept"
        case .scopeAll: "the whole fleet"
        case .scopeAnew: "all, planned anew"

        // The page
        case .pageKicker: "Rerun at {time}"
        case .pageAlternatives: "Alternatives"
        case .pageChanges: "What changes with {plan}"
        case .pageNoChanges: "Nobody has to do anything else than planned."
        case .pageStop: "Stop"
        case .pageWhat: "What changes"
        case .pageMap: "Before and after, on the map"
        case .pageMapHint:
            "Vehicles that change are in colour, each in the same on both maps; the others are pale."
        case .pageGantt: "Before and after, by the clock"
        case .pageBefore: "before"
        case .pageAfter: "after"
        case .pageNow: "now"
        case .pageOthers: "{count} {count|other vehicle does|other vehicles do} what was planned."
        case .pageDone: "Stops made"
        case .pageOpen: "Stops to go"
        case .pageEvents: "Events and overrides"
        case .pagePlan: "Recommended"
        }
    }
}
