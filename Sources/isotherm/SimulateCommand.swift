import ArgumentParser
import Planning

/// `isotherm simulate`: a plan on days that do not go as planned.
struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Try a plan on days with random times and given events, with the engine looking after it.",
        discussion: """
            DAY is a folder that “isotherm plan” wrote, or its plan.json. The scenario, which Docs/simulate.md describes, says \
            how driving and service times spread, what happens, and how often the engine is asked. Answers are promises kept, \
            customers served at another time than they were told, and cost, beside the plan driven as it is and beside \
            perfect hindsight.
            """
    )

    @Argument(help: ArgumentHelp("The planned day.", valueName: "day"), completion: .file())
    var day: String

    @Option(
        help: ArgumentHelp("The scenario.", valueName: "file"),
        completion: .file(extensions: ["json"])
    )
    var scenario: String

    @OptionGroup var answer: AnswerOptions

    func run() throws {
        var trial = SimulateDay(day, scenario: scenario)
        trial.problem = answer.problem
        let outcome = try trial.run()
        print(answer.json ? try outcome.json() : SimulateText.of(outcome) + "\n", terminator: "")
    }
}

/// What `simulate` says when it is done.
enum SimulateText {
    static func of(_ outcome: SimulationOutcome, strings: Strings = Strings()) -> String {
        let heading: [QuestionPhrase] = [
            .columnKept, .columnLate, .columnUnserved, .columnOther, .columnDayCost, .columnExcess,
        ]
        let (engine, plain) = (outcome.means(of: outcome.withEngine), outcome.means(of: outcome.asPlanned))
        let known = [
            strings[.simulateHindsight], "", "", strings.number(outcome.hindsightUnserved, digits: 1), "",
            outcome.display.money(outcome.hindsightCost), "",
        ]
        let rows = [
            [""] + heading.map { strings[$0] },
            row(.simulateWithEngine, engine, outcome, strings),
            row(.simulateAsPlanned, plain, outcome, strings),
            known,
        ]
        let days = strings.text(
            .simulateHeading,
            ["days": strings.fixed(outcome.withEngine.count, digits: 0)]
        )
        var lines = [days, ""] + TextTable.lines(rows, words: [0])
        let reruns = [
            "reruns": strings.number(engine.reruns, digits: 1),
            "deviation": outcome.display.money(engine.deviation),
        ]
        lines += ["", strings.text(.simulateReruns, reruns)]
        if engine.ignored > 0 {
            lines.append(strings.text(.simulateIgnored, ["count": strings.number(engine.ignored, digits: 1)]))
        }
        return lines.joined(separator: "\n")
    }

    private static func row(
        _ name: QuestionPhrase,
        _ means: SimulationOutcome.Means,
        _ outcome: SimulationOutcome,
        _ strings: Strings
    ) -> [String] {
        [
            strings[name], strings.percent(means.kept, digits: 2), strings.number(means.late, digits: 1),
            strings.number(means.unserved, digits: 1), strings.number(means.told, digits: 1),
            outcome.display.money(means.cost), strings.percent(means.excess, digits: 1),
        ]
    }
}
