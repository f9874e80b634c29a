import Interchange
import Testing

@Suite struct CSVTableTests {
    private func rows(_ text: String, _ separator: Character = ",") -> [[String]] {
        let table = CSVTable(text, separator: separator)
        return (0..<table.rowCount).map { table.texts(row: $0) }
    }

    @Test func `quotes keep separators, line breaks and quotes`() {
        #expect(
            rows("a,\"b, c\"\n\"x\ny\",\"say \"\"hi\"\"\"\n") == [["a", "b, c"], ["x\ny", "say \"hi\""]]
        )
    }

    @Test(arguments: ["a,b\nc,d", "a,b\r\nc,d\r\n", "a,b\rc,d\r", "\n\na,b\n\n , \n,,\nc,d\n\n"])
    func `all line ends are known and blank rows are left out`(text: String) {
        #expect(rows(text) == [["a", "b"], ["c", "d"]])
    }

    @Test func `rows know their line of the file, also after a line break in quotes`() {
        let table = CSVTable("h\r\n\r\n\"a\r\nb\"\r\nc\r\n", separator: ",")
        #expect((0..<3).map { table.line(ofRow: $0) } == [1, 3, 5])
    }

    @Test func `any character separates`() {
        #expect(rows("a¬b¬c", "¬") == [["a", "b", "c"]])
        #expect(rows("a\t\tb", "\t") == [["a", "", "b"]])
        #expect(rows(" a ; \"b\" ;c", ";") == [["a", "b", "c"]])
    }

    @Test func `a quote inside a cell is an ordinary character`() {
        #expect(rows("5\" pipe,2\n3,4") == [["5\" pipe", "2"], ["3", "4"]])
    }

    @Test func `a quote that is never closed harms its own row only`() {
        #expect(rows("a,\"b\nc,d\n") == [["a", "\"b"], ["c", "d"]])
        // The next quote opens another cell: the first one was never closed.
        #expect(rows("a,\"b\nc,\"d\"\n") == [["a", "\"b"], ["c", "d"]])
    }

    @Test func `cells beyond the end of a row are empty`() {
        let table = CSVTable("a,b,c\n1\n", separator: ",")
        #expect(table.text(row: 1, column: 2).isEmpty)
        #expect(table.cellCount(inRow: 1) == 1)
    }

    @Test(arguments: [["a", "b,c", "d\"e", " f ", "g\nh", "", "i;j"], ["", ""], ["冷藏"]])
    func `what is written is read back`(cells: [String]) {
        var writer = CSVWriter(header: ["x"] + cells)
        writer.append(["y"] + cells)
        let read = rows(writer.text)
        // Blanks at the ends are not kept by any reader of exports.
        let expected = cells.map { $0 == " f " ? "f" : $0 }
        #expect(read == [["x"] + expected, ["y"] + expected])
    }
}

@Suite struct TextEncodingTests {
    @Test(arguments: [
        ([0xEF, 0xBB, 0xBF, 0x61], TextEncoding.utf8, "a"),
        ([0x4D, 0xC3, 0xBC, 0x6C], .utf8, "Mül"),
        ([0xFF, 0xFE, 0x61, 0x00, 0x2D, 0x4E], .utf16, "a中"),
        ([0xFE, 0xFF, 0x00, 0x61], .utf16, "a"),
        // UTF-16 without a mark: "order;" little-endian.
        ([0x6F, 0, 0x72, 0, 0x64, 0, 0x65, 0, 0x72, 0, 0x3B, 0], .utf16, "order;"),
        // 冷藏,A in GBK.
        ([0xC0, 0xE4, 0xB2, 0xD8, 0x2C, 0x41], .gbk, "冷藏,A"),
        // Müller;Straße in Windows-1252: single high bytes, though 0xFC 0x6C would be valid GBK.
        (
            [0x4D, 0xFC, 0x6C, 0x6C, 0x65, 0x72, 0x3B, 0x53, 0x74, 0x72, 0x61, 0xDF, 0x65], .cp1252,
            "Müller;Straße"
        ),
        // a¬b¬¬€ in Windows-1252.
        ([0x61, 0xAC, 0x62, 0xAC, 0xAC, 0x80], .cp1252, "a¬b¬¬€"),
        ([], .utf8, ""),
    ])
    func `the encoding is recognised from the bytes`(bytes: [UInt8], encoding: TextEncoding, text: String) {
        #expect(TextEncoding.detect(in: bytes) == encoding)
        #expect(encoding.decode(bytes) == text)
    }

    @Test func `bytes that are not valid are refused`() {
        #expect(TextEncoding.utf8.decode([0xFF]) == nil)
        #expect(TextEncoding.utf16.decode([0x61]) == nil)
        #expect(TextEncoding.gbk.decode([0xC0]) == nil)
    }

    @Test(arguments: [
        ("UTF8", TextEncoding.utf8), ("GB2312", .gbk), ("windows-1252", .cp1252), ("ISO-8859-1", .latin1),
    ])
    func `encodings have many names`(name: String, encoding: TextEncoding) {
        #expect(TextEncoding(named: name) == encoding)
        #expect(TextEncoding(named: "ebcdic") == nil)
    }

    @Test(arguments: ["=1+1", "-5", "@x", "+49", "'=1", "''-", "O'Hara", "'tis", "", "'", "plain"])
    func `a text comes back as it was when its guard against formulas is taken off`(text: String) {
        let guarded = FormulaGuard.adding(to: text)
        #expect(FormulaGuard.removing(from: guarded) == text)
        #expect(guarded.first.map { !"=+-@".contains($0) } ?? true)
    }
}
