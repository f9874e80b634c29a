public import VehicleRouting

/// A day folder, read: the problem, what reports say beside it, and what was odd or wrong.
public struct DayFolder: Hashable, Sendable {
    /// What is to be planned; without matrices, which follow from `settings` and the locations' coordinates.
    public var problem: Problem
    /// What people want to read beside the problem.
    public var details: DayDetails
    /// What was said about the day.
    public var settings: DaySettings
    /// Rows that could not be used, in the order of the files and rows.
    public var rejects: [DayFinding]
    /// What is odd but was used.
    public var warnings: [DayFinding]

    /// The contents of `rejects.csv`: one row per reject, ready for a spreadsheet.
    public var rejectsCSV: String {
        var writer = CSVWriter(
            header: ["file", "row", "column", "value", "code", "message", "remedy"],
            byteOrderMark: true
        )
        for reject in rejects {
            writer.append([
                reject.file, reject.row.map(String.init) ?? "", reject.column ?? "", reject.value ?? "",
                reject.code,
                reject.message, reject.remedy,
            ])
        }
        return writer.text
    }
}

/// What `day.csv` says.
public struct DaySettings: Hashable, Sendable {
    /// The date of the plan, `2026-03-02`.
    public var date: String
    /// The weekday whose opening hours count: 0 is Monday.
    public var weekday: Int
    /// Road distance divided by great-circle distance, 1 … 3.
    public var detourFactor: Double
    /// How fast trips are, by stretch of road; never empty, the last without an end.
    public var speeds: [SpeedStretch]
    /// When the plan is made, in seconds of the day, negative for the days before; nil when it is not said.
    public var plannedAt: Int?
    /// How fast the roads are by time of day, sorted by it; empty for the same speed all day.
    public var traffic: [SpeedSlice] = []

    /// The speed on one stretch of a trip.
    public struct SpeedStretch: Hashable, Sendable {
        /// Where the stretch ends, in kilometres of road from the start of the trip; nil for the rest of it.
        public var endKilometres: Double?
        /// Kilometres per hour on it.
        public var kilometresPerHour: Double

        /// A stretch that ends after `endKilometres` of road.
        public init(endKilometres: Double?, kilometresPerHour: Double) {
            self.endKilometres = endKilometres
            self.kilometresPerHour = kilometresPerHour
        }
    }
}

/// What reports and driver sheets say about jobs and places beside the problem.
public struct DayDetails: Hashable, Sendable {
    /// By index of the job.
    public var jobs: [JobDetails] = []
    /// By index of the location; nil for depots.
    public var sites: [SiteDetails?] = []
    /// Notes on vehicles, by index of the vehicle.
    public var vehicleNotes: [String] = []

    /// Details of nothing.
    public init() {}
}

/// What people want to read about a job.
public struct JobDetails: Hashable, Sendable {
    /// The code of the order; several jobs have the same when the order was split.
    public var order: String
    /// What it consists of.
    public var lines: [OrderLine]
    /// The sales channel, in the user's word.
    public var channel: String
    /// For the driver.
    public var remarks: String
}

/// One row of `orders.csv`.
public struct OrderLine: Hashable, Sendable {
    /// The number of the line; empty when the order has one row.
    public var line: String
    /// The product, in the user's word.
    public var product: String
    /// How much, in the user's word.
    public var quantity: String
    /// The batch.
    public var lot: String
    /// The category of a radioactive package, `II-Yellow`; empty for other goods, and where its dose rate was not given.
    public var category: String
    /// The load of this line, in the problem's dimensions.
    public var load: Load
    /// The line of the file on which the row starts.
    public var row: Int
}

/// What people want to read about a site.
public struct SiteDetails: Hashable, Sendable {
    /// The code.
    public var code: String
    /// The name.
    public var name: String
    /// `pharmacy`, `hospital`, in the user's word.
    public var kind: String
    /// Street and number.
    public var address: String
    /// Town.
    public var city: String
    /// Postal code.
    public var postcode: String
    /// For the driver.
    public var notes: String
    /// Telephone.
    public var contact: String
}
