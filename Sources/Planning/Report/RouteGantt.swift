internal import VehicleRouting

/// What every vehicle does when, ready to be drawn: a row of 1000 units for the whole span of the day.
struct RouteGantt {
    struct Tick {
        let x: String
        let text: String
    }

    struct Row {
        /// Lines at the ticks.
        let gridPath: String
        let rowIndex: Int
        let vehicle: String
        let summary: String
        let colour: String
        let height: Int
        /// The shift, drawn as the light part of the lane.
        let shiftX: String
        let shiftWidth: String
        /// Hatched and plain blocks: `drive`, `load`, `wait`, `serve`, `rest`, `late`.
        let blocks: [Block]
        let brackets: [Bracket]
    }

    struct Block {
        let kind: String
        let x: String
        let width: String
        let title: String
        /// The stop's number where the block is wide enough to hold it.
        let number: Number?
    }

    struct Number {
        let centre: String
        let digits: String
    }

    /// A time window, under the lane, with the numbers of the stops it belongs to.
    struct Bracket {
        let path: String
        let middle: String
        let baseline: Int
        let stops: String
        let title: String
    }

    let ticks: [Tick]
    let rows: [Row]

    /// The chart of a plan; nil when nothing is driven.
    init?(_ day: DayContext) {
        let routes = day.drivenRoutes
        guard
            let span = TimeSpan(
                routes.map { (day.problem.vehicles[$0.route.vehicle], $0.evaluation.schedule) }
            )
        else { return nil }
        ticks = span.ticks.map { Tick(x: svg(span.x($0) / 10), text: day.display.clock.time($0)) }
        rows = routes.enumerated().map { index, driven in
            Row(index: index, driven.route, driven.evaluation, span: span, day: day)
        }
    }
}

/// The stretch of time a chart shows.
struct TimeSpan {
    let from: Seconds
    let to: Seconds
    /// Seconds between ticks.
    private let step: Seconds

    /// From the earliest start to the latest end, shifts included where they have limits, in whole steps.
    init?(_ routes: [(vehicle: Vehicle, schedule: RouteSchedule)]) {
        let starts = routes.map {
            min($0.schedule.start, $0.vehicle.hasShiftStart ? $0.vehicle.shift.opens : .max)
        }
        let ends = routes.map {
            max($0.schedule.end, $0.vehicle.hasShiftEnd ? $0.vehicle.shift.closes : .min)
        }
        guard let first = starts.min(), let last = ends.max() else { return nil }
        let steps = [300, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400]
        let step = steps.first { last - first <= 16 * $0 } ?? max((last - first) / 12, 1)
        self.step = step
        from = first.flooredQuotient(by: step) * step
        to = max((last + step - 1).flooredQuotient(by: step) * step, from + step)
    }

    /// 0 … 1000 from left to right.
    func x(_ time: Seconds) -> Double {
        Double(min(max(time, from), to) - from) / Double(to - from) * 1000
    }

    var ticks: [Seconds] { Array(stride(from: from, through: to, by: step)) }
}

extension Vehicle {
    /// Whether the shift begins at a time of its own; 0 stands for none.
    fileprivate var hasShiftStart: Bool { shift.opens > 0 }
    /// Whether the shift has an end.
    fileprivate var hasShiftEnd: Bool { shift.closes < TimeWindow.always.closes }
}

extension RouteGantt.Row {
    /// Units from one row of brackets to the next.
    private static let bracketStep = 12
    /// Where the first row of brackets begins, under the lane.
    private static let bracketTop = 30

    init(
        index: Int,
        _ route: Route,
        _ evaluation: RouteEvaluation,
        span: TimeSpan,
        day: DayContext
    ) {
        let vehicle = day.problem.vehicles[route.vehicle]
        let schedule = evaluation.schedule
        gridPath = span.ticks.map { "M\(svg(span.x($0))) 3V25" }.joined()
        rowIndex = index
        self.vehicle = "\(vehicle.id)"
        summary = "\(day.display.clock.time(schedule.start))–\(day.display.clock.time(schedule.end))"
        colour = RouteLook(index: index).colour
        shiftX = svg(span.x(vehicle.shift.opens))
        shiftWidth = svg(span.x(vehicle.shift.closes) - span.x(vehicle.shift.opens))
        blocks = RouteBlocks(route, evaluation, span: span, day: day).blocks
        let packed = WindowBrackets(route, evaluation, span: span, day: day)
        brackets = packed.brackets(top: Self.bracketTop, step: Self.bracketStep)
        height = Self.bracketTop + packed.levels * Self.bracketStep + 2
    }
}

/// The blocks of one lane, from loading to the end.
private struct RouteBlocks {
    private(set) var blocks: [RouteGantt.Block] = []
    private let span: TimeSpan
    private let day: DayContext

    init(_ route: Route, _ evaluation: RouteEvaluation, span: TimeSpan, day: DayContext) {
        self.span = span
        self.day = day
        let schedule = evaluation.schedule
        var clock = schedule.start + schedule.loading
        add("load", .loading, from: schedule.start, to: clock)
        for moment in evaluation.moments {
            switch moment {
            case .halt(let halt):
                for position in halt.visits { clock = add(halt, position, route, evaluation, from: clock) }
            case .reload(let trip, let times):
                let place = route.trips[trip].reload.map(day.depotName) ?? ""
                add("drive", .driving, from: clock, to: times.arrival)
                add("wait", .waiting, from: times.arrival, to: times.begin, place: place)
                let kind = times.lateness > 0 ? "late" : "load"
                add(kind, .loading, from: times.begin, to: times.departure, place: place)
                clock = times.departure
            case .rest(let times):
                add("drive", .driving, from: clock, to: times.arrival)
                add("wait", .waiting, from: times.arrival, to: times.begin)
                add("rest", .resting, from: times.begin, to: times.departure)
                clock = times.departure
            }
        }
        add("drive", .driving, from: clock, to: schedule.arrival)
        add("wait", .waiting, from: schedule.arrival, to: schedule.end)
    }

