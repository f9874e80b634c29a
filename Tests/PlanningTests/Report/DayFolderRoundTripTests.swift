import Foundation
import Interchange
import Planning
import Testing
import VehicleRouting

@Suite struct `A day folder's report` {
    private static let files = [
        "day.csv": "key,value\ndate,2026-03-02\ntime_zone,Europe/London\ncurrency,GBP\n",
        "depots.csv": "depot,name,lat,lon\nD1,Leeds,53.79,-1.55\n",
        "sites.csv": """
        site,name,kind,lat,lon,address,city,postcode,contact,notes
        S1,Abbey Pharmacy,pharmacy,53.80,-1.60,1 High Street,Leeds,LS1 1AA,0113 496 0000,ring twice
        S2,General Hospital,hospital,53.82,-1.50,,,,,
        """,
        "orders.csv": """
        order,line,site,kg,boxes,regime,product,quantity,lot,patient_ref,remarks,transport_index,surface_msv_h
        007,1,S1,2,1,REF,Insulin,3,L1,,keep upright,,
        007,2,S1,1,1,,Bandages,9,,,,,
        008,1,S2,4,1,,,,,P-77,,0.8,0.4
        """,
        "vehicles.csv": "vehicle,kg,boxes,cost_per_km,notes\nV1,800,40,0.35,new tyres\n",
        "compartments.csv": "vehicle,compartment,regimes\nV1,front,REF\nV1,rear,none\n",
    ]

    private let reader = DayFolderReader(
        regimes: RegimeDirectory(names: ["REF"]) {
            $0 == "REF" ? Regime(id: "REF", low: 2000, high: 8000) : nil
        },
        packages: PackageDirectory(vehicleLimit: 50, negligibleIndex: 0.05) { _, _ in "II-Yellow" }
    )

    /// Writes the folder, hands its path to `body`, and removes it.
    private func withFolder(_ body: (URL, DayFolder) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "day-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in Self.files {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        var day = try reader.read(folder.path)
        let size = day.problem.locations.count
        day.problem.matrices["car"] = TravelMatrix(
            size: size,
            durations: [Int32](repeating: 600, count: size * size),
            distances: [Int32](repeating: 5000, count: size * size)
        )
        try body(folder, day)
    }

    private func context(_ plan: Plan, _ day: DayFolder) -> DayContext {
        DayContext(
            problem: day.problem,
            plan: plan,
            evaluation: PlanEvaluation(plan, in: day.problem),
            descriptions: DayDescriptions(day.details, in: day.problem)
        )
    }

    @Test func `our own stop list is read as the plan of today, without a reject or a warning`() throws {
        try withFolder { folder, day in
            let plan = TerritoryPlan(day.problem).plan()
            #expect(plan.routes.map(\.visits.count) == [3])
            let file = folder.appending(path: "stops.csv")
            try Data(StopList(context(plan, day)).csv().utf8).write(to: file)
            let today = try #require(try reader.readBaseline(file.path, in: folder.path, of: day))
            #expect(today.rejects.isEmpty)
            #expect(today.warnings.isEmpty, "\(today.warnings)")
            // Compartments, and what they are kept at, come back too.
            #expect(TodaysPlan(today, in: day.problem).plan == plan)
        }
    }

    @Test
    func `a vehicle that loads again does so when its stop list is read, and keeps each trip's temperatures`()
        throws
    {
        try withFolder { folder, day in
            var day = day
            day.problem.vehicles[0].reloadDepots = [0]
            let steps: [RouteStep] = [
                .visit(Visit(.job(1), compartment: 1)), .reload(Reload(depot: 0, regimes: [0, nil])),
                .visit(Visit(.job(0), compartment: 0)), .visit(Visit(.job(2), compartment: 1)),
            ]
            let plan = Plan(routes: [Route(vehicle: 0, steps: steps, regimes: [nil, nil])])
            let file = folder.appending(path: "stops.csv")
            try Data(StopList(context(plan, day)).csv().utf8).write(to: file)
            let today = try #require(try reader.readBaseline(file.path, in: folder.path, of: day))
            #expect(today.rejects.isEmpty)
            #expect(today.warnings.isEmpty, "\(today.warnings)")
            #expect(TodaysPlan(today, in: day.problem).plan == plan)
        }
    }

    @Test func `what the folder says of places and goods reaches the driver`() throws {
        try withFolder { _, day in
            let plan = TerritoryPlan(day.problem).plan()
            let sheets = DriverSheets(context(plan, day)).html()
            let words = [
                "007/REF", "3 × Insulin, L1", "9 × Bandages", "keep upright", "1 High Street, LS1 1AA Leeds",
                "0113 496 0000", "ring twice", "new tyres", "Patient P-77",
            ]
            for word in words { #expect(sheets.contains(word), "\(word)") }
            #expect(!sheets.contains("General Hospital"))
        }
    }

    @Test func `who carries a radioactive package reads its category, its index and what is on board in all`()
        throws
    {
        try withFolder { _, day in
            let plan = TerritoryPlan(day.problem).plan()
            #expect(plan.routes.map(\.visits.count) == [3])
            let sheets = DriverSheets(context(plan, day)).html()
            #expect(sheets.contains("4 kg · 1 box · 0.8 TI"))
            #expect(sheets.contains("<small>II-Yellow</small>"))
            let dock = DockList(context(plan, day)).csv().split(separator: "\r\n").map(String.init)
            let header = try #require(dock.first)
            #expect(header.contains(",package_category,weight_kg,boxes,transport_index_TI"))
            #expect(dock.filter { $0.contains(",II-Yellow,") }.count == 1)
            let stops = StopList(context(plan, day)).csv()
            #expect(stops.contains("transport_index_TI"))
        }
    }
}
