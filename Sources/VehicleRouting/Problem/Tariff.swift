/// What a carrier charges for one job, in wire units (see `Cost`).
public struct Tariff: Hashable, Sendable {
    /// For each job.
    public var perJob: Int
    /// For each place it stops at: one for a job, two for a shipment.
    public var perStop = 0
    /// Per kilometre of road from the depot to the job.
    public var perKilometre: Int
    /// Per hour of driving from the depot to the job, and of setup and service there.
    public var perHour = 0
    /// Per hour of setup and service beyond `freeWait`, on top of `perHour`.
    public var perWaitHour = 0
    /// Seconds of setup and service at each stop that are no waiting, at least 0.
    public var freeWait: Seconds = 0
    /// Per unit of each load dimension (a dimension's `scale` whole numbers make one unit); empty for none.
    public var perUnit: [Int]
    /// Other rates for heavier loads.
    public var breaks: [TariffBreak] = []
    /// For each job in a regime, by its index.
    public var surcharges: [Int: Int] = [:]
    /// For each job that can be served at night only; nil for none.
    public var night: NightSurcharge?
    /// The least that is charged for a job.
    public var minimum: Int

    /// A tariff with these rates.
    public init(perJob: Int = 0, perKilometre: Int = 0, perUnit: [Int] = [], minimum: Int = 0) {
        self.perJob = perJob
        self.perKilometre = perKilometre
        self.perUnit = perUnit
        self.minimum = minimum
    }
}

/// The rate of one load dimension for loads of a size or more.
///
/// As hauliers do it, a lighter load is charged as one of that size where this is cheaper, so no load costs more than a
/// heavier one.
public struct TariffBreak: Hashable, Sendable {
    /// Index of the load dimension.
    public var dimension: Int
    /// The load from which the rate holds, in the dimension's whole numbers, at least 0.
    public var from: Int
    /// Per unit of the whole load, in wire units.
    public var perUnit: Int

    /// The rate `perUnit` from the load `from` on.
    public init(dimension: Int, from: Int, perUnit: Int) {
        self.dimension = dimension
        self.from = from
        self.perUnit = perUnit
    }
}

/// What comes on top for a job whose every time window lies in the night.
public struct NightSurcharge: Hashable, Sendable {
    /// When the night begins, in seconds of the day.
    public var from: Seconds
    /// When it ends, in seconds of the day; of the next day when not after `from`.
    public var to: Seconds
    /// For each job, in wire units.
    public var amount: Int

    /// `amount` between `from` and `to`.
    public init(from: Seconds, to: Seconds, amount: Int) {
        self.from = from
        self.to = to
        self.amount = amount
    }
}
