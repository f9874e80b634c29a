import Testing

@testable import CarrierPool

@Suite struct ConcentrationTests {
    @Test(arguments: [
        ([60.0, 25, 15], "4450", "2.247"), ([40, 30, 20, 10], "3000", "3.333"), ([1, 1, 1], "3333", "3.000"),
    ])
    func `shares give the index and the effective number of carriers`(
        _ c: (volumes: [Double], herfindahl: String, effective: String)
    ) {
        let concentration = Concentration(volumes: c.volumes)
        #expect(printed(concentration.herfindahl, 0) == c.herfindahl)
        #expect(printed(concentration.effectiveNumber, 3) == c.effective)
    }

    @Test func `carriers with one subcontractor count as one`() {
        let volumes = ["Arrow": 30.0, "Borealis": 30, "Cold Line": 40]
        let concentration = Concentration(volumes: volumes) { $0 == "Borealis" ? "Arrow" : $0 }
        // 60 and 40: 3600 + 1600.
        #expect(printed(concentration.herfindahl, 0) == "5200")
        #expect(concentration.largestShare == 0.6)
    }

    @Test func `a lane without volume depends on nobody`() {
        let concentration = Concentration(volumes: [0, 0])
        #expect(concentration.effectiveNumber == 0)
        #expect(concentration.herfindahl == 0)
    }
}
