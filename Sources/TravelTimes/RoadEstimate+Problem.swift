public import VehicleRouting

extension RoadEstimate {
    /// Gives a problem a matrix for every profile of its fleet that has none.
    ///
    /// - Throws: T401 when a place has no coordinates.
    public func fillMatrices(of problem: inout Problem) throws(TravelTimesError) {
        let missing = Set(problem.vehicles.map(\.profile)).subtracting(problem.matrices.keys)
        guard !missing.isEmpty else { return }
        var points: [Coordinate] = []
        for (index, location) in problem.locations.enumerated() {
            guard let point = location.coordinate else {
                let name = location.name.isEmpty ? location.site?.description ?? "" : location.name
                throw TravelTimesError(reason: .noCoordinate(location: index, name: name))
            }
            points.append(point)
        }
        let matrix = matrix(between: points)
        for profile in missing { problem.matrices[profile] = matrix }
    }
}
