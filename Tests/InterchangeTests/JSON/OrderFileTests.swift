import Interchange
import RoutingTestSupport
import Testing
import VehicleRouting

@Suite struct OrderFileTests {
    /// Two sites 0.1° apart, one order at the second, weights in kilograms, a regime.
    private var problem: Problem {
        var problem = Problem.line(0, 10)
        problem.locations[0].coordinate = Coordinate(longitude: 1, latitude: 50)
        problem.locations[1].coordinate = Coordinate(longitude: 1.1, latitude: 50)
        problem.locations[1].site = "S1"
        problem.measure("kg")
        problem.addRegimes()
        problem.addVehicle { $0.capacity = [100] }
        problem.addJob(at: 1) { $0.id = "O1" }
        return problem
    }

    private func read(_ text: String) throws -> AddedOrder {
        try OrderFile.read(Array(text.utf8), into: problem)
    }

    @Test(arguments: [#""site": "S1""#, #""location_index": 1"#, #""location": [1.1, 50]"#])
    func `a known place may be named by its site, its row or its point`(place: String) throws {
        let order = try read(#"{"jobs": [{"id": "U1", \#(place), "delivery": [4], "regime": "REF"}]}"#)
        #expect(order.task == .job(1))
        #expect(order.newPlaces == 0)
        #expect(order.problem.jobs[0] == problem.jobs[0])
        #expect(order.problem.jobs[1].location == 1)
        #expect(order.problem.jobs[1].delivery == [4])
        #expect(order.problem.jobs[1].regime == 0)
    }

    @Test func `an unknown point is a new place behind the others`() throws {
        let order = try read(
            """
            {"shipments": [{"amount": [2], "pickup": {"id": "U1", "site": "S1"}, \
            "delivery": {"id": "U1", "location": [2, 51]}}]}
            """
        )
        #expect(order.task == .pickup(0))
        #expect(order.newPlaces == 1)
        #expect(order.problem.shipments[0].pickup.location == 1)
        #expect(order.problem.shipments[0].delivery.location == 2)
        #expect(order.problem.locations[2].coordinate == Coordinate(longitude: 2, latitude: 51))
    }

    /// Code, place and remedy of each refusal.
    @Test(
        arguments: [
            (#"{"jobs": []}"#, "the whole document", "F207"),
            (#"{"jobs": [{"id": 1, "site": "S1"}, {"id": 2, "site": "S1"}]}"#, "the whole document", "F207"),
            (#"{"jobs": [{"id": "O1", "site": "S1"}]}"#, "/jobs/0: the order O1", "F210"),
            (#"{"jobs": [{"id": "U1", "site": "S9"}]}"#, "/jobs/0/site: ", "F209"),
            (#"{"jobs": [{"id": "U1", "location_index": 2}]}"#, "/jobs/0/location_index: ", "F206"),
            (#"{"jobs": [{"id": "U1"}]}"#, "/jobs/0: 'location' is missing", "F202"),
            (#"{"jobs": [{"id": "U1", "site": "S1", "delivry": [1]}]}"#, "did you mean 'delivery'?", "F223"),
            (#"{"jobs": [{"id": "U1", "site": "S1", "delivery": [1, 2]}]}"#, "/jobs/0/delivery: ", "F207"),
            (#"{"jobs": [{"id": "U1", "site": "S1", "regime": "COLD"}]}"#, "/jobs/0", "F209"),
            (#"{"jobs": [{"id": "U1", "site": "S1"}], "now": 3}"#, "there is no key 'now'", "F223"),
            (#"{"jobs": [{"id": "U1", "site": "S1"}]"#, "line 1", "F220"),
        ]
    )
    func `an order that cannot be taken as it is meant is refused`(text: String, named: String, code: String)
    {
        let error = #expect(throws: FormatError.self) { try read(text) }
        #expect(error?.code == code)
        #expect(error?.description.contains(named) == true, "\(String(describing: error))")
    }
}
