import Testing

@testable import RouteSearch

@Suite struct PlaceCandidatesTests {
    @Test func `the least of the places below a limit comes first, and each is looked at once`() {
        var places = PlaceCandidates(capacity: 4)
        places.begin()
        for (node, bound) in [(Int32(3), Int64(20)), (1, 5), (0, 30), (1, 4)] where places.isNew(node) {
            places.add(node, bound: bound)
        }
        // Only node 0 is left after the first two, at 30.
        let taken = [25, 25, 25, .max, .max].map { places.takeLeast(below: $0) }
        #expect(taken == [1, 3, -1, 0, -1])
        places.begin()
        let isNew = places.isNew(1)
        #expect(isNew)
    }
}
