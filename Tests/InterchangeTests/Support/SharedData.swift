import Foundation

/// The data that lies beside a checkout and is no part of it (`../shared/data`); `ISOTHERM_SHARED` names another place
/// for `shared`.
enum SharedData {
    /// Whether it is there; tests that need it are skipped otherwise.
    static var isPresent: Bool { FileManager.default.fileExists(atPath: folder + "/instances") }

    /// The path of something in `shared/data`.
    static func path(_ name: String) -> String { "\(folder)/\(name)" }

    /// The files in `shared/data/instances/set` that end in `ending`, in order, without the ending.
    static func instances(_ set: String, ending: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path("instances/\(set)"))) ?? []
        return names.filter { $0.hasSuffix(ending) }.sorted().map { String($0.dropLast(ending.count)) }
    }

    private static let folder: String = {
        if let shared = ProcessInfo.processInfo.environment["ISOTHERM_SHARED"] { return shared + "/data" }
        var root = URL(fileURLWithPath: #filePath)
        // Support, InterchangeTests, Tests, and the repository itself.
        for _ in 0..<5 { root.deleteLastPathComponent() }
        return root.appendingPathComponent("shared/data").path
    }()
}
