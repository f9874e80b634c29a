import Foundation
import Testing
import VehicleRouting

@testable import Interchange

@Suite struct NumberCellTests {
    @Test(arguments: [
        ("12", "12"), ("12.5", "12.5"), ("12,5", "12.5"), ("1.234,5", "1234.5"), ("1,234.5", "1234.5"),
        ("1 234,5", "1234.5"), ("1'234.5", "1234.5"), ("1.234.567", "1234567"), ("-2.233901", "-2.233901"),
        ("−3,25", "-3.25"), ("£12.50", "12.50"), ("12,50 €", "12.50"), ("12.3 kg", "12.3"), (".5", "0.5"),
        ("0,375", "0.375"), ("1234.567", "1234.567"), ("+7", "7"),
    ])
    func `numbers that can be read one way only are read`(text: String, value: String) {
        guard case .number(let number) = NumberCell.read(text, mark: nil) else {
            Issue.record("\(text) was not read")
            return
        }
        #expect("\(number)" == value)
    }

    @Test func `one mark before three digits means either`() {
        guard case .either(let fraction, let grouped) = NumberCell.read("1.234", mark: nil) else {
            Issue.record("1.234 was decided")
            return
        }
        #expect("\(fraction)" == "1.234")
        #expect("\(grouped)" == "1234")
        #expect(NumberCell.read("1.234", mark: .comma) == .number(grouped))
        #expect(NumberCell.read("1.234", mark: .point) == .number(fraction))
    }

    @Test(arguments: ["", "abc", "1.2.3", "12,34,5", "1e5", "--1", "1-2", "kg", "1.23.456"])
    func `what is no number is not guessed`(text: String) {
        #expect(NumberCell.read(text, mark: nil) == .nothing)
    }

    @Test func `whole units are exact`() throws {
        // 12.3 × 1000 is 12 300.000 000 000 002 in binary; rounded up it must stay 12 300.
        let number = try #require(ExactNumber(isNegative: false, whole: "12", fraction: "3"))
        #expect(number.scaled(by: 1000, .up) == 12_300)
        let finer = try #require(ExactNumber(isNegative: false, whole: "0", fraction: "0125"))
        #expect(finer.scaled(by: 1000, .up) == 13)
        #expect(finer.scaled(by: 1000, .down) == 12)
        #expect(finer.scaled(by: 1000, .nearest) == 13)
        let negative = try #require(ExactNumber(isNegative: true, whole: "0", fraction: "0125"))
        #expect(negative.scaled(by: 1000, .up) == -12)
        #expect(negative.scaled(by: 1000, .down) == -13)
        #expect(number.scaled(by: .max, .up) == nil)
    }
}

@Suite struct ClockCellTests {
    let day: PlanDay
    let london: TimeZone

