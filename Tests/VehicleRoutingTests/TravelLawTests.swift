import RoutingTestSupport
import Testing
import VehicleRouting

@Suite struct TravelLawTests {
    /// Forty points of a 10 × 10 square with two decimals.
    private var points: [Coordinate] {
        var random = SplitMix64(seed: 9)
        return (0..<40).map { _ in
            Coordinate(
                longitude: Double(random.draw(0...999)) / 100,
                latitude: Double(random.draw(0...999)) / 100
            )
        }
    }

    private var laws: [TravelLaw] {
        [
            .plane(PlaneLaw(between: points, steps: [.init(factor: 10, rule: .towardZero)])),
            .plane(
                PlaneLaw(
                    between: points,
                    steps: [.init(factor: 1, rule: .up), .init(factor: 1000, rule: .toNearestOrEven)]
                )
            ),
            .globe(GlobeLaw(.standard, points: points)),
        ]
    }

    @Test func `a law gives the same numbers as its table`() {
        for law in laws {
            let table = TravelMatrix(following: law)
            let computed = TravelMatrix(following: law, mostTabulated: 10)
            #expect(table.law == nil && computed.law != nil && computed.durations.isEmpty)
            for from in 0..<40 {
                for to in 0..<40 {
                    #expect(computed.duration(from: from, to: to) == table.duration(from: from, to: to))
                    #expect(computed.distance(from: from, to: to) == table.distance(from: from, to: to))
                }
            }
        }
    }

    @Test func `no leg is longer than the longest`() {
        for law in laws {
            let table = TravelMatrix(following: law)
            #expect(law.longest.seconds >= table.longest.seconds)
            #expect(law.longest.metres >= table.longest.metres)
        }
    }

    @Test func `the matrix among some places has the entries between them`() {
        let places = [31, 4, 17]
        for law in laws {
            let table = TravelMatrix(following: law)
            for matrix in [table, TravelMatrix(following: law, mostTabulated: 2)] {
                let part = matrix.covering(places)
                #expect(part.size == 3)
                for (from, whole) in places.enumerated() {
                    for (to, other) in places.enumerated() {
                        #expect(part.duration(from: from, to: to) == table.duration(from: whole, to: other))
                        #expect(part.distance(from: from, to: to) == table.distance(from: whole, to: other))
                    }
                }
            }
        }
    }

    @Test func `the shortest leg into each place is the shortest of all`() {
        let places = Array(5..<35)
        for law in laws {
            let table = TravelMatrix(following: law)
            let legs = law.shortestLegs(among: places)
            for (index, place) in places.enumerated() {
                let others = places.filter { $0 != place }
                #expect(
                    legs[index].map { Int($0.seconds) }
                        == others.map { table.duration(from: $0, to: place) }.min()
                )
            }
            #expect(law.shortestLegs(among: [3]) == [nil])
        }
    }

    @Test func `a straight line is rounded as its steps say`() {
        // (0, 0) to (1, 1): √2 = 1.41421…; ten times, cut off: 14; up, then times 1000: 2000.
        let points = [Coordinate(longitude: 0, latitude: 0), Coordinate(longitude: 1, latitude: 1)]
        let tenths = PlaneLaw(between: points, steps: [.init(factor: 10, rule: .towardZero)])
        #expect(TravelMatrix(following: .plane(tenths)).durations == [0, 14, 14, 0])
        let up = PlaneLaw(
            between: points,
            steps: [.init(factor: 1, rule: .up), .init(factor: 1000, rule: .toNearestOrEven)]
        )
        #expect(TravelMatrix(following: .plane(up)).distances == [0, 2000, 2000, 0])
    }

    @Test func `places too far apart for a law are reported`() {
        var problem = Problem(name: "far")
        let points = [Coordinate(longitude: 0, latitude: 0), Coordinate(longitude: 2e6, latitude: 0)]
        problem.locations = points.map { Location(coordinate: $0) }
        let law = PlaneLaw(between: points, steps: [.init(factor: 1000, rule: .down)])
        problem.matrices["car"] = TravelMatrix(following: .plane(law), mostTabulated: 1)
        #expect(problem.validate().contains { $0.code == .matrixTooLarge })
    }
}
