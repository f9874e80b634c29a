/// Every phrase that answers a question about a plan: where one more order goes, why an order is where it is, how two
/// plans differ.
public enum QuestionPhrase: String, Hashable, Sendable, CaseIterable {
    // Parts of several answers
    case orderForPlace
    case moneyMore
    case moneyLess
    case moneySame
    case beforeClosing
    case afterClosing
    case carrierOffer
    case placeOfJob
    case placeOfShipment
    case freshVehicle

    // Where one more order goes
    case insertHeading
    case insertNowhere
    case insertCost
    case insertTouchesNobody
    case insertTouchesLater
    case insertTouchesEarlier
    case insertTightest
    case insertWrote
    case insertGuessedRoads

    // Why an order is where it is
    case explainDriven
    case explainCarried
    case explainLeftOut
    case explainGoods
    case explainPrice
    case explainNext
    case explainFurther
    case explainCheaper
    case explainOnlyHere
    case explainOnOwn
    case explainOthersHeading

    // How two plans differ
    case diffHeading
    case diffNothing
    case diffVehicles
    case diffCarriers
    case diffCompartments
    case diffPositions
    case diffTimes
    case diffBroken
    case diffKept
    case diffAdded
    case diffRemoved
    case diffLeftOut
    case diffTakenUp
    case stopFetched
    case stopVehicle
    case stopCarrier
    case stopCompartment
    case stopPosition
    case stopLater
    case stopEarlier
    case stopBroken
    case stopKept
    case stopAdded
    case stopRemoved
    case stopLeftOut
    case stopTakenUp
    case fateDriven
    case fateCarried
    case fateLeftOut
    case ownVehicles

    // A day whose orders are revealed hour by hour
    case revealHeading
    case revealHindsight
    case revealLine
    case revealMissed
    case policyHindsight
    case policyGreedy
    case policyLazy
    case policyImagined

    // A plan on days that do not go as planned
    case simulateHeading
    case simulateWithEngine
    case simulateAsPlanned
    case simulateHindsight
    case simulateReruns
    case simulateIgnored
    case columnKept
    case columnLate
    case columnUnserved
    case columnOther
    case columnDayCost
    case columnExcess
}

extension Strings {
    /// A phrase of an answer without places.
    public subscript(phrase: QuestionPhrase) -> String {
        switch language {
        case .english: phrase.english
        }
    }

    /// A phrase of an answer with its places filled in.
    public func text(_ phrase: QuestionPhrase, _ values: [String: String]) -> String {
        filling(self[phrase], with: values)
    }
}
