/// A day folder that has been generated and not yet written.
public struct GeneratedDay: Hashable, Sendable {
    /// One file of the folder.
    public struct File: Hashable, Sendable {
        /// Its name within the folder.
        public var name: String
        /// Its whole content, to be written as UTF-8.
        public var text: String
    }

    /// All files, `day.csv` first.
    public var files: [File]
    /// The files of its folder `carrier-history`, drawn from the rates in `carrier-truth.csv`.
    public var carrierHistory: [File]
    /// What is in them.
    public var summary: GenerationSummary

    /// Writes the day to the folder at `path`, where files appear complete or not at all; the carriers' record last.
    ///
    /// - Returns: The names of the files written.
    @discardableResult
    public func write(to path: String) throws(OutputError) -> [String] {
        var folder = try OutputFolder(at: path)
        for file in files {
            try folder.write(file.text.utf8, as: file.name)
        }
        let names = try folder.publish(removing: ["regimes.csv", "work_rules.csv", "box_types.csv"])
        var record = try OutputFolder(at: "\(path)/\(DayPool.historyName)")
        for file in carrierHistory {
            try record.write(file.text.utf8, as: file.name)
        }
        return names + (try record.publish()).map { "\(DayPool.historyName)/\($0)" }
    }
}

/// What a generated day holds, and how its demand compares with its fleet.
public struct GenerationSummary: Hashable, Sendable {
    /// Sites in sites.csv, and how many of them are open on the day.
    public var sites: Int
    /// How many of the sites are open on the day.
    public var openSites: Int
    /// Orders, returns and impossible ones included.
    public var orders: Int
    /// Rows of orders.csv.
    public var lines: Int
    /// How many orders nobody can carry.
    public var impossible: Int
    /// Vehicles by type.
    public var vehicles: [String: Int]
    /// How much of each temperature class there is to deliver, and how much the fleet holds at once.
    public var balances: [Balance]
    /// Hours of driving and service, estimated, and the paid hours of all shifts before overtime.
    public var workHours: Double
    /// Hours before overtime of all vehicles.
    public var shiftHours: Double

    /// Demand and room of one temperature class, impossible orders left out.
    public struct Balance: Hashable, Sendable {
        /// `ambient` (with goods that need no temperature), `refrigerated` or `frozen`.
        public var goodsClass: String
        /// Litres to deliver.
        public var demandLitres: Double
        /// Litres of the compartments for the class; one for several classes counts for each in equal parts.
        public var roomLitres: Double
        /// Kilograms to deliver.
        public var demandKilograms: Double
        /// Kilograms that the compartments for the class take.
        public var roomKilograms: Double
    }
}
