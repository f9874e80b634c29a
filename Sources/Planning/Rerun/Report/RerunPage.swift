internal import VehicleRouting

/// What the template of a rerun shows; every property is a name the template knows.
struct RerunPage {
    struct Fact {
        let term: String
        let value: String
    }

    struct Row {
        let isRecommended: Bool
        let scope: String
        let cost: String
        let unassigned: Int
        let broken: Int
        let told: Int
        let vehicles: Int
        let ready: String
        let file: String
    }

    struct Change {
        let stop: String
        let changes: [String]
    }

    struct Sheet {
        let heading: String
        let map: RouteMap
    }

    let t: [String: String]
    let r: [String: String]
    let language: String
    let style: String
    let dayName: String
    let kicker: String
    let facts: [Fact]
    let rows: [Row]
    let notes: [String]
    let changesHeading: String
    let changes: [Change]
    let sheets: [Sheet]
    let gantt: RerunGantt?
    let others: String

    /// The page of a rerun.
    ///
    /// - Parameters:
    ///   - shown: The alternative that is compared with the running plan.
    ///   - name: What its file is called.
    ///   - before: The running plan, at its own time.
    ///   - lines: All alternatives.
    ///   - tolerance: Seconds by which a time may move before it is told.
    init(
        _ shown: Alternative,
        called name: String,
        before: RunningDay,
        lines: [RerunDay.Line],
        tolerance: Seconds
    ) {
        let day = shown.day
        var planned = before
        planned.advance(to: day.now)
        let contexts = [planned, day].map(\.context)
        let strings = contexts[1].strings
        let told = shown.difference.vehicles
        t = strings.all
        r = strings.allOfRerun
        language = strings.language.rawValue
        style = Templates.reportStyle + Templates.rerunStyle
        dayName = day.problem.name.isEmpty ? strings[.untitledDay] : day.problem.name
        kicker = strings.text(.pageKicker, ["time": DayClock(day.problem).time(day.now)])
        facts = [
            Fact(term: strings.text(.pageEvents), value: "\(day.handled.count)"),
            Fact(term: strings.text(.pageDone), value: "\(day.done.count)"),
            Fact(
                term: strings.text(.pageOpen),
                value: "\(day.problem.jobs.count + 2 * day.problem.shipments.count)"
            ),
            Fact(term: strings.text(.pagePlan), value: name),
        ]
        rows = lines.map { Row($0, strings) }
        notes = day.notes
        changesHeading = strings.text(.pageChanges, ["plan": name])
        let comparison = PlanComparison(
            difference: shown.difference,
            earlier: before.problem,
            later: day.problem
        )
        let words = DifferenceWords(comparison, strings: strings)
        changes = comparison.stops(beyond: tolerance).map {
            Change(stop: words.name(of: $0), changes: words.changes(of: $0))
        }
        let looks = Dictionary(uniqueKeysWithValues: told.sorted().enumerated().map { ($1, $0) })
        let frame = MapProjection(contexts.flatMap(RouteMap.coordinates)).map { projection in
            MapFrame(
                projection: projection,
                looks: looks,
                depots: Set(day.sources.map { day.problem.depots[$0].id }),
                told: told
            )
        }
        let headings: [RerunPhrase] = [.pageBefore, .pageAfter]
        sheets = zip(headings, contexts).compactMap { heading, context in
            frame.flatMap { RouteMap(context, frame: $0) }.map {
                Sheet(heading: strings.text(heading), map: $0)
            }
        }
        gantt = RerunGantt(before: contexts[0], after: contexts[1], looks: looks, now: day.now)
        let calm = Set(day.plan.routes.map { day.problem.vehicles[$0.vehicle].id }).subtracting(told)
        others = strings.text(.pageOthers, ["count": "\(calm.count)"])
    }
}

extension RerunPage.Row {
    init(_ line: RerunDay.Line, _ strings: Strings) {
        isRecommended = line.isRecommended
        scope = strings.text(line.scope.phrase)
        cost = line.cost
        unassigned = line.unassigned
        broken = line.brokenPromises
        told = line.changedTimes
        vehicles = line.vehicles
        ready = strings.number(line.elapsed, digits: 1) + " s"
        file = line.file
    }
}

extension RunningDay {
    /// The rest of the day, as reports describe it.
    fileprivate var context: DayContext {
        DayContext(
            problem: problem,
            plan: plan,
            evaluation: PlanEvaluation(plan, in: problem),
            descriptions: DayDescriptions()
        )
    }
}
