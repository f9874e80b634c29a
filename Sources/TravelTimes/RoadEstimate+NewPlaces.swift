public import VehicleRouting

extension RoadEstimate {
    /// Gives every matrix of `problem` rows and columns for the last `count` places, which it does not cover yet; the rest of
    /// the matrices stays as it is.
    ///
    /// - Throws: T401 when a place has no coordinates, T402 when a matrix brings its own costs, which no estimate knows.
    public func addPlaces(_ count: Int, to problem: inout Problem) throws(TravelTimesError) {
        guard count > 0 else { return }
        var points: [Coordinate] = []
        for (index, location) in problem.locations.enumerated() {
            guard let point = location.coordinate else {
                throw TravelTimesError(reason: .noCoordinate(location: index, name: location.name))
            }
            points.append(point)
        }
        for (profile, matrix) in problem.matrices {
            guard matrix.costs.isEmpty else { throw TravelTimesError(reason: .ownCosts(profile: profile)) }
            problem.matrices[profile] = extended(matrix, to: points)
        }
    }

    private func extended(_ matrix: TravelMatrix, to points: [Coordinate]) -> TravelMatrix {
        let (old, size) = (matrix.size, points.count)
        let directions = points.map(GreatCircle.direction)
        var durations = [Int32](repeating: 0, count: size * size)
        var distances = durations
        for row in 0..<size {
            for column in 0..<size where row != column {
                let entry = row * size + column
                if row < old, column < old {
                    durations[entry] = Int32(matrix.duration(from: row, to: column))
                    distances[entry] = Int32(matrix.distance(from: row, to: column))
                } else {
                    let road =
                        GreatCircle.kilometres(from: directions[row], to: directions[column]) * detourFactor
                    durations[entry] = Int32(seconds(forKilometres: road).rounded())
                    distances[entry] = Int32((road * 1000).rounded())
                }
            }
        }
        let hasDistances = !matrix.distances.isEmpty
        return TravelMatrix(size: size, durations: durations, distances: hasDistances ? distances : [])
    }
}
