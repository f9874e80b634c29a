import ArgumentParser
import Interchange
import PlanStore
import Planning

/// `isotherm store export`: what a store keeps, as files.
struct StoreExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write a plan of a store, or the carriers' record in it, to files.",
        discussion: """
            With --plan the folder receives problem.json and plan.json, byte for byte as they were recorded, and \
            ledger.json with the entries of the version: its run, what happened to it, who overruled it. With \
            --carriers it receives the tables of a carrier history for “isotherm carriers review”.
            """
    )

    @OptionGroup var store: StoreFile

    @Option(help: "The number of the plan, as “isotherm store list” shows it.")
    var plan: Int64?

    @Option(help: ArgumentHelp("The version of the plan; without it, the latest.", valueName: "number"))
    var version: Int?

    @Flag(help: "Write the carriers' record instead of a plan.")
    var carriers = false

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("The folder to write to; files in it are replaced.", valueName: "dir"),
        completion: .directory
    )
    var output: String

    func validate() throws {
        guard carriers != (plan != nil) else {
            throw ValidationError("give either --plan or --carriers, which say what to export")
        }
        guard version == nil || plan != nil else {
            throw ValidationError("--version is that of a plan; give --plan too")
        }
    }

    func run() throws {
        let database = try PlanDatabase(reading: store.file)
        var folder = try OutputFolder(at: output)
        if let plan {
            let found = try database.version(version, of: plan)
            let content = try database.content(of: found.id)
            try folder.write(content.problem.utf8, as: "problem.json")
            try folder.write(content.plan.utf8, as: "plan.json")
            try folder.write(LedgerEntry.json(try database.entries(of: found.id)).utf8, as: "ledger.json")
        } else {
            for table in try database.history() {
                var writer = CSVWriter(header: table.header)
                for row in table.rows { writer.append(row) }
                try folder.write(writer.text.utf8, as: "\(table.table).csv")
            }
        }
        let files = try folder.publish()
        print(OutcomeText.of(files: files, in: output))
    }
}
