import CarrierPool
import Foundation

/// The files of a review: a scorecard for each carrier as page, table and data, the comparison, the tender evidence.
struct ReviewPapers {
    struct File {
        let name: String
        let text: String
    }

    let review: CarrierReview
    let evidence: TenderEvidence
    let words: ReviewWords
    let forgetting: Forgetting

    func files() throws -> [File] {
        let names = FileNames(review.classes.flatMap(\.carriers).map(\.carrier.code))
        var files = [
            File(name: "comparison.html", text: comparison(names)),
            File(name: "comparison.csv", text: ReviewTables.comparison(review)),
            File(name: "tender-evidence.html", text: evidencePage()),
            File(name: "tender-evidence.csv", text: ReviewTables.evidence(evidence)),
        ]
        for group in review.classes {
            for standing in group.carriers {
                let stem = names[standing.carrier.code]
                let page = ScorecardPage(
                    standing,
                    of: group,
                    in: review.period,
                    words: words,
                    halfLifeDays: forgetting.halfLifeDays
                )
                files += [
                    File(name: "\(stem).html", text: Templates.render(.scorecard, page)),
                    File(name: "\(stem).csv", text: ReviewTables.scorecard(standing)),
                    File(name: "\(stem).json", text: try ScorecardJSON.text(standing, review: review)),
                ]
            }
        }
        return files
    }

    private func comparison(_ names: FileNames) -> String {
        let page = ComparisonPage(review, words: words) { "\(names[$0.code]).html" }
        return Templates.render(.carrierComparison, page)
    }

    private func evidencePage() -> String {
        let carriers = review.classes.flatMap(\.carriers).map { ($0.carrier.code, $0.carrier.name) }
        let names = Dictionary(carriers) { first, _ in first }
        return Templates.render(
            .tenderEvidence,
            EvidencePage(evidence, words: words) { names[$0] ?? $0 }
        )
    }
}

/// File names for codes that may hold anything: letters, digits, `-` and `_` are kept, and no two are the same.
struct FileNames {
    private var stems: [String: String] = [:]

    init(_ codes: [String]) {
        // Names of our own files, so that a carrier called “comparison” does not replace the comparison; compared
        // without case, as some file systems do.
        var taken: Set<String> = ["comparison", "tender-evidence", "rejects"]
        for code in codes.sorted() {
            let safe = code.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") ? $0 : "-" }
            let stem = safe.isEmpty ? "carrier" : String(safe)
            var candidate = stem
            var number = 2
            while !taken.insert(candidate.lowercased()).inserted {
                candidate = "\(stem)-\(number)"
                number += 1
            }
            stems[code] = candidate
        }
    }

    subscript(code: String) -> String { stems[code] ?? code }
}
