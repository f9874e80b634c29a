public import CarrierPool
internal import Foundation
public import Interchange

/// Reviews the carriers of a history folder and writes what a review meeting needs.
public struct ReviewCarriers: Sendable {
    /// What came of it.
    public struct Outcome: Sendable {
        /// The period that was reviewed.
        public var period: String
        /// What was read.
        public var records: (tenders: Int, trips: Int, deliveries: Int)
        /// Each service class: its name, whether its carriers can be told apart, and its carriers with score and tier.
        public var classes: [ServiceClassReview]
        /// Rows that cannot be used.
        public var rejects: [DayFinding]
        /// What was odd.
        public var warnings: [DayFinding]
        /// The names of the files written.
        public var files: [String]
    }

    /// The history folder.
    public var history: String
    /// Where to write.
    public var output: String
    /// The period, as `ReviewPeriod` reads it; nil for all of the history.
    public var period: String?
    /// How on-time delivery is counted: the customer's definition, for scores and tender evidence alike.
    public var onTime: KPIDefinition
    /// What the folder's files and columns are called; nil for its own `mapping.json`, if it has one.
    public var mapping: String?
    /// Whether a single row that cannot be used is an error.
    public var isStrict: Bool
    /// How evidence fades.
    public var forgetting: Forgetting

    /// A review of `history`, written to the folder `output`.
    public init(
        history: String,
        output: String,
        period: String? = nil,
        onTime: KPIDefinition = .standard(.onTimeDelivery),
        isStrict: Bool = false,
        forgetting: Forgetting = Forgetting()
    ) {
        self.history = history
        self.output = output
        self.period = period
        self.onTime = onTime
        self.isStrict = isStrict
        self.forgetting = forgetting
    }

    /// Reads, reviews and writes.
    ///
    /// - Throws: `OutputError`, `CarrierHistoryError`, `TenderError` or `ReviewPeriodError`.
    public func run(language: Language = .english) throws -> Outcome {
        var target = try OutputFolder(at: output)
        let mapping = try mapping.map { path throws in try HistoryMapping(at: path) }
        let folder = try HistoryFolder.read(history, strict: isStrict, mapping: mapping)
        let records = CarrierHistory(folder)
        let period = try reviewedPeriod(of: records, timeZone: folder.timeZone)
        let carriers = ReviewedCarrier.all(in: folder, records)
        let review = CarrierReview(
            of: carriers,
            in: records,
            period: period,
            rule: try rule(),
            forgetting: forgetting
        )
        let evidence = TenderEvidence(records, period: period, onTime: onTime)
        let words = ReviewWords(
            strings: Strings(language),
            dates: ReviewDates(folder.timeZone),
            currency: folder.currency
        )
        let papers = ReviewPapers(review: review, evidence: evidence, words: words, forgetting: forgetting)
        for file in try papers.files() + [RejectList.file(folder.rejects)].compactMap({ $0 }) {
            try target.write(file.text.utf8, as: file.name)
        }
        return Outcome(
            period: period.name,
            records: (records.tenders.count, records.trips.count, records.deliveries.count),
            classes: review.classes,
            rejects: folder.rejects,
            warnings: folder.warnings,
            files: try target.publish(removing: [RejectList.fileName])
        )
    }

    private func reviewedPeriod(of records: CarrierHistory, timeZone: TimeZone) throws -> ReviewPeriod {
        if let period {
            guard let read = ReviewPeriod(period, timeZone: timeZone) else {
                throw ReviewPeriodError(.unreadable(period), path: history)
            }
            return read
        }
        guard let span = records.span else {
            throw ReviewPeriodError(.noMoments, path: history)
        }
        return ReviewPeriod(from: span.first, through: span.last, timeZone: timeZone)
    }

    /// The house rule with the customer's definition of on time.
    private func rule() throws(CarrierPoolError) -> ScoringRule {
        try ScoringRule(
            try ScoringRule.medical().entries.map { entry in
                guard entry.definition.kpi == .onTimeDelivery else { return entry }
                return ScoringRule.Entry(onTime, weight: entry.weight, scale: entry.scale)
            }
        )
    }
}

/// Why it is not known what to review.
public struct ReviewPeriodError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was wrong.
    public enum Reason: Hashable, Sendable {
        /// The period that was given cannot be read.
        case unreadable(String)
        /// None was given, and no record says when it happened.
        case noMoments
    }

    /// What was wrong.
    public let reason: Reason
    /// The history folder.
    public let path: String

    init(_ reason: Reason, path: String) {
        self.reason = reason
        self.path = path
    }

    /// The code that never changes, listed in Docs/carrier-history.md.
    public var code: String {
        switch reason {
        case .unreadable: "K208"
        case .noMoments: "K210"
        }
    }

    /// One sentence: what was given, and what is expected.
    public var description: String {
        switch reason {
        case .unreadable(let text):
            "the period “\(text)” cannot be read; write 2026, 2026-Q3, 2026-09 or 2026-07-01..2026-09-15 (\(code))"
        case .noMoments:
            "\(path): no record says when it happened; fill “arrival” or another moment, or name the period (\(code))"
        }
    }
}

/// `rejects.csv`: the rows that cannot be used, with what to do about each.
enum RejectList {
    static let fileName = "rejects.csv"

    /// Nil without rejects.
    static func file(_ rejects: [DayFinding]) -> ReviewPapers.File? {
        guard !rejects.isEmpty else { return nil }
        var table = CSVText(header: ["file", "row", "column", "value", "code", "message", "remedy"])
        for reject in rejects {
            table.append([
                .text(reject.file), .plain(reject.row.map { "\($0)" } ?? ""), .text(reject.column ?? ""),
                .text(reject.value ?? ""), .plain(reject.code), .plain(reject.message),
                .plain(reject.remedy),
            ])
        }
        return ReviewPapers.File(name: fileName, text: table.text)
    }
}
