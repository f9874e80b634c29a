internal import Interchange

/// How a made-up carrier really is: the rates its history is drawn from.
public struct CarrierTruth: Hashable, Sendable {
    /// A lasting change for the worse, for charts to find.
    public struct Drift: Hashable, Sendable {
        /// The weeks at the end of the history for which it holds, at least 1.
        public var weeks: Int
        /// The share of deliveries in time in these weeks.
        public var onTimeDelivery: Double

        /// `onTimeDelivery` in the last `weeks`.
        public init(weeks: Int, onTimeDelivery: Double) {
            self.weeks = weeks
            self.onTimeDelivery = onTimeDelivery
        }
    }

    /// Its code, unique.
    public var code: String
    /// The name people know it by.
    public var name: String
    /// Carriers are compared within a class.
    public var serviceClass: String
    /// Loads offered to it first, a week on average; at most a few dozen.
    public var loadsPerWeek: Double
    /// Share of deliveries in time, failures of others left out.
    public var onTimeDelivery = 0.95
    /// Share of trips without excursion.
    public var excursionFree = 0.99
    /// Share of trips with a complete temperature record.
    public var recordCompleteness = 0.95
    /// Share of offers it accepts.
    public var acceptance = 0.9
    /// Share of orders undamaged.
    public var undamaged = 0.997
    /// Share of proofs of delivery that arrive within a day.
    public var proofTimeliness = 0.95
    /// Median minutes it takes to answer.
    public var responseMinutes = 45.0
    /// What it charges a trip, in currency.
    public var pricePerTrip = 400.0
    /// A lasting change for the worse; nil when its rates stay.
    public var drift: Drift?
    /// Whether one of its trips ran with an expired qualification.
    public var hasExpiredQualification = false

    /// A carrier with ordinary rates.
    public init(code: String, name: String = "", serviceClass: String = "", loadsPerWeek: Double) {
        self.code = code
        self.name = name.isEmpty ? code : name
        self.serviceClass = serviceClass
        self.loadsPerWeek = loadsPerWeek
    }
}

extension CarrierTruth {
    /// `truth.csv`, the true rates beside a generated history.
    static func table(_ carriers: [CarrierTruth]) -> String {
        var table = CSVWriter(header: [
            "carrier", "service_class", "on_time_delivery", "excursion_free", "record_completeness",
            "first_tender_acceptance", "undamaged", "proof_timeliness", "response_min", "drift_weeks",
            "drift_on_time_delivery", "expired_qualification",
        ])
        for carrier in carriers {
            let rates = [
                carrier.onTimeDelivery, carrier.excursionFree, carrier.recordCompleteness,
                carrier.acceptance, carrier.undamaged, carrier.proofTimeliness,
            ]
            table.append(
                [carrier.code, carrier.serviceClass] + rates.map { decimals($0, 4) } + [
                    decimals(carrier.responseMinutes, 1), carrier.drift.map { "\($0.weeks)" } ?? "",
                    carrier.drift.map { decimals($0.onTimeDelivery, 4) } ?? "",
                    carrier.hasExpiredQualification ? "yes" : "no",
                ]
            )
        }
        return table.text
    }
}

/// A number with so many decimals at most, whatever the machine's language.
func decimals(_ value: Double, _ digits: Int) -> String {
    var power = 1.0
    for _ in 0..<digits { power *= 10 }
    let rounded = (value * power).rounded() / power
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
}
