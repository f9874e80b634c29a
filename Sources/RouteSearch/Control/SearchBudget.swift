/// How far a search is through its budget of seconds and iterations.
struct SearchBudget {
    private let began: ContinuousClock.Instant
    private let seconds: Double?
    private let iterations: Int?

    /// A budget that started at `began`.
    init(_ parameters: SearchParameters, began: ContinuousClock.Instant) {
        self.began = began
        seconds = parameters.seconds
        iterations = parameters.iterations
    }

    /// Wall-clock seconds since the beginning.
    var elapsed: Double {
        let passed = began.duration(to: .now)
        return Double(passed.components.seconds) + Double(passed.components.attoseconds) * 1e-18
    }

    /// The part of the budget that is used up: 0 at the beginning, 1 or more at the end.
    func fraction(after done: Int) -> Double {
        let byTime = seconds.map { $0 > 0 ? elapsed / $0 : 1 } ?? 0
        let byCount = iterations.map { $0 > 0 ? Double(done) / Double($0) : 1 } ?? 0
        return max(byTime, byCount)
    }

    /// What ended the search, once `fraction` has reached 1.
    func termination(after done: Int) -> Termination {
        if let iterations, done >= iterations { return .iterations }
        return .time
    }
}
