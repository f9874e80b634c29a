import CarrierPool
import Foundation
import Testing

@testable import Planning

@Suite struct `Log of a tender` {
    private static let start = Date(timeIntervalSince1970: 1_788_739_200)

    /// Loads with four carriers each, and random answers that may or may not be asked for.
    private static func tender(loads: Int, seed: UInt64) -> ([TenderRequest], [TenderEvent]) {
        var random = SeededRandom(seed: seed, stream: "tender")
        var requests: [TenderRequest] = []
        var answers: [TenderEvent] = []
        for index in 1...loads {
            let load = "L\(index)"
            requests.append(
                TenderRequest(
                    load: load,
                    mode: random.chance(0.1) ? .broadcast : .waterfall,
                    steps: ["A", "B", "C", "D"].map { .init(carrier: $0, answerTime: 1_800) },
                    start: start.addingTimeInterval(Double(random.integer(below: 3_600))),
                    latestAnswer: start.addingTimeInterval(7_200)
                )
            )
            for carrier in ["A", "B", "C", "D"] {
                for _ in 0..<3 {
                    let kind: TenderEvent.Kind = random.chance(0.4) ? .accepted : .refused
                    let at = start.addingTimeInterval(Double(random.integer(below: 9_000)))
                    answers.append(TenderEvent(kind, load: load, carrier: carrier, at: at))
                }
            }
        }
        return (requests, answers)
    }

    private static func withFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "tender-\(UUID().uuidString)"
        )
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.path)
    }

    private static func write(
        _ requests: [TenderRequest],
        _ answers: [TenderEvent],
        in folder: String
    ) throws {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        try encoder.encode(requests).write(to: URL(fileURLWithPath: "\(folder)/requests.json"))
        let lines = try answers.reduce(into: Data()) { $0 += try TenderJSON.line($1) }
        try lines.write(to: URL(fileURLWithPath: "\(folder)/answers.jsonl"))
    }

    private static func tenderLoads(in folder: String, log: String) -> TenderLoads {
        TenderLoads(
            requests: "\(folder)/requests.json",
            log: "\(folder)/\(log)",
            answers: "\(folder)/answers.jsonl"
        )
    }

    @Test func `a log cut at any byte goes on to the same end, no load lost and none given twice`() throws {
        // Each event is forced to the disk, so the tender is small; scripts/tender-kill does 300 lots with real kills.
        let (requests, answers) = Self.tender(loads: 6, seed: 1)
        try Self.withFolder { folder in
            try Self.write(requests, answers, in: folder)
            let end = Self.start.addingTimeInterval(86_400)
            let whole = try Self.tenderLoads(in: folder, log: "whole").run(now: end)
            let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/whole"))
            #expect(whole.placed.count + whole.exhausted.count == 6)
            var random = SeededRandom(seed: 2, stream: "cuts")
            for cut in 0..<50 {
                // What a process leaves that is killed while it writes: everything up to some byte.
                let log = "\(folder)/cut-\(cut)"
                try bytes.prefix(random.integer(below: bytes.count + 1)).write(to: URL(fileURLWithPath: log))
                let again = try Self.tenderLoads(in: folder, log: "cut-\(cut)").run(now: end)
                #expect(again.placed == whole.placed)
                #expect(again.exhausted == whole.exhausted)
                #expect(try Data(contentsOf: URL(fileURLWithPath: log)) == bytes)
            }
        }
    }

    @Test func `a run at a later time does what is due since, and repeating it does nothing`() throws {
        let (requests, answers) = Self.tender(loads: 10, seed: 3)
        try Self.withFolder { folder in
            try Self.write(requests, answers, in: folder)
            let tender = Self.tenderLoads(in: folder, log: "steps")
            let first = try tender.run(now: Self.start.addingTimeInterval(1_800))
            #expect(first.events > 0 && !first.open.isEmpty)
            #expect(try tender.run(now: Self.start.addingTimeInterval(1_800)).events == 0)
            let last = try tender.run(now: Self.start.addingTimeInterval(86_400))
            let whole = try Self.tenderLoads(in: folder, log: "whole")
                .run(now: Self.start.addingTimeInterval(86_400))
            #expect(last.placed == whole.placed)
            #expect(last.open.isEmpty)
        }
    }

    @Test func `two runs cannot hold one log, and a damaged line is named`() throws {
        try Self.withFolder { folder in
            let path = "\(folder)/log"
            do {
                let held = try TenderLog(path)
                #expect(throws: TenderError(.inUse, path: path)) { _ = try TenderLog(path) }
                #expect(held.events.isEmpty)
            }
            try Data("\n{\"event\":\"sold\"}\n".utf8).write(to: URL(fileURLWithPath: path))
            #expect(throws: TenderError(.badLine(2), path: path)) { _ = try TenderLog(path) }
        }
    }

    @Test(arguments: [
        (#"[{"mode": "waterfall"}]"#, "“[0]” lacks “load”; add it"),
        (#"[{"load": 7}]"#, "“[0].load” has a value of another kind than is expected"),
        ("not JSON", "the file cannot be read; write JSON"),
    ])
    func `requests that cannot be read are told in words`(text: String, words: String) {
        let error = #expect(throws: TenderError.self) {
            try TenderJSON.requests(in: Data(text.utf8), path: "requests.json")
        }
        #expect(error?.code == "K305")
        #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
        #expect(error?.description.contains("DecodingError") == false)
    }
}
