import Foundation
import Interchange
import Testing
import VehicleRouting

@testable import Planning

/// What the channel rules that come with the program say of generated days.
@Suite struct `a generated day's law` {
    private func day(_ market: Market, _ change: (inout String) -> Void = { _ in }) throws -> Problem {
        var generator = DayGenerator(sites: try SampleSites.list(), orders: 400, seed: 7)
        generator.market = market
        let folder = FileManager.default.temporaryDirectory.appending(path: "law-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try generator.run().write(to: folder.path)
        let orders = folder.appending(path: "orders.csv")
        var text = try String(contentsOf: orders, encoding: .utf8)
        change(&text)
        try Data(text.utf8).write(to: orders)
        return try DayFolderReader.shipped.read(folder.path).problem
    }

    @Test(arguments: Market.allCases)
    func `lets everything be supplied, by rules that are asked`(market: Market) throws {
        let problem = try day(market)
        let faults = problem.jobs.indices.flatMap { problem.channelFaults(of: .job($0)) }
        #expect(faults == [])
        #expect(problem.jobs.indices.allSatisfy { problem.maySupply(.job($0)) })
        let expected: [Market: [Identifier]] = [
            .gb: [], .de: ["EU-MAKER-TO-PATIENT", "EU-WHOLESALE-AUTHORISED"],
            .cn: ["CN-ONLINE-BAN", "CN-ONLINE-RETAIL", "CN-NARCOTIC-CERTIFICATE", "CN-VACCINE-CHAIN"],
        ]
        #expect(problem.channelRules.map(\.id) == expected[market])
    }

    @Test func `forbids what it should: vaccines to homes, and narcotics without a certificate`() throws {
        let problem = try day(.cn) { orders in
            orders = orders.replacing(",home,prescription,", with: ",home,vaccine,")
                .replacing("narcotics_certificate:2027-12-31", with: "")
        }
        let rules = Set(problem.jobs.indices.flatMap { problem.channelFaults(of: .job($0)) })
        #expect(rules == ["CN-ONLINE-BAN", "CN-NARCOTIC-CERTIFICATE narcotics_certificate"])
    }
}
