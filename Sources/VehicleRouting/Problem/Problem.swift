/// What is to be planned: locations, depots, jobs, shipments, the fleet and the roads between.
///
/// A value without behaviour.  Everything refers to locations, depots and regimes by index; names from outside are kept
/// as `Identifier`s.  Readers build it, `validate()` judges it, the search compiles it.
public struct Problem: Hashable, Sendable {
    /// What people call it: the date of a day, the name of an instance.
    public var name: String
    /// Second 0 of all times, as Unix time; nil when the times stand for themselves.
    public var epoch: Int?
    /// The time zone of the day (`Europe/London`), for showing times; nil when times are shown as they are.
    public var timeZone: String?
    /// The currency of money and how many wire units make one of it; nil for plain cost units.
    public var currency: Currency?
    /// How loads are measured; every `Load` has this many entries or none.
    public var dimensions: [LoadDimension]
    /// All temperature regimes that jobs and compartments refer to.
    public var regimes: [Regime]
    /// The classes of goods that `Handling.goodsClass` refers to.
    public var goodsClasses: [Identifier]
    /// Which of them must be kept apart.
    public var segregation: SegregationMatrix
    /// How long a compartment is cleaned between one class of goods and another.
    public var cleaning: CleaningTable
    /// The passive boxes there are.
    public var boxTypes: [BoxType]
    /// Which goods may be supplied to whom, by which channel, and from which depots.
    public var channelRules: [ChannelRule]
    /// All places.
    public var locations: [Location]
    /// Where vehicles load, start and end.
    public var depots: [Depot]
    /// The visits to be planned.
    public var jobs: [Job]
    /// The transports from one stop to another.
    public var shipments: [Shipment]
    /// The fleet.
    public var vehicles: [Vehicle]
    /// Which tasks belong on one vehicle, which do not, and in which order they come.
    public var relations: [Relation]
    /// The pool that takes the overflow.
    public var carriers: [Carrier]
    /// One matrix per profile, covering all locations.
    public var matrices: [String: TravelMatrix]

    /// An empty problem called `name`.
    public init(name: String = "") {
        self.name = name
        epoch = nil
        timeZone = nil
        currency = nil
        dimensions = []
        regimes = []
        goodsClasses = []
        segregation = SegregationMatrix()
        cleaning = CleaningTable()
        boxTypes = []
        channelRules = []
        locations = []
        depots = []
        jobs = []
        shipments = []
        vehicles = []
        relations = []
        carriers = []
        matrices = [:]
    }
}

/// What money means in a problem.
public struct Currency: Hashable, Sendable {
    /// ISO 4217 code: `GBP`.
    public var code: String
    /// How many wire units make one of the currency: 1000 for thousandths.
    public var wireUnits: Int

    /// The currency `code`, of which `wireUnits` make one.
    public init(code: String, wireUnits: Int = 1000) {
        self.code = code
        self.wireUnits = wireUnits
    }
}
