/// The moment by which a solve must end, in the milliseconds GLPK counts by.
struct Deadline {
    private let end: ContinuousClock.Instant?

    /// Starts now; nil never ends.
    init(seconds: Double?) {
        // A year is no limit, and a `Duration` of an infinite number of seconds does not exist.
        end = seconds.map { .now + .seconds(min($0, 31_536_000)) }
    }

    /// What is left, from 0 to GLPK's largest number, which it takes for "no limit".
    var milliseconds: Int32 {
        guard let end else { return .max }
        let left = ContinuousClock.now.duration(to: end) / .milliseconds(1)
        return Int32(min(max(left.rounded(.up), 0), Double(Int32.max)))
    }
}
