import VehicleRouting

/// The arcs of all matrices, row by row and column by column.
struct RoadTable: ~Copyable {
    /// Rows of each matrix.
    let rows: Int
    /// Arc from `i` to `j` at `matrix + i × rows + j`.
    let out: Slab<Arc>
    /// Arc from `i` to `j` at `matrix + j × rows + i`: the row of the task being inserted stays in cache;
    /// empty when all arcs are the same both ways, so that `out` serves.
    private let transposed: Slab<Arc>
    /// Whether all arcs are the same both ways.
    let isSymmetric: Bool
    /// Metres from `i` to `j` at `matrix + i × rows + j`; empty unless a vehicle has a limit in metres.
    let metres: Slab<Int32>

    init(_ problem: Problem, fleet: borrowing FleetBuilder) {
        rows = problem.locations.count + 1
        let rows = rows
        let count = fleet.matrices.count * rows * rows
        let out = Slab(repeating: Arc(length: 0, time: 0), count: count)
        var symmetric = true
        let needsMetres = fleet.types.contains { $0.maxDistance != .max }
        let metres = Slab<Int32>(repeating: 0, count: needsMetres ? count : 0)
        for (index, source) in fleet.matrices.enumerated() {
            guard let matrix = problem.matrices[source.profile] else { continue }
            let lengths = matrix.costs.isEmpty ? matrix.distances : matrix.costs
            for i in 0..<matrix.size {
                for j in 0..<matrix.size {
                    let time = matrix.duration(from: i, to: j, speedFactor: source.speedFactor)
                    var length =
                        lengths.isEmpty
                        ? Int64(matrix.distance(from: i, to: j)) : Int64(lengths[i * matrix.size + j])
                    if let rates = fleet.foldedRates {
                        length = length * rates.perLength + Int64(time) * rates.perSecond
                    }
                    let place = index * rows * rows + i * rows + j
                    out[place] = Arc(length: Int32(length), time: Int32(time))
                    if needsMetres { metres[place] = Int32(matrix.distance(from: i, to: j)) }
                }
            }
        }
        for matrix in 0..<fleet.matrices.count {
            let base = matrix * rows * rows
            for i in 0..<rows {
                for j in 0..<i where symmetric {
                    let (there, back) = (out[base + i * rows + j], out[base + j * rows + i])
                    symmetric = there.length == back.length && there.time == back.time
                }
            }
        }
        let transposed = Slab(repeating: Arc(length: 0, time: 0), count: symmetric ? 0 : count)
        if !symmetric {
            for matrix in 0..<fleet.matrices.count {
                let base = matrix * rows * rows
                for i in 0..<rows {
                    for j in 0..<rows { transposed[base + j * rows + i] = out[base + i * rows + j] }
                }
            }
        }
        isSymmetric = symmetric
        self.out = out
        self.transposed = transposed
        self.metres = metres
    }

    /// The arc from one row to another of the matrix that begins at `matrix`.
    @inline(__always)
    func arc(_ matrix: Int, from origin: Int32, to destination: Int32) -> Arc {
        out[matrix + Int(origin) &* rows &+ Int(destination)]
    }

    /// The same arc, for loops over many origins of one destination.
    @inline(__always)
    func arcInto(_ matrix: Int, _ destination: Int32, from origin: Int32) -> Arc {
        let place = matrix + Int(destination) &* rows &+ Int(origin)
        return isSymmetric ? out[place] : transposed[place]
    }
}
