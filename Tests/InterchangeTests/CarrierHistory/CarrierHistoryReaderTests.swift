import Foundation
import Testing

@testable import Interchange

@Suite struct `Reading a carrier history` {
    /// One trip with its record, one order of two lines, one offer; times of London in summer.
    private static let small = [
        "history.csv": "key,value\ntime_zone,Europe/London\ncurrency,gbp\n",
        "trips.csv": """
        trip;carrier;lane;pickup_by;pickup_arrival;delivered;spend
        T1;ARROW;north;2026-07-02 06:00;2026-07-02 05:50;2026-07-02 11:30;412,50

        """,
        "temperatures.csv":
            "trip,excursions,covered_min,required_min,longest_gap_min\nT1,0,330,330,5\n",
        "stops.csv": """
        order,trip,promised_from,promised_to,arrival,ordered,cause,state
        O1,T1,2026-07-02 08:00,2026-07-02 10:00,2026-07-02T07:45:00Z,10,,
        O1,T1,2026-07-02 08:00,2026-07-02 10:00,2026-07-02T07:45:00Z,4,Force Majeure,disputed

        """,
        "tenders.csv":
            "load,carrier,offered,answer,answered\nL1,ARROW,01.07.2026 10:00,rejected,01.07.2026 10:40\n",
    ]

    private func read(
        _ files: [String: String],
        strict: Bool = false
    ) throws -> Result<CarrierHistoryFolder, CarrierHistoryError> {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("history-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files {
            try Data(text.utf8).write(to: folder.appendingPathComponent(name))
        }
        do throws(CarrierHistoryError) {
            return .success(try CarrierHistoryReader.read(folder.path, strict: strict))
        } catch {
            return .failure(error)
        }
    }

    @Test func `a small history is read to the minute`() throws {
        let folder = try read(Self.small).get()
        #expect(folder.rejects.isEmpty, "\(folder.rejects)")
        #expect(folder.currency == "GBP")
        let trip = try #require(folder.trips.first)
        // 06:00 in London in July is 05:00 UTC; 2 July 2026 is day 20 636 since 1970.
        #expect(trip.pickupBy.timeIntervalSince1970 == 20_636 * 86_400 + 5 * 3_600)
        #expect(trip.spend == 412.5)
        #expect(trip.temperature?.coveredMinutes == 330)
        #expect(folder.stops.map(\.order) == ["O1", "O1"])
        #expect(folder.stops.first?.carrier == "ARROW")
        #expect(folder.stops.first?.lane == "north")
        // 07:45 UTC is 08:45 in London, within the promise.
        let arrival = try #require(folder.stops.first?.arrival)
        #expect(arrival.timeIntervalSince1970 == 20_636 * 86_400 + 27_900)
        #expect(folder.stops.last?.blame == .init(.forceMajeure, .disputed))
        #expect(folder.tenders.first?.answer == .refused)
    }

    @Test func `a stop without an arrival was not delivered`() throws {
        var files = Self.small
        files["stops.csv"] = "order,carrier,arrival,ordered\nO2,ARROW,,5\n"
        let stop = try #require(try read(files).get().stops.first)
        #expect(stop.arrival == nil)
        #expect(stop.delivered == 0)
    }

