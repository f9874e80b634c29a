import Planning
import Testing
import VehicleRouting

@Suite struct `Day clock` {
    private func clock(epoch: Int?, zone: String?) -> DayClock {
        var problem = Problem()
        problem.epoch = epoch
        problem.timeZone = zone
        return DayClock(problem)
    }

    @Test func `times are those of the wall in the day's zone`() {
        // 2026-07-01 00:00 in Berlin is 2026-06-30 22:00 UTC.
        let summer = clock(epoch: 1_782_856_800, zone: "Europe/Berlin")
        #expect(summer.time(7 * 3600 + 42 * 60 + 59) == "07:42")
        #expect(summer.date == "2026-07-01")
        #expect(summer.stamp(27_725) == "2026-07-01 07:42:05")
    }

    @Test func `a time on another day says how many days away`() {
        let day = clock(epoch: 1_772_409_600, zone: "Europe/London")
        #expect(day.time(25 * 3600) == "01:00 +1")
        #expect(day.time(-60) == "23:59 −1")
    }

    @Test func `on the day clocks go forward, noon is still twelve hours after second 0`() {
        // Clocks in London go forward on 2026-03-29 at 01:00 UTC.  Noon is 11:00 UTC, so second 0 is 23:00 the day
        // before; 07:00 on the wall is second 25,200 all the same.
        let day = clock(epoch: 1_774_738_800, zone: "Europe/London")
        #expect(day.time(25_200) == "07:00")
        #expect(day.date == "2026-03-29")
    }

    @Test func `without an epoch the hours count on`() {
        let plain = clock(epoch: nil, zone: nil)
        #expect(plain.time(90_060) == "25:01")
        #expect(plain.stamp(90_061) == "90061")
        #expect(plain.date == nil)
    }
}
