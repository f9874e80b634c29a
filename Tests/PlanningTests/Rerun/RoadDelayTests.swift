import Interchange
import Planning
import RouteSearch
import RoutingTestSupport
import Testing
import VehicleRouting

/// Roads that take longer for a while, worked out by hand from `FourStops`.
@Suite struct RoadDelayTests {
    @Test func `a closed road delays who drives through, until it opens`() throws {
        let four = FourStops { problem in
            // A hundredth of a degree on the equator is 1.11 km.
            for index in problem.locations.indices {
                problem.locations[index].coordinate = Coordinate(longitude: Double(index) / 100, latitude: 0)
            }
        }
        let circle = RoadDelay(
            centre: Coordinate(longitude: 0.015, latitude: 0),
            kilometres: 0.3,
            delay: 500,
            until: 3000
        )
        let event = DayEvent("e", at: 1200, .roadDelay(circle))
        let day = try four.day([event], at: 1500)
        // Vehicle 1 is between 1000 and 2000, vehicle 2 drives from 0 to 3000; beyond 2000 nothing changes.
        let times = day.plan.routes.map { RouteSchedule($0, in: day.problem).stops.map(\.begin) }
        #expect(times == [[2600], [3500, 4600]])
        var later = day
        later.advance(to: 3600)
        // The road has been open since 3000: home from 4000 takes 4000 again.
        let home = later.plan.routes.map { RouteSchedule($0, in: later.problem).end }
        #expect(home == [8700])
    }

    @Test func `a road that nobody can drive is not delayed`() throws {
        let four = FourStops { problem in
            for index in problem.locations.indices {
                problem.locations[index].coordinate = Coordinate(longitude: Double(index) / 100, latitude: 0)
            }
            let matrix = problem.matrices["car"]
            var durations = matrix?.durations ?? []
            // From 4000 to 1000.
            durations[4 * 5 + 1] = .max
            problem.matrices["car"] = TravelMatrix(
                size: 5,
                durations: durations,
                distances: matrix?.distances ?? []
            )
        }
        let circle = RoadDelay(
            centre: Coordinate(longitude: 0.02, latitude: 0),
            kilometres: 0.3,
            delay: 5_000_000_000,
            until: 3000
        )
        let day = try four.day([DayEvent("e", at: 1500, .roadDelay(circle))], at: 1500)
        let slowed = try #require(day.problem.matrices["car"])
        // A week at most.
        #expect(slowed.duration(from: 1, to: 3) == 2000 + 604_800)
        #expect(slowed.duration(from: 4, to: 1) == Int(Int32.max))
        var later = day
        later.advance(to: 3000)
        #expect(later.problem.matrices == four.problem.matrices)
    }
}
