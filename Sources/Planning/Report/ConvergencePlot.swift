internal import RouteSearch
internal import VehicleRouting

/// How the cost of the best plan fell during the search, as a drawing that reads in black and white: the line is solid,
/// finds are dots whose filling tells which way of searching made them.
struct ConvergencePlot {
    struct Label {
        let x: String
        let y: String
        let text: String
    }

    struct Dot {
        let x: String
        let y: String
        /// `solid`, `hollow` or `shaded`.
        let look: String
        let title: String
    }

    struct Key {
        let look: String
        let name: String
    }

    let width = "760"
    let height = "240"
    /// One sentence for those who do not see the drawing.
    let summary: String
    let frame: String
    let line: String
    let grid: String
    let dots: [Dot]
    let rows: [Label]
    let columns: [Label]
    let keys: [Key]

    private static let left = 96.0
    private static let right = 744.0
    private static let top = 12.0
    private static let bottom = 204.0
    /// Dots nearer to each other would run into one another.
    private static let leastGap = 9.0

    /// The plot of a search of `seconds`; nil when it found fewer than two plans.
    ///
    /// Plans that leave out more than the last one are not drawn: their cost compares with nothing.
    init?(_ incumbents: [Incumbent], seconds: Double, display: Display) {
        guard let last = incumbents.last else { return nil }
        let drawn = incumbents.filter { $0.unassigned <= last.unassigned }
        guard drawn.count >= 2, let first = drawn.first, first.cost > last.cost, seconds > 0 else {
            return nil
        }
        let axis = CostAxis(from: last.cost.wireUnits, to: first.cost.wireUnits)
        let end = max(seconds, last.seconds)
        func x(_ moment: Double) -> Double { Self.left + moment / end * (Self.right - Self.left) }
        func y(_ units: Int) -> Double {
            Self.bottom - axis.part(of: units) * (Self.bottom - Self.top)
        }
        let strings = display.strings
        func time(_ seconds: Double) -> String { "\(strings.number(seconds, digits: end < 20 ? 1 : 0)) s" }
        summary = strings.text(
            .convergenceSummary,
            [
                "first": display.money(first.cost), "firstTime": time(first.seconds),
                "last": display.money(last.cost), "lastTime": time(last.seconds),
            ]
        )
        frame = "M\(svg(Self.left)) \(svg(Self.top))V\(svg(Self.bottom))H\(svg(Self.right))"
        // Stairs: a plan is the best until the next one is found.
        var path = "M\(svg(x(first.seconds))) \(svg(y(first.cost.wireUnits)))"
        for found in drawn.dropFirst() { path += "H\(svg(x(found.seconds)))V\(svg(y(found.cost.wireUnits)))" }
        line = path + "H\(svg(Self.right))"
        rows = axis.steps.map { step in
            Label(
                x: svg(Self.left - 8),
                y: svg(y(step)),
                text: display.money(Cost(wireUnits: step))
            )
        }
        grid = axis.steps.map { "M\(svg(Self.left)) \(svg(y($0)))H\(svg(Self.right))" }.joined()
        columns = (0...4).map { quarter in
            let moment = end * Double(quarter) / 4
            return Label(x: svg(x(moment)), y: svg(Self.bottom + 20), text: time(moment))
        }
        var dots: [Dot] = []
        var latest = (x: -Double.infinity, y: 0.0)
        for (index, found) in drawn.enumerated() {
            let place = (x: x(found.seconds), y: y(found.cost.wireUnits))
            let gap = max(abs(place.x - latest.x), abs(place.y - latest.y))
            guard gap >= Self.leastGap || index == drawn.count - 1 else { continue }
            latest = place
            dots.append(
                Dot(
                    x: svg(place.x),
                    y: svg(place.y),
                    look: Self.look(of: found.arm),
                    title:
                        "\(time(found.seconds)): \(display.money(found.cost)), \(strings[found.arm.phrase])"
                )
            )
        }
        self.dots = dots
        keys = SearchArm.allCases.filter { arm in drawn.contains { $0.arm == arm } }
            .map { Key(look: Self.look(of: $0), name: strings[$0.phrase]) }
    }

    private static func look(of arm: SearchArm) -> String {
        switch arm {
        case .ruinAndRecreate: "solid"
        case .crossover: "hollow"
        case .localSearch: "shaded"
        }
    }
}

/// Round amounts beside an axis from the lowest cost to the highest.
struct CostAxis {
    private let low: Int
    private let high: Int
    /// Amounts in wire units, rising.
    let steps: [Int]

    /// An axis for costs between two amounts in wire units, the first below the second.
    init(from least: Int, to most: Int) {
        var step = 1
        let rough = max((most - least) / 4, 1)
        while step * 10 <= rough { step *= 10 }
        step *= [1, 2, 5, 10].first { $0 * step >= rough } ?? 10
        low = least / step * step
        high = (most + step - 1) / step * step
        steps = Array(stride(from: low, through: high, by: step))
    }

    /// Where an amount lies, 0 … 1.
    func part(of units: Int) -> Double {
        Double(units - low) / Double(max(high - low, 1))
    }
}

extension SearchArm {
    /// What it is called on paper.
    var phrase: Phrase {
        switch self {
        case .ruinAndRecreate: .armRuinAndRecreate
        case .crossover: .armCrossover
        case .localSearch: .armLocalSearch
        }
    }
}
