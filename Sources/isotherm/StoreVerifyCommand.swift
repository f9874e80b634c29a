import ArgumentParser
import PlanStore
import Planning

/// `isotherm store verify`: whether a store is as it was written.
struct StoreVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Say whether a record, a plan or a problem of a store was changed or removed later.",
        discussion: """
            Every entry of the ledger holds the hash of the one before it, and those of the problem and the plan it is \
            about. Whoever can write to the file can also make the whole ledger anew; --head finds that out, given a \
            hash that was noted when “isotherm plan --store” printed it. Exit status 0 when everything is as written, 3 \
            when something is not, 2 when the file cannot be read.
            """
    )

    @OptionGroup var store: StoreFile

    @Option(help: ArgumentHelp("The hash of an entry, as it was noted elsewhere.", valueName: "hash"))
    var head: String?

    func run() throws {
        let verification = try PlanDatabase(reading: store.file).verify(head: head)
        print(StoreText.of(verification, Strings()))
        if !verification.isSound { throw ExitStatus.noFeasiblePlan }
    }
}
