import CarrierPool
import Foundation
import Interchange
import Testing

@testable import Planning

@Suite struct `Tenders in a history` {
    private let start = Date(timeIntervalSince1970: 1_788_760_800)

    private func event(
        _ kind: TenderEvent.Kind,
        _ carrier: String?,
        minute: Double,
        deadline: Double? = nil,
        load: String = "L1"
    ) -> TenderEvent {
        TenderEvent(
            kind,
            load: load,
            carrier: carrier,
            at: start.addingTimeInterval(60 * minute),
            deadline: deadline.map { start.addingTimeInterval(60 * $0) }
        )
    }

    @Test func `a waterfall gives ranks in the order of asking`() {
        let tenders = HistoryFolder.tenders(of: [
            event(.offered, "A", minute: 0, deadline: 30), event(.refused, "A", minute: 10),
            event(.offered, "B", minute: 10, deadline: 40), event(.expired, "B", minute: 40),
            event(.offered, "C", minute: 40, deadline: 70), event(.accepted, "C", minute: 45),
        ])
        #expect(tenders.map(\.carrier) == ["A", "B", "C"])
        #expect(tenders.map(\.rank) == [1, 2, 3])
        #expect(tenders.map(\.answer) == [.refused, .expired, .accepted])
        #expect(tenders[2].answered == start.addingTimeInterval(2_700))
        #expect(tenders[1].answered == nil)
    }

    @Test func `all of a broadcast are asked first, and an open offer says nothing yet`() {
        let tenders = HistoryFolder.tenders(of: [
            event(.offered, "A", minute: 0, deadline: 30), event(.offered, "B", minute: 0, deadline: 30),
            event(.accepted, "B", minute: 5), event(.withdrawn, "A", minute: 5),
            event(.offered, "A", minute: 0, deadline: 30, load: "L2"),
        ])
        #expect(tenders.map(\.rank) == [1, 1])
        #expect(Set(tenders.map(\.answer)) == [.accepted, .withdrawn])
    }

    @Test func `a log in the folder adds its offers, and tenders.csv goes before it`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func write(_ text: String, as name: String) throws {
            try Data(text.utf8).write(to: folder.appendingPathComponent(name))
        }
        try write(
            """
            {"at":"2026-09-07T06:00:00Z","carrier":"A","deadline":"2026-09-07T06:30:00Z","event":"offered","load":"L1"}
            {"at":"2026-09-07T06:10:00Z","carrier":"A","event":"refused","load":"L1"}
            {"at":"2026-09-07T06:10:00Z","carrier":"B","deadline":"2026-09-07T06:40:00Z","event":"offered","load":"L1"}
            {"at":"2026-09-07T06:12:00Z","carrier":"B","event":"accepted","load":"L1"}
            {"at":"2026-09-07T06:1
            """,
            as: "tender-monday.jsonl"
        )
        #expect(try HistoryFolder.read(folder.path).tenders.map(\.answer) == [.refused, .accepted])
        // Somebody agreed with A that the load was not to be had.
        try write(
            "load,carrier,offered,answer\nL1,A,2026-09-07 06:00,withdrawn\n",
            as: "tenders.csv"
        )
        let tenders = try HistoryFolder.read(folder.path).tenders
        #expect(tenders.map(\.carrier) == ["A", "B"] && tenders.map(\.answer) == [.withdrawn, .accepted])
        try write("{}\n", as: "tender-broken.jsonl")
        #expect(throws: TenderError.self) { try HistoryFolder.read(folder.path) }
    }
}
