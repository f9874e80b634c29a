import CarrierPool
import Testing

@testable import Planning

@Suite struct `Limits of a chart of late deliveries` {
    @Test func `weeks of thousands that swing as they always do open no case`() {
        // As in Laney's own case: p = .1, σ = √(.09 ÷ 10 000) = .003, z = ∓10, so the mean moving range is 20.
        let weeks = (0..<8).map { Tally($0.isMultiple(of: 2) ? 700 : 1_300, of: 10_000) }
        let excess = ControlChart.excess(of: weeks)
        #expect(abs(excess - 20 / 1.128) < 1e-9)
        let points = PChart(rate: 0.1, width: 3 * excess).points(for: weeks)
        #expect(points.allSatisfy { $0?.signal == ChartSignal.none })
    }

    @Test func `few or small weeks keep the limits of chance, and so do weeks that differ by less`() {
        let swinging = (0..<8).map { Tally($0.isMultiple(of: 2) ? 700 : 1_300, of: 10_000) }
        #expect(ControlChart.excess(of: Array(swinging.prefix(7))) == 1)
        #expect(ControlChart.excess(of: (0..<8).map { Tally($0.isMultiple(of: 2) ? 2 : 60, of: 300) }) == 1)
        // All alike: no moving range at all.
        #expect(ControlChart.excess(of: swinging.map { _ in Tally(1_000, of: 10_000) }) == 1)
    }
}
