import Foundation
import Testing

/// The built program, run as a person runs it.
struct Isotherm {
    /// What a run of the program did.
    struct Run {
        let status: Int32
        let output: String
        let errors: String
    }

    /// A program that runs.
    struct Running {
        fileprivate let process: Process
        fileprivate let errors: URL

        /// Waits until the program has said `words` on its stream of errors, on a busy machine as on a quiet one.
        func waits(for words: String, within seconds: Double = 60) throws {
            let end = Date(timeIntervalSinceNow: seconds)
            while !(try String(contentsOf: errors, encoding: .utf8)).contains(words) {
                try #require(process.isRunning && Date() < end, "\(words) was never said")
                Thread.sleep(forTimeInterval: 0.05)
            }
        }

        /// Sends the program a signal.
        func send(_ signal: Int32) {
            kill(process.processIdentifier, signal)
        }
    }

    /// The repository's root.
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The executable, which the build puts beside the tests.
    static let executable: URL = {
        #if os(macOS)
            let products = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
                .deletingLastPathComponent()
        #else
            let products: URL? = Bundle.main.bundleURL
        #endif
        return (products ?? root).appendingPathComponent("isotherm")
    }()

    /// Runs `isotherm` with `arguments` and waits for it.
    ///
    /// - Parameter whileRunning: Called once the program has been started.
    static func run(
        _ arguments: [String],
        within seconds: Double = 60,
        whileRunning: (Running) throws -> Void = { _ in }
    ) throws -> Run {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        // Help is wrapped to the terminal's width, which a test must not depend on.
        process.environment = ["PATH": "/usr/bin:/bin", "COLUMNS": "100", "TZ": "UTC"]
        // Files, not pipes: a pipe that nobody empties would stop the program.
        let place = FileManager.default.temporaryDirectory.appendingPathComponent(
            "isotherm-run-\(UUID().uuidString)"
        )
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: place) }
        let streams = try ["out", "err"].map { name in
            let url = place.appendingPathComponent(name)
            try Data().write(to: url)
            return (url, try FileHandle(forWritingTo: url))
        }
        process.standardOutput = streams[0].1
        process.standardError = streams[1].1
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let watchdog = DispatchWorkItem { process.terminate() }
        DispatchQueue.global().asyncAfter(deadline: .now() + seconds, execute: watchdog)
        defer { watchdog.cancel() }
        do {
            try whileRunning(Running(process: process, errors: streams[1].0))
        } catch {
            kill(process.processIdentifier, SIGKILL)
            throw error
        }
        process.waitUntilExit()
        return Run(
            status: process.terminationStatus,
            output: try String(contentsOf: streams[0].0, encoding: .utf8),
            errors: try String(contentsOf: streams[1].0, encoding: .utf8)
        )
    }

    /// A new empty folder for the files of one test.
    static func makeFolder() throws -> URL {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent(
            "isotherm-test-\(UUID().uuidString)"
        )
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        return url
    }
}
