import ArgumentParser

/// `isotherm store`, which only holds the commands about a plan store.
struct StoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "store",
        abstract: "List, verify and export the plans that “isotherm plan --store” has recorded.",
        discussion: """
            A store is one SQLite file: every version of every plan with its problem, the record of each run, and the \
            carriers' record. Docs/plan-store.md describes its tables.
            """,
        subcommands: [
            StoreListCommand.self, StoreVerifyCommand.self, StoreExportCommand.self, StoreImportCommand.self,
        ]
    )
}

/// The argument that all of them share.
struct StoreFile: ParsableArguments {
    @Argument(
        help: ArgumentHelp("The store, an SQLite file.", valueName: "file"),
        completion: .file(extensions: ["sqlite"])
    )
    var file: String
}
