import Testing
import TravelTimes
import VehicleRouting

@Suite struct FillMatricesTests {
    @Test func `a problem gets a matrix for each profile that has none`() throws {
        var problem = Problem()
        problem.locations = [
            Location(coordinate: Coordinate(longitude: 0, latitude: 0)),
            Location(coordinate: Coordinate(longitude: 1, latitude: 0)),
        ]
        var truck = Vehicle(id: "truck")
        truck.profile = "truck"
        problem.vehicles = [Vehicle(id: "van"), truck]
        let own = TravelMatrix(size: 2, durations: [0, 7, 9, 0])
        problem.matrices = ["truck": own]
        try RoadEstimate.standard.fillMatrices(of: &problem)
        #expect(problem.matrices["truck"] == own)
        #expect(problem.matrices["car"]?.duration(from: 0, to: 1) ?? 0 > 0)
    }

    @Test func `a place without coordinates is named`() {
        var problem = Problem()
        problem.locations = [
            Location(coordinate: Coordinate(longitude: 0, latitude: 0)), Location(name: "Leeds General"),
        ]
        problem.vehicles = [Vehicle(id: "van")]
        let error = #expect(throws: TravelTimesError.self) {
            try RoadEstimate.standard.fillMatrices(of: &problem)
        }
        #expect(
            error?.description
                == "location 1 (Leeds General) has no coordinates and the problem has no matrix; give either (T401)"
        )
    }
}
