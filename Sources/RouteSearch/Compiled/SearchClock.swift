import VehicleRouting

/// Turns the problem's clock into 32 bits.
struct SearchClock {
    /// Second 0 of the search on the problem's clock: the first opening that binds.
    let base: Int
    /// Times beyond this many seconds from the base never bind; sums of two stay within 32 bits.
    static let limit = 1_000_000_000

    init(_ problem: Problem) {
        let visits = problem.jobs + problem.shipments.flatMap { [$0.pickup, $0.delivery] }
        let openings =
            visits.compactMap { $0.timeWindows.first?.opens }
            + problem.vehicles.map(\.shift.opens)
            + problem.depots.compactMap { $0.timeWindows.first?.opens }
        base = openings.filter { $0 > 0 }.min() ?? 0
    }

    /// A point in time, kept within the limit.
    func time(_ time: Seconds) -> Int32 {
        Int32(clamping: min(max(time - base, -Self.limit), Self.limit))
    }

    /// When a visit may begin; before all time where it never may.
    func openings(of visit: Job) -> [(opens: Int32, closes: Int32)] {
        guard !visit.isPastUse else { return [(Int32(-Self.limit), Int32(-Self.limit))] }
        return windows(visit.openings)
    }

    /// The windows of a visit; one that never binds when it has none.
    func windows(_ windows: [TimeWindow]) -> [(opens: Int32, closes: Int32)] {
        windows.map { (time($0.opens), time($0.closes)) }
    }
}
