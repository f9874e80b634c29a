import ColdChain
import Testing

@Suite("Passive boxes") struct PackagingTests {
    private func box(_ id: String) throws -> PassiveBox {
        try #require(PassiveBoxCatalogue.shipped.box(id))
    }

    @Test func `a warm day asks the summer profile, less a fifth`() throws {
        // 24 h × 0.8 = 19.2 h.
        let day = AmbientBand(low: 14, high: 27)
        #expect(try box("REF-24").exposure(on: day) == 69_120)
    }

    @Test func `a mild day may count on the better of two profiles that fit it`() throws {
        // 12 … 16 °C lies in both bands; the winter test held 28 h: × 0.8 = 22.4 h.
        #expect(try box("REF-24").exposure(on: AmbientBand(low: 12, high: 16)) == 80_640)
    }

    @Test func `openings cost hold time, and more than allowed are refused`() throws {
        let day = AmbientBand(low: 14, high: 27)
        // 69 120 s − 2 × 20 min.
        #expect(try box("REF-24").exposure(on: day, opens: 2) == 66_720)
        #expect(try box("REF-24").exposure(on: day, opens: 3) == nil)
    }

    @Test func `a box is not used on a day it was never tested for`() throws {
        #expect(try box("REF-24").exposure(on: AmbientBand(low: 5, high: 22)) == nil)
        #expect(try box("REF-24").exposure(on: AmbientBand(low: 20, high: 38)) == nil)
    }

    @Test func `volume or weight decides how many boxes are needed`() throws {
        let small = try box("REF-24")
        #expect(small.count(volume: 8000, weight: 6000) == 1)
        #expect(small.count(volume: 8001, weight: 100) == 2)
        #expect(small.count(volume: 100, weight: 18_001) == 4)
        #expect(small.count(volume: 0, weight: 0) == 1)
    }
}
