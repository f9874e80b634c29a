public import ArgumentParser
public import Planning
import VehicleRouting

/// `isotherm generate`: a site list in, a day folder out.
struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Make a realistic day folder from a list of sites.",
        discussion: """
            Demand follows the kind and size of each site, windows its opening hours, and the fleet the demand. \
            Docs/generate.md states every distribution. Equal options give an equal folder, byte for byte; nothing \
            depends on the clock.
            """
    )

    @Argument(
        help: ArgumentHelp(
            "The folder to write; files of an earlier day in it are replaced.",
            valueName: "day"
        ),
        completion: .directory
    )
    var day: String

    @Option(
        help: ArgumentHelp(
            "A CSV file with columns name, lat, lon, and as many of kind, city, postcode, population and opening hours as you have.",
            valueName: "file"
        ),
        completion: .file(extensions: ["csv"])
    )
    var sites: String

    @Option(help: "How many orders the day has.")
    var orders: Int

    @Option(help: "Another seed makes another day with the same settings.")
    var seed: UInt64 = 1

    @Option(
        help: ArgumentHelp(
            "The date planned; its weekday decides whose doors are open. \(DayGenerator.defaultDate) when not given.",
            valueName: "yyyy-mm-dd"
        )
    )
    var date: CalendarDate?

    @Option(help: "The country whose labels, prices and words the day follows.")
    var market: Market = .gb

    @Option(
        help: "How many depots, placed near the centres of demand. 1 when neither this nor --depot is given."
    )
    var depots: Int?

    @Option(
        name: .customLong("depot"),
        help: ArgumentHelp("A depot at this place; may be given several times.", valueName: "lat,lon")
    )
    var depotPlaces: [DepotPlace] = []

    @Flag(help: "Give the fleet fewer cold compartments than the day needs.")
    var scarceCold = false

    @Option(help: "What the fleet is made of: vehicles for several temperatures, or for one each.")
    var fleet: FleetKind = .mixed

    @Flag(help: "Let drivers take breaks, and vehicles come back to load for the second wave.")
    var workingDay = false

    @Flag(help: "Send cold goods for patients and small frozen lots in passive boxes.")
    var passiveBoxes = false

    @Option(help: "Make so many of the orders impossible to deliver.")
    var impossible = 0

    @Flag(
        help: ArgumentHelp(
            "Make a peak day: a fleet for seven orders in ten, and six carriers, of which one is at its share cap, one has a licence that has ended and one is new."
        )
    )
    var peak = false

    func validate() throws {
        if scarceCold, fleet == .singleRegime {
            throw ValidationError(
                "--scarce-cold moves bulkheads, which vehicles of --fleet single-regime do not have; give one of them."
            )
        }
        if depots != nil, !depotPlaces.isEmpty {
            throw ValidationError("--depots and --depot both say where vehicles load; give one of them.")
        }
    }

    func run() throws {
        var generator = DayGenerator(sites: try SiteList(contentsOf: sites), orders: orders, seed: seed)
        generator.date = date ?? DayGenerator.defaultDate
        generator.market = market
        generator.depots = depotPlaces.isEmpty ? .count(depots ?? 1) : .at(depotPlaces.map(\.coordinate))
        generator.isColdScarce = scarceCold
        generator.impossible = impossible
        generator.isPeak = peak
        generator.fleet = fleet
        generator.hasWorkingDay = workingDay
        generator.hasPassiveBoxes = passiveBoxes
        let generated = try generator.run()
        let files = try generated.write(to: day)
        print(OutcomeText.of(generated.summary, files: files, in: day))
    }
}

extension Market: ExpressibleByArgument {}

extension FleetKind: ExpressibleByArgument {}

extension CalendarDate: ExpressibleByArgument {
    /// A date as people type it: `2027-03-02`.
    public init?(argument: String) {
        self.init(argument)
    }
}

/// A place on the command line: `53.80,-1.55`.
struct DepotPlace: ExpressibleByArgument {
    let coordinate: Coordinate

    init?(argument: String) {
        let parts = argument.split(separator: ",").map { Double(String($0)) }
        guard parts.count == 2, let latitude = parts[0], let longitude = parts[1] else { return nil }
        guard abs(latitude) <= 90, abs(longitude) <= 180 else { return nil }
        coordinate = Coordinate(longitude: longitude, latitude: latitude)
    }
}
