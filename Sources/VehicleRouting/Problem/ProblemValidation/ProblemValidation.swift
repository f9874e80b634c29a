extension Problem {
    /// Everything that keeps the problem from being planned as it is meant, all at once, in the order of the parts.
    ///
    /// A problem without errors may be evaluated, searched and checked; with errors those may trap.  Whether it has a
    /// feasible plan is another question.  O(size of the problem).
    public func validate() -> [ProblemIssue] {
        var validation = ProblemValidation(self)
        validation.checkWhole()
        validation.checkRoads()
        validation.checkDepots()
        validation.checkTasks()
        validation.checkFleet()
        validation.checkWorkingDay()
        validation.checkCarriers()
        validation.checkColdChain()
        validation.checkHorizon()
        return validation.issues
    }
}

/// Collects issues; each part of the problem has a file of its own.
struct ProblemValidation {
    let problem: Problem
    private(set) var issues: [ProblemIssue] = []

    init(_ problem: Problem) {
        self.problem = problem
    }

    /// The latest point in time: the most that VROOM's 32 unsigned bits can hold.
    static let latestTime = TimeWindow.always.closes
    /// The longest span of openings, the longest service, and so on: room for sums in the search's 32 bits.
    static let longestSpan = 1_000_000_000
    /// The longest leg, in seconds or metres; a route of ten such legs still fits 32 bits.
    static let longestLeg = 100_000_000
    /// The greatest total load and the greatest capacity, per dimension.
    static let greatestLoad = Int(Int32.max)
    /// The greatest rate by kilometre or hour, in wire units: times the longest route it still fits 64 bits.
    static let greatestRate = 100_000_000
    /// The greatest fixed cost or price, in wire units.
    static let greatestPrice = 1_000_000_000_000
    /// The greatest sum of prices, in wire units: 18 000 ticks each still fit 64 bits.
    static let greatestSum = 400_000_000_000_000

    mutating func report(
        _ code: ProblemIssue.Code,
        _ path: String,
        _ name: String = "",
        _ message: String,
        hint: String,
        value: some CustomStringConvertible = ""
    ) {
        issues.append(
            ProblemIssue(
                code: code,
                path: path,
                name: name,
                message: message,
                hint: hint,
                offending: value.description
            )
        )
    }

    /// A length of time must be at least 0 and fit the search.
    mutating func checkDuration(_ seconds: Seconds?, _ path: String, _ name: String) {
        guard let seconds else { return }
        if seconds < 0 {
            report(
                .negativeDuration,
                path,
                name,
                "a length of time cannot be \(seconds) s",
                hint: "give 0 or more seconds",
                value: seconds
            )
        } else if seconds > Self.longestSpan {
            tooLate(path, name, seconds, limit: Self.longestSpan)
        }
    }

    /// A point in time must be at least 0 and fit the search.
    mutating func checkTime(_ time: Seconds, _ path: String, _ name: String) {
        if time < 0 {
            report(
                .negativeTime,
                path,
                name,
                "the time \(time) lies before second 0",
                hint: "count times from an earlier zero, so that all are 0 or more",
                value: time
            )
        } else if time > Self.latestTime {
            tooLate(path, name, time, limit: Self.latestTime)
        }
    }

    private mutating func tooLate(_ path: String, _ name: String, _ value: Seconds, limit: Seconds) {
        report(
            .timeTooLarge,
            path,
            name,
            "\(value) s is more than the \(limit) s that can be planned",
            hint: "give seconds, not milliseconds, and leave out windows that never close",
            value: value
        )
    }

