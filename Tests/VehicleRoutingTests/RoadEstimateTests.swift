import Testing
import VehicleRouting

@Suite struct GreatCircleTests {
    @Test func `a known distance comes out to the metre`() {
        let distance = GreatCircle.kilometres(
            from: Coordinate(longitude: -2.233901, latitude: 53.825443),
            to: Coordinate(longitude: -1.874627, latitude: 52.536598)
        )
        #expect(abs(distance - 145.299) < 0.0005)
    }

    @Test func `a quarter of the equator is a quarter of the circumference`() {
        let distance = GreatCircle.kilometres(
            from: Coordinate(longitude: 0, latitude: 0),
            to: Coordinate(longitude: 90, latitude: 0)
        )
        #expect(abs(distance - .pi / 2 * GreatCircle.earthRadius) < 1e-9)
    }

    @Test func `antipodes are half the circumference apart`() {
        let distance = GreatCircle.kilometres(
            from: Coordinate(longitude: 0, latitude: 0),
            to: Coordinate(longitude: 180, latitude: 0)
        )
        #expect(abs(distance - .pi * GreatCircle.earthRadius) < 1e-6)
    }
}

@Suite struct RoadEstimateTests {
    /// Up to km 10 at 20 km/h, then 60.
    let twoSpeeds = RoadEstimate(
        detourFactor: 1,
        speeds: [
            .init(endKilometres: 10, kilometresPerHour: 20), .init(endKilometres: nil, kilometresPerHour: 60),
        ]
    )

    @Test func `each stretch of a trip is driven at its own speed`() {
        // 5 km at 20 km/h: 15 min.  10 km at 20 km/h and 30 km at 60 km/h: 30 min + 30 min.
        #expect(twoSpeeds.seconds(forKilometres: 5) == 900)
        #expect(twoSpeeds.seconds(forKilometres: 40) == 3600)
        #expect(twoSpeeds.seconds(forKilometres: 0) == 0)
    }

    @Test func `the matrix is symmetric, empty on its diagonal and longer by the detour`() {
        // One degree of longitude on the equator: 2π·6371.0088/360 = 111.195 km; times 1.5 at 60 km/h.
        let estimate = RoadEstimate(
            detourFactor: 1.5,
            speeds: [.init(endKilometres: nil, kilometresPerHour: 60)]
        )
        let matrix = estimate.matrix(between: [
            Coordinate(longitude: 0, latitude: 0), Coordinate(longitude: 1, latitude: 0),
        ])
        #expect(matrix.distances == [0, 166_793, 166_793, 0])
        #expect(matrix.durations == [0, 10_008, 10_008, 0])
    }

    @Test func `no place and one place have a matrix too`() {
        #expect(RoadEstimate.standard.matrix(between: []).size == 0)
        let one = RoadEstimate.standard.matrix(between: [Coordinate(longitude: 1, latitude: 2)])
        #expect(one.durations == [0])
    }

    @Test func `going through a third place is never quicker`() {
        // A grid of 6 × 6 points over a quarter of a degree; rounding to whole seconds may cost one second a leg.
        var points: [Coordinate] = []
        for row in 0..<6 {
            for column in 0..<6 {
                points.append(Coordinate(longitude: Double(column) * 0.25, latitude: 52 + Double(row) * 0.25))
            }
        }
        let matrix = RoadEstimate.standard.matrix(between: points)
        for first in points.indices {
            for last in points.indices {
                let direct = matrix.duration(from: first, to: last)
                for middle in points.indices {
                    let detour =
                        matrix.duration(from: first, to: middle) + matrix.duration(from: middle, to: last)
                    if detour < direct - 2 {
                        Issue.record("\(first) to \(last) through \(middle): \(detour) s, direct \(direct) s")
                    }
                }
            }
        }
    }
}
