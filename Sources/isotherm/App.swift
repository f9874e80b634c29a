import ArgumentParser

/// The command line: reads it, runs the command it names and turns what happened into an exit status.
@main
enum App {
    static func main() {
        do {
            var command = try Isotherm.parseAsRoot()
            try command.run()
        } catch {
            ExitStatus(reporting: error).exit()
        }
    }
}

/// The command `isotherm`, which only holds the others.
struct Isotherm: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "isotherm",
        abstract: "Plans vehicle routes for temperature-controlled medical distribution.",
        discussion: """
            Exit status: 0 done, 1 a fault of isotherm, 2 something wrong with what it was given, \
            3 no feasible plan.
            """,
        version: "0.1.0",
        subcommands: [
            PlanCommand.self,
            RerunCommand.self,
            SolveCommand.self,
            CheckCommand.self,
            InsertCommand.self,
            ExplainCommand.self,
            DiffCommand.self,
            SimulateCommand.self,
            RevealCommand.self,
            GenerateCommand.self,
            CarriersCommand.self,
            TemperatureCommand.self,
            StoreCommand.self,
        ]
    )
}
