/// All that one vehicle does in one shift: trips, each of which begins by loading at a depot.
///
/// The first trip is loaded where the vehicle starts; a reload among the steps begins another.
public struct Route: Hashable, Sendable {
    /// Index into the problem's vehicles.
    public var vehicle: Int
    /// What is done, in order.
    public var steps: [RouteStep]
    /// The regime (index) each compartment runs on the first trip, in the order of `effectiveCompartments`; nil for one
    /// that is off.
    public var regimes: [Int?]

    /// The route of `vehicle` through `steps`.
    public init(vehicle: Int, steps: [RouteStep], regimes: [Int?]) {
        self.vehicle = vehicle
        self.steps = steps
        self.regimes = regimes
    }

    /// The route of `vehicle` through `visits`, in one trip without rests.
    public init(vehicle: Int, visits: [Visit], regimes: [Int?]) {
        self.init(vehicle: vehicle, steps: visits.map(RouteStep.visit), regimes: regimes)
    }

    /// The tasks that are done, in order.
    public var visits: [Visit] { steps.compactMap(\.visit) }

    /// The trips in order: one more than there are reloads.
    public var trips: [Trip] {
        var trips = [Trip(reload: nil, regimes: regimes, steps: 0..<0, visits: [])]
        for (index, step) in steps.enumerated() {
            switch step {
            case .visit(let visit): trips[trips.count - 1].visits.append(visit)
            case .reload(let reload):
                let before = trips[trips.count - 1].positions.upperBound
                trips.append(
                    Trip(
                        reload: reload.depot,
                        regimes: reload.regimes,
                        steps: index + 1..<index + 1,
                        visits: []
                    )
                )
                trips[trips.count - 1].firstVisit = before
            case .rest: break
            }
            let first = trips[trips.count - 1].steps.lowerBound
            trips[trips.count - 1].steps = first..<max(index + 1, first)
        }
        return trips
    }

    /// Removes the visits for which `isUnwanted` holds.
    public mutating func removeVisits(where isUnwanted: (Visit) -> Bool) {
        steps.removeAll { $0.visit.map(isUnwanted) ?? false }
    }

    /// Puts a visit before the one at `position`, counted from 0 among the visits, or after the last step.
    public mutating func insert(_ visit: Visit, at position: Int) {
        let places = steps.indices.filter { steps[$0].visit != nil }
        steps.insert(.visit(visit), at: position < places.count ? places[position] : steps.count)
    }
}

/// One thing that a vehicle does between the start and the end of its route.
public enum RouteStep: Hashable, Sendable {
    /// A task.
    case visit(Visit)
    /// Back to a depot: what has been picked up leaves the vehicle, and the goods of the next trip come aboard.
    case reload(Reload)
    /// The driver rests.
    case rest(Rest)

    /// The visit, if it is one.
    public var visit: Visit? {
        if case .visit(let visit) = self { visit } else { nil }
    }
}

/// Loading for another trip.
public struct Reload: Hashable, Sendable {
    /// Index into the problem's depots.
    public var depot: Int
    /// The regime (index) each compartment runs from here on, in the order of `effectiveCompartments`.
    public var regimes: [Int?]

    /// Loading at `depot` into compartments that run `regimes`.
    public init(depot: Int, regimes: [Int?]) {
        self.depot = depot
        self.regimes = regimes
    }
}

/// A rest of the driver, which may fall anywhere between the steps before and after it, on the road too.
public enum Rest: Hashable, Sendable, BitwiseCopyable {
    /// The break at this index of the vehicle's `breaks`.
    case planned(Int)
    /// A rest of so many seconds that the vehicle's work rule asks for.
    case legal(Seconds)
}

/// The part of a route that is driven with what was loaded at once.
public struct Trip: Hashable, Sendable {
    /// Index of the depot where it is loaded; nil for the first trip, which is loaded where the vehicle starts.
    public var reload: Int?
    /// The regime (index) each compartment runs.
    public var regimes: [Int?]
    /// The places of its steps among the route's, the reload before them left out.
    public var steps: Range<Int>
    /// The tasks that are done on it.
    public var visits: [Visit]
    /// The places of its visits among the route's.
    public var positions: Range<Int> { firstVisit..<firstVisit + visits.count }
    /// How many visits come before it.
    var firstVisit = 0

    /// The depot (index) its goods come from; nil when the vehicle does not start at a depot.
    public func depot(of vehicle: Vehicle) -> Int? {
        reload ?? vehicle.startDepot
    }
}

/// One task on a route, and where its goods travel.
public struct Visit: Hashable, Sendable {
    /// What is done.
    public var task: TaskReference
    /// Index into the vehicle's `effectiveCompartments`.
    public var compartment: Int
    /// Index of the type of passive box its goods travel in; nil for goods without one.
    public var box: Int?

    /// The task, with its goods in `compartment`.
    public init(_ task: TaskReference, compartment: Int = 0, box: Int? = nil) {
        self.task = task
        self.compartment = compartment
        self.box = box
    }
}
