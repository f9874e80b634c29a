/// How long each trip of a written route keeps its vehicle before loading begins, derived again.
///
/// The compartments are looked at one after the other, each along all trips, and not trip by trip as the evaluation does.
struct CheckedPreparation {
    /// Seconds per trip.
    private(set) var seconds: [Int]

    init(_ route: ReadRoute, in problem: Problem) {
        var cleaning = [Int](repeating: 0, count: route.trips.count)
        var slowest = cleaning
        for (number, compartment) in route.compartments.enumerated() {
            var runs = compartment.state.regime.flatMap { known in
                compartment.regimes?.contains(known) == true ? known : nil
            }
            var left = compartment.state.carried
            for (index, trip) in route.trips.enumerated() {
                if let next = trip.regimes[number], next != runs {
                    slowest[index] = max(slowest[index], Self.wait(for: next, after: runs, in: compartment))
                }
                runs = trip.regimes[number]
                let loaded = route.stops.filter { stop in
                    stop.trip == index && stop.compartment == number && !stop.handling.isBoxed
                        && stop.visit.boxes.isEmpty
                }
                let classes = loaded.compactMap(\.handling.goodsClass)
                var longest = 0
                for entry in problem.cleaning.entries
                where left.contains(entry.after) && classes.contains(entry.before) {
                    longest = max(longest, entry.seconds)
                }
                if longest > 0 { left.removeAll() }
                cleaning[index] += longest
                left.formUnion(classes)
            }
        }
        seconds = zip(cleaning, slowest).map { $0 + $1 }
    }

    private static func wait(for regime: Int, after last: Int?, in compartment: Compartment) -> Int {
        let entries = compartment.changeovers.filter { $0.to == regime }
        let exact = entries.first { $0.from == last }
        return (exact ?? entries.first { $0.from == nil }).map(\.seconds) ?? 0
    }
}
