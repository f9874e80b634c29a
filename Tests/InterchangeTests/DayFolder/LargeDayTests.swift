import Testing
import VehicleRouting

@testable import Interchange

@Suite struct LargeDayTests {
    @Test func `every row of a long file is read`() throws {
        // 1000 orders of two lines each, 100 g a line.
        var fixture = DayFixture()
        var text = "order,regime,line,site,kg,boxes\n"
        for order in 0..<1000 {
            text += "L\(order),none,1,S1,0.1,0\nL\(order),none,2,S1,0.1,1\n"
        }
        fixture["orders.csv"] = text
        let problem = try fixture.read().problem
        #expect(problem.jobs.count == 1000)
        #expect(problem.jobs.allSatisfy { $0.delivery == [200, 100] })
    }
}
