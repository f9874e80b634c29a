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
            throw TenderError(.badRequests("\(error)"), path: path)
        }
        var seen: Set<String> = []
        for request in requests {
            guard seen.insert(request.load).inserted else {
                throw TenderError(.badRequests("load \(request.load) is there twice"), path: path)
            }
            guard Set(request.steps.map(\.carrier)).count == request.steps.count else {
                throw TenderError(.badRequests("load \(request.load) asks a carrier twice"), path: path)
            }
            guard request.steps.allSatisfy({ $0.answerTime > 0 }) else {
                throw TenderError(.badRequests("load \(request.load) gives no time to answer"), path: path)
            }
        }
        return requests
    }
}
