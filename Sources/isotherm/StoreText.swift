import PlanStore
import Planning

/// What the commands about a store say.
enum StoreText {
    /// A version: number, where it came from, when, by whom, how; and what happened to it, if anything did.
    ///
    /// - Parameter parent: the number of the version it came from.
    static func of(
        _ version: PlanVersion,
        parent: Int?,
        _ entries: [LedgerEntry],
        _ strings: Strings
    ) -> String {
        let run = entries.first { $0.kind == .run }
        let record = run.flatMap(RunPayload.init)
        let from = parent.map { strings.text(.storeParent, ["number": "\($0)"]) } ?? ""
        var text = strings.text(
            .storeVersion,
            [
                "number": "\(version.number)", "parent": from, "time": version.added,
                "person": run?.person ?? "–", "engine": record?.engineVersion ?? "–",
                "seed": record.map { "\($0.seed)" } ?? "–",
                "budget": record.map { budget($0, strings) } ?? "–",
            ]
        )
        let counts = [LedgerEntry.Kind.event, .override].map { kind in entries.count { $0.kind == kind } }
        if counts != [0, 0] {
            let values = ["events": "\(counts[0])", "overrides": "\(counts[1])"]
            text += "\n" + strings.text(.storeEvents, values)
        }
        return text
    }

    private static func budget(_ run: RunPayload, _ strings: Strings) -> String {
        if let seconds = run.seconds {
            let values = ["seconds": strings.number(seconds), "threads": "\(run.threads)"]
            return strings.text(.storeSeconds, values)
        }
        let values = ["iterations": "\(run.iterationLimit ?? run.iterations)", "threads": "\(run.threads)"]
        return strings.text(.storeIterations, values)
    }

    /// A ledger that was verified: how many entries and the last hash, or what is not as written.
    static func of(_ verification: LedgerVerification, _ strings: Strings) -> String {
        guard verification.isSound else {
            let heading = strings.text(.storeFaults, ["count": "\(verification.faults.count)"])
            return ([heading] + verification.faults.map { "  " + of($0, strings) }).joined(separator: "\n")
        }
        let sound = strings.text(.storeSound, ["count": "\(verification.entries)"])
        guard let head = verification.head else { return sound }
        return "\(sound)\n\(strings[.storeHead])\n  \(head)"
    }

    private static func of(_ fault: LedgerFault, _ strings: Strings) -> String {
        switch fault {
        case .changed(let entry): strings.text(.storeChanged, ["entry": "\(entry)"])
        case .unlinked(let entry): strings.text(.storeUnlinked, ["entry": "\(entry)"])
        case .missing(let first, let last):
            strings.text(.storeMissing, ["first": "\(first)", "last": "\(last)"])
        case .changedText(let hash): strings.text(.storeChangedText, ["hash": hash])
        case .changedVersion(let version): strings.text(.storeChangedVersion, ["version": "\(version)"])
        case .missingVersion(let version): strings.text(.storeMissingVersion, ["version": "\(version)"])
        case .unrecordedVersion(let version):
            strings.text(.storeUnrecordedVersion, ["version": "\(version)"])
        case .unknownHead(let hash): strings.text(.storeUnknownHead, ["hash": hash])
        }
    }
}
