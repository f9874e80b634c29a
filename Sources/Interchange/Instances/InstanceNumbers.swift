import VehicleRouting

/// Turns the real numbers of an instance into whole ones and refuses what does not fit.
struct InstanceNumbers {
    let rounding: Rounding
    private let step: PlaneLaw.Step?

    init(rounding: Rounding) {
        self.rounding = rounding
        step = rounding.step
    }

    /// The largest scaled number: leaves room to add times and distances in 32 bits.
    static let largest = 1_000_000_000

    /// `value` in scaled units, from 0 to `largest`.
    ///
    /// `field` is only evaluated for an error: there are a million distances.
    func scaled(
        _ value: Double,
        _ field: @autoclosure () -> String,
        line: Int
    ) throws(FormatError) -> Int {
        let scaled = Self.take(value, through: step)
        if scaled >= 0, scaled <= Double(Self.largest), scaled == scaled.rounded() { return Int(scaled) }
        guard scaled == scaled.rounded() else {
            throw FormatError(.fraction(shown(value), field: field()), at: .line(line))
        }
        let range = "between 0 and \(shown(Double(Self.largest) / Double(rounding.scale)))"
        throw FormatError(.outOfRange(shown(value), field: field(), range: range), at: .line(line))
    }

    /// `value`, which the file must give as a whole number within `range`, unscaled.
    static func whole(
        _ value: Double,
        _ field: String,
        in range: ClosedRange<Int> = 0...largest,
        line: Int
    ) throws(FormatError) -> Int {
        guard value == value.rounded() else {
            throw FormatError(.notWhole(shown(value), field: field), at: .line(line))
        }
        guard value >= Double(range.lowerBound), value <= Double(range.upperBound) else {
            let words = "between \(range.lowerBound) and \(range.upperBound)"
            throw FormatError(.outOfRange(shown(value), field: field, range: words), at: .line(line))
        }
        return Int(value)
    }

    /// The window from `opens` to `closes` in scaled units.
    func window(_ opens: Double, _ closes: Double, line: Int) throws(FormatError) -> TimeWindow {
        guard opens <= closes else {
            throw FormatError(
                .reversedWindow(opens: Self.shown(opens), closes: Self.shown(closes)),
                at: .line(line)
            )
        }
        return TimeWindow(
            opens: try scaled(opens, "the opening of the window", line: line),
            closes: try scaled(closes, "the closing of the window", line: line)
        )
    }

    /// The Euclidean matrix between points, each length taken through `kind` and then rounded, in scaled units.
    ///
    /// A law where a table would be too large, unless `asTable`.
    func roads(
        _ points: [Coordinate],
        line: Int,
        after kind: PlaneLaw.Step? = nil,
        asTable: Bool = false
    ) throws(FormatError) -> TravelMatrix {
        let diagonal = Self.take(Self.take(PlaneLaw.diagonal(of: points), through: kind), through: step)
        if !asTable, points.count > TravelMatrix.mostTabulated, diagonal <= Double(Self.largest),
            let step
        {
            let law = PlaneLaw(between: points, steps: [kind, step].compactMap { $0 })
            return TravelMatrix(following: .plane(law))
        }
        let count = points.count
        var matrix = [Int32](repeating: 0, count: count * count)
        for row in 0..<count {
            for column in 0..<row {
                let x = points[row].longitude - points[column].longitude
                let y = points[row].latitude - points[column].latitude
                let length = Self.take((x * x + y * y).squareRoot(), through: kind)
                let entry = Int32(
                    try scaled(length, "the distance from node \(row) to node \(column)", line: line)
                )
                matrix[row * count + column] = entry
                matrix[column * count + row] = entry
            }
        }
        return TravelMatrix(size: count, durations: matrix, distances: matrix)
    }

    @inline(__always)
    private static func take(_ length: Double, through kind: PlaneLaw.Step?) -> Double {
        kind.map { ($0.factor * length).rounded($0.rule) } ?? length
    }

    static func shown(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
    }

    private func shown(_ value: Double) -> String { Self.shown(value) }
}
