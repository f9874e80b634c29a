/// What the compartments of a vehicle ask for before they are loaded for a trip.
///
/// All that need it are cleaned, one after the other, since the driver cleans them; then all are brought to their regimes
/// at the same time.  Loading follows, with the cooling switched off (China GSP: cool to range, switch off, load, close,
/// switch on, leave).
public struct TripPreparation: Hashable, Sendable {
    /// Seconds of cleaning, all compartments together.
    public var cleaning: Seconds
    /// Seconds of cooling or warming, that of the slowest compartment.
    public var changeover: Seconds

    /// Seconds of cleaning and of changeovers.
    public init(cleaning: Seconds = 0, changeover: Seconds = 0) {
        self.cleaning = cleaning
        self.changeover = changeover
    }

    /// Seconds in all.
    public var seconds: Seconds { cleaning + changeover }
}

/// The compartments of a vehicle from trip to trip.
public struct CompartmentLog: Sendable {
    /// What each compartment is like, in the order of `effectiveCompartments`.
    public private(set) var states: [CompartmentState]
    private let compartments: [Compartment]
    private let problem: Problem

    /// The compartments of a vehicle when its route begins.
    public init(_ vehicle: Vehicle, in problem: Problem) {
        self.problem = problem
        compartments = vehicle.effectiveCompartments
        states = compartments.map(\.initialState)
    }

    /// Prepares for a trip and carries its goods; returns how long the preparation takes.
    ///
    /// A compartment is cleaned when goods of a class that was in it and those of a class to come ask for it; that leaves
    /// nothing behind.  Goods in closed boxes neither soil a compartment nor mind a soiled one.
    public mutating func prepare(for trip: Trip) -> TripPreparation {
        var preparation = TripPreparation()
        for index in compartments.indices {
            let regime = trip.regimes.indices.contains(index) ? trip.regimes[index] : nil
            if let regime {
                let seconds = compartments[index].changeover(from: states[index].regime, to: regime)
                preparation.changeover = max(preparation.changeover, seconds)
            }
            states[index].regime = regime
            let coming = Set(trip.visits.filter { $0.compartment == index }.compactMap(openClass))
            let needed = states[index].carried.flatMap { after in
                coming.compactMap { problem.cleaning[after: after, before: $0] }
            }
            if let longest = needed.max(), longest > 0 {
                preparation.cleaning += longest
                states[index].carried = []
            }
            states[index].carried.formUnion(coming)
        }
        return preparation
    }

    /// The class of a visit's goods; nil for goods without one and for those in closed boxes.
    private func openClass(_ visit: Visit) -> Int? {
        problem.isBoxed(visit.task) ? nil : problem.handling(visit.task).goodsClass
    }
}

extension Route {
    /// What each trip asks of the compartments before it is loaded; O(visits + trips × compartments).
    public func preparations(in problem: Problem) -> [TripPreparation] {
        let trips = self.trips
        guard problem.hasPreparations else { return trips.map { _ in TripPreparation() } }
        var log = CompartmentLog(problem.vehicles[vehicle], in: problem)
        return trips.map { log.prepare(for: $0) }
    }
}
