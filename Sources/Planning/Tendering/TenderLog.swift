internal import CarrierPool
internal import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The file in which a tender's events are kept, one JSON object a line, only ever appended to.
///
/// A line is on the disk before its event takes effect.  A run that is killed in the middle of a line leaves a piece without
/// an end; it is cut off when the log is opened again, because its event never took effect.  One process at a time holds
/// the log.
final class TenderLog {
    /// The events in the file when it was opened.
    let events: [TenderEvent]
    private let path: String
    private let handle: FileHandle

    /// Opens the log at `path`, or begins a new one.
    init(_ path: String) throws(TenderError) {
        self.path = path
        let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw TenderError(.unreadable(unsafe String(cString: strerror(errno))), path: path)
        }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw TenderError(.inUse, path: path) }
        do {
            let bytes = try handle.readToEnd() ?? Data()
            // A new file's name has to survive a power cut, too.
            if bytes.isEmpty { synchronize(folder: URL(fileURLWithPath: path).deletingLastPathComponent()) }
            let whole = bytes.lastIndex(of: TenderJSON.lineEnd).map { bytes[...$0] } ?? Data()
            if whole.count < bytes.count {
                try handle.truncate(atOffset: UInt64(whole.count))
                try handle.synchronize()
            }
            try handle.seekToEnd()
            events = try TenderJSON.events(in: whole, path: path)
        } catch let error as TenderError {
            throw error
        } catch {
            throw TenderError(.unreadable(error.localizedDescription), path: path)
        }
    }

    /// Adds an event and sees it onto the disk.
    func append(_ event: TenderEvent) throws(TenderError) {
        do {
            try handle.write(contentsOf: TenderJSON.line(event))
            try handle.synchronize()
        } catch {
            throw TenderError(.unwritable(error.localizedDescription), path: path)
        }
    }
}

/// Events as lines of JSON, moments in ISO 8601.
enum TenderJSON {
    static let lineEnd = UInt8(ascii: "\n")

    static func line(_ event: TenderEvent) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        return try encoder.encode(event) + [lineEnd]
    }

    static func events(in bytes: Data, path: String) throws(TenderError) -> [TenderEvent] {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        var events: [TenderEvent] = []
        for (index, line) in bytes.split(separator: lineEnd, omittingEmptySubsequences: false).enumerated()
        where line.contains(where: { $0 > 0x20 }) {
            do {
                events.append(try decoder.decode(TenderEvent.self, from: Data(line)))
            } catch {
                throw TenderError(.badLine(index + 1), path: path)
            }
        }
        return events
    }

    static func requests(in bytes: Data, path: String) throws(TenderError) -> [TenderRequest] {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        let requests: [TenderRequest]
        do {
            requests = try decoder.decode([TenderRequest].self, from: bytes)
        } catch {
            throw TenderError(.badRequests(reason(error)), path: path)
        }
        var seen: Set<String> = []
        for request in requests {
            guard seen.insert(request.load).inserted else {
                throw TenderError(
                    .badRequests("load \(request.load) is there twice; remove one of the two"),
                    path: path
                )
            }
            guard Set(request.steps.map(\.carrier)).count == request.steps.count else {
                throw TenderError(
                    .badRequests("load \(request.load) asks a carrier twice; ask each once"),
                    path: path
                )
            }
            guard request.steps.allSatisfy({ $0.answerTime > 0 }) else {
                throw TenderError(
                    .badRequests(
                        "load \(request.load) gives no time to answer; give each step an answerTime above 0"
                    ),
                    path: path
                )
            }
            let chances = request.steps.compactMap(\.acceptance)
            guard chances.allSatisfy({ (0...1).contains($0) }) else {
                let sentence = "load \(request.load) has an acceptance that is not between 0 and 1"
                throw TenderError(.badRequests(sentence), path: path)
            }
            let costs = request.steps.compactMap(\.cost) + [request.spotCost].compactMap { $0 }
            guard costs.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
                throw TenderError(.badRequests("load \(request.load) has a cost below 0"), path: path)
            }
        }
        return requests
    }

    /// What a decoder found, in a person's words: where, what is expected, what to do.
    private static func reason(_ error: any Error) -> String {
        guard let error = error as? DecodingError else {
            return "\(error.localizedDescription); write a JSON array of requests"
        }
        func place(_ context: DecodingError.Context) -> String {
            let steps = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }
                .joined()
            return steps.isEmpty ? "the file" : "“\(steps.drop { $0 == "." })”"
        }
        return switch error {
        case .keyNotFound(let key, let context):
            "\(place(context)) lacks “\(key.stringValue)”; add it"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "\(place(context)) has a value of another kind than is expected; write it as Docs/carrier-tender.md shows"
        case .dataCorrupted(let context):
            "\(place(context)) cannot be read; write JSON, with moments such as 2026-09-07T14:00:00Z"
        @unknown default: "they are not as Docs/carrier-tender.md shows them; write them so"
        }
    }
}
