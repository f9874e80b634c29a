import ColdChain
import Interchange
import Testing
import VehicleRouting

@Suite("Radioactive packages in a day folder") struct PackageTests {
    private func day(_ packages: String..., vehicles: String = "", compartments: String = "") -> DayFixture {
        var day = DayFixture()
        var orders = "order,line,site,kg,boxes,regime,transport_index,surface_msv_h\n"
        for (line, cells) in packages.enumerated() { orders += "O1,\(line + 1),S2,1,1,RT15_25,\(cells)\n" }
        day["orders.csv"] = orders + "O2,1,S2,1,1,RT15_25,,\n"
        if !vehicles.isEmpty { day["vehicles.csv"] = vehicles }
        if !compartments.isEmpty { day["compartments.csv"] = compartments }
        return day
    }

    @Test(arguments: [
        ("0,0.005", "I-White", 0), ("0.05,0.005", "I-White", 0), ("0,0.006", "II-Yellow", 0),
        ("0.06,0.005", "II-Yellow", 1), ("1,0.5", "II-Yellow", 10), ("1,0.51", "III-Yellow", 10),
        ("1.1,0.5", "III-Yellow", 11), ("10,2", "III-Yellow", 100),
        // Without the dose rate at its surface the category does not follow, the index still counts.
        ("0.8,", "", 8),
    ])
    func `a package has its category, and its index counts in tenths`(
        cells: String,
        category: String,
        tenths: Int
    ) throws {
        let folder = try day(cells).read()
        #expect(folder.rejects.isEmpty)
        #expect(folder.details.jobs[0].lines.map(\.category) == [category])
        #expect(folder.problem.dimensions.map(\.name) == ["weight", "boxes", "transport index"])
        #expect(folder.problem.jobs[0].delivery == [1000, 100, tenths])
        #expect(folder.details.jobs[1].lines.map(\.category) == [""])
        #expect(folder.problem.jobs[1].delivery == [1000, 100, 0])
    }

    @Test func `packages of one order add up`() throws {
        // 3.21 is rounded up to 3.3: 33 + 8 tenths.
        let folder = try day("3.21,1.2", "0.8,0.4").read()
        #expect(folder.problem.jobs[0].delivery.last == 41)
        #expect(folder.details.jobs[0].lines.map(\.category) == ["III-Yellow", "II-Yellow"])
    }

    @Test(arguments: [
        ("10.1,1", "transport_index", "D363"), ("10.1,", "transport_index", "D363"),
        ("10,2.1", "surface_msv_h", "D363"), ("0,2.01", "surface_msv_h", "D363"),
        ("-1,1", "transport_index", "D332"), ("1,-1", "surface_msv_h", "D332"),
        (",0.4", "transport_index", "D321"), ("high,0.4", "transport_index", "D330"),
    ])
    func `a package that may not share a vehicle, or is not said in full, is rejected`(
        cells: String,
        column: String,
        code: String
    ) throws {
        let reject = try #require(try day(cells).read().rejects.first)
        #expect(reject.code == code)
        #expect(reject.column == column)
    }

    @Test func `no vehicle carries more than fifty, whatever its compartments would hold`() throws {
        let vehicles = "vehicle,depot,kg,boxes,cost_per_km,transport_index\nV1,D1,800,40,1,\n"
        let folder = try day("1,0.5", vehicles: vehicles).read()
        #expect(folder.problem.vehicles[0].capacity == [800_000, 4000, 500])
        #expect(folder.problem.vehicles[0].compartments.map(\.capacity.last) == [500, 500])
        // 30 and 30 are 60 between them, of which 50 are legal; 20 and 15.5 are 35.5.
        for (front, rear, all) in [("30", "30", 500), ("20", "15.5", 355)] {
            let parts = """
                vehicle,compartment,regimes,boxes,transport_index
                V1,front,REF,15,\(front)
                V1,rear,RT15_25,25,\(rear)

                """
            let shielded = try day("1,0.5", vehicles: vehicles, compartments: parts).read()
            #expect(shielded.problem.vehicles[0].capacity.last == all)
        }
    }

    @Test func `a vehicle may be allowed less than fifty, not more`() throws {
        func read(_ most: String) throws -> DayFolder {
            let row = "V1,D1,800,40,1,\(most)\nV2,D1,800,40,1,\n"
            return try day(
                "1,0.5",
                vehicles: "vehicle,depot,kg,boxes,cost_per_km,transport_index\n" + row
            ).read()
        }
        #expect(try read("12.5").problem.vehicles[0].capacity.last == 125)
        let folder = try read("50.1")
        #expect(folder.rejects.map(\.code).contains("D332"))
        #expect(!folder.problem.vehicles.contains { $0.id == "V1" })
    }

    @Test func `a folder without the column measures nothing by it`() throws {
        #expect(try DayFixture().read().problem.dimensions.map(\.name) == ["weight", "boxes"])
    }
}
