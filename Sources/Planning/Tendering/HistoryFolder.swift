internal import CarrierPool
internal import Foundation
internal import Interchange

/// Reads a carrier history together with the logs of tenders that lie in its folder (`tender*.jsonl`).
enum HistoryFolder {
    /// The history at `path`; what the logs tell is added to its tenders.
    ///
    /// An offer that `tenders.csv` has too is taken from there, where somebody may have corrected it.
    ///
    /// - Throws: `CarrierHistoryError`, or `TenderError` for a log that cannot be read.
    static func read(_ path: String, strict: Bool = false, mapping: HistoryMapping? = nil) throws
        -> CarrierHistoryFolder
    {
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
        let logs = names.filter { $0.hasPrefix("tender") && $0.hasSuffix(".jsonl") }
        var offers: [CarrierHistoryFolder.Tender] = []
        for name in logs {
            offers += try tenders(inLog: "\(path)/\(name)")
        }
        return try CarrierHistoryReader.read(path, strict: strict, mapping: mapping, adding: offers)
    }

    private static func tenders(inLog path: String) throws(TenderError) -> [CarrierHistoryFolder.Tender] {
        let bytes: Data
        do {
            bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw TenderError(.unreadable(error.localizedDescription), path: path)
        }
        // A line without an end was cut short when a run was killed; its event never took effect.
        let whole = bytes.lastIndex(of: TenderJSON.lineEnd).map { bytes[...$0] } ?? Data()
        return tenders(of: try TenderJSON.events(in: whole, path: path))
    }

    /// The offers that have ended; one that is open says nothing about its carrier yet.
    static func tenders(of events: [TenderEvent]) -> [CarrierHistoryFolder.Tender] {
        typealias Tender = CarrierHistoryFolder.Tender
        var found: [Tender] = []
        for (load, story) in Dictionary(grouping: events, by: \.load).sorted(by: { $0.key < $1.key }) {
            let offers = story.filter { $0.event == .offered }.sorted { $0.at < $1.at }
            let moments = Array(Set(offers.map(\.at))).sorted()
            for offer in offers {
                guard let carrier = offer.carrier, let deadline = offer.deadline,
                    let end = story.first(where: { $0.carrier == carrier && $0.event != .offered }),
                    let answer = Tender.Answer(rawValue: end.event.rawValue)
                else { continue }
                var tender = Tender(
                    load: load,
                    carrier: carrier,
                    offered: offer.at,
                    deadline: deadline,
                    answer: answer,
                    pickup: deadline
                )
                // All carriers of a broadcast are asked first.
                tender.rank = (moments.firstIndex(of: offer.at) ?? 0) + 1
                if answer == .accepted || answer == .refused { tender.answered = end.at }
                found.append(tender)
            }
        }
        return found
    }
}
