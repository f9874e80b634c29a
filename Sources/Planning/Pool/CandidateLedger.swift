import CarrierPool

/// `carrier-candidates.csv`: for every order that was to be given away, each carrier with every part of its effective
/// price, whether it was chosen, and why not.
enum CandidateLedger {
    static let fileName = "carrier-candidates.csv"

    static func csv(_ result: AllocationResult) -> String {
        var table = CSVText(
            header: ["order", "carrier", "price"] + EffectivePrice.Part.allCases.map(column)
                + [
                    "effective_price", "probabilities", "expected_price", "chosen", "excluded_because",
                    "regret",
                ]
        )
        for entry in result.entries {
            let price = entry.candidate.decision
            let surcharges = EffectivePrice.Part.allCases.map {
                CSVText.Cell.plain(decimals(price.amount(of: $0), 2))
            }
            table.append(
                [
                    .text(entry.candidate.lot), .text(entry.candidate.carrier),
                    .plain(decimals(price.price, 2)),
                ] + surcharges + [
                    .plain(decimals(price.total, 2)), .plain(word(price.reading)),
                    .plain(decimals(entry.candidate.price.total, 2)),
                    .plain(entry.isChosen ? "yes" : "no"), .text(reason(entry.candidate.exclusion)),
                    .plain(entry.regret.map { decimals($0, 2) } ?? ""),
                ]
            )
        }
        return table.text
    }

    private static func column(_ part: EffectivePrice.Part) -> String {
        switch part {
        case .late: "for_late"
        case .excursion: "for_excursion"
        case .refusal: "for_refusal"
        case .missingRecord: "for_missing_record"
        case .damage: "for_damage"
        }
    }

    private static func word(_ reading: EffectivePrice.Reading) -> String {
        switch reading {
        case .expected: "expected"
        case .upperBound(let confidence): "upper \(decimals(confidence * 100, 0)) %"
        case .drawn: "drawn"
        }
    }

    /// Why a candidate is excluded, in words; empty when it is not.
    static func reason(_ exclusion: PoolCandidate.Exclusion?) -> String {
        let strings = Strings()
        return switch exclusion {
        case nil: ""
        case .unqualified(let what): strings.text(.excludedUnqualified, ["what": what])
        case .tooLate(let seconds):
            strings.text(.excludedTooLate, ["time": strings.duration(Int(seconds))])
        case .refusedLane: strings[.excludedLane]
        case .onTrial: strings[.excludedOnTrial]
        }
    }
}
