import ArgumentParser

/// `isotherm carriers`, which only holds the commands about the pool.
struct CarriersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "carriers",
        abstract: "Review the carriers of the pool, give them orders and offer them loads.",
        subcommands: [
            CarriersReviewCommand.self, CarriersAllocateCommand.self, CarriersTenderCommand.self,
            CarriersQuoteCommand.self, CarriersSlotsCommand.self, CarriersCompareCommand.self,
        ]
    )
}
