import Interchange

@testable import Planning

/// A site list for tests: 60 pharmacies, 8 hospitals, 8 clinics and 4 laboratories on a grid near Coventry.
enum SampleSites {
    static let csv: String = {
        var text =
            "site_code,kind,name,city,postcode,lat,lon,monday,tuesday,wednesday,thursday,friday,saturday,sunday\n"
        let kinds = [("pharmacy", 60), ("hospital", 8), ("clinic", 8), ("laboratory", 4)]
        var number = 0
        for (kind, count) in kinds {
            for _ in 0..<count {
                let (north, east) = (Double(number / 9), Double(number % 9))
                text +=
                    "A\(100 + number),\(kind),Site \(number),Coventry,,\(52.3 + 0.03 * north),\(-1.7 + 0.04 * east),"
                // Pharmacies say their hours and close on Wednesdays and at weekends; the others say nothing.
                text +=
                    kind == "pharmacy"
                    ? "09:00-13:00 14:00-18:00,09:00-18:30,,08:00-18:00,08:00-18:00,,\n" : ",,,,,,\n"
                number += 1
            }
        }
        return text
    }()

    static func list() throws -> SiteList {
        try SiteList(csv: csv, named: "sites.csv")
    }

    /// Towns without kinds.
    static let towns = """
        name,lat,lon,population
        Augsburg,48.37154,10.89851,259196
        Friedberg,48.35693,10.98461,29953
        Aichach,48.45755,11.13413,21055
        Königsbrunn,48.26819,10.88904,27915
        """
}

/// The rows of a generated file, by column.
struct Rows {
    var rows: [[String: String]]

    init(_ day: GeneratedDay, _ name: String) throws {
        let text = day.files.first { $0.name == name }?.text ?? ""
        let table = CSVTable(text, separator: ",")
        let header = table.texts(row: 0)
        rows = (1..<table.rowCount).map { row in
            Dictionary(uniqueKeysWithValues: zip(header, table.texts(row: row)))
        }
    }

    func column(_ name: String) -> [String] { rows.map { $0[name, default: ""] } }

    func sum(_ name: String) -> Double { column(name).compactMap(Double.init).reduce(0, +) }
}
