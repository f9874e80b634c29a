import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A hidden folder beside a destination, named after it: `.out.isotherm-4711-0`.
///
/// Its owner holds a lock on it.  The system lets go of the lock however the owner ends, so a folder that can be locked
/// was left by a run that was killed, and may go.
final class StagingPlace {
    let url: URL
    /// The destination as the person named it.
    private let name: String
    private let lock: Int32

    /// Makes the folder, and removes those that killed runs left for the same destination.
    init(for destination: URL, named name: String) throws(OutputError) {
        let parent = destination.deletingLastPathComponent()
        let prefix = ".\(destination.lastPathComponent).isotherm-"
        self.name = name
        do {
            try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
            for entry in try FileManager.default.contentsOfDirectory(atPath: parent.path)
            where entry.hasPrefix(prefix) {
                Self.removeIfAbandoned(parent.appendingPathComponent(entry))
            }
            url = try Self.makeFolder(in: parent, prefix: prefix)
        } catch {
            throw OutputError(.refused(error.localizedDescription), path: name)
        }
        lock = unsafe open(url.path, O_RDONLY)
        flock(lock, LOCK_EX | LOCK_NB)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
        close(lock)
    }

    /// Writes one file and forces it to the disk, so that the rename that follows cannot overtake it.
    func write(_ data: Data, as fileName: String) throws(OutputError) {
        let file = url.appendingPathComponent(fileName)
        do {
            try data.write(to: file)
            let handle = try FileHandle(forWritingTo: file)
            try handle.synchronize()
            try handle.close()
        } catch {
            throw OutputError(.refused(error.localizedDescription), path: "\(name)/\(fileName)")
        }
    }

    /// The first free name: runs of one process to one destination number their folders.
    private static func makeFolder(in parent: URL, prefix: String) throws -> URL {
        var number = 0
        while true {
            let url = parent.appendingPathComponent("\(prefix)\(getpid())-\(number)")
            do {
                try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
                return url
            } catch CocoaError.fileWriteFileExists {
                number += 1
            }
        }
    }

    private static func removeIfAbandoned(_ url: URL) {
        let descriptor = unsafe open(url.path, O_RDONLY)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return }
        try? FileManager.default.removeItem(at: url)
    }
}

/// Renames `source` to `destination`, replacing what is there in one step.
func replace(_ destination: URL, with source: URL) throws {
    guard unsafe rename(source.path, destination.path) == 0 else {
        throw NSError(domain: NSPOSIXErrorDomain, code: Int(errno))
    }
}

/// Forces the renames within a folder to the disk; where a file system cannot, nothing is lost but time.
func synchronize(folder: URL) {
    let descriptor = unsafe open(folder.path, O_RDONLY)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    close(descriptor)
}
