import ColdChain
import Testing

@Suite("Mean kinetic temperature") struct KineticsTests {
    private let kinetics = MeanKineticTemperature()

    private func rounded(_ value: Double?) -> Double? {
        value.map { ($0 * 10_000).rounded() / 10_000 }
    }

    private func mean(_ samples: [(Double, Double)], by kinetics: MeanKineticTemperature) -> Double? {
        let record = samples.map { TemperatureSample(celsius: $0.0, duration: $0.1) }
        return rounded(kinetics.celsius(of: record))
    }

    struct Case: Sendable {
        let samples: [(Double, Double)]
        let mean: Double
    }

    @Test(arguments: [
        Case(samples: [(20, 1), (30, 1)], mean: 26.2599),
        Case(samples: [(20, 1), (25, 1), (30, 1)], mean: 25.8582),
        Case(samples: [(5, 1)], mean: 5),
        Case(samples: [(5, 18), (14, 6)], mean: 8.2852),
        Case(samples: [(5, 20), (15, 4)], mean: 7.7046),
        Case(samples: [(5, 19), (15, 5)], mean: 8.2627),
        Case(samples: [(22, 696), (40, 24)], mean: 23.5996),
        Case(samples: [(24, 696), (40, 24)], mean: 25.2602),
    ])
    func `published and worked values come out to the last digit`(example: Case) {
        #expect(mean(example.samples, by: kinetics) == example.mean)
    }

    @Test func `the mean kinetic temperature is never below the average`() {
        for warm in stride(from: 5.0, through: 40, by: 2.5) {
            for share in stride(from: 0.1, through: 0.9, by: 0.2) {
                let record = [
                    TemperatureSample(celsius: 5, duration: 1 - share),
                    TemperatureSample(celsius: warm, duration: share),
                ]
                let average = 5 * (1 - share) + warm * share
                #expect(kinetics.celsius(of: record) ?? 0 >= average - 1e-9)
            }
        }
    }

    @Test(arguments: [
        // Hours at 5 °C, then warm: 8.2852 and 8.2627 fail the 8 °C of a day, 7.7046 passes.
        (KineticLimit.cold, 5.0, 18.0, 14.0, 6.0, false), (.cold, 5, 20, 15, 4, true),
        (.cold, 5, 19, 15, 5, false),
        // 30 days, one of them at 40 °C: 23.5996 passes 25 °C, 25.2602 fails.
        (.room, 22, 696, 40, 24, true), (.room, 24, 696, 40, 24, false),
    ])
    func `windows pass or fail by their limits`(
        limit: KineticLimit,
        usual: Double,
        usualHours: Double,
        warm: Double,
        warmHours: Double,
        isKept: Bool
    ) {
        let record = [
            TemperatureSample(celsius: usual, duration: usualHours * 3600),
            TemperatureSample(celsius: warm, duration: warmHours * 3600),
        ]
        #expect((limit.verdict(on: record) == .kept) == isKept)
    }

