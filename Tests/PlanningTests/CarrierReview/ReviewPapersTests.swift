import CarrierPool
import Foundation
import Interchange
import Testing

@testable import Planning

@Suite struct `Papers of a review` {
    private static func folder() -> CarrierHistoryFolder {
        var awkward = CarrierTruth(code: "A/B", name: "Smith <& Sons>", serviceClass: "van", loadsPerWeek: 6)
        awkward.onTimeDelivery = 0.8
        awkward.drift = CarrierTruth.Drift(weeks: 3, onTimeDelivery: 0.4)
        let settings = CarrierHistoryGenerator(
            carriers: [awkward, CarrierTruth(code: "comparison", serviceClass: "van", loadsPerWeek: 6)],
            seed: 5,
            start: Date(timeIntervalSince1970: 1_775_433_600),
            weeks: 13
        )
        return settings.run()
    }

    /// - Parameter offers: What the file of tenders is called; a mapping beside the folder says so.
    private static func run(_ folder: CarrierHistoryFolder, offers: String? = nil) throws -> (
        ReviewCarriers.Outcome, [String: String]
    ) {
        let base = FileManager.default.temporaryDirectory.appendingPathComponent(
            "papers-\(UUID().uuidString)"
        )
        let input = base.appendingPathComponent("history")
        try FileManager.default.createDirectory(at: input, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: base) }
        for file in CarrierHistoryTables(folder).files {
            let name = file.name == "tenders.csv" ? offers ?? file.name : file.name
            try Data(file.text.utf8).write(to: input.appendingPathComponent(name))
        }
        let output = base.appendingPathComponent("out").path
        var review = ReviewCarriers(history: input.path, output: output)
        if let offers {
            let mapping = base.appendingPathComponent("ours.json")
            let text = #"{"version": 1, "files": {"tenders": {"file": "\#(offers)"}}}"#
            try Data(text.utf8).write(to: mapping)
            review.mapping = mapping.path
        }
        let outcome = try review.run()
        var texts: [String: String] = [:]
        for name in outcome.files {
            texts[name] = try String(contentsOfFile: "\(output)/\(name)", encoding: .utf8)
        }
        return (outcome, texts)
    }

    @Test func `a mapping from elsewhere says what the files are called`() throws {
        let folder = Self.folder()
        let (outcome, _) = try Self.run(folder, offers: "anfragen.csv")
        #expect(outcome.records.tenders == folder.tenders.count && outcome.records.tenders > 0)
    }

    @Test func `every carrier has a page, a table and data, and no file replaces another`() throws {
        let (outcome, texts) = try Self.run(Self.folder())
        #expect(
            Set(outcome.files) == [
                "comparison.html", "comparison.csv", "tender-evidence.html", "tender-evidence.csv",
                "A-B.html",
                "A-B.csv", "A-B.json", "comparison-2.html", "comparison-2.csv", "comparison-2.json",
            ]
        )
        let page = try #require(texts["A-B.html"])
        #expect(page.contains("Smith &lt;&amp; Sons&gt;"))
        #expect(!page.contains("{{") && !page.contains("}}"))
        #expect(!page.contains("http"), "a scorecard asks for nothing over the network")
        let data = try JSONSerialization.jsonObject(with: Data(try #require(texts["A-B.json"]).utf8))
        let card = try #require(data as? [String: Any])
        #expect(
            card["tier"] as? String
                == outcome.classes.first?.carriers.first {
                    $0.carrier.code == "A/B"
                }?.decision.tier?.rawValue
        )
        #expect((card["figures"] as? [Any])?.count == 7)
    }

    @Test func `the comparison has a row for each carrier, so that any number of them fits on a page`() throws
    {
        let (outcome, texts) = try Self.run(Self.folder())
        let page = try #require(texts["comparison.html"])
        let carriers = outcome.classes.flatMap(\.carriers).count
        let table = try #require(page.components(separatedBy: "carrier-figures\">").last)
        // Beside the carriers' rows those of the class as a whole and of what chance explains.
        #expect(table.components(separatedBy: "<th scope=\"row\">").count - 1 == carriers + 2)
        #expect(page.contains("<h1>\(outcome.period.replacing("..", with: " – "))</h1>"))
    }

    @Test func `a chart's drawing stays within its frame and marks every alarm`() throws {
        let (outcome, _) = try Self.run(Self.folder())
        let standing = try #require(
            outcome.classes.first?.carriers.first { $0.carrier.code == "A/B" }
        )
        let period = try #require(ReviewPeriod(outcome.period, timeZone: .gmt))
        for chart in standing.charts {
            let drawing = ChartDrawing(chart, period: period, strings: Strings(), dates: ReviewDates(.gmt))
            #expect(drawing.alarms.count == chart.alarms.count)
            for mark in drawing.dots + drawing.hollowDots + drawing.alarms {
                let x = try #require(Double(mark.x))
                let y = try #require(Double(mark.y))
                #expect((drawing.frame.left...drawing.frame.right).contains(x), "\(chart.kind)")
                #expect((drawing.frame.top...drawing.frame.bottom).contains(y), "\(chart.kind)")
            }
        }
        #expect(standing.charts.contains { !$0.alarms.isEmpty })
    }

    @Test func `rows that could not be read are listed with a remedy, and the list goes when they do`() throws
    {
        var folder = Self.folder()
        folder.stops[0].trip = "no such trip"
        folder.stops[0].carrier = ""
        let (outcome, texts) = try Self.run(folder)
        #expect(outcome.rejects.count == 1)
        let list = try #require(texts["rejects.csv"])
        #expect(list.contains("D340"))
        #expect(list.contains("stops.csv,2,trip,no such trip"))
    }

    @Test(arguments: Templates.sources.keys.sorted())
    func `every phrase of the review that a template asks for exists`(template: String) throws {
        let source = try #require(Templates.sources[template])
        for match in source.matches(of: /\{\{c\.(\w+)\}\}/) {
            #expect(ReviewPhrase(rawValue: String(match.1)) != nil, "\(template) asks for \(match.1)")
        }
    }

    @Test func `every figure has a name`() {
        for kpi in KPI.allCases {
            #expect(ReviewPhrase(rawValue: kpi.rawValue) != nil, "\(kpi)")
        }
    }

    @Test func `an axis ends above its highest value in round steps`() {
        // 0.053 · 1.05 is 0.0557: four steps of 0.02 reach 0.08, and three, 0.06, are enough.
        let axis = ChartAxis(highest: 0.053, isShare: true)
        #expect(axis.steps.count == 4)
        #expect(abs(axis.top - 0.06) < 1e-12)
        #expect(axis.digits == 0)
    }
}
