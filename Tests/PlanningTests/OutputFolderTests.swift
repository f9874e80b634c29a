import Foundation
import Planning
import Testing

@Suite struct OutputFolderTests {
    /// A new folder, so that tests may run side by side.
    private let place = FileManager.default.temporaryDirectory
        .appendingPathComponent("isotherm-output-\(UUID().uuidString)")

    private func entries(_ url: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
    }

    private func text(_ name: String) throws -> String {
        try String(contentsOf: place.appendingPathComponent(name), encoding: .utf8)
    }

    @Test func `nothing is seen before the files are published`() throws {
        defer { try? FileManager.default.removeItem(at: place) }
        var folder = try OutputFolder(at: place.appendingPathComponent("out").path)
        try folder.write("half".utf8, as: "plan.json")
        #expect(try entries(place).filter { !$0.hasPrefix(".") } == [])
        let names = try folder.publish()
        #expect(names == ["plan.json"])
        #expect(try entries(place) == ["out"])
        #expect(try text("out/plan.json") == "half")
    }

    @Test func `a run that gives up leaves nothing behind`() throws {
        defer { try? FileManager.default.removeItem(at: place) }
        func giveUp() throws {
            var folder = try OutputFolder(at: place.appendingPathComponent("out").path)
            try folder.write("half".utf8, as: "plan.json")
        }
        try giveUp()
        #expect(try entries(place) == [])
    }

    @Test func `a second run replaces its files, removes its obsolete ones and leaves the rest`() throws {
        defer { try? FileManager.default.removeItem(at: place) }
        let path = place.appendingPathComponent("out").path
        var first = try OutputFolder(at: path)
        try first.write("1".utf8, as: "plan.json")
        try first.write("1".utf8, as: "rejects.csv")
        _ = try first.publish()
        try Data("mine".utf8).write(to: place.appendingPathComponent("out/notes.txt"))
        var second = try OutputFolder(at: path)
        try second.write("2".utf8, as: "plan.json")
        _ = try second.publish(removing: ["plan.json", "rejects.csv"])
        #expect(try entries(place.appendingPathComponent("out")) == ["notes.txt", "plan.json"])
        #expect(try text("out/plan.json") == "2")
    }

    @Test func `what a killed run left is removed, what a running one holds is not`() throws {
        defer { try? FileManager.default.removeItem(at: place) }
        let path = place.appendingPathComponent("out").path
        let abandoned = place.appendingPathComponent(".out.isotherm-1-0")
        try FileManager.default.createDirectory(at: abandoned, withIntermediateDirectories: true)
        try Data("half".utf8).write(to: abandoned.appendingPathComponent("plan.json"))
        var running = try OutputFolder(at: path)
        try running.write("1".utf8, as: "plan.json")
        let other = try OutputFolder(at: path)
        #expect(!FileManager.default.fileExists(atPath: abandoned.path))
        #expect(try running.publish() == ["plan.json"])
        #expect(try other.publish() == [])
        #expect(try text("out/plan.json") == "1")
    }

    @Test func `a file in the place of the folder is refused at once`() throws {
        defer { try? FileManager.default.removeItem(at: place) }
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        let path = place.appendingPathComponent("out").path
        try Data().write(to: URL(fileURLWithPath: path))
        let error = #expect(throws: OutputError.self) { _ = try OutputFolder(at: path) }
        #expect(error?.reason == .notAFolder)
        #expect(error?.description.hasPrefix(path) == true)
    }

    @Test func `a single file is replaced in one step`() throws {
        defer { try? FileManager.default.removeItem(at: place) }
        let path = place.appendingPathComponent("a.sol").path
        try OutputFile.write("1".utf8, to: path)
        try OutputFile.write("2".utf8, to: path)
        #expect(try entries(place) == ["a.sol"])
        #expect(try text("a.sol") == "2")
        let error = #expect(throws: OutputError.self) { try OutputFile.check(place.path) }
        #expect(error?.reason == .notAFile)
    }
}
