import Foundation
import Testing
import VehicleRouting

@testable import Interchange

@Suite struct DayFolderReaderTests {
    @Test func `a day is read with its units`() throws {
        let day = try DayFixture().read()
        #expect(day.rejects == [])
        #expect(day.warnings == [])
        let problem = day.problem
        #expect(problem.epoch == 20_514 * 86_400)
        #expect(problem.timeZone == "Europe/London")
        #expect(problem.currency == Currency(code: "GBP", wireUnits: 1000))
        #expect(problem.dimensions.map(\.name) == ["weight", "boxes"])
        #expect(problem.locations.map(\.site) == ["D1", "S1", "S2"])
        #expect(problem.matrices.isEmpty)

        let job = problem.jobs[0]
        #expect(job.id == "O1")
        #expect(job.location == 1)
        // 12.5 kg are 12 500 g, 3 boxes are 300 hundredths.
        #expect(job.delivery == [12_500, 300])
        #expect(job.setup == 4 * 60)
        // Half a minute for each of 3 boxes.
        #expect(job.service == 90)
        #expect(job.goodsValue == Cost(wireUnits: 100_500))
        #expect(
            job.timeWindows == [
                TimeWindow(opens: 9 * 3600, closes: 12 * 3600 + 1800),
                TimeWindow(opens: 13 * 3600 + 1800, closes: 17 * 3600),
            ]
        )
        #expect(job.regime.map { problem.regimes[$0].id } == "REF")
        #expect(problem.jobs[1].timeWindows == [TimeWindow(opens: 8 * 3600, closes: 11 * 3600)])

