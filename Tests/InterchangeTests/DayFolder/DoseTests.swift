import Interchange
import Testing
import VehicleRouting

@Suite("Doses in a day folder") struct DoseTests {
    private func job(_ cells: String) throws -> Job? {
        var day = DayFixture()
        day["orders.csv"] = """
            order,site,kg,boxes,regime,value,due,nuclide,activity_mbq,calibrated,needed_mbq,use_by
            O1,S2,1,1,RT15_25,900,\(cells)
            O2,S2,1,1,RT15_25,20,,,,,,

            """
        let problem = try day.read().problem
        return problem.jobs.first { $0.id == "O1" }
    }

    @Test func `the activity lasts as many half-lives as it is doubled`() throws {
        // 1480 MBq at 07:00 are 370 two half-lives of 6586.2 s later: 25 200 + 13 172.
        let job = try #require(try job("09:00,f18,1480,07:00,370,"))
        #expect(job.useBy == 38_372)
        // 900.00 in thousandths.
        #expect(job.due == DueTime(by: 32_400, latePerHour: 0, decay: Decay(value: 900_000, halfLife: 6586)))
    }

    @Test func `the earlier of two ends of use counts`() throws {
        #expect(try job(",F-18,1480,07:00,370,09:30")?.useBy == 34_200)
        #expect(try job(",,,,,09:30")?.useBy == 34_200)
    }

    @Test(arguments: [
        "09:00,F-81,1480,07:00,370,", "09:00,F-18,300,07:00,370,", "09:00,F-18,1480,,370,",
        "09:00,F-18,1480,07:00,,", "09:00,F-18,,07:00,370,", "09:00,,1480,07:00,370,",
        "09:00,F-18,1480,07:00,0,",
    ])
    func `a dose that is not said in full is rejected`(cells: String) throws {
        #expect(try job(cells) == nil)
    }
}
