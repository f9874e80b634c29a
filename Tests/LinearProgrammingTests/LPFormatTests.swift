import Foundation
import Testing

@testable import LinearProgramming

@Suite struct LPFormatTests {
    @Test func `the written file shows the names`() throws {
        var program = LinearProgram(name: "cold lots", sense: .minimise)
        let own = try program.addColumn("order 7,own", cost: 2.5, kind: .binary)
        let carrier = try program.addColumn("order 7,carrier 药", .between(0, 3), cost: 4, kind: .integer)
        _ = try program.addRow("served[7]", .exactly(1), [(own, 1), (carrier, 1)])
        _ = try program.addRow("2-8 °C", .atMost(310), [(own, 120)])
        let text = try Self.written(program)
        #expect(text.contains(#"\* Problem: cold%20lots *\"#))
        #expect(text.contains("+ 2.5 order%207,own + 4 order%207,carrier%20%E8%8D%AF"))
        #expect(text.contains("served%5B7%5D: + order%207,own + order%207,carrier%20%E8%8D%AF = 1"))
        #expect(text.contains("%32%2D8%20%C2%B0C: + 120 order%207,own <= 310"))
        #expect(text.contains("0 <= order%207,carrier%20%E8%8D%AF <= 3"))
    }

    @Test func `names that LP format would misread are marked, others stay`() {
        let spellings = [
            "x17": "x17", "free": "%66ree", "Free": "%46ree", "e3": "%653", "each": "each", ".5": "%2E5",
            "3rd": "%33rd", "100%": "%3100%25", "a\nb": "a%0Ab", "x(1,2)": "x(1,2)",
        ]
        for (name, spelling) in spellings {
            #expect(LPFormatNames.spelling(of: name) == spelling)
        }
    }

    @Test func `a name too long for the format is refused, though the model solves`() throws {
        var program = LinearProgram(name: "long", sense: .minimise)
        // 86 spaces take 258 bytes.
        _ = try program.addColumn("x" + String(repeating: " ", count: 86))
        #expect(program.solve().status == .optimal)
        let error = #expect(throws: LinearProgramError.self) { try Self.written(program) }
        #expect(error?.reason == .nameTooLong(bytes: 259))
    }

    @Test func `a folder that does not exist is named`() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID())/model.lp").path
        let error = #expect(throws: LinearProgramError.self) {
            try TwoProducts().program.writeLPFormat(to: path)
        }
        #expect(
            error?.description == "file '\(path)': the file could not be written; "
                + "check that the folder exists, is writable and has space (M110)"
        )
    }

    private static func written(_ program: LinearProgram) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).lp")
        defer { try? FileManager.default.removeItem(at: file) }
        try program.writeLPFormat(to: file.path)
        return try String(contentsOf: file, encoding: .utf8)
    }
}
