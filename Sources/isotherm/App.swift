import ArgumentParser

@main
struct App: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "isotherm")
}
