import Testing

@testable import Interchange

/// The plan of today that `stops.csv` holds.
@Suite struct BaselinePlanTests {
    @Test func `a guard against formulas is taken off codes, and named compartments are kept`() throws {
        var fixture = DayFixture()
        fixture.replace("O1,S1", with: "-O1,S1", in: "orders.csv")
        fixture["stops.csv"] = """
            vehicle,stop,order,compartment
            V1,2,'-O1,front
            V1,1,O2,rear

            """
        let plan = try fixture.withFolder { folder in
            let day = try DayFixture.reader.read(folder)
            return try DayFixture.reader.readBaseline(in: folder, of: day)
        }
        #expect(plan?.warnings == [])
        #expect(plan?.rejects == [])
        // Without a sequence the numbers of the halts count: O2 in the rear, then -O1 in front.
        #expect(plan?.routes.map { $0.stops.map(\.job) } == [[1, 0]])
        #expect(plan?.routes.map { $0.stops.map(\.compartment) } == [[1, 0]])
    }

    @Test func `the plan of today is read in the order it is driven`() throws {
        var fixture = DayFixture()
        fixture["stops.csv"] = """
            vehicle,sequence,order,arrival
            V1,2,O1,10:15
            V1,1,O2,
            V1,3,O9,
            V7,1,O1,

            """
        let baseline = try fixture.withFolder { path in
            try DayFixture.reader.readBaseline(in: path, of: DayFixture.reader.read(path))
        }
        #expect(
            baseline?.routes == [
                BaselineRoute(
                    vehicle: 0,
                    stops: [
                        BaselineStop(job: 1), BaselineStop(job: 0),
                    ]
                )
            ]
        )
        #expect(baseline?.rejects.map(\.row) == [4, 5])
        #expect(baseline?.rejects.map(\.value) == ["O9", "V7"])
    }

    @Test func `a plan of today says where a vehicle loads again`() throws {
        var fixture = DayFixture()
        fixture["stops.csv"] = """
            vehicle,sequence,order,task,site
            V1,1,O1,job,S1
            V1,2,,reload,D1
            V1,3,O2,,
            V1,4,,reload,D9
            V1,5,,,D1

            """
        let baseline = try fixture.withFolder { path in
            try DayFixture.reader.readBaseline(in: path, of: DayFixture.reader.read(path))
        }
        let route = try #require(baseline?.routes.first)
        #expect(route.stops.map(\.job) == [0, 1])
        #expect(route.reloads == [BaselineReload(depot: 0, position: 1)])
        #expect(baseline?.rejects.map(\.row) == [5, 6])
        #expect(baseline?.rejects.map(\.code) == ["D340", "D321"])
    }

    @Test func `a folder without a plan of today has no baseline`() throws {
        let baseline = try DayFixture().withFolder { path in
            try DayFixture.reader.readBaseline(in: path, of: DayFixture.reader.read(path))
        }
        #expect(baseline == nil)
    }
}
