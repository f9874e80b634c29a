import Foundation

/// A day of three orders, two of them cold, around one depot with one van.
struct SmallDay {
    let folder: URL
    var path: String { folder.appendingPathComponent("day").path }

    init() throws {
        folder = try Isotherm.makeFolder()
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in Self.files { try write(text, to: name) }
    }

    /// Writes or replaces a file of the day.
    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path).appendingPathComponent(name))
    }

    /// A path beside the day.
    func beside(_ name: String) -> String {
        folder.appendingPathComponent(name).path
    }

    func remove() {
        try? FileManager.default.removeItem(at: folder)
    }

    private static let files = [
        "day.csv": "key,value\ndate,2027-03-02\ncurrency,GBP\ntime_zone,Europe/London\n",
        "depots.csv": "depot,name,lat,lon\nD1,Depot,53.80,-1.55\n",
        "sites.csv": """
        site,name,lat,lon,hours
        S1,First,53.81,-1.54,08:00-17:00
        S2,Second,53.82,-1.53,09:00-12:30 13:30-17:00
        S3,Third,53.79,-1.56,08:00-17:00

        """,
        "vehicles.csv": """
        vehicle,depot,shift,kg,cost_fixed,cost_per_km,cost_per_hour
        V1,D1,07:00-18:00,500,50,0.5,20

        """,
        "compartments.csv": "vehicle,compartment,kg,regimes\nV1,cold,250,REF\nV1,dry,250,CRT\n",
        "orders.csv": "order,site,kg,regime\nO1,S1,20,REF\nO2,S2,30,CRT\nO3,S3,10,REF\n",
    ]
}
