import Foundation
import Testing
import VehicleRouting

@testable import Interchange

/// Real pharmacies and hospitals with their opening hours, from the data beside the checkout.
@Suite(.enabled(if: SharedData.isPresent, "needs ../shared/data, which is no part of the checkout"))
struct RealSitesTests {
    @Test(arguments: ["leeds", "bristol", "england-north"])
    func `real sites with lunch closures and Sundays are read`(town: String) throws {
        var fixture = DayFixture()
        let path = SharedData.path("sites/\(town).csv")
        fixture.files["sites.csv"] = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        // One order to each site; the header calls the code `site_code`.
        let table = CSVTable(fixture["sites.csv"], separator: ",")
        fixture["orders.csv"] =
            "order,regime,site,kg,boxes\n"
            + (1..<table.rowCount).map { "A\($0),none,\(table.text(row: $0, column: 0)),1,1\n" }.joined()
        let day = try fixture.read()
        // Some sites are closed on Mondays; some hospitals stand in the list twice.
        let closed = day.rejects.filter { $0.code == "D350" }
        let twice = day.rejects.filter { $0.code == "D327" && $0.file == "sites.csv" }
        #expect(day.rejects.count == closed.count + twice.count)
        #expect(day.problem.jobs.count + closed.count == table.rowCount - 1)
        #expect(day.problem.jobs.contains { $0.timeWindows.count == 2 })
    }
}