    /// The way to a visit, waiting and service there.
    ///
    /// - Returns: When the vehicle is ready to leave.
    private mutating func add(
        _ halt: Halt,
        _ position: Int,
        _ route: Route,
        _ evaluation: RouteEvaluation,
        from clock: Seconds
    ) -> Seconds {
        let stop = evaluation.schedule.stops[position]
        let task = route.visits[position].task
        add("drive", .driving, from: clock, to: stop.arrival)
        add("wait", .waiting, from: stop.arrival, to: stop.begin, place: day.place(task))
        add(
            stop.lateness > 0 ? "late" : "serve",
            .serving,
            from: stop.begin,
            to: stop.departure,
            place: "\(halt.number) · \(day.place(task)) · \(day.orders(task))",
            number: position == halt.visits.lowerBound ? "\(halt.number)" : nil
        )
        return stop.departure
    }

    private mutating func add(
        _ kind: String,
        _ phrase: Phrase,
        from: Seconds,
        to: Seconds,
        place: String = "",
        number: String? = nil
    ) {
        guard to > from else { return }
        let left = span.x(from)
        let width = span.x(to) - left
        let times = "\(day.display.clock.time(from))–\(day.display.clock.time(to))"
        let what = "\(day.strings[phrase]) \(times) (\(day.strings.duration(to - from)))"
        // A digit is about 6 units wide at the size the style sheet sets.
        let fits = number.map { width >= Double($0.count) * 6 + 1 } ?? false
        blocks.append(
            RouteGantt.Block(
                kind: kind,
                x: svg(left),
                width: svg(max(width, 0.8)),
                title: place.isEmpty ? what : "\(place) · \(what)",
                number: fits
                    ? number.map { RouteGantt.Number(centre: svg(left + width / 2), digits: $0) } : nil
            )
        )
    }
}

/// The time windows of a route's stops, equal ones put together, packed into as few rows as they need.
private struct WindowBrackets {
    private struct Entry {
        let window: TimeWindow
        var stops: [Int]
        var level: Int
    }

    private var entries: [Entry] = []
    private let span: TimeSpan
    private let day: DayContext

    var levels: Int { (entries.map(\.level).max() ?? -1) + 1 }

    init(_ route: Route, _ evaluation: RouteEvaluation, span: TimeSpan, day: DayContext) {
        self.span = span
        self.day = day
        for halt in evaluation.halts {
            for position in halt.visits {
                for window in day.problem.visit(route.visits[position].task).timeWindows {
                    add(window, stop: halt.number)
                }
            }
        }
        entries.sort { ($0.window.opens, $0.window.closes) < ($1.window.opens, $1.window.closes) }
        var ends: [Seconds] = []
        for index in entries.indices {
            let level = ends.firstIndex { $0 < entries[index].window.opens } ?? ends.count
            if level == ends.count { ends.append(.min) }
            ends[level] = entries[index].window.closes
            entries[index].level = level
        }
    }

    private mutating func add(_ window: TimeWindow, stop: Int) {
        guard window.closes > span.from, window.opens < span.to else { return }
        if let index = entries.firstIndex(where: { $0.window == window }) {
            if entries[index].stops.last != stop { entries[index].stops.append(stop) }
        } else {
            entries.append(Entry(window: window, stops: [stop], level: 0))
        }
    }

    func brackets(top: Int, step: Int) -> [RouteGantt.Bracket] {
        entries.map { entry in
            let left = span.x(entry.window.opens)
            let right = max(span.x(entry.window.closes), left + 1)
            let y = top + entry.level * step + 6
            let stops = entry.stops.ranges
            // A window that goes on beyond the chart is left open on that side.
            let opening =
                entry.window.opens < span.from ? "M\(svg(left)) \(y)" : "M\(svg(left)) \(y - 4)V\(y)"
            let closing = entry.window.closes > span.to ? "H\(svg(right))" : "H\(svg(right))V\(y - 4)"
            return RouteGantt.Bracket(
                path: opening + closing,
                middle: svg((left + right) / 2),
                baseline: y - 2,
                stops: stops,
                title: "\(day.strings[.windowOfStops]) \(stops): \(day.display.windows([entry.window]))"
            )
        }
    }
}

extension [Int] {
    /// Sorted numbers with runs drawn together: `1–3, 7`.
    fileprivate var ranges: String {
        var runs: [ClosedRange<Int>] = []
        for number in self {
            if let last = runs.last, last.upperBound + 1 == number {
                runs[runs.count - 1] = last.lowerBound...number
            } else {
                runs.append(number...number)
            }
        }
        return runs.map { run in
            switch run.count {
            case 1: "\(run.lowerBound)"
            case 2: "\(run.lowerBound), \(run.upperBound)"
            default: "\(run.lowerBound)–\(run.upperBound)"
            }
        }
        .joined(separator: ", ")
    }
}
