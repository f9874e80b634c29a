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
            (url, lock) = try Self.makeFolder(in: parent, prefix: prefix)
        } catch {
            throw OutputError(.refused(error.localizedDescription), path: name)
        }
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

    /// A folder of the first free name, locked: runs of one process to one destination number their folders.
    private static func makeFolder(in parent: URL, prefix: String) throws -> (url: URL, lock: Int32) {
        var number = 0
        while true {
            let url = parent.appendingPathComponent("\(prefix)\(getpid())-\(number)")
            number += 1
            do {
                try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
            } catch CocoaError.fileWriteFileExists {
                continue
            }
            if let lock = try hold(url) { return (url, lock) }
        }
    }

    /// Locks a folder.
    ///
    /// - Returns: Nil when another run has taken it for abandoned before it was locked.
    static func hold(_ url: URL) throws -> Int32? {
        let descriptor = unsafe open(url.path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw NSError(domain: NSPOSIXErrorDomain, code: Int(errno))
        }
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0, isStillThere(url, descriptor) { return descriptor }
        close(descriptor)
        return nil
    }

    /// Whether the path still leads to the folder that is open.
    private static func isStillThere(_ url: URL, _ descriptor: Int32) -> Bool {
        var (opened, named) = (stat(), stat())
        return unsafe fstat(descriptor, &opened) == 0 && stat(url.path, &named) == 0
            && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
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