    /// Windows must open before they close, follow one another and not overlap.
    mutating func checkWindows(_ windows: [TimeWindow], _ path: String, _ name: String) {
        for (index, window) in windows.enumerated() {
            let place = "\(path)[\(index)]"
            checkTime(window.opens, place, name)
            if window.opens <= Self.latestTime, window.closes > Self.latestTime {
                checkTime(window.closes, place, name)
            }
            if window.closes < window.opens {
                report(
                    .reversedWindow,
                    place,
                    name,
                    "the window opens at \(window.opens) but closes at \(window.closes)",
                    hint:
                        "let it close at \(window.opens) or later; one that passes midnight closes after 86400",
                    value: "[\(window.opens), \(window.closes)]"
                )
            } else if index > 0, window.opens <= windows[index - 1].closes {
                report(
                    .overlappingWindows,
                    place,
                    name,
                    "the window opens at \(window.opens), not after the one before closes at "
                        + "\(windows[index - 1].closes)",
                    hint: "sort the windows and join those that touch",
                    value: "[\(window.opens), \(window.closes)]"
                )
            }
        }
    }

    /// A load has one entry per dimension, or none, and no negative one.
    mutating func checkLoad(_ load: Load, _ path: String, _ name: String) {
        if !load.isEmpty, load.count != problem.dimensions.count {
            report(
                .loadLength,
                path,
                name,
                "the load has \(load.count) entries, but loads are measured in \(problem.dimensions.count) dimensions",
                hint: "give one amount per dimension, 0 where there is none",
                value: load
            )
        }
        for amount in load where amount < 0 {
            report(
                .negativeLoad,
                path,
                name,
                "an amount cannot be \(amount)",
                hint: "give 0 or more; goods that come back are a pickup, not a negative delivery",
                value: load
            )
        }
        for amount in load where amount > Self.greatestLoad {
            report(
                .loadTooLarge,
                path,
                name,
                "the amount \(amount) is more than the \(Self.greatestLoad) that can be planned",
                hint: "measure in a larger unit",
                value: load
            )
        }
    }

    /// An amount of money, in wire units, must be at least 0 and fit the search.
    mutating func checkMoney(_ amount: Int, _ path: String, _ name: String, limit: Int = greatestPrice) {
        if amount < 0 {
            report(
                .negativeCost,
                path,
                name,
                "a cost cannot be \(amount)",
                hint: "give 0 or more",
                value: amount
            )
        } else if amount > limit {
            report(
                .costTooLarge,
                path,
                name,
                "\(amount) is more than the \(limit) that can be planned",
                hint: "count money in a larger unit",
                value: amount
            )
        }
    }

    /// A regime that is referred to must exist.
    mutating func checkRegime(_ index: Int?, _ path: String, _ name: String) {
        guard let index, !problem.regimes.indices.contains(index) else { return }
        report(
            .unknownRegime,
            path,
            name,
            "there is no regime \(index)",
            hint: "define it among the regimes, or name one that is",
            value: index
        )
    }

    /// A location that is referred to must exist.
    mutating func checkLocation(_ index: Int?, _ path: String, _ name: String) {
        guard let index, !problem.locations.indices.contains(index) else { return }
        report(
            .unknownLocation,
            path,
            name,
            "there is no location \(index), only \(problem.locations.count) of them, counted from 0",
            hint: "give the index of a location",
            value: index
        )
    }

    /// A depot that is referred to must exist.
    mutating func checkDepot(_ index: Int?, _ path: String, _ name: String) {
        guard let index, !problem.depots.indices.contains(index) else { return }
        report(
            .unknownDepot,
            path,
            name,
            "there is no depot \(index)",
            hint: "define it among the depots, or name one that is",
            value: index
        )
    }

    /// Names must be unique within their kind and not empty.
    mutating func checkNames(_ ids: [Identifier], _ kind: String, path: (Int) -> String) {
        var first: [Identifier: Int] = [:]
        for (index, id) in ids.enumerated() {
            if id == .text("") {
                report(
                    .emptyID,
                    path(index),
                    "",
                    "the \(kind) has no name",
                    hint: "give it one, so that the plan can refer to it"
                )
            }
            if let other = first[id] {
                report(
                    .duplicateID,
                    path(index),
                    "\(kind) \(id)",
                    "\(path(other)) has the name \(id) already",
                    hint: "rename one of the two, or remove it if it was entered twice",
                    value: id
                )
            } else {
                first[id] = index
            }
        }
    }
}