    init() throws {
        london = try #require(TimeZone(identifier: "Europe/London"))
        day = PlanDay(date: try #require(CalendarDate(iso: "2026-03-02")), timeZone: london)
    }

    private func seconds(_ hours: Int, _ minutes: Int = 0, _ seconds: Int = 0) -> Seconds {
        hours * 3600 + minutes * 60 + seconds
    }

    @Test func `times of day come in many spellings`() {
        for text in [
            "9:00", "09.00", "9h", "9h00", "0900", "900", "9am", "9:00 AM", "09:00:00", "9", "9 Uhr", "9：00",
            "0.375",
        ] {
            #expect(ClockCell.time(text) == seconds(9), "\(text)")
        }
        #expect(ClockCell.time("5:30 pm") == seconds(17, 30))
        #expect(ClockCell.time("12am") == 0)
        #expect(ClockCell.time("12:15pm") == seconds(12, 15))
        #expect(ClockCell.time("9h30") == seconds(9, 30))
        #expect(ClockCell.time("24:00") == seconds(24))
        #expect(ClockCell.time("25:30") == seconds(25, 30))
        #expect(ClockCell.time("+1 01:30") == seconds(25, 30))
    }

    @Test(arguments: ["", "noon", "9:60", "48:00", "9:5", "13pm", "9:00-10:00", "12345", "9:00x"])
    func `what is no time is not guessed`(text: String) {
        #expect(ClockCell.time(text) == nil)
    }

    @Test func `a date is relative to the day of the plan`() throws {
        #expect(try ClockCell.read("2026-03-02 09:00", on: day).get() == seconds(9))
        #expect(try ClockCell.read("2026-03-03T01:00", on: day).get() == seconds(25))
        #expect(try ClockCell.read("02.03.2026 09:00", on: day).get() == seconds(9))
        #expect(try ClockCell.read("2026-03-01 22:00", on: day).get() == -seconds(2))
        // London is at UTC in March.
        #expect(try ClockCell.read("2026-03-02T10:00:00+01:00", on: day).get() == seconds(9))
        #expect(try ClockCell.read("2026-03-02T09:00:00Z", on: day).get() == seconds(9))
        // The 3rd of February or the 2nd of March.
        #expect(throws: ClockCell.ClockProblem.ambiguousDate) {
            try ClockCell.read("03/02/2026 09:00", on: day).get()
        }
        #expect(throws: ClockCell.ClockProblem.otherDay) {
            try ClockCell.read("2026-04-02 09:00", on: day).get()
        }
        var american = day
        american.dateOrder = .mdy
        #expect(try ClockCell.read("03.02.26 09:00", on: american).get() == seconds(9))
    }

    @Test func `second zero is local midnight`() throws {
        // 2 March 2026 00:00 UTC is 20 514 days after 1970, and London is at UTC then.
        #expect(day.epoch == 20_514 * 86_400)
        let shanghai = PlanDay(date: day.date, timeZone: try #require(TimeZone(identifier: "Asia/Shanghai")))
        #expect(shanghai.epoch == 20_514 * 86_400 - 8 * 3600)
    }

    @Test func `wall clock times are right on the day when clocks change`() throws {
        // 29 March 2026, London: 01:00 becomes 02:00; 09:00 BST is 08:00 UTC.  Day 20 541.
        let change = PlanDay(date: try #require(CalendarDate(iso: "2026-03-29")), timeZone: london)
        #expect(change.epoch + seconds(9) == 20_541 * 86_400 + seconds(8))
    }

    @Test func `dates know their weekday`() throws {
        #expect(try #require(CalendarDate(iso: "2026-03-02")).weekday == 0)
        #expect(try #require(CalendarDate(iso: "1970-01-01")).weekday == 3)
        #expect(CalendarDate(iso: "2026-02-29") == nil)
        #expect(try #require(CalendarDate(iso: "2028-02-29")).dayNumber == 21_243)
    }
}

@Suite struct OpeningHoursTests {
    private func windows(_ spans: (Int, Int)...) -> OpeningHours {
        .windows(spans.map { TimeWindow(opens: $0.0 * 60, closes: $0.1 * 60) })
    }

    @Test func `a lunch closure makes two windows`() throws {
        let expected = windows((540, 750), (810, 1020))
        for text in [
            "09:00-12:30 13:30-17:00", "9.00 – 12.30, 13.30 – 17.00", "9h-12h30/13h30-17h",
            "0900-1230;1330-1700",
            "9am to 12:30pm and 1:30pm to 5pm", "09:00 bis 12:30 und 13:30 bis 17:00 Uhr",
            "09:00-12:30\n13:30-17:00",
            "13:30-17:00 09:00-12:30", "9：00～12：30，13：30～17：00",
        ] {
            #expect(try OpeningHours.read(text).get() == expected, "\(text)")
        }
    }

    @Test func `the half of the day may be said once`() throws {
        #expect(try OpeningHours.read("8-5pm").get() == windows((480, 1020)))
        #expect(try OpeningHours.read("1-5pm").get() == windows((780, 1020)))
        #expect(try OpeningHours.read("8am-5pm").get() == windows((480, 1020)))
    }

    @Test func `hours may go past midnight`() throws {
        #expect(try OpeningHours.read("22:00-06:00").get() == windows((1320, 1800)))
        #expect(try OpeningHours.read("22:00-30:00").get() == windows((1320, 1800)))
    }

    @Test func `closed and always are words`() throws {
        for text in ["closed", "Geschlossen", "休息", "-", "x"] {
            #expect(try OpeningHours.read(text).get() == .closed)
        }
        for text in ["24h", "24/7", "always", "00:00-24:00"] {
            #expect(try OpeningHours.read(text).get() == .always)
        }
    }

    @Test func `overlapping hours become one window`() throws {
        #expect(try OpeningHours.read("09:00-12:00 11:00-13:00").get() == windows((540, 780)))
    }

    @Test(arguments: ["09:00", "Mon-Fri 9-17", "09:00-", "nine to five", "09:00-12:00-13:00", ""])
    func `what is no hours is not guessed`(text: String) {
        #expect(throws: OpeningHours.HoursProblem.notHours) { try OpeningHours.read(text).get() }
    }

    @Test func `an interval without length is refused`() {
        #expect(throws: OpeningHours.HoursProblem.closesBeforeItOpens) {
            try OpeningHours.read("09:00-09:00").get()
        }
    }
}

