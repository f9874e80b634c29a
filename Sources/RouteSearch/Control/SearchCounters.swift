/// What a search did, for people and tests; counting costs nothing that can be measured.
struct SearchCounters {
    /// Candidates made.
    var iterations = 0
    /// Candidates accepted.
    var accepted = 0
    /// Times the best plan was replaced.
    var improvements = 0
}
