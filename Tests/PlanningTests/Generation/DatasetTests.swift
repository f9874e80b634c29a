import ColdChain
import Foundation
import Interchange
import Testing
import VehicleRouting

@testable import Planning

@Suite struct `the committed days` {
    /// `Datasets` beside `Tests`, wherever the repository lies.
    private let datasets = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Datasets").path

    @Test(arguments: [("small", 48, 4, 3), ("normal", 365, 19, 4), ("hard", 1250, 58, 5)])
    func `are read without a rejected row or a warning`(
        name: String,
        jobs: Int,
        vehicles: Int,
        carriers: Int
    ) throws {
        let regimes = RegimeDirectory(names: RegimeCatalogue.shipped.allNames) {
            RegimeCatalogue.shipped.find($0)?.regime
        }
        let folder = try DayFolderReader(regimes: regimes).read("\(datasets)/\(name)")
        #expect(folder.rejects.map(\.message) == [])
        #expect(folder.warnings.map(\.message) == [])
        #expect(folder.problem.jobs.count == jobs)
        #expect(folder.problem.vehicles.count == vehicles)
        #expect(folder.problem.carriers.count == carriers)
        let record = try CarrierHistoryReader.read("\(datasets)/\(name)/carrier-history")
        #expect(record.rejects.isEmpty && record.warnings.isEmpty)
        #expect(record.carriers.count == carriers)
    }

    @Test func `are what the generator makes today of the committed site lists`() throws {
        let sites = try SiteList(contentsOf: "\(datasets)/sites/west-midlands.csv")
        let day = try DayGenerator(sites: sites, orders: 40, seed: 1).run()
        let orders = try String(contentsOfFile: "\(datasets)/small/orders.csv", encoding: .utf8)
        // Rows, not bytes: another system's logarithm may round one amount differently.
        #expect(
            day.files.first { $0.name == "orders.csv" }?.text.split(separator: "\r\n").count
                == orders.split(separator: "\r\n").count
        )
        #expect(day.summary.vehicles.values.reduce(0, +) == 4)
    }
}
