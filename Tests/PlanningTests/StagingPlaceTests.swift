import Dispatch
import Foundation
import Synchronization
import Testing

@testable import Planning

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

@Suite struct `Where files are made` {
    private let place = FileManager.default.temporaryDirectory
        .appendingPathComponent("isotherm-staging-\(UUID().uuidString)")

    @Test func `a folder that another run holds or has taken away is not ours`() throws {
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        let held = try #require(try StagingPlace.hold(place))
        #expect(try StagingPlace.hold(place) == nil)
        close(held)
        try FileManager.default.removeItem(at: place)
        #expect(try StagingPlace.hold(place) == nil)
    }

    @Test func `runs that begin at once do not clear away each other's files`() throws {
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: place) }
        let path = place.appendingPathComponent("plan.json").path
        let failures = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 64) { number in
            do {
                try OutputFile.write("run \(number)".utf8, to: path)
            } catch {
                failures.withLock { $0.append("\(error)") }
            }
        }
        #expect(failures.withLock { $0 } == [])
        #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("run "))
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.path) == ["plan.json"])
    }
}
