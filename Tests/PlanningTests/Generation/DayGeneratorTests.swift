import ColdChain
import Foundation
import Interchange
import Testing
import VehicleRouting

@testable import Planning

@Suite struct `a generated day` {
    private func generator(orders: Int = 200, seed: UInt64 = 7) throws -> DayGenerator {
        DayGenerator(sites: try SampleSites.list(), orders: orders, seed: seed)
    }

    @Test func `is the same byte for byte when generated twice, and another with another seed`() throws {
        let first = try generator().run()
        #expect(try generator().run() == first)
        #expect(try generator(seed: 8).run().files != first.files)
    }

    @Test func `has as many orders as asked for, in lines of one site each`() throws {
        let orders = try Rows(generator().run(), "orders.csv")
        let sitesByOrder = Dictionary(grouping: orders.rows, by: { $0["order", default: ""] })
        #expect(sitesByOrder.count == 200)
        #expect(sitesByOrder.values.allSatisfy { Set($0.map { $0["site"] }).count == 1 })
    }

    @Test func `of a peak has six carriers and a fleet for seven orders in ten`() throws {
        var peak = try generator()
        peak.isPeak = true
        let (usual, day) = (try generator().run(), try peak.run())
        #expect(try Rows(day, "orders.csv").rows == Rows(usual, "orders.csv").rows)
        #expect(day.summary.shiftHours < 0.85 * usual.summary.shiftHours)
        #expect(try Rows(day, "carriers.csv").rows.map { $0["carrier"] }.count == 6)
        #expect(try Rows(day, "day.csv").rows.contains { $0["value"] == "2027-03-01 16:00" })
        let contracts = try #require(day.carrierHistory.first { $0.name == "contracts.csv" }?.text)
        // The day is 2 March; the licence of one ended the day before.
        #expect(contracts.contains("2027-03-01 00:00"))
        #expect(contracts.split(separator: "\r\n").first?.contains("share_cap") ?? false)
        // Nothing is on record about the newcomer.
        #expect(day.carrierHistory.allSatisfy { !$0.text.contains("NEW") })
    }

    @Test func `divides orders over kinds of sites as stated`() throws {
        let day = try generator(orders: 2_000).run()
        let kinds = Dictionary(
            uniqueKeysWithValues: try Rows(day, "sites.csv").rows.map {
                ($0["site", default: ""], $0["kind", default: ""])
            }
        )
        let firstLines = try Rows(day, "orders.csv").rows.filter { $0["line"] == "1" }
        let counts = Dictionary(grouping: firstLines) { kinds[$0["site", default: ""]] ?? "patient" }
            .mapValues(\.count)
        // Four standard errors of a share p in 2000 orders: 4 √(2000 p (1 − p)) ≤ 88 for p = 0.6.
        for (kind, share) in [
            "pharmacy": 0.6, "hospital": 0.14, "clinic": 0.1, "laboratory": 0.06, "patient": 0.1,
        ] {
            let expected = 2_000 * share
            let tolerance = 4 * (expected * (1 - share)).squareRoot()
            #expect(abs(Double(counts[kind, default: 0]) - expected) < tolerance, "\(kind)")
        }
    }

    @Test func `divides lines over temperature classes as stated`() throws {
        let regimes = try Rows(generator(orders: 2_000).run(), "orders.csv").column("regime")
        let cold = Double(regimes.count { $0 == "REF" }) / Double(regimes.count)
        // Shares of the kinds by their lines: hospitals 0.14 · 5, pharmacies 0.6 · 3, clinics 0.1 · 2, laboratories
        // 0.06 · 2.5, patients 0.1 · 1.2, in all about 2.97; cold ones 0.34, 0.34, 0.53, 0.62, 0.45 of them:
        // (0.238 + 0.612 + 0.106 + 0.093 + 0.054) / 2.97 = 0.37.  Lines of an order go together, so the error is wide.
        #expect(abs(cold - 0.37) < 0.05)
    }

