extension ProblemValidation {
    /// How long a compartment takes to its regimes, and which one it runs when the route begins.
    mutating func checkChangeovers(of compartment: Compartment, _ path: String, _ name: String) {
        var seen: Set<[Int?]> = []
        for (index, changeover) in compartment.changeovers.enumerated() {
            let part = "\(path).changeover[\(index)]"
            checkDuration(changeover.seconds, "\(part).seconds", name)
            checkRegime(changeover.from, "\(part).from", name)
            checkRegime(changeover.to, "\(part).to", name)
            guard problem.regimes.indices.contains(changeover.to) else { continue }
            let regime = problem.regimes[changeover.to].id
            if !seen.insert([changeover.from, changeover.to]).inserted {
                report(
                    .doubleChangeover,
                    part,
                    name,
                    "the same changeover to \(regime) has been given a length already",
                    hint: "keep one of the two",
                    value: regime
                )
            }
            let isKept = compartment.regimes?.contains(changeover.to) ?? false
            if !isKept || changeover.from == changeover.to {
                report(
                    .idleChangeover,
                    "\(part).to",
                    name,
                    isKept
                        ? "a changeover from \(regime) to itself takes no time"
                        : "the compartment is not qualified for \(regime), so it never changes to it",
                    hint: "remove the entry, or correct the regime",
                    value: regime
                )
            }
        }
        guard let running = compartment.state.regime else { return }
        checkRegime(running, "\(path).running", name)
        guard problem.regimes.indices.contains(running), compartment.regimes?.contains(running) != true else {
            return
        }
        report(
            .unqualifiedState,
            "\(path).running",
            name,
            "the compartment is not qualified for \(problem.regimes[running].id), so it is taken to be off",
            hint: "name one of its regimes, or leave it out",
            value: problem.regimes[running].id
        )
    }
}
