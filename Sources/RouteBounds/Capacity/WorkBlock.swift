internal import VehicleRouting

/// The stretch of a vehicle's time that one visit fills, wherever in its windows it begins.
///
/// A vehicle may put off driving to a stop until it would arrive just as service begins, so on a timetable drawn that way
/// the blocks of one route (arc in, setup, service) never overlap.
struct WorkBlock {
    /// When it may begin, the route to it and home from it considered; not empty.
    let begins: [TimeWindow]
    /// Seconds of travel right before the begin.
    let lead: Seconds
    /// Seconds of setup and service from the begin.
    let work: Seconds

    /// The fewest seconds of the block that lie within `interval`.
    ///
    /// Sliding a block along a fixed interval, their overlap grows, stays and shrinks; so over a window of begins it is least
    /// at one of the ends.
    func least(in interval: TimeWindow) -> Seconds {
        begins.map { min(overlap(with: interval, from: $0.opens), overlap(with: interval, from: $0.closes)) }
            .min() ?? 0
    }

    private func overlap(with interval: TimeWindow, from begin: Seconds) -> Seconds {
        max(min(begin + work, interval.closes) - max(begin - lead, interval.opens), 0)
    }
}
