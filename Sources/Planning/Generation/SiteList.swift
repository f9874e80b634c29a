import Foundation
import Interchange
import VehicleRouting

/// Where the customers of a generated day are.
public struct SiteList: Hashable, Sendable {
    /// Its rows, in the order of the file.
    public var sites: [ListedSite]
    /// How many rows of the file were left out because they repeat an earlier one in every column.
    public var repeatedRows = 0

    /// The list in the CSV file at `path`.
    ///
    /// Columns: `name`, `lat`, `lon`; beside them, where the list has them, `site_code`, `kind`, `city`, `postcode`,
    /// `population`, and `monday` … `sunday` with opening hours.
    public init(contentsOf path: String) throws(GenerationError) {
        let bytes: [UInt8]
        do {
            bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw GenerationError(.unreadable(error.localizedDescription), at: path)
        }
        guard let text = TextEncoding.detect(in: bytes).decode(bytes) else {
            throw GenerationError(.unreadable("its bytes are not text of a known encoding"), at: path)
        }
        try self.init(csv: text, named: path)
    }

    /// The list in the text of a CSV file; `path` is named in errors.
    public init(csv text: String, named path: String) throws(GenerationError) {
        let table = CSVTable(text, separator: ",")
        guard table.rowCount > 1 else { throw GenerationError(.noSites, at: path) }
        let columns = try SiteColumns(header: table.texts(row: 0), path: path)
        sites = []
        var byCode: [String: ListedSite] = [:]
        for row in 1..<table.rowCount {
            let cells = SiteCells(
                table: table,
                row: row,
                columns: columns,
                place: "\(path) line \(table.line(ofRow: row))"
            )
            let site = try cells.site(number: row)
            if let earlier = byCode.updateValue(site, forKey: site.code) {
                guard earlier == site else {
                    throw GenerationError(.duplicateSite(site.code), at: cells.place)
                }
                repeatedRows += 1
            } else {
                sites.append(site)
            }
        }
    }
}

/// Which column holds what.
private struct SiteColumns {
    var positions: [String: Int] = [:]

    static let needed = [["name"], ["lat", "latitude"], ["lon", "lng", "longitude"]]

    init(header: [String], path: String) throws(GenerationError) {
        for (position, name) in header.enumerated() {
            positions[name.lowercased()] = position
        }
        for names in Self.needed where !names.contains(where: { positions[$0] != nil }) {
            throw GenerationError(.missingColumn(names), at: path)
        }
    }
}

/// The cells of one row.
private struct SiteCells {
    var table: CSVTable
    var row: Int
    var columns: SiteColumns
    var place: String

    /// The text of the first of `names` that the list has and the row fills.
    func text(_ names: String...) -> String? {
        names.lazy
            .compactMap { columns.positions[$0] }
            .map { table.text(row: row, column: $0) }
            .first { !$0.isEmpty }
    }

    func degrees(_ names: [String], limit: Double) throws(GenerationError) -> Double {
        let cell = names.lazy.compactMap { text($0) }.first ?? ""
        guard let value = Double(cell), abs(value) <= limit else {
            let expected = "a number of degrees from -\(Int(limit)) to \(Int(limit))"
            throw GenerationError(.badCell(column: names[0], value: cell, expected: expected), at: place)
        }
        return value
    }

    func site(number: Int) throws(GenerationError) -> ListedSite {
        let coordinate = Coordinate(
            longitude: try degrees(SiteColumns.needed[2], limit: 180),
            latitude: try degrees(SiteColumns.needed[1], limit: 90)
        )
        let name = text("name") ?? "Site \(number)"
        return ListedSite(
            code: text("site_code", "site", "code", "id") ?? "S\(1000 + number)",
            name: name,
            kind: try kind(),
            coordinate: coordinate,
            city: text("city", "town") ?? "",
            postcode: text("postcode", "zip") ?? "",
            population: try population(),
            hours: try hours()
        )
    }

    /// A row that has neither a kind nor a population is taken for a pharmacy, the most frequent customer.
    private func kind() throws(GenerationError) -> SiteKind? {
        guard let word = text("kind", "type") else {
            return text("population") == nil ? .pharmacy : nil
        }
        guard let kind = SiteKind(word: word) else {
            let expected = "one of hospital, pharmacy, clinic, laboratory, patient"
            throw GenerationError(.badCell(column: "kind", value: word, expected: expected), at: place)
        }
        return kind
    }

    private func population() throws(GenerationError) -> Double? {
        guard let cell = text("population") else { return nil }
        guard let value = Double(cell), value >= 0 else {
            let expected = "a number of inhabitants, 0 or more"
            throw GenerationError(.badCell(column: "population", value: cell, expected: expected), at: place)
        }
        return value
    }

    private func hours() throws(GenerationError) -> [String]? {
        var texts: [String] = []
        for day in Weekday.allCases {
            let cell = text(day.name) ?? ""
            guard cell.isEmpty || DayHours(text: cell) != nil else {
                let expected = "hours such as 09:00-12:30 13:30-17:00"
                throw GenerationError(.badCell(column: day.name, value: cell, expected: expected), at: place)
            }
            texts.append(cell)
        }
        return texts.allSatisfy(\.isEmpty) ? nil : texts
    }
}
