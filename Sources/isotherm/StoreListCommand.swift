import ArgumentParser
import PlanStore
import Planning

/// `isotherm store list`: the plans of a store with their versions.
struct StoreListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the plans of a store, the latest first, with their versions and how each was made."
    )

    @OptionGroup var store: StoreFile

    func run() throws {
        let database = try PlanDatabase(reading: store.file)
        let strings = Strings()
        let plans = try database.plans()
        if plans.isEmpty { print(strings[.storeEmpty]) }
        for plan in plans {
            print(
                strings.text(
                    .storePlan,
                    ["plan": "\(plan.id)", "name": plan.name, "count": "\(plan.versions)"]
                )
            )
            let versions = try database.versions(of: plan.id)
            let numbers = Dictionary(uniqueKeysWithValues: versions.map { ($0.id, $0.number) })
            for version in versions {
                let entries = try database.entries(of: version.id)
                print(StoreText.of(version, parent: version.parent.flatMap { numbers[$0] }, entries, strings))
            }
        }
    }
}
