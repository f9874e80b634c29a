extension QuestionPhrase {
    /// The table of English; `Strings` explains the braces.
    var english: String {
        switch self {
        // Parts of several answers
        case .orderForPlace: "{order} for {place}"
        case .moneyMore: "{amount} more"
        case .moneyLess: "{amount} less"
        case .moneySame: "the same"
        case .beforeClosing: "{time}, {margin} before its window closes"
        case .afterClosing: "{time}, {margin} after its window has closed"
        case .carrierOffer: "Carrier {carrier} would take it for {price}"
        case .placeOfJob: "{vehicle}, stop {stop} of {stops}: {begin}"
        case .placeOfShipment:
            "{vehicle}, fetched at stop {first}: {fetched}; handed over at stop {stop} of {stops}: {begin}"
        case .freshVehicle: "{place}; the vehicle is in the yard otherwise"

        // Where one more order goes
        case .insertHeading: "Order {order}: {count} {count|place|places}, cheapest first"
        case .insertNowhere: "No vehicle can take order {order} as the plan stands:"
        case .insertCost: "Adds {cost}"
        case .insertTouchesNobody: "no other stop changes its time"
        case .insertTouchesLater: "{count} other {count|stop|stops} up to {time} later"
        case .insertTouchesEarlier: "{count} other {count|stop|stops} up to {time} earlier"
        case .insertTightest: "the tightest of them, {order}, keeps {margin}"
        case .insertWrote: "Written to {folder} with place {rank} taken: {files}"
        case .insertGuessedRoads: "the place is new, so its driving times are estimated"

        // Why an order is where it is
        case .explainDriven: "Order {order} is on {where}."
        case .explainCarried: "Order {order} is given to carrier {carrier} for {price}."
        case .explainLeftOut: "Order {order} is left out:"
        case .explainGoods: "Its goods travel in compartment {compartment} ({regime})."
        case .explainPrice:
            "It costs {cost} there: the plan without it, otherwise unchanged, costs that much less."
        case .explainNext: "Next best: {where}, for {cost}, {difference}."
        case .explainFurther: "Then: {where}, for {cost}, {difference}."
        case .explainCheaper:
            "With everything else where it is, {vehicle} would do it for less: search longer."
        case .explainOnlyHere: "No other vehicle can take it as the plan stands."
        case .explainOnOwn: "Cheapest on an own vehicle: {where}, for {cost}."
        case .explainOthersHeading: "What stops the other vehicles:"

        // How two plans differ
        case .diffHeading: "{count} {count|stop differs|stops differ}; cost {before} → {after}, {difference}"
        case .diffNothing: "No stop differs; cost {before} → {after}, {difference}"
        case .diffVehicles: "{count} on another vehicle"
        case .diffCarriers: "{count} with another carrier"
        case .diffCompartments: "{count} in another compartment"
        case .diffPositions: "{count} in another order on {count|its vehicle|their vehicles}"
        case .diffTimes: "{count} at another time"
        case .diffBroken: "{count} {count|promise|promises} broken"
        case .diffKept: "{count} {count|promise|promises} kept again"
        case .diffAdded: "{count} new"
        case .diffRemoved: "{count} no longer there"
        case .diffLeftOut: "{count} left out now"
        case .diffTakenUp: "{count} no longer left out"
        case .stopFetched: "{order}, fetched"
        case .stopVehicle: "vehicle {from} → {to}"
        case .stopCarrier: "carrier {from} → {to}"
        case .stopCompartment: "compartment {from} → {to}"
        case .stopPosition: "stop {from} → {to}"
        case .stopLater: "{time} later, {from} → {to}"
        case .stopEarlier: "{time} earlier, {from} → {to}"
        case .stopBroken: "promise broken, {time} late"
        case .stopKept: "in time again"
        case .stopAdded: "new, {fate}"
        case .stopRemoved: "no longer there"
        case .stopLeftOut: "left out now"
        case .stopTakenUp: "no longer left out, {fate}"
        case .fateDriven: "on {vehicle} at {time}"
        case .fateCarried: "by carrier {carrier}"
        case .fateLeftOut: "left out"
        case .ownVehicles: "own vehicles"

        // A day whose orders are revealed hour by hour
        case .revealHeading: "{orders} orders in {epochs} {epochs|epoch|epochs}"
        case .revealHindsight: "{name}: {cost}, {routes} {routes|route|routes}"
        case .revealLine: "{name}: {cost}, {excess} above hindsight, {routes} {routes|route|routes}"
        case .revealMissed: "{line}; {missed} {missed|order|orders} missed, so search longer"
        case .policyHindsight: "hindsight"
        case .policyGreedy: "greedy"
        case .policyLazy: "lazy"
        case .policyImagined: "imagined futures"

        // A plan on days that do not go as planned
        case .simulateHeading: "{days} {days|day|days} played; means per day"
        case .simulateWithEngine: "with the engine"
        case .simulateAsPlanned: "driven as planned"
        case .simulateHindsight: "perfect hindsight"
        case .simulateReruns:
            "The engine changed the plan {reruns} times a day; the changes were worth {deviation} of deviation."
        case .simulateIgnored: "{count} events a day came too late to be true, and changed nothing."
        case .columnKept: "promises kept"
        case .columnLate: "late"
        case .columnUnserved: "not served"
        case .columnOther: "at another time"
        case .columnDayCost: "cost"
        case .columnExcess: "above hindsight"
        }
    }
}