@Suite struct CodeCellTests {
    @Test(arguments: ["1.2E+13", "1,23457E+12", "4E+09"])
    func `a code that became a float is noticed`(code: String) {
        #expect(CodeCell.damage(of: code) == .scientificCode)
    }

    @Test(arguments: ["########", "#N/A", "#REF!", "#WERT!"])
    func `a spreadsheet's error sign is noticed`(code: String) {
        #expect(CodeCell.damage(of: code) == .spreadsheetError)
    }

    @Test(arguments: ["03-Mar", "Mar-03", "3-Mrz-26", "03.03.2026", "12/31/2026", "2026-03-03 00:00:00"])
    func `a code that became a date is noticed`(code: String) {
        #expect(CodeCell.damage(of: code) == .dateInsteadOfCode)
    }

    @Test(arguments: [
        "4711", "004711", "ORD-2026-03", "SO/2026/0815", "2E10", "12E3", "E+12", "#12", "MAR-CHEM", "1.2.3",
        "2026-03-02-7",
        "PH_FP658__000001_WF82AY", "订单1",
    ])
    func `a sound code is left alone`(code: String) {
        #expect(CodeCell.damage(of: code) == nil)
    }

    @Test func `lost leading zeros show beside codes that kept theirs`() {
        let profile = CodeColumnProfile(["00123", "00456", "12345", "789", "A1"])
        #expect(profile.damage(of: "789") == .lostLeadingZeros(width: 5))
        #expect(profile.damage(of: "12345") == nil)
        #expect(profile.damage(of: "A1") == nil)
        #expect(CodeColumnProfile(["123", "45"]).damage(of: "45") == nil)
    }

    @Test func `digits lost after the fifteenth show when every long code ends in zeros`() {
        let cut = CodeColumnProfile(["123456789012345000", "123456789012346000", "7"])
        #expect(cut.damage(of: "123456789012345000") == .lostDigits)
        #expect(cut.damage(of: "7") == nil)
        let sound = CodeColumnProfile(["123456789012345000", "123456789012345678"])
        #expect(sound.damage(of: "123456789012345000") == nil)
    }
}

@Suite struct NearestWordTests {
    @Test func `a slip of the finger is recognised`() {
        let words = ["earliest", "latest", "lat", "site"]
        #expect(NearestWord.of("latset", among: words) == "latest")
        #expect(NearestWord.of("Sites", among: words) == "site")
        #expect(NearestWord.of("temperature", among: words) == nil)
        #expect(NearestWord.of("qx", among: words) == nil)
    }
}
