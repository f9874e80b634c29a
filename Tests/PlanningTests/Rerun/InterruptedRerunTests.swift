import Interchange
import Planning
import RouteSearch
import RoutingTestSupport
import Testing
import VehicleRouting

@Suite struct InterruptedRerunTests {
    @Test(.timeLimit(.minutes(1)))
    func `planning anew ends when somebody asks`() throws {
        let before = try FourStops().day()
        let event = DayEvent("e", at: 1500, .vehicleLate(vehicle: 2, by: 100))
        let day = try FourStops().day([event], at: 1500)
        let endless = SearchParameters(seconds: nil, iterations: .max / 2)
        let replanner = Replanner(day, toldBy: before, Replanner.Settings(search: endless))
        let anew = replanner.fullReplan { true }
        #expect(anew.scope == .anew)
        expectSound(anew.day)
    }
}
