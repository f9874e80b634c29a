internal import VehicleRouting

extension Route {
    /// The route with the breaks of its vehicle, and up to two rests by its work rule, in all places between the visits.
    ///
    /// For routes of a visit or two, where an empty vehicle is tried.
    func withRests(of vehicle: Vehicle) -> [Route] {
        // An empty vehicle's route has its breaks already, all at the start.
        var bare = self
        bare.steps.removeAll { if case .rest = $0 { true } else { false } }
        var routes = [bare]
        for index in vehicle.breaks.indices {
            // Breaks are taken in their order, so each comes behind those before it.
            routes = routes.flatMap { route in
                let last = route.steps.lastIndex { if case .rest = $0 { true } else { false } }
                return ((last.map { $0 + 1 } ?? 0)...route.steps.count).map { place in
                    var longer = route
                    longer.steps.insert(.rest(.planned(index)), at: place)
                    return longer
                }
            }
        }
        guard let rule = vehicle.workRule, rule.maxContinuousDriving != nil else { return routes }
        for _ in 0..<2 {
            routes += routes.flatMap { route in
                (0...route.steps.count).map { place in
                    var longer = route
                    longer.steps.insert(.rest(.legal(rule.rest)), at: place)
                    return longer
                }
            }
        }
        return routes
    }
}
