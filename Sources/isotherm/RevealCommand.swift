public import ArgumentParser
public import Planning

/// `isotherm reveal`: a published instance, its orders revealed hour by hour.
struct RevealCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reveal",
        abstract: "Play a published instance as a day whose orders are revealed hour by hour.",
        discussion: """
            INSTANCE has one depot and one kind of vehicle. Orders are drawn from its customers and revealed epoch by epoch, \
            as Docs/dynamic.md describes; in each epoch a policy decides who leaves and the search makes their routes. \
            Costs are compared with a plan made by somebody who knew everything before. Equal seeds and iterations give equal \
            figures.
            """
    )

    @Argument(help: "The instance.", completion: .file())
    var instance: String

    @Option(
        name: .customLong("policy"),
        help: ArgumentHelp(
            "How to decide who leaves: greedy, lazy or imagined; may be given several times, all without it.",
            valueName: "policy"
        )
    )
    var policies: [DispatchPolicy] = []

    @Option(help: "What the orders are drawn from.")
    var seed: UInt64 = 1

    @Option(help: "Iterations of each search.")
    var iterations = 5_000

    func validate() throws {
        guard iterations >= 1 else {
            throw ValidationError("--iterations is \(iterations), but must be 1 or more.")
        }
    }

    func run() throws {
        let chosen = policies.isEmpty ? DispatchPolicy.allCases : policies
        let game = PlayInstance(instance, policies: chosen, seed: seed, iterations: iterations)
        print(RevealText.of(try game.run()))
    }
}

extension DispatchPolicy: ExpressibleByArgument {}

/// What `reveal` says when it is done.
enum RevealText {
    static func of(_ outcome: PlayInstance.Outcome, strings: Strings = Strings()) -> String {
        let heading = strings.text(
            .revealHeading,
            ["orders": strings.number(Double(outcome.orders)), "epochs": "\(outcome.epochs)"]
        )
        return
            ([heading]
            + outcome.lines.map { line in
                let values = [
                    "name": strings[name(of: line.policy)], "cost": line.cost, "routes": "\(line.routes)",
                    "excess": strings.percent(line.excess, digits: 2), "missed": "\(line.missed)",
                ]
                let text = strings.text(line.policy == nil ? .revealHindsight : .revealLine, values)
                return line.missed == 0
                    ? text : strings.text(.revealMissed, values.merging(["line": text]) { $1 })
            }).joined(separator: "\n")
    }

    private static func name(of policy: DispatchPolicy?) -> QuestionPhrase {
        switch policy {
        case nil: .policyHindsight
        case .greedy?: .policyGreedy
        case .lazy?: .policyLazy
        case .imagined?: .policyImagined
        }
    }
}
