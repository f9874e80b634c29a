import ColdChain
import Foundation
import Interchange
import VehicleRouting

/// A small day in a temporary folder, of which a test changes what it is about.
///
/// Monday 2 March 2026 in Leeds: depot `D1`, sites `S1` (open 09:00-12:30 13:30-17:00) and `S2` (always open), two orders,
/// one van with a cold and an ambient compartment.
struct DayFixture {
    var files: [String: [UInt8]] = [:]
    var mapping: ColumnMapping?
    var strict = false

    static let regimes = RegimeDirectory(names: RegimeCatalogue.shipped.allNames) {
        RegimeCatalogue.shipped.find($0)?.regime
    }

    static let reader = DayFolderReader(
        regimes: regimes,
        nuclides: NuclideDirectory(names: ["F-18"]) { NuclideCatalogue.shipped.nuclide($0)?.halfLife },
        packages: PackageDirectory(
            vehicleLimit: PackageCategory.vehicleLimit,
            negligibleIndex: PackageCategory.negligibleIndex
        ) { PackageCategory(transportIndex: $0, surface: $1)?.rawValue }
    )

    init() {
        self["day.csv"] =
            "key,value\ndate,2026-03-02\ntime_zone,Europe/London\ncurrency,GBP\nname,Small day\n"
        self["depots.csv"] = "depot,name,lat,lon,hours,loading_min\nD1,Leeds,53.79,-1.55,06:00-20:00,15\n"
        self["sites.csv"] = """
            site,name,kind,lat,lon,hours,service_min,service_min_per_box
            S1,Abbey Pharmacy,pharmacy,53.80,-1.60,09:00-12:30 13:30-17:00,4,0.5
            S2,General Hospital,hospital,53.82,-1.50,,10,

            """
        self["orders.csv"] = """
            order,site,kg,boxes,regime,value,earliest,latest
            O1,S1,12.5,3,REF,100.50,,
            O2,S2,4,1,RT15_25,20,08:00,11:00

            """
        self["vehicles.csv"] = """
            vehicle,type,depot,shift,kg,boxes,cost_fixed,cost_per_km,cost_per_hour
            V1,van,D1,07:00-16:00,800,40,50,0.35,18

            """
        self["compartments.csv"] =
            "vehicle,compartment,regimes,boxes\nV1,front,REF,15\nV1,rear,RT15_25|CRT,25\n"
    }

    /// The text of a file, in UTF-8.
    subscript(name: String) -> String {
        get { String(decoding: files[name] ?? [], as: UTF8.self) }
        set { files[name] = Array(newValue.utf8) }
    }

    /// Replaces a piece of a file's text.
    mutating func replace(_ old: String, with new: String, in name: String) {
        precondition(self[name].contains(old))
        self[name] = self[name].replacing(old, with: new)
    }

    /// Writes the folder, hands its path to `body`, and removes it.
    func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("day-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, bytes) in files { try Data(bytes).write(to: folder.appendingPathComponent(name)) }
        return try body(folder.path)
    }

    func read() throws -> DayFolder {
        try withFolder { path in try Self.reader.read(path, mapping: mapping, strict: strict) }
    }

    /// The error that reading ends with.
    func refusal() throws -> DayFolderError? {
        try withFolder { path in
            do throws(DayFolderError) {
                _ = try Self.reader.read(path, mapping: mapping, strict: strict)
                return nil
            } catch {
                return error
            }
        }
    }
}
