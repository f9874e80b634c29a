import CarrierPool
import Planning

/// What `carriers review` says when it is done.
enum ReviewText {
    static func of(_ outcome: ReviewCarriers.Outcome, in folder: String, strings: Strings = Strings())
        -> String
    {
        var lines = [
            strings.text(
                .reviewRead,
                [
                    "period": outcome.period, "tenders": "\(outcome.records.tenders)",
                    "trips": "\(outcome.records.trips)", "deliveries": "\(outcome.records.deliveries)",
                ]
            )
        ]
        for group in outcome.classes {
            let name = group.name.isEmpty ? strings[.classWithoutName] : group.name
            lines.append("\(name): " + strings[group.canBeToldApart ? .apartYes : .apartNo])
            lines += group.carriers.map { "  " + line($0, strings) }
        }
        lines += outcome.warnings.map { "warning: \($0)" }
        if !outcome.rejects.isEmpty {
            lines.append(strings.text(.reviewRejects, ["count": "\(outcome.rejects.count)"]))
        }
        lines.append(
            strings.text(.reviewWrote, ["files": "\(outcome.files.count)", "folder": folder])
        )
        return lines.joined(separator: "\n")
    }

    private static func line(_ standing: CarrierStanding, _ strings: Strings) -> String {
        let card = standing.scorecard
        guard let score = card.score, let interval = card.interval() else {
            return "\(standing.carrier.name): \(strings[.noScore])"
        }
        return strings.text(
            .reviewLine,
            [
                "carrier": standing.carrier.name,
                "tier": standing.decision.tier?.rawValue ?? strings[.noTier],
                "score": strings.number(score), "lower": strings.number(interval.lower),
                "upper": strings.number(interval.upper),
            ]
        )
    }
}
