public import VehicleRouting

/// What came of a simulation.
public struct SimulationOutcome: Sendable {
    /// What a day costs somebody who knows all its times and orders beforehand, as far as a search finds it.
    public struct Hindsight: Hashable, Sendable {
        /// Routes, carriers and prices of what is left out.
        public var cost: Cost
        /// Orders left out.
        public var unserved: Int
    }

    /// Means over all days, for a line of a table.
    public struct Means: Hashable, Sendable {
        /// Promises kept, as a share of those made and of the orders not served.
        public var kept: Double
        /// Hand-overs that began late.
        public var late: Double
        /// Orders that nobody served.
        public var unserved: Double
        /// Customers served at another time than they were told first.
        public var told: Double
        /// How often the engine was asked.
        public var reruns: Double
        /// Events that could not be true as the day went.
        public var ignored: Double
        /// What the changes of plan were worth avoiding.
        public var deviation: Cost
        /// What the day cost.
        public var cost: Cost
        /// How much more that is than with perfect hindsight, as a share.
        public var excess: Double
    }

    /// The days with the engine asked at every look.
    public var withEngine: [PlayedDay] = []
    /// The same days with the plan driven as it is.
    public var asPlanned: [PlayedDay] = []
    /// The same days as somebody would have planned them who knew.
    public var hindsight: [Hindsight] = []
    /// How amounts are shown.
    public var display: Display

    init(display: Display) {
        self.display = display
    }

    /// The means over `days`, which are `withEngine` or `asPlanned`.
    public func means(of days: [PlayedDay]) -> Means {
        func mean(_ value: (PlayedDay) -> Int) -> Double {
            Double(days.reduce(0) { $0 + value($1) }) / Double(max(days.count, 1))
        }
        let cost = mean(\.cost.ticks)
        let ideal = hindsightCost.ticks
        return Means(
            kept: mean(\.kept) / max(mean(\.promised) + mean(\.unserved), 1),
            late: mean(\.late),
            unserved: mean(\.unserved),
            told: mean(\.told),
            reruns: mean(\.reruns),
            ignored: mean(\.ignored),
            deviation: Cost(ticks: Int(mean(\.deviation.ticks).rounded())),
            cost: Cost(ticks: Int(cost.rounded())),
            excess: ideal > 0 ? cost / Double(ideal) - 1 : 0
        )
    }

    /// The mean cost with perfect hindsight.
    public var hindsightCost: Cost {
        Cost(ticks: hindsight.reduce(0) { $0 + $1.cost.ticks } / max(hindsight.count, 1))
    }

    /// The mean number of orders that perfect hindsight leaves out.
    public var hindsightUnserved: Double {
        Double(hindsight.reduce(0) { $0 + $1.unserved }) / Double(max(hindsight.count, 1))
    }
}

extension SimulationOutcome {
    /// The figures of every day for programs; money in wire units, times in seconds.
    public func json() throws -> String {
        struct Played: Encodable {
            let promised, kept, late, unserved, lateness, told, reruns, ignored, deviation, cost: Int

            init(_ day: PlayedDay) {
                (promised, kept, late, unserved) = (day.promised, day.kept, day.late, day.unserved)
                (lateness, told, reruns, ignored) = (day.lateness, day.told, day.reruns, day.ignored)
                (deviation, cost) = (day.deviation.wireUnits, day.cost.wireUnits)
            }
        }
        struct Known: Encodable {
            let unserved, cost: Int
        }
        struct Answer: Encodable {
            let withEngine, asPlanned: [Played]
            let hindsight: [Known]
        }
        return try QuestionJSON.text(
            Answer(
                withEngine: withEngine.map(Played.init),
                asPlanned: asPlanned.map(Played.init),
                hindsight: hindsight.map { Known(unserved: $0.unserved, cost: $0.cost.wireUnits) }
            )
        )
    }
}
