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
        // Under a law the old entries come out of the law again.
        var longer: TravelMatrix
        if case .globe(let law) = matrix.law {
            longer = law.estimate.matrix(between: points)
        } else {
            longer = tables(matrix, to: points)
        }
        longer.speeds = matrix.speeds
        return longer
    }

    private func tables(_ matrix: TravelMatrix, to points: [Coordinate]) -> TravelMatrix {
        let (old, size) = (matrix.size, points.count)
        let law = TravelLaw.globe(GlobeLaw(self, points: points))
        var durations = [Int32](repeating: 0, count: size * size)
        var distances = durations
        for row in 0..<size {
            for column in 0..<size where row != column {
                let entry = row * size + column
                if row < old, column < old {
                    durations[entry] = Int32(matrix.duration(from: row, to: column))
                    distances[entry] = Int32(matrix.distance(from: row, to: column))
                } else {
                    let leg = law.leg(from: row, to: column)
                    (durations[entry], distances[entry]) = (leg.seconds, leg.metres)
                }
            }
        }
        return TravelMatrix(
            size: size,
            durations: durations,
            distances: matrix.hasDistances ? distances : []
        )
    }
}
