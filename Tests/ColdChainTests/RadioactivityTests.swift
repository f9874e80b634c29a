import ColdChain
import Testing

@Suite("Radioactive decay") struct RadioactivityTests {
    private func nuclide(_ id: String) throws -> Radionuclide {
        try #require(NuclideCatalogue.shipped.nuclide(id))
    }

    @Test(arguments: [("F-18", 17.26), ("Ga-68", 26.44), ("Tc-99m", 5.61), ("I-123", 2.59), ("Lu-177", 0.22)])
    func `half an hour costs so much of the activity`(id: String, percent: Double) throws {
        let loss = try nuclide(id).loss(in: 1800)
        #expect((loss * 10_000).rounded() / 100 == percent)
    }

    @Test(
        arguments: [
            ("F-18", 109.77, 60.0), ("C-11", 20.385, 60), ("N-13", 9.965, 60), ("Ga-68", 67.71, 60),
            ("Tc-99m", 6.0058, 3600), ("Y-90", 64.053, 3600), ("Zr-89", 78.41, 3600), ("Cu-64", 12.701, 3600),
            ("I-123", 13.2, 3600), ("In-111", 67.4, 3600), ("Tl-201", 73, 3600),
            ("Lu-177", 6.6443, 86_400), ("I-131", 8.0252, 86_400),
        ] as [(String, Double, Double)]
    )
    func `half-lives are those published`(id: String, amount: Double, unit: Double) throws {
        #expect(abs(try nuclide(id).halfLife - amount * unit) < 1e-6)
    }

    @Test func `fluorine keeps just under a half after 110 minutes`() throws {
        let left = try nuclide("f18").remaining(after: 110 * 60)
        #expect((left * 100_000).rounded() / 100_000 == 0.49927)
    }

    @Test func `twice the activity is needed one half-life before`() throws {
        let fluorine = try nuclide("F-18")
        #expect(abs(fluorine.activityAtDispatch(for: 370, after: fluorine.halfLife) - 740) < 1e-9)
    }

    @Test func `the hard stop is where the activity falls short`() throws {
        let fluorine = try nuclide("F-18")
        // Four times what is needed lasts two half-lives.
        let stop = try #require(fluorine.latestUse(of: 1480, requiring: 370))
        #expect(abs(stop - 2 * fluorine.halfLife) < 1e-6)
        #expect(fluorine.latestUse(of: 300, requiring: 370) == nil)
    }

    @Test(
        arguments: [
            // At the limits of each, and just beyond: an index of 0, 1 and 10, and 0.005, 0.5 and 2 mSv/h.
            (0, 0.005, .white), (0.05, 0.005, .white), (0.06, 0.005, .yellow2), (0, 0.0051, .yellow2),
            (1, 0.5, .yellow2), (1.1, 0.5, .yellow3), (1, 0.51, .yellow3),
            (10, 2, .yellow3), (10.1, 2, nil), (10, 2.01, nil),
        ] as [(Double, Double, PackageCategory?)]
    )
    func `packages fall into categories by index and surface dose rate`(
        index: Double,
        surface: Double,
        category: PackageCategory?
    ) {
        #expect(PackageCategory(transportIndex: index, surface: surface) == category)
    }

    @Test func `categories are called as their labels are, and a vehicle takes an index of fifty`() {
        #expect(PackageCategory.allCases.map(\.rawValue) == ["I-White", "II-Yellow", "III-Yellow"])
        #expect(PackageCategory.vehicleLimit == 50)
    }
}
