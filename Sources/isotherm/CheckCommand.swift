import ArgumentParser
import Planning

/// `isotherm check`: says whether a written plan is what it claims to be.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Derive every figure of a written plan again and name what is false or broken.",
        discussion: """
            Give a problem and a plan in JSON, or a published instance and its solution (.sol). The checker shares no \
            code with the search. Exit status 0 when everything holds, 3 when a promise is broken or a figure false, \
            2 when a file cannot be read.

            In plan mode the second file is a list of routes that states no figures: it is scheduled as it stands, \
            with service_at, service_after and service_before of its steps as fixed times, and every rule it breaks is \
            named with its amount.
            """
    )

    @Argument(help: "The problem, or the instance.", completion: .file())
    var problem: String

    @Argument(help: "The plan, or the solution.", completion: .file())
    var plan: String

    @Flag(help: "Schedule the routes as they stand and name every broken rule.")
    var planMode = false

    @OptionGroup var rounding: RoundingOption

    func run() throws {
        guard !planMode else { return try schedule() }
        let outcome = try CheckPlan(problem: problem, plan: plan, rounding: rounding.rounding).run()
        print(OutcomeText.of(outcome))
        if !outcome.findings.isEmpty { throw ExitStatus.noFeasiblePlan }
    }

    private func schedule() throws {
        let outcome = try SchedulePlan(problem: problem, routes: plan, rounding: rounding.rounding).run()
        print(OutcomeText.of(outcome))
        if !outcome.broken.isEmpty { throw ExitStatus.noFeasiblePlan }
    }
}
