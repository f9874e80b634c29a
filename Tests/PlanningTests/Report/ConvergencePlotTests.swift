import Testing
import VehicleRouting

@testable import Planning
@testable import RouteSearch

@Suite struct `Convergence plot` {
    private func found(
        _ cost: Int,
        after seconds: Double,
        leavingOut: Int = 0,
        by arm: SearchArm = .crossover
    )
        -> Incumbent
    {
        Incumbent(
            seconds: seconds,
            iterations: 1,
            cost: Cost(wireUnits: cost),
            unassigned: leavingOut,
            routes: 1,
            arm: arm,
            thread: 0
        )
    }

    private let display = Display(Problem())

    @Test func `a search that found nothing better after its first plan has no plot`() {
        #expect(ConvergencePlot([], seconds: 10, display: display) == nil)
        #expect(ConvergencePlot([found(5, after: 1)], seconds: 10, display: display) == nil)
    }

    @Test func `plans that leave out more than the last one are not drawn`() throws {
        let all = [
            found(100, after: 0, leavingOut: 2), found(900, after: 1, by: .ruinAndRecreate),
            found(700, after: 4),
        ]
        let plot = try #require(ConvergencePlot(all, seconds: 8, display: display))
        #expect(plot.dots.map(\.look) == ["solid", "hollow"])
        #expect(plot.keys.count == 2)
        #expect(plot.summary.contains("900") && plot.summary.contains("700"))
        // Half of the eight seconds lies in the middle of 96 … 744.
        #expect(plot.dots[1].x == "420")
    }

    @Test func `the axis has round amounts around all costs`() {
        // 543 … 699: a quarter of the difference is 39, so steps of 50.
        let axis = CostAxis(from: 543, to: 699)
        #expect(axis.steps == [500, 550, 600, 650, 700])
        #expect(axis.part(of: 500) == 0 && axis.part(of: 700) == 1 && axis.part(of: 600) == 0.5)
    }

    @Test func `finds that lie on one another share a dot, and the last one has its own`() throws {
        let all = (0..<500).map { found(1000 - $0, after: Double($0) / 100) }
        let plot = try #require(ConvergencePlot(all, seconds: 5, display: display))
        #expect(plot.dots.count < 100)
        #expect(plot.dots.last?.title.contains("501") == true)
    }
}