    @Test(arguments: [
        ("temperatures.csv", "trip,excursions,covered_min,required_min\nT2,0,10,10\n", "D340"),
        ("temperatures.csv", "trip,excursions,covered_min,required_min\nT1,0,11,10\n", "D332"),
        ("stops.csv", "order,carrier,arrival\nO1,ARROW,tomorrow\n", "D339"),
        ("stops.csv", "order,carrier,arrival\nO1,ARROW,03/02/2026 10:00\n", "D338"),
        ("stops.csv", "order,trip,arrival\nO1,T9,2026-07-02 10:00\n", "D340"),
        ("stops.csv", "order,carrier,arrival,cause\nO1,ARROW,2026-07-02 10:00,weather\n", "D343"),
        ("stops.csv", "order,carrier,arrival,ordered,damaged\nO1,ARROW,2026-07-02 10:00,2,3\n", "D332"),
        ("stops.csv", "order,carrier,arrival,ordered\nO1,ARROW,,9999999999999\n", "D332"),
        ("tenders.csv", "load,carrier,offered,answer\nL1,ARROW,2026-07-01 10:00,accepted\n", "D321"),
        ("tenders.csv", "load,carrier,offered,answer\nL1,ARROW,2026-07-01 10:00,perhaps\n", "D343"),
        ("trips.csv", "trip,carrier,pickup_by\nT1,A,2026-07-02 06:00\nT1,A,2026-07-02 06:00\n", "D327"),
    ])
    func `a row that cannot be used is set aside with its reason`(
        file: String,
        text: String,
        code: String
    ) throws {
        var files = Self.small
        files[file] = text
        let rejects = try read(files).get().rejects
        #expect(rejects.filter { $0.file == file }.map(\.code) == [code], "\(rejects)")
        guard case .failure(let refusal) = try read(files, strict: true) else {
            Issue.record("strict reading let the row pass")
            return
        }
        #expect(refusal.code == "K207")
    }

    @Test func `what stops the whole history has a code and a remedy`() throws {
        func code(_ files: [String: String]) throws -> String? {
            if case .failure(let error) = try read(files) { error.code } else { nil }
        }
        #expect(try code([:]) == "K202")
        #expect(try code(["trips.csv": "trip,carrier,pickup_by\nT1,A,never\n"]) == "K202")
        #expect(try code(["trips.csv": ""]) == "K204")
        #expect(try code(["trips.csv": "trip,haulier,pickup_by\n"]) == "K205")
        #expect(try code(["history.csv": "key,value\ntime_zone,Londn\n"]) == "K206")
        #expect(throws: CarrierHistoryError.self) { try CarrierHistoryReader.read("/nowhere/at/all") }
    }

    @Test func `a mapping translates somebody else's headers, as for a day folder`() throws {
        var files = Self.small
        files["tenders.csv"] = nil
        files["anfragen.csv"] =
            "Sendung;Frachtführer;Angefragt;Antwort;Am\nL1;ARROW;01.07.2026 10:00;yes;01.07.2026 10:40\n"
        files["mapping.json"] = """
            {"version": 1, "files": {"tenders": {"file": "anfragen.csv", "columns": {
              "Sendung": "load", "Frachtführer": "carrier", "Angefragt": "offered", "Antwort": "answer",
              "Am": "answered"}}}}
            """
        let folder = try read(files).get()
        #expect(folder.tenders.map(\.load) == ["L1"] && folder.tenders.map(\.answer) == [.accepted])
        files["mapping.json"] = #"{"version": 1, "files": {"tenders": {"columns": {"Sendung": "lod"}}}}"#
        let error = try #require(throws: CarrierHistoryError.self) { try read(files).get() }
        #expect(error.code == "K209" && error.description.contains("nearest is “load”"), "\(error)")
    }

    @Test func `a calendar limits a carrier's days, and several entries of one day by the least`() throws {
        var files = Self.small
        files["calendar.csv"] = """
            carrier,from,through,max_orders
            ARROW,2026-07-01,2026-07-05,20
            ARROW,2026-07-04,,0
            """
        files["contracts.csv"] = "carrier,tier,trial_trips\nARROW,trunk,0\n"
        let folder = try read(files).get()
        #expect(folder.contracts.first?.tier == .trunk && folder.contracts.first?.trialTrips == 0)
        // Midnights of London, an hour before those of UTC.
        func day(_ number: Int) -> Date {
            Date(timeIntervalSince1970: Double(20_635 + number - 1) * 86_400 - 3_600)
        }
        #expect(folder.limits(at: day(1)) == ["ARROW": 20] && folder.limits(at: day(5)) == ["ARROW": 20])
        #expect(folder.limits(at: day(4)) == ["ARROW": 0])
        #expect(folder.limits(at: day(6)).isEmpty)
    }
}
