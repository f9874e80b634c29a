import Testing

@testable import RouteSearch

@Suite struct PlaceCandidatesTests {
    @Test func `the least of the places below a limit comes first, and each is looked at once`() {
        var places = PlaceCandidates(capacity: 4)
        places.begin()
        for (node, bound) in [(Int32(3), Int64(20)), (1, 5), (0, 30), (1, 4)] where places.isNew(node) {
            places.add(node, bound: bound)
        }
        #expect(places.takeLeast(below: 25) == 1)
        #expect(places.takeLeast(below: 25) == 3)
        // Only node 0 is left, at 30.
        #expect(places.takeLeast(below: 25) == -1)
        #expect(places.takeLeast(below: .max) == 0)
        #expect(places.takeLeast(below: .max) == -1)
        places.begin()
        #expect(places.isNew(1))
    }
}