    @Test func `a spike above 30 degrees may last a day of a window, no longer`() {
        // At 31 °C the mean of 30 days stays below 25 either way; 24 h are allowed, 25 are not.
        func record(_ hours: Double) -> [TemperatureSample] {
            [
                TemperatureSample(celsius: 21, duration: (720 - hours) * 3600),
                TemperatureSample(celsius: 31, duration: hours * 3600),
            ]
        }
        #expect(KineticLimit.room.verdict(on: record(24)) == .kept)
        #expect(KineticLimit.room.verdict(on: record(25)) == .warmTooLong(seconds: 25 * 3600))
        // Between 25 and 30 °C only the mean counts.
        let excursion = record(0) + [TemperatureSample(celsius: 29, duration: 100 * 3600)]
        #expect(KineticLimit.room.verdict(on: excursion) == .kept)
        #expect(
            KineticLimit.room.verdict(on: [TemperatureSample(celsius: 40.1, duration: 60)])
                == .outside(celsius: 40.1)
        )
    }

    @Test func `another activation energy moves the mean`() {
        let record = [(20.0, 1.0), (30.0, 1.0)]
        #expect(mean(record, by: MeanKineticTemperature(activationEnergy: 60)) == 25.9075)
        #expect(mean(record, by: MeanKineticTemperature(activationEnergy: 120)) == 26.7668)
    }

    @Test func `the usual energy over the gas constant is ten thousand kelvin`() {
        #expect(abs(kinetics.energyRatio - 10_000) < 1e-9)
        // The newer pair of constants gives the same.
        #expect(abs(kinetics.energyRatio - 83.144_72 / 8.314_472e-3) < 1e-9)
    }

    @Test func `a record of nothing has no mean`() {
        #expect(kinetics.celsius(of: []) == nil)
    }

    @Test(arguments: [(9.0, 16.88), (10, 12.66), (12, 7.92), (15, 4.52)])
    func `the hours of a day that may be spent too warm are few`(celsius: Double, hours: Double) {
        let seconds = kinetics.budget(at: celsius, usual: 5, limit: 8, window: 24 * 3600)
        #expect(((seconds / 36).rounded() / 100) == hours)
    }

    @Test func `a warm quarter day fails the window of a day although its average is below 8`() {
        // 18 h at 5 °C and 6 h at 14 °C: average 7.25, mean kinetic temperature 8.2852.
        let record = [
            TemperatureSample(celsius: 5, duration: 18 * 3600),
            TemperatureSample(celsius: 14, duration: 6 * 3600),
        ]
        guard case .tooWarm(let mean) = KineticLimit.cold.verdict(on: record) else {
            Issue.record("the window should be too warm")
            return
        }
        #expect(rounded(mean) == 8.2852)
    }

    @Test func `the worst window of a long record is the one that averaging each by itself finds`() {
        // A reading every 5 minutes for three days, warmer by day; and one that is longer than a window.
        let records = [
            (0..<864).map { TemperatureSample(celsius: 6 + 4 * Double($0 % 288) / 288, duration: 300) },
            [
                TemperatureSample(celsius: 5, duration: 3600),
                TemperatureSample(celsius: 9, duration: 90_000),
                TemperatureSample(celsius: 5, duration: 3600),
            ],
        ]
        for record in records {
            var worst = -Double.infinity
            for first in record.indices {
                var (rest, part) = (86_400.0, [TemperatureSample]())
                for sample in record[first...] where rest > 0 {
                    part.append(
                        TemperatureSample(celsius: sample.celsius, duration: min(sample.duration, rest))
                    )
                    rest -= sample.duration
                }
                if rest > 0, first > 0 { break }
                worst = max(worst, kinetics.celsius(of: part) ?? worst)
            }
            guard case .tooWarm(let mean) = KineticLimit.cold.verdict(on: record) else {
                Issue.record("the window should be too warm")
                return
            }
            #expect(abs(mean - worst) < 1e-9)
        }
    }

    @Test func `a long cold record does not average away its worst day`() {
        // Two days at 5 °C around a day of 6 h at 14 °C: the worst 24 hours count, not the 72.
        let record = [
            TemperatureSample(celsius: 5, duration: 24 * 3600),
            TemperatureSample(celsius: 14, duration: 6 * 3600),
            TemperatureSample(celsius: 5, duration: 42 * 3600),
        ]
        guard case .tooWarm(let mean) = KineticLimit.cold.verdict(on: record) else {
            Issue.record("the worst day should be too warm")
            return
        }
        #expect(rounded(mean) == 8.2852)
    }

    @Test(arguments: [
        (KineticLimit.cold, 24.0, 8.0, 2.0, 15.0), (.room, 30 * 24, 25, 15, 40),
    ])
    func `windows, limits and allowed excursions are those of the chapter`(
        limit: KineticLimit,
        hours: Double,
        mean: Double,
        coldest: Double,
        warmest: Double
    ) {
        #expect(limit.window == hours * 3600)
        #expect(limit.mean == mean)
        func verdict(_ celsius: Double) -> KineticLimit.Verdict {
            limit.verdict(on: [TemperatureSample(celsius: celsius, duration: 60)])
        }
        #expect(verdict(coldest) == .kept)
        #expect(verdict(coldest - 0.1) == .outside(celsius: coldest - 0.1))
        #expect(verdict(warmest) != .outside(celsius: warmest))
        #expect(verdict(warmest + 0.1) == .outside(celsius: warmest + 0.1))
    }

    @Test func `nothing averages away the cold`() {
        let record = [
            TemperatureSample(celsius: -0.1, duration: 60), TemperatureSample(celsius: 5, duration: 86_340),
        ]
        #expect(KineticLimit.cold.verdict(on: record) == .outside(celsius: -0.1))
    }

    @Test(arguments: [
        (3.0, 20.0, 40), (3, 30, 23), (3, 38, 17), (6, 20, 80), (6, 30, 46), (6, 38, 34),
        (10, 20, 134), (10, 30, 77), (10, 38, 57),
    ])
    func `a body whose cooling fails warms from 5 to 8 degrees`(hours: Double, ambient: Double, minutes: Int)
    {
        let body = BodyModel(timeConstant: hours * 3600)
        let seconds = body.secondsUntil(8, from: 5, ambient: ambient) ?? 0
        #expect(Int((seconds / 60).rounded()) == minutes)
    }

    @Test func `a cool day never warms a body beyond its limit, and a frosty one cools it`() {
        let body = BodyModel(timeConstant: 3600)
        #expect(body.secondsUntil(8, from: 5, ambient: 8) == nil)
        #expect(body.secondsUntil(8, from: 5, ambient: 2) == nil)
        // From 5 to 2 °C at −1 °C outside: 3600 · ln(6/3).
        #expect(Int(body.secondsUntil(2, from: 5, ambient: -1) ?? 0) == 2495)
    }
}
