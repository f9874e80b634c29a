import Foundation
import Interchange

/// A carrier history as the CSV files that Docs/carrier-history.md describes.
struct CarrierHistoryTables {
    let folder: CarrierHistoryFolder
    private let dates: ReviewDates

    init(_ folder: CarrierHistoryFolder) {
        self.folder = folder
        dates = ReviewDates(folder.timeZone)
    }

    /// File names and their text.
    var files: [(name: String, text: String)] {
        [
            ("history.csv", settings), ("carriers.csv", carriers), ("tenders.csv", tenders),
            ("trips.csv", trips),
            ("temperatures.csv", temperatures), ("stops.csv", stops), ("claims.csv", claims),
            ("invoices.csv", invoices), ("actions.csv", actions), ("contracts.csv", contracts),
        ]
    }

    private var settings: String {
        table(
            ["key", "value"],
            [["time_zone", folder.timeZone.identifier], ["currency", folder.currency]]
        )
    }

    private var carriers: String {
        table(
            ["carrier", "name", "service_class", "office_hours"],
            folder.carriers.map { carrier in
                let office = carrier.office.map { "\(clock($0.lowerBound))-\(clock($0.upperBound))" }
                return [carrier.code, carrier.name, carrier.serviceClass, office ?? ""]
            }
        )
    }

    private var tenders: String {
        table(
            [
                "load", "carrier", "lane", "offered", "deadline", "rank", "answer", "answered", "cancelled",
                "pickup", "cause", "state",
            ],
            folder.tenders.map { row in
                [
                    row.load, row.carrier, row.lane, moment(row.offered), moment(row.deadline), "\(row.rank)",
                    row.answer.rawValue, moment(row.answered), moment(row.cancelled), moment(row.pickup),
                ] + blame(row.blame)
            }
        )
    }

    private var trips: String {
        table(
            [
                "trip", "carrier", "lane", "pickup_by", "pickup_arrival", "delivered", "class", "qualified",
                "status_due", "status_received", "km", "kg", "drops", "orders", "goods_value", "spend",
                "cause",
                "state",
            ],
            folder.trips.map { row in
                [
                    row.trip, row.carrier, row.lane, moment(row.pickupBy), moment(row.pickupArrival),
                    moment(row.delivered), row.temperatureClass, yes(row.isQualified), number(row.statusDue),
                    number(row.statusReceived), number(row.kilometres), number(row.kilograms),
                    number(row.drops), number(row.orders), number(row.goodsValue), number(row.spend),
                ] + blame(row.blame)
            }
        )
    }

    private var temperatures: String {
        table(
            [
                "trip", "excursions", "degree_minutes", "reported", "covered_min", "required_min",
                "longest_gap_min", "uploaded",
            ],
            folder.trips.compactMap { trip in
                trip.temperature.map { row in
                    [
                        trip.trip, "\(row.excursions)", number(row.degreeMinutes), yes(row.isReported),
                        number(row.coveredMinutes), number(row.requiredMinutes),
                        number(row.longestGapMinutes), moment(row.uploaded),
                    ]
                }
            }
        )
    }

    private var stops: String {
        table(
            [
                "order", "trip", "carrier", "lane", "requested_from", "requested_to", "promised_from",
                "promised_to", "agreed_from", "agreed_to", "planned", "announced", "arrival",
                "service_start", "signed", "ordered", "delivered", "damaged", "documents", "cancelled",
                "pod_received", "pod_complete", "cause", "state",
            ],
            folder.stops.map { row in
                [row.order, row.trip, row.carrier, row.lane]
                    + [row.requested, row.promised, row.agreed].flatMap { span in
                        [moment(span?.lowerBound), moment(span?.upperBound)]
                    }
                    + [row.planned, row.announced, row.arrival, row.serviceStart, row.signed].map(moment)
                    + [row.ordered, row.delivered, row.damaged].map(number)
                    + [
                        yes(row.hasDocuments), yes(row.isCancelled), moment(row.proofReceived),
                        yes(row.isProofComplete),
                    ] + blame(row.blame)
            }
        )
    }

    private var claims: String {
        table(
            ["carrier", "lane", "opened", "closed", "value"],
            folder.claims.map {
                [$0.carrier, $0.lane, moment($0.opened), moment($0.closed), number($0.value)]
            }
        )
    }

    private var invoices: String {
        table(
            ["carrier", "lane", "issued", "value", "correction"],
            folder.invoices.map {
                [$0.carrier, $0.lane, moment($0.issued), number($0.value), number($0.correction)]
            }
        )
    }

    private var actions: String {
        table(
            ["carrier", "due", "closed"],
            folder.actions.map { [$0.carrier, moment($0.due), moment($0.closed)] }
        )
    }

    /// Columns that no contract uses are left out.
    private var contracts: String {
        typealias Contract = CarrierHistoryFolder.Contract
        let plain = Contract(carrier: "")
        let columns: [(name: String, isNeeded: Bool, text: (Contract) -> String)] = [
            ("carrier", true, { $0.carrier }),
            ("minimum_orders", true, { "\($0.minimumOrders)" }),
            ("shortfall_price", true, { number($0.shortfallPrice) }),
            ("tier", isUsed { $0.tier != plain.tier }, { $0.tier.rawValue }),
            ("partner", isUsed { !$0.partner.isEmpty }, { $0.partner }),
            ("surge_orders", isUsed { $0.surgeOrders > 0 }, { "\($0.surgeOrders)" }),
            ("surge_price", isUsed { $0.surgeOrders > 0 }, { number($0.surgePrice) }),
            ("lead_time_min", isUsed { $0.leadTimeMinutes > 0 }, { number($0.leadTimeMinutes) }),
            ("share_cap", isUsed { $0.shareCap != nil }, { $0.shareCap.map(number) ?? "" }),
            ("qualified_until", isUsed { $0.qualifiedUntil != nil }, { moment($0.qualifiedUntil) }),
        ]
        let used = columns.filter(\.isNeeded)
        return table(used.map(\.name), folder.contracts.map { contract in used.map { $0.text(contract) } })
    }

    private func isUsed(_ test: (CarrierHistoryFolder.Contract) -> Bool) -> Bool {
        folder.contracts.contains(where: test)
    }

    private func table(_ header: [String], _ rows: [[String]]) -> String {
        var writer = CSVWriter(header: header)
        for row in rows { writer.append(row) }
        return writer.text
    }

    private func moment(_ moment: Date?) -> String { moment.map(dates.minute) ?? "" }

    private func number(_ value: Double) -> String { decimals(value, 2) }

    private func yes(_ value: Bool) -> String { value ? "yes" : "no" }

    private func clock(_ minutes: Int) -> String { "\(twoDigits(minutes / 60)):\(twoDigits(minutes % 60))" }

    private func blame(_ blame: CarrierHistoryFolder.Blame?) -> [String] {
        [blame?.cause.rawValue ?? "", blame?.state.rawValue ?? ""]
    }
}

extension CarrierHistoryGenerator {
    /// The files of a history folder.
    var files: [GeneratedDay.File] {
        CarrierHistoryTables(run()).files.map { GeneratedDay.File(name: $0.name, text: $0.text) }
    }

    /// `carrier-truth.csv`: the rates that the history is drawn from.
    var truth: String { CarrierTruth.table(carriers) }
}
