import Testing
import VehicleRouting

@testable import Planning

@Suite struct `a site list` {
    @Test func `is read with kinds, places and hours`() throws {
        let list = try SampleSites.list()
        #expect(list.sites.count == 80)
        #expect(list.sites[0].kind == .pharmacy)
        #expect(list.sites[0].coordinate == Coordinate(longitude: -1.7, latitude: 52.3))
        #expect(list.sites[0].hours?[0] == "09:00-13:00 14:00-18:00")
        #expect(list.sites[79].kind == .laboratory)
        #expect(list.sites[79].hours == nil)
    }

    @Test func `takes a row with a population and no kind for a town`() throws {
        let list = try SiteList(csv: SampleSites.towns, named: "towns.csv")
        #expect(list.sites.allSatisfy { $0.kind == nil })
        #expect(list.sites[0].population == 259_196)
    }

    @Test func `leaves out rows that repeat an earlier one in every cell`() throws {
        let list = try SiteList(csv: "id,name,lat,lon\nA,Alpha,52,0\nA,Alpha,52,0\n", named: "s.csv")
        #expect(list.sites.count == 1)
        #expect(list.repeatedRows == 1)
    }

    @Test(arguments: [
        (
            "name,lat\nAlpha,52\n",
            "s.csv: the site list has no column `lon` or `lng` or `longitude`; add one (G101)"
        ),
        (
            "name,lat,lon\nAlpha,520,0\n",
            "s.csv line 2: `520` in column `lat` is not a number of degrees from -90 to 90; correct the cell or leave the "
                + "row out (G102)"
        ),
        (
            "id,name,lat,lon\nA,Alpha,52,0\n\nA,Beta,53,0\n",
            "s.csv line 4: the site code `A` is already taken by an earlier row that differs; give each site its own (G103)"
        ),
        (
            "name,lat,lon,kind\nAlpha,52,0,castle\n",
            "s.csv line 2: `castle` in column `kind` is not one of hospital, pharmacy, clinic, laboratory, patient; "
                + "correct the cell or leave the row out (G102)"
        ),
        (
            "name,lat,lon,monday\nAlpha,52,0,nine to five\n",
            "s.csv line 2: `nine to five` in column `monday` is not hours such as 09:00-12:30 13:30-17:00; correct the cell "
                + "or leave the row out (G102)"
        ),
        (
            "name,lat,lon\n",
            "s.csv: the site list has no rows; give at least one site with its coordinates (G104)"
        ),
    ])
    func `is refused with the line, the value and a remedy`(csv: String, message: String) throws {
        let error = #expect(throws: GenerationError.self) { try SiteList(csv: csv, named: "s.csv") }
        #expect(error?.description == message)
    }

    @Test func `hours that end before they begin go past midnight`() {
        // 20:00 is minute 1200, 02:00 the day after is 1440 + 120.
        #expect(DayHours(text: "20:00-02:00") == [1_200...1_560])
        #expect(DayHours(text: "09:00-13:00 14:00-18:00") == [540...780, 840...1_080])
        #expect(DayHours(text: "") == [])
        #expect(DayHours(text: "9-5pm") == nil)
    }

    @Test(arguments: [
        ("2027-03-02", "tuesday"), ("2000-02-29", "tuesday"), ("2026-11-22", "sunday"),
        ("1999-01-01", "friday"),
    ])
    func `the weekday follows from the date`(text: String, weekday: String) {
        #expect(CalendarDate(text)?.weekday.name == weekday)
        #expect(CalendarDate(text)?.description == text)
    }

    @Test(arguments: ["2027-02-29", "2027-13-01", "2027-3-02", "02.03.2027", "2027-03-00"])
    func `a date that does not exist is none`(text: String) {
        #expect(CalendarDate(text) == nil)
    }
}
