import Foundation
import Interchange
import Planning
import Testing

/// Loggers' files, from bytes to words.
@Suite struct JudgeTemperatureTests {
    private func judge(_ text: String, _ change: (inout JudgeTemperature) -> Void = { _ in }) throws
        -> TemperatureJudgement
    {
        let file = FileManager.default.temporaryDirectory.appending(path: "record-\(UUID().uuidString).csv")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(text.utf8).write(to: file)
        var question = try #require(JudgeTemperature(record: file.path, regime: "2-8"))
        change(&question)
        return try question.run()
    }

    @Test func `a sound record is said to be so`() throws {
        let found = try judge("time,temperature_c\n2026-03-02 06:00,5.1\n2026-03-02 06:05,4.9\n")
        #expect(found.isSound)
        #expect(
            found.text() == """
                Label REF, 2 to 8 °C; a reading at least every 5 min

                2 readings from 2026-03-02 06:00 to 2026-03-02 06:05: 4.9 to 5.1 °C
                  inside the range of the label all the time
                  no reading is missing
                  mean kinetic temperature: every window keeps its limit

                The record is complete and inside the range.
                """
        )
    }

    @Test func `each sensor is judged by itself, by clocks of its zone, with what is missing`() throws {
        // The first sensor is warm from 05:00 to 05:10 by Universal Time, the second is silent for 20 minutes of 25.
        let found = try judge(
            """
            Zeit;Temperatur;Fühler
            2026-07-02 06:55;5,0;vorn
            2026-07-02 07:00;9,5;vorn
            2026-07-02 07:05;12,0;vorn
            2026-07-02 07:10;6,0;vorn
            2026-07-02 06:55;5,0;hinten
            2026-07-02 07:15;5,0;hinten
            2026-07-02 07:20;kalt;hinten
            2026-07-02 07:20;5,0;hinten
            """
        ) { $0.timeZone = TimeZone(identifier: "Europe/Berlin") ?? .gmt }
        #expect(!found.isSound)
        #expect(found.rejects.map(\.code) == ["D330"])
        let text = found.text()
        // 5 + 5 of 25 minutes; a summer's clock is two hours ahead, and shown as it was written.
        #expect(text.contains("40.0 % covered; no reading from 2026-07-02 06:55 to 2026-07-02 07:15"))
        #expect(
            text.contains("too warm from 2026-07-02 07:00 to 2026-07-02 07:10, for 10 min: up to 12.0 °C")
        )
        #expect(text.contains("Sensor hinten, 3 readings"))
        let json = try found.json()
        #expect(json.contains(#""covered_share" : 0.4"#))
        // 07:00 in Berlin is 05:00 by Universal Time.
        #expect(json.contains(#""from" : 1782968400"#))
    }

    @Test func `a file without a usable row, and a label nobody knows, are refused`() throws {
        #expect(throws: (any Error).self) { try judge("time,temperature_c\nyesterday,5\n") }
        #expect(JudgeTemperature(record: "x.csv", regime: "lukewarm") == nil)
        #expect(JudgeTemperature.nearestRegime(to: "REFF") == "REF")
    }
}