    @Test func `gives patient-bound orders a pseudonym and homes a place of their own`() throws {
        let rows = try Rows(generator().run(), "orders.csv").rows
        let homes = rows.filter { $0["channel"] == "home" }
        #expect(!homes.isEmpty)
        #expect(
            homes.allSatisfy {
                $0["site"] == "" && $0["lat"] != "" && $0["patient_ref"]?.hasPrefix("P-") == true
            }
        )
        #expect(
            rows.filter { $0["channel"] == "wholesale" }.allSatisfy {
                $0["lat"] == "" && $0["patient_ref"] == ""
            }
        )
    }

    @Test func `orders nothing from sites that are closed on the day`() throws {
        var generator = try generator()
        // A Wednesday, on which the sample's pharmacies are closed.
        generator.date = CalendarDate(year: 2027, month: 3, day: 3)
        let day = try generator.run()
        #expect(day.summary.openSites == 20)
        let open = Set((60..<80).map { "A\(100 + $0)" } + [""])
        #expect(Set(try Rows(day, "orders.csv").column("site")).isSubset(of: open))
    }

    @Test func `says so when nobody is open`() throws {
        let list = try SiteList(csv: "name,lat,lon,monday\nAlpha,52,0,09:00-17:00\n", named: "s.csv")
        let error = #expect(throws: GenerationError.self) {
            try DayGenerator(sites: list, orders: 3, seed: 1).run()
        }
        #expect(error?.code == "G105")
    }

    @Test(arguments: [0, 100_001])
    func `refuses a number of orders out of range`(orders: Int) throws {
        let error = #expect(throws: GenerationError.self) { try generator(orders: orders).run() }
        #expect(
            error?.description == "--orders: \(orders) is out of range; give a number in 1 … 100000 (G106)"
        )
    }

    @Test func `has a fleet with room, payload and time to spare`() throws {
        let summary = try generator(orders: 300).run().summary
        for balance in summary.balances {
            #expect(balance.demandLitres < 0.9 * balance.roomLitres, "\(balance.goodsClass)")
            #expect(balance.demandKilograms < 0.9 * balance.roomKilograms, "\(balance.goodsClass)")
        }
        #expect(summary.workHours < 0.95 * summary.shiftHours)
        #expect(summary.workHours > 0.5 * summary.shiftHours)
    }

    @Test func `has less cold room than cold goods when cold is scarce, and enough of the rest`() throws {
        var generator = try generator(orders: 300)
        generator.isColdScarce = true
        let balances = try generator.run().summary.balances
        #expect(balances[1].goodsClass == "refrigerated")
        // Cold compartments are shrunk to 90 % of the cold litres; rounding takes a little more.
        #expect(balances[1].roomLitres < 0.91 * balances[1].demandLitres)
        #expect(balances[0].roomLitres > balances[0].demandLitres)
    }

    @Test func `spoils as many orders as asked, in four ways, and says so`() throws {
        var generator = try generator()
        generator.impossible = 8
        let day = try generator.run()
        #expect(day.summary.impossible == 8)
        let remarks = try Rows(day, "orders.csv").rows.filter {
            $0["remarks"]?.hasPrefix("Impossible") == true
        }
        #expect(Set(remarks.map { $0["order"] }).count == 8)
        #expect(Set(remarks.map { $0["remarks"] }).count == 4)
        // Eight orders change, the rest of the day does not.
        let changed = Set(remarks.compactMap { $0["order"] })
        let plain = try Rows(self.generator().run(), "orders.csv").rows
        let same = try Rows(day, "orders.csv").rows
        #expect(
            plain.filter { !changed.contains($0["order", default: ""]) }
                == same.filter { !changed.contains($0["order", default: ""]) }
        )
    }

    @Test func `fills towns with customers near them`() throws {
        var generator = DayGenerator(
            sites: try SiteList(csv: SampleSites.towns, named: "towns.csv"),
            orders: 100,
            seed: 3
        )
        generator.market = .de
        generator.depots = .count(2)
        let day = try generator.run()
        let sites = try Rows(day, "sites.csv").rows
        // Pharmacies: 100 · 0.6 / 1.25 = 48; hospitals 5.6, clinics 9.1, laboratories 4 by the same rule.
        #expect(sites.count { $0["kind"] == "pharmacy" } == 48)
        #expect(sites.count == 48 + 6 + 9 + 4)
        #expect(sites.allSatisfy { abs((Double($0["lat"] ?? "") ?? 0) - 48.35) < 0.4 })
        #expect(sites.contains { $0["name"] == "Augsburg Apotheke 2" })
        #expect(try Rows(day, "depots.csv").rows.count == 2)
        #expect(try Rows(day, "day.csv").rows.contains { $0["value"] == "EUR" })
    }

    @Test func `gives every compartment a payload and room within those of its vehicle`() throws {
        let day = try generator().run()
        let compartments = Dictionary(grouping: try Rows(day, "compartments.csv").rows) {
            $0["vehicle", default: ""]
        }
        for vehicle in try Rows(day, "vehicles.csv").rows {
            let own = compartments[vehicle["vehicle", default: ""], default: []]
            let litres = own.compactMap { Double($0["litres", default: ""]) }.reduce(0, +)
            #expect((1...3).contains(own.count))
            #expect(Double(vehicle["litres", default: ""]) == litres)
        }
    }

    @Test func `is written as the files it consists of`() throws {
        let path = NSTemporaryDirectory() + "isotherm-generated-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let day = try generator(orders: 10).run()
        let names = try day.write(to: path)
        let record = day.carrierHistory.map {
            GeneratedDay.File(name: "carrier-history/\($0.name)", text: $0.text)
        }
        #expect(names == (day.files + record).map(\.name))
        for file in day.files + record {
            #expect(try String(contentsOfFile: path + "/" + file.name, encoding: .utf8) == file.text)
        }
    }

    @Test(arguments: Market.allCases)
    func `is read without a rejected row or a warning`(market: Market) throws {
        let path = NSTemporaryDirectory() + "isotherm-generated-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        var generator = try generator(orders: 120)
        generator.market = market
        generator.impossible = 4
        generator.depots = .count(2)
        try generator.run().write(to: path)
        let regimes = RegimeDirectory(names: RegimeCatalogue.shipped.allNames) {
            RegimeCatalogue.shipped.find($0)?.regime
        }
        let folder = try DayFolderReader(regimes: regimes).read(path)
        #expect(folder.rejects.map(\.message) == [])
        #expect(folder.warnings.map(\.message) == [])
        // Orders with several temperature classes become several jobs.
        #expect(folder.problem.jobs.count > 120)
        #expect(folder.problem.depots.count == 2)
        #expect(folder.problem.carriers.count == 4)
    }

    @Test(arguments: FleetKind.allCases)
    func `with a working day and passive boxes is read without a rejected row`(fleet: FleetKind) throws {
        let path = NSTemporaryDirectory() + "isotherm-generated-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        var generator = try generator(orders: 200)
        generator.fleet = fleet
        generator.hasWorkingDay = true
        generator.hasPassiveBoxes = true
        try generator.run().write(to: path)
        let regimes = RegimeDirectory(names: RegimeCatalogue.shipped.allNames) {
            RegimeCatalogue.shipped.find($0)?.regime
        }
        let folder = try DayFolderReader(regimes: regimes).read(path)
        #expect(folder.rejects.map(\.message) == [])
        #expect(folder.warnings.map(\.message) == [])
        let problem = folder.problem
        #expect(problem.vehicles.allSatisfy { $0.breaks.count == 1 && $0.reloadDepots == [0] })
        #expect(problem.jobs.contains { !$0.boxes.isEmpty })
        let parts = problem.vehicles.map { $0.compartments.count }.max()
        #expect(parts == (fleet == .mixed ? 3 : 1))
    }

    @Test func `asks for a tail lift only where there are pallets, and promises those no hour`() throws {
        let rows = try Rows(generator(orders: 1_000).run(), "orders.csv").rows
        let pallets = rows.filter { $0["skills"]?.contains("tail_lift") == true }
        #expect(!pallets.isEmpty)
        #expect(pallets.allSatisfy { $0["latest"] == "" && $0["release"] == "" })
        for (_, lines) in Dictionary(grouping: pallets, by: { "\($0["order"] ?? "")/\($0["regime"] ?? "")" })
        {
            let kilograms = lines.compactMap { Double($0["kg", default: ""]) }.reduce(0, +)
            let litres = lines.compactMap { Double($0["litres", default: ""]) }.reduce(0, +)
            // 0.05 on either side of a rounded sum.
            #expect(kilograms > 249.9 || litres > 2_499.9)
        }
    }
}
