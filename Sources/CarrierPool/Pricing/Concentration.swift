/// How much a lane depends on few carriers.
public struct Concentration: Hashable, Codable, Sendable {
    /// Each party's share of the volume, summing to 1; empty without volume.
    public let shares: [Double]

    /// The concentration of volumes in any one unit, none below 0.
    ///
    /// Carriers that fail together (one subcontractor, one depot) are one party: add up their volumes first, or use
    /// `init(volumes:partyOf:)`.
    public init(volumes: [Double]) {
        precondition(volumes.allSatisfy { $0 >= 0 })
        let total = volumes.reduce(0, +)
        shares = total > 0 ? volumes.map { $0 / total } : []
    }

    /// The concentration of carriers' volumes, those that fail together counted as one party.
    ///
    /// - Parameter partyOf: Names the party of a carrier; a carrier on its own is its own party.
    public init<Name: Hashable & Comparable>(volumes: [Name: Double], partyOf: (Name) -> Name) {
        var parties: [Name: Double] = [:]
        for (carrier, volume) in volumes.sorted(by: { $0.key < $1.key }) {
            parties[partyOf(carrier), default: 0] += volume
        }
        // In order of name, so that equal volumes give equal sums whatever order the dictionary has.
        self.init(volumes: parties.sorted { $0.key < $1.key }.map(\.value))
    }

    /// The Herfindahl–Hirschman index in points: 10 000 Σ s², from nearly 0 to 10 000; 0 without volume.
    public var herfindahl: Double { 10_000 * shares.reduce(0) { $0 + $1 * $1 } }

    /// The number of equal carriers that would be as concentrated, 1 ÷ Σ s²; 0 without volume.
    public var effectiveNumber: Double { shares.isEmpty ? 0 : 10_000 / herfindahl }

    /// The largest share; 0 without volume.
    public var largestShare: Double { shares.max() ?? 0 }
}
