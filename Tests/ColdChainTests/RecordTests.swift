import ColdChain
import Testing

@Suite("Records and dates") struct RecordTests {
    @Test func `a gap is found, measured and counted against the trip`() {
        // Readings every 300 s, those of 600 and 900 are missing: 300 … 1200 is a gap, of which 300 s are covered.
        let record = RecordCompleteness(readings: [0, 300, 1200, 1500], from: 0, to: 1800, interval: 300)
        #expect(record.gaps.map(\.from) == [300])
        #expect(record.gaps.map(\.to) == [1200])
        #expect(record.covered == 1200)
        #expect(!record.isComplete)
        #expect(record.share == 1200.0 / 1800)
    }

    @Test func `a trip without readings is one gap`() {
        let record = RecordCompleteness(readings: [], from: 100, to: 1000, interval: 300)
        #expect(record.gaps.count == 1)
        #expect(record.share == 0)
    }

    @Test func `readings outside the trip cover nothing`() {
        let record = RecordCompleteness(readings: [0, 5000], from: 1000, to: 1200, interval: 300)
        #expect(record.covered == 0)
        #expect(record.isComplete)
    }

    @Test(arguments: [(10.0, 2), (20, 2), (20.1, 3), (40, 3), (41, 4), (60, 4)])
    func `larger bodies need more sensors`(cubicMetres: Double, sensors: Int) {
        #expect(RecordingRule.sensors(cubicMetres: cubicMetres) == sensors)
    }

    @Test(arguments: ["1970-01-01", "2000-02-29", "2026-11-22", "2100-03-01", "1900-12-31"])
    func `days of the calendar come back as they were read`(text: String) throws {
        #expect(try #require(CalendarDay(text)).description == text)
    }

    @Test(arguments: [
        "2026-02-29", "2026-13-01", "26-01-01", "2026-1-1", "2026/01/01", "", "2026-00-10", "١٢٣٤-٠١-٠١",
    ])
    func `what is no day is refused`(text: String) {
        #expect(CalendarDay(text) == nil)
    }

    @Test func `the day after the last of February in a leap year`() throws {
        let last = try #require(CalendarDay("2028-02-29"))
        #expect(CalendarDay(number: last.number + 1).description == "2028-03-01")
        #expect(CalendarDay("1970-01-02")?.number == 1)
    }

    @Test func `a qualification holds through its last day and is measured in days after it`() throws {
        let last = try #require(CalendarDay("2026-03-01"))
        let next = CalendarDay(number: last.number + 1)
        let record = QualificationRecord(
            kind: .calibration,
            holder: "V1",
            name: "calibration",
            validUntil: last
        )
        #expect(record.covers(last...last))
        #expect(!record.covers(last...next))
        #expect(record.daysShort(at: last) == 0)
        #expect(record.daysShort(at: next) == 1)
    }

    @Test(arguments: [
        ("2026-03-10", "2026-12-31"), ("2026-01-01", "2026-12-31"), ("2026-12-31", "2026-12-31"),
    ])
    func `a Chinese narcotics certificate never crosses the year`(issued: String, last: String) throws {
        let day = try #require(CalendarDay(issued))
        #expect(QualificationRecord.lastDayOfChineseCertificate(issued: day).description == last)
    }
}
