import ColdChain
import Testing
import VehicleRouting

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

    private let cold = Regime(id: "REF", low: 2000, high: 8000, isFreezeSensitive: true)

    /// Readings every 5 minutes.
    private func record(_ degrees: Double...) -> [TemperatureReading] {
        degrees.enumerated().map { TemperatureReading(time: $0 * 300, celsius: $1) }
    }

    @Test func `stretches outside the range are told apart, with their ends and the worst of each`() {
        // 9 and 9.5 at 300 and 600, inside again at 900; 1.5 at 1200, then at once 8.5 at 1500, the last.
        let verdict = RecordVerdict(of: record(5, 9, 9.5, 8, 1.5, 8.5), label: cold, interval: 300)
        #expect(
            verdict.excursions == [
                .init(from: 300, to: 900, extreme: 9.5, isCold: false),
                .init(from: 1200, to: 1500, extreme: 1.5, isCold: true),
                .init(from: 1500, to: 1500, extreme: 8.5, isCold: false),
            ]
        )
        #expect(verdict.range == 1.5...9.5)
        #expect(verdict.kinetics == .outside(celsius: 1.5))
        #expect(!verdict.isSound)
    }

    @Test func `a record inside its range without gaps is sound, in whatever order it comes`() {
        let verdict = RecordVerdict(of: record(5, 2, 8, 5).reversed(), label: cold, interval: 300)
        #expect(verdict.isSound)
        #expect(verdict.kinetics == .kept)
        #expect(!RecordVerdict(of: record(5, 5), label: cold, interval: 299).isSound)
    }

    @Test func `one reading is no window, and a label without a kinetic limit has none`() {
        #expect(RecordVerdict(of: record(5), label: cold, interval: 300).kinetics == nil)
        let frozen = Regime(id: "FRZ", low: -25_000, high: -15_000)
        #expect(RecordVerdict(of: record(-20, -20), label: frozen, interval: 300).kinetics == nil)
    }

    @Test func `six warm hours of a day are too warm although the average is not`() {
        // 18 h at 5 °C and 6 h at 14 °C: mean kinetic temperature 8.2852, average 7.25.
        let readings = (0...288).map { TemperatureReading(time: $0 * 300, celsius: $0 < 216 ? 5 : 14) }
        let verdict = RecordVerdict(of: readings, label: cold, interval: 300)
        guard case .tooWarm(let mean)? = verdict.kinetics else {
            Issue.record("the day should be too warm")
            return
        }
        #expect((mean * 10_000).rounded() / 10_000 == 8.2852)
        // From 18 h on, to the last reading at 24 h.
        #expect(verdict.excursions.map { $0.to - $0.from } == [21_600])
    }
}
