import Foundation

/// A folder whose files appear complete or not at all.
///
/// Everything is first written to a hidden folder beside the destination, on the same file system, and forced to the
/// disk.  `publish` then moves the files into place one rename each, which no crash can do by half: a reader sees the
/// old file or the new one.  A run that is killed leaves its hidden folder behind; the next run to the same
/// destination removes it.
public struct OutputFolder: ~Copyable {
    /// Where the files end up.
    public let path: String
    private let destination: URL
    private let staging: StagingPlace
    private var names: [String] = []

    /// Prepares to write to the folder at `path`, which need not exist yet.
    ///
    /// Fails at once when nothing can be written there, so that nobody waits for a plan that cannot be saved.
    public init(at path: String) throws(OutputError) {
        let url = resolved(path)
        if FileManager.default.fileExists(atPath: url.path) {
            guard isFolder(url) else { throw OutputError(.notAFolder, path: path) }
            guard FileManager.default.isWritableFile(atPath: url.path) else {
                throw OutputError(.refused("the folder is write-protected"), path: path)
            }
        }
        let staging = try StagingPlace(for: url, named: path)
        self.path = path
        self.staging = staging
        destination = url
    }

    /// Whether two paths lead to one folder.
    static func isSame(_ one: String, _ other: String) -> Bool {
        resolved(one).standardizedFileURL.path == resolved(other).standardizedFileURL.path
    }

    /// Writes a file of `name` to the hidden folder.
    public mutating func write(_ bytes: some Sequence<UInt8>, as name: String) throws(OutputError) {
        try staging.write(Data(bytes), as: name)
        names.append(name)
    }

    /// The hidden place of a file that was written, for reading back before it is published.
    public func stagedPath(of name: String) -> String {
        staging.url.appendingPathComponent(name).path
    }

    /// Moves all files into place, and removes those of `obsolete` that an earlier run left and this one
    /// did not write.
    ///
    /// - Returns: The names of the files written, in the order of writing.
    public consuming func publish(removing obsolete: [String] = []) throws(OutputError) -> [String] {
        do {
            if !FileManager.default.fileExists(atPath: destination.path) {
                try FileManager.default.moveItem(at: staging.url, to: destination)
            } else {
                for name in names {
                    try replace(
                        destination.appendingPathComponent(name),
                        with: staging.url.appendingPathComponent(name)
                    )
                }
                for name in Set(obsolete).subtracting(names) {
                    try? FileManager.default.removeItem(at: destination.appendingPathComponent(name))
                }
            }
            synchronize(folder: destination)
            return names
        } catch {
            throw OutputError(.refused(error.localizedDescription), path: path)
        }
    }
}

/// Writes one file that appears complete or not at all.
public enum OutputFile {
    /// Fails when no file can be written at `path`, so that nobody waits for a result that cannot be saved.
    public static func check(_ path: String) throws(OutputError) {
        let url = resolved(path)
        guard !isFolder(url) else { throw OutputError(.notAFile, path: path) }
        _ = try StagingPlace(for: url, named: path)
    }

    /// Replaces the file at `path` by `bytes`, in one step.
    public static func write(_ bytes: some Sequence<UInt8>, to path: String) throws(OutputError) {
        let url = resolved(path)
        let staging = try StagingPlace(for: url, named: path)
        try staging.write(Data(bytes), as: url.lastPathComponent)
        do {
            try replace(url, with: staging.url.appendingPathComponent(url.lastPathComponent))
            synchronize(folder: url.deletingLastPathComponent())
        } catch {
            throw OutputError(.refused(error.localizedDescription), path: path)
        }
    }
}

/// Where a path leads once links are followed: renames work within one file system only.
private func resolved(_ path: String) -> URL {
    URL(fileURLWithPath: path).resolvingSymlinksInPath()
}

private func isFolder(_ url: URL) -> Bool {
    (try? url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) ?? false
}
