internal import Foundation
public import Interchange
public import Logging
internal import RouteSearch
public import VehicleRouting

/// Goes on with a running plan after events: reads both, finds alternatives, checks and writes them.
public struct RerunDay: Sendable {
    /// What a rerun is asked to do.
    public struct Request: Hashable, Sendable {
        /// The running plan: `plan.json` of a day, or a plan that a rerun has written.
        public var plan: String
        /// Its problem; nil for the file beside it whose name says `problem` where the plan's says `plan`.
        public var problem: String?
        /// What has happened and what people have decided.
        public var events: String
        /// The time of the rerun.
        public var now: Seconds
        /// The folder that receives the results.
        public var output: String
        /// How to rerun.
        public var settings: Replanner.Settings
        /// Whether to plan the rest anew beside the alternatives, for comparison.
        public var comparesAnew = false

        /// A rerun of `plan` at the time `now`.
        public init(
            plan: String,
            events: String,
            now: Seconds,
            output: String,
            settings: Replanner.Settings
        ) {
            self.plan = plan
            problem = nil
            self.events = events
            self.now = now
            self.output = output
            self.settings = settings
        }
    }

    /// One line of what came of it.
    public struct Line: Hashable, Sendable {
        /// The file of the plan, within the output folder.
        public var file: String
        /// How far the alternative goes.
        public var scope: Alternative.Scope
        /// Whether it suits the stability asked for best.
        public var isRecommended: Bool
        /// What it costs, with its currency.
        public var cost: String
        /// Orders left out.
        public var unassigned: Int
        /// Promises broken, by times promised and by other rules.
        public var brokenPromises: Int
        /// Customers who have to be told another time.
        public var changedTimes: Int
        /// Vehicles on which anything but times has changed.
        public var vehicles: Int
        /// Seconds after which it was ready.
        public var elapsed: Double
    }

    /// What came of it.
    public struct Outcome: Hashable, Sendable {
        /// The time of the rerun, as the clock on the wall shows it.
        public var time: String
        /// Events and overrides taken into account.
        public var handled: Int
        /// Stops that have been made.
        public var done: Int
        /// Stops that are still to be made.
        public var open: Int
        /// The alternatives, the most stable first, and the untouched plan last.
        public var lines: [Line]
        /// What people should watch, a sentence each.
        public var notes: [String]
        /// What was read but has no effect, a sentence each.
        public var warnings: [String]
        /// The files written, in the order of writing.
        public var files: [String]
        /// Whether somebody ended the search before its time.
        public var wasInterrupted: Bool
    }

    private let request: Request

    /// A run for `request`.
    public init(_ request: Request) {
        self.request = request
    }

    /// Reads, repairs, searches, checks and writes; when anything is wrong with the events, nothing is written.
    ///
    /// - Parameter shouldStop: Asked often, from any thread; true ends the search with what there is.
    public func run(
        logger: Logger,
        shouldStop: @escaping @Sendable () -> Bool,
        onProgress: @escaping @Sendable (RunProgress) -> Void
    ) throws -> Outcome {
        let source = URL(fileURLWithPath: request.plan).deletingLastPathComponent().path
        guard !OutputFolder.isSame(request.output, source) else {
            throw OutputError(.isInput, path: request.output)
        }
        var folder = try OutputFolder(at: request.output)
        onProgress(RunProgress(.reading))
        let input = try RunningInput(plan: request.plan, problem: request.problem)
        let document = try EventFile.read(request.events, about: input.day.problem)
        let before = input.day
        let day = try happened(document, to: before)
        guard !day.problem.jobs.isEmpty || !day.problem.shipments.isEmpty else {
            let time = DayClock(day.problem).time(day.now)
            throw RerunError(.nothingLeft, "at \(time) everything is done or held back")
        }
        logger.debug("\(day.done.count) stops done, \(document.events.count) events")

        onProgress(RunProgress(.searching))
        let replanner = Replanner(day, toldBy: before, request.settings)
        let untouched = replanner.untouched()
        let found = replanner.frontier(shouldStop: shouldStop)
        let recommended = replanner.recommended(among: found)
        // A search that ends at once would be no plan to compare with.
        let anew =
            request.comparesAnew && !shouldStop() ? [replanner.fullReplan(shouldStop: shouldStop)] : []
        let wasInterrupted = shouldStop()
        let all = found + anew + [untouched]

        onProgress(RunProgress(.checking))
        let papers = RerunPapers(
            all,
            recommended: recommended,
            toldBy: before,
            tolerance: request.settings.tolerance
        )
        try papers.write(to: &folder)
        let files = try folder.publish(removing: RerunPapers.allNames)
        return Outcome(
            time: DayClock(before.problem).time(request.now),
            handled: document.events.count + document.overrides.count,
            done: day.done.count,
            open: day.problem.jobs.count + 2 * day.problem.shipments.count,
            lines: papers.lines,
            notes: all[0].day.notes,
            warnings: input.warnings + document.warnings.map(\.description),
            files: files,
            wasInterrupted: wasInterrupted
        )
    }

    /// The day at the time of the rerun, with all events and overrides in it.
    private func happened(_ document: EventDocument, to before: RunningDay) throws(RerunError) -> RunningDay {
        do {
            return try before.after(document, at: request.now)
        } catch {
            throw RerunError(error.issues, file: request.events)
        }
    }
}

extension RunningDay {
    /// The day at `now`, after everything that `document` says.
    ///
    /// - Throws: All that is wrong with events and overrides; the first wrong event hides what follows from later ones.
    public func after(_ document: EventDocument, at now: Seconds) throws(RerunError) -> RunningDay {
        let clock = DayClock(problem)
        guard now >= self.now else {
            let text = "the plan stands at \(clock.time(self.now)), after \(clock.time(now))"
            throw RerunError(.backward, text)
        }
        var issues: [RerunIssue] = []
        var names: Set<Identifier> = []
        var latest = self.now
        for event in document.events {
            let subject = "event \(event.id) of \(clock.time(event.time))"
            if !names.insert(event.id).inserted {
                issues.append(
                    RerunIssue(.duplicate, at: event.pointer, subject: "\(subject) has the name of another")
                )
            }
            if event.time > now {
                let text = "\(subject) comes after the rerun at \(clock.time(now))"
                issues.append(RerunIssue(.future, at: event.pointer, subject: text))
            } else if event.time < self.now {
                let text = "\(subject) is from before the plan, which stands at \(clock.time(self.now))"
                issues.append(RerunIssue(.late, at: event.pointer, subject: text))
            } else if event.time < latest {
                let text = "\(subject) comes behind one of \(clock.time(latest))"
                issues.append(RerunIssue(.outOfOrder, at: event.pointer, subject: text))
            }
            latest = max(latest, event.time)
        }
        guard issues.isEmpty else { throw RerunError(issues) }
        var day = self
        for event in document.events { try day.apply(event) }
        day.advance(to: now)
        try day.apply(document.overrides)
        return day
    }
}