        let van = problem.vehicles[0]
        #expect(van.capacity == [800_000, 4000])
        #expect(van.compartments.map(\.capacity) == [[800_000, 1500], [800_000, 2500]])
        #expect(van.compartments[1].regimes?.map { problem.regimes[$0].id } == ["RT15_25", "CRT"])
        #expect(van.costs.fixed == 50_000)
        #expect(van.costs.perKilometre == 350)
        // Paid time: driving, task and waiting alike.
        #expect(van.costs.perHour == 18_000)
        #expect(van.costs.perTaskHour == 18_000)
        #expect(van.costs.perWaitHour == 18_000)
        #expect(van.shift == TimeWindow(opens: 7 * 3600, closes: 16 * 3600))
        #expect(problem.depots[0].loading == 15 * 60)
        #expect(problem.depots[0].timeWindows == [TimeWindow(opens: 6 * 3600, closes: 20 * 3600)])
        #expect(day.details.sites.map { $0?.name } == [nil, "Abbey Pharmacy", "General Hospital"])
    }

    @Test func `the same folder read twice is the same problem`() throws {
        let (first, second) = try DayFixture().withFolder { path in
            (try DayFixture.reader.read(path), try DayFixture.reader.read(path))
        }
        #expect(first == second)
    }

    @Test func `lines of an order are put together, regimes and returns apart`() throws {
        var fixture = DayFixture()
        fixture["orders.csv"] = """
            order,line,site,type,product,kg,boxes,regime,value,priority,latest,skills
            O1,1,S2,,insulin,1.5,1,REF,100,10,11:00,
            O1,2,S2,,vaccine,2.5,2,2-8,50,20,10:00,two_crew
            O1,3,S2,,tablets,4,1,ambient,10,0,,
            O1,4,S2,return,empties,1,1,,0,0,,

            """
        let day = try fixture.read()
        #expect(day.rejects == [])
        let jobs = day.problem.jobs
        #expect(jobs.map(\.id) == ["O1/REF", "O1/RT15_25", "O1/NONE/RETURN"])
        #expect(jobs[0].delivery == [4000, 300])
        #expect(jobs[0].goodsValue == Cost(wireUnits: 150_000))
        #expect(jobs[0].priority == 20)
        #expect(jobs[0].skills == ["two_crew"])
        #expect(jobs[0].timeWindows.last?.closes == 10 * 3600)
        #expect(jobs[2].pickup == [1000, 100])
        #expect(jobs[2].delivery == [])
        #expect(day.details.jobs[0].lines.map(\.product) == ["insulin", "vaccine"])
        #expect(day.details.jobs.map(\.order) == ["O1", "O1", "O1"])
        // One location for all three.
        #expect(Set(jobs.map(\.location)).count == 1)
    }

    @Test func `an order may bring its own address`() throws {
        var fixture = DayFixture()
        fixture.files["sites.csv"] = nil
        fixture["orders.csv"] = "order,regime,name,lat,lon,boxes,kg\nH1,none,Mrs Smith,53.81,-1.57,1,2\n"
        let day = try fixture.read()
        #expect(day.rejects == [])
        #expect(
            day.problem.locations[1]
                == Location(
                    coordinate: Coordinate(longitude: -1.57, latitude: 53.81),
                    name: "Mrs Smith",
                    site: "H1"
                )
        )
        #expect(day.problem.jobs[0].timeWindows == [])
    }

    @Test func `other people's exports are read with a mapping`() throws {
        var fixture = DayFixture()
        fixture.files["orders.csv"] = nil
        let text = """
            Auftragsliste vom 02.03.;;;;;
            Auftragsnr;Kunde;Gewicht (g);Kolli;Temp;Bearbeiter
            0815;S1;1.250,5;2;K;Müller
            0816;S2;800;1;R;Jürgens
            Summe;;2.050,5;3;;

            """
        fixture.files["Aufträge.csv"] = Array(text.data(using: .windowsCP1252) ?? Data())
        let json = """
            {"version": 1, "files": {"orders": {"file": "Aufträge.csv", "separator": ";",
              "columns": {"Gewicht (g)": "kg", "Kolli": "boxes", "Temp": "regime"},
              "units": {"kg": 0.001}, "constants": {"priority": "5"},
              "values": {"regime": {"K": "REF", "R": "RT15_25"}}, "ignore": ["Bearbeiter"]}}}
            """
        fixture.mapping = try ColumnMapping(json: Array(json.utf8), path: "mapping.json")
        let day = try fixture.read()
        #expect(day.rejects == [])
        // 1 250.5 g are 1.2505 kg, rounded up to whole grams.
        #expect(day.problem.jobs.map(\.delivery) == [[1251, 200], [800, 100]])
        #expect(day.problem.jobs.map(\.id) == ["0815", "0816"])
        #expect(day.problem.jobs.map(\.priority) == [5, 5])
        #expect(day.warnings.map(\.code) == ["D386", "D381"])
    }

    @Test(arguments: [",", ";", "\t", "|", "¬", "^"])
    func `the separator is found from the header`(separator: String) throws {
        var fixture = DayFixture()
        for name in ["orders.csv", "sites.csv", "vehicles.csv", "depots.csv"] {
            fixture[name] = fixture[name].replacing(",", with: separator)
        }
        #expect(try fixture.read().problem == DayFixture().read().problem)
    }

    @Test func `Excel's first line names the separator`() throws {
        var fixture = DayFixture()
        fixture["orders.csv"] =
            "sep=;\r\n" + fixture["orders.csv"].replacing(",", with: ";").replacing("REF", with: "RFE")
        // The line counts in row numbers: the first order stands in the third line.
        #expect(try fixture.read().rejects.map(\.row) == [3])
    }

    @Test func `Chinese exports in GBK are read`() throws {
        var fixture = DayFixture()
        let gbk = String.Encoding(rawValue: 0x8000_0632)
        let text = "订单号,客户编码,重量,箱数,温层,备注\n订单1,S1,1.5,1,冷藏,请从后门送货\n"
        fixture.files["orders.csv"] = Array(text.data(using: gbk) ?? Data())
        let day = try fixture.read()
        #expect(day.problem.jobs.map(\.id) == ["订单1"])
        #expect(day.details.jobs[0].remarks == "请从后门送货")
        #expect(day.problem.regimes[day.problem.jobs[0].regime ?? 0].id == "REF")
    }

    @Test func `a byte order mark changes nothing`() throws {
        var fixture = DayFixture()
        fixture["orders.csv"] = "\u{FEFF}" + fixture["orders.csv"]
        #expect(try fixture.read().problem.jobs.count == 2)
    }

    @Test func `a number that could be read two ways is decided by the others of the folder`() throws {
        var fixture = DayFixture()
        // Depots and sites have points in their coordinates, so a thousand and a quarter it is not.
        fixture["orders.csv"] = "order;site;kg;boxes;regime\nO1;S1;1.250;1;none\n"
        #expect(try fixture.read().problem.jobs[0].delivery[0] == 1250)
        // This file itself has decimal commas, which counts before the folder.
        fixture["orders.csv"] = "order;site;kg;boxes;regime\nO1;S1;1.250;1;none\nO2;S2;3,5;1;none\n"
        #expect(try fixture.read().problem.jobs[0].delivery[0] == 1_250_000)
    }

    @Test func `weekday columns count, a bank holiday is planned by another day's`() throws {
        var fixture = DayFixture()
        fixture["sites.csv"] = """
            site,name,lat,lon,monday,tuesday,sunday
            S1,Abbey,53.80,-1.60,09:00-17:00,10:00-11:00,
            S2,General,53.82,-1.50,,,

            """
        #expect(try fixture.read().problem.jobs[0].timeWindows == [TimeWindow(opens: 32_400, closes: 61_200)])
        fixture["day.csv"] += "weekday,tuesday\n"
        #expect(try fixture.read().problem.jobs[0].timeWindows == [TimeWindow(opens: 36_000, closes: 39_600)])
        fixture.replace("weekday,tuesday", with: "weekday,sun", in: "day.csv")
        // No hours on Sunday but on other days: closed.
        let sunday = try fixture.read()
        #expect(sunday.rejects.map(\.code) == ["D350"])
        // No hours on any day: always open.
        #expect(sunday.problem.jobs.map(\.id) == ["O2"])
    }

    @Test func `vehicles may end elsewhere or nowhere`() throws {
        var fixture = DayFixture()
        fixture["depots.csv"] += "D2,York,53.95,-1.08,,\n"
        fixture["vehicles.csv"] = """
            vehicle,depot,end_depot,kg,boxes,cost_per_km,overtime_after_h,overtime_per_hour,max_km,max_duration_h
            V1,D1,,100,10,1,8,12.5,200,10
            V2,D1,D2,100,10,1,,,,
            V3,D2,open,100,10,1,,,,

            """
        let vehicles = try fixture.read().problem.vehicles
        #expect(vehicles.map(\.start) == [0, 0, 1])
        #expect(vehicles.map(\.end) == [0, 1, nil])
        #expect(vehicles[0].costs.overtimeAfter == 8 * 3600)
        #expect(vehicles[0].costs.overtimePerHour == 12_500)
        #expect(vehicles[0].maxDistance == 200_000)
        #expect(vehicles[0].maxDuration == 36_000)
        #expect(vehicles[1].shift == TimeWindow(opens: 0, closes: 86_400))
    }

    @Test func `carriers and regimes of one's own are read`() throws {
        var fixture = DayFixture()
        fixture["regimes.csv"] = "regime,low,high,freeze_sensitive,names\nINSULIN,2,6,yes,ins|pens\n"
        fixture["carriers.csv"] = """
            carrier,name,regimes,per_order,per_km,per_kg,minimum,max_orders
            C1,Nordfracht,REF|INSULIN,8.5,0.9,0.05,25,30

            """
        fixture.replace(",REF,", with: ",pens,", in: "orders.csv")
        let problem = try fixture.read().problem
        let carrier = problem.carriers[0]
        #expect(carrier.tariff == Tariff(perJob: 8500, perKilometre: 900, perUnit: [50, 0], minimum: 25_000))
        #expect(carrier.maxJobs == 30)
        let regime = problem.regimes[problem.jobs[0].regime ?? 0]
        #expect(regime == Regime(id: "INSULIN", low: 2000, high: 6000, isFreezeSensitive: true))
        #expect(carrier.regimes?.map { problem.regimes[$0].id } == ["REF", "INSULIN"])
    }

    @Test func `all parts of a tariff are read, and come back from JSON`() throws {
        var fixture = DayFixture()
        fixture["carriers.csv"] = """
            carrier,regimes,per_order,per_stop,per_hour,per_wait_hour,free_wait_min,per_kg,kg_breaks,regime_surcharges,night_surcharge,night_from,minimum
            C1,REF,8.5,2,30,24,15,0.5,100:0.40|500:0.30,REF:12.50,40,21:00,25

            """
        let problem = try fixture.read().problem
        let tariff = problem.carriers[0].tariff
        #expect(tariff.perStop == 2_000 && tariff.perHour == 30_000)
        #expect(tariff.perWaitHour == 24_000 && tariff.freeWait == 900)
        let weight = try #require(problem.dimensions.firstIndex { $0.name == "weight" })
        #expect(
            tariff.breaks == [
                TariffBreak(dimension: weight, from: 100_000, perUnit: 400),
                TariffBreak(dimension: weight, from: 500_000, perUnit: 300),
            ]
        )
        let cold = try #require(problem.regimes.firstIndex { $0.id == "REF" })
        #expect(tariff.surcharges == [cold: 12_500])
        #expect(tariff.night == NightSurcharge(from: 75_600, to: 21_600, amount: 40_000))
        let read = try ProblemFile.read(Array(ProblemFile.text(for: problem).utf8)).problem
        #expect(read.carriers[0].tariff == tariff)
        // Breaks alone would carry the lightest loads for nothing.
        fixture.replace(",0.5,100:", with: ",,100:", in: "carriers.csv")
        #expect(try fixture.read().rejects.map(\.column) == ["per_kg"])
    }

    @Test
    func `a customer's list of refused carriers goes to its orders, and a code that is none is refused`()
        throws
    {
        var fixture = DayFixture()
        fixture["carriers.csv"] = "carrier,regimes,per_order\nC1,REF,8\nC2,REF,9\n"
        fixture.replace(
            "service_min_per_box\n",
            with: "service_min_per_box,refused_carriers\n",
            in: "sites.csv"
        )
        fixture.replace(",4,0.5\n", with: ",4,0.5,C1\n", in: "sites.csv")
        let jobs = try fixture.read().problem.jobs
        #expect(jobs.map(\.excludedCarriers) == [["C1"], []])
        fixture.replace(",4,0.5,C1\n", with: ",4,0.5,C3\n", in: "sites.csv")
        #expect(try fixture.read().rejects.first?.value == "C3")
    }

    @Test func `a dimension nobody limits is left out`() throws {
        var fixture = DayFixture()
        fixture.replace("order,site,kg,", with: "order,site,litres,", in: "orders.csv")
        let day = try fixture.read()
        #expect(day.problem.dimensions.map(\.name) == ["boxes"])
        #expect(day.warnings.map(\.code) == ["D383"])
    }

    @Test func `settings of the day are read`() throws {
        var fixture = DayFixture()
        fixture["day.csv"] += "detour_factor,1.2\nspeed_kmh,10:30 *:60\nname,Leeds Monday\n"
        let day = try fixture.read()
        #expect(day.problem.name == "Leeds Monday")
        #expect(day.settings.detourFactor == 1.2)
        #expect(
            day.settings.speeds == [
                .init(endKilometres: 10, kilometresPerHour: 30),
                .init(endKilometres: nil, kilometresPerHour: 60),
            ]
        )
        #expect(day.settings.weekday == 0)
    }

    @Test func `swapped coordinates are pointed out`() throws {
        var fixture = DayFixture()
        fixture.replace("53.80,-1.60", with: "-1.60,53.80", in: "sites.csv")
        let warning = try #require(try fixture.read().warnings.first)
        #expect(warning.reason == .farFromDepots(isSwapped: true))
        #expect(warning.row == 2)
    }

    @Test func `unknown columns are named with the nearest we know`() throws {
        var fixture = DayFixture()
        fixture.replace(",value,", with: ",valeu,", in: "orders.csv")
        let warning = try #require(try fixture.read().warnings.first)
        #expect(warning.reason == .unknownColumn(nearest: "value"))
        #expect(
            warning.description
                == "orders.csv, column valeu: is not a column we know and is ignored; the nearest is “value”; "
                + "rename it, map it, or list it under “ignore” in the mapping (D380)"
        )
    }

    @Test func `a free fleet is priced by the kilometre`() throws {
        var fixture = DayFixture()
        fixture["vehicles.csv"] = "vehicle,kg,boxes\nV1,800,40\n"
        let day = try fixture.read()
        #expect(day.problem.vehicles[0].costs == VehicleCosts(perKilometre: 1000, perHour: 0))
        #expect(day.warnings.map(\.code) == ["D388"])
    }

    @Test func `rejects are written for a spreadsheet`() throws {
        var fixture = DayFixture()
        fixture.replace("12.5,3", with: "twelve,3", in: "orders.csv")
        let day = try fixture.read()
        #expect(
            day.rejectsCSV
                == "\u{FEFF}file,row,column,value,code,message,remedy\r\n"
                + "orders.csv,2,kg,twelve,D330,is not a number,"
                + "\"write digits with at most one decimal mark, such as 12.5\"\r\n"
        )
        #expect(day.problem.jobs.map(\.id) == ["O2"])
    }
}
