import ArgumentParser
import Interchange
import PlanStore
import Planning

/// `isotherm store import`: the carriers' record, kept with the plans.
struct StoreImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Add the rows of a carrier history folder that the store does not have yet.",
        discussion: """
            HISTORY is a folder as Docs/carrier-history.md describes it. Exports may overlap: a row that is there is not \
            added again. The store is made if there is none.
            """
    )

    @OptionGroup var store: StoreFile

    @Argument(help: ArgumentHelp("The history folder.", valueName: "history"), completion: .directory)
    var history: String

    func run() throws {
        let tables = try CarrierHistoryTables.read(history)
        let added = try PlanDatabase(path: store.file).importHistory(
            tables.map { HistoryRows(table: $0.name, header: $0.header, rows: $0.rows) }
        )
        for (table, count) in added.sorted(by: { $0.key < $1.key }) {
            print(Strings().text(.storeImported, ["table": table, "count": "\(count)"]))
        }
    }
}
