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

    /// Whether time alone limits it, so that no two runs are alike.
    var isTimed: Bool { iterations == nil }

    /// Wall-clock seconds since the beginning.
    var elapsed: Double {
        let passed = began.duration(to: .now)
        return Double(passed.components.seconds) + Double(passed.components.attoseconds) * 1e-18
    }

    /// The part of the budget that is used up, 0 … 1; judged by iterations alone where they are limited, so
    /// that equal limits give equal plans.
    func fraction(after done: Int) -> Double {
        if let iterations { return iterations > 0 ? min(Double(done) / Double(iterations), 1) : 1 }
        guard let seconds else { return 0 }
        return seconds > 0 ? min(elapsed / seconds, 1) : 1
    }

    /// Whether the seconds or the iterations are used up.
    func isOver(after done: Int) -> Bool {
        if let iterations, done >= iterations { return true }
        guard let seconds else { return false }
        return elapsed >= seconds
    }

    /// How many iterations the whole budget will have: the limit, or else judged by the pace so far; nil
    /// before there is a pace.
    ///
    /// - Precondition: `done` iterations have taken the time since `mark`, in seconds from the beginning.
    func expectedIterations(after done: Int, since mark: Double) -> Int? {
        if let iterations { return iterations }
        let passed = elapsed - mark
        return seconds.flatMap { passed > 0 ? Int(Double(done) * ($0 - mark) / passed) : nil }
    }

    /// `count`, or as many iterations as are left.
    func clip(_ count: Int, after done: Int) -> Int {
        iterations.map { min(count, max($0 - done, 0)) } ?? count
    }

    /// What ended the search, once it `isOver`.
    func termination(after done: Int) -> Termination {
        if let iterations, done >= iterations { return .iterations }
        return .time
    }
}
