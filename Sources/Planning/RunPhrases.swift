public import RouteSearch

extension Termination {
    /// Why the search ended, for people.
    public var phrase: Phrase {
        switch self {
        case .time: .endedByTime
        case .iterations: .endedByIterations
        case .cancelled: .endedByCancellation
        case .nothingToDo: .endedWithNothing
        }
    }
}

extension RunProgress.Phase {
    /// What is being done, for people.
    public var phrase: Phrase {
        switch self {
        case .reading: .progressReading
        case .travelTimes: .progressTravelTimes
        case .capacity: .progressCapacity
        case .baseline: .progressBaseline
        case .searching: .progressSearching
        case .explaining: .progressExplaining
        case .checking: .progressChecking
        case .writing: .progressWriting
        }
    }
}
