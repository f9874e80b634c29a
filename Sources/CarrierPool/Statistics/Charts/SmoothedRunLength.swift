/// The average run length of a smoothed value z ← λ x + (1 − λ) z until it passes `limit`.
///
/// The run length is a smooth enough function of z to be held at evenly spaced values and read between them by
/// straight lines; below `floor` it is held at the floor's value, which should be too far down to matter.
///
/// - Parameters:
///   - outcomes: The values x can take, with their probabilities.
///   - states: How many values of z are held.
func smoothedRunLength(
    from start: Double,
    limit: Double,
    floor: Double,
    smoothing: Double,
    outcomes: [(value: Double, probability: Double)],
    states: Int
) -> Double {
    guard outcomes.contains(where: { $0.value > limit }) else { return .infinity }
    let step = (limit - floor) / Double(states - 1)
    func moves(_ state: Int) -> [(state: Int, probability: Double)] {
        let z = floor + Double(state) * step
        return outcomes.flatMap { outcome -> [(state: Int, probability: Double)] in
            let next = smoothing * outcome.value + (1 - smoothing) * z
            if next > limit { return [] }
            let place = max(next - floor, 0) / step
            let left = min(Int(place), states - 2)
            let share = place - Double(left)
            return [
                (state: left, probability: outcome.probability * (1 - share)),
                (state: left + 1, probability: outcome.probability * share),
            ]
        }
    }
    let reach = (0..<states).map { state in moves(state).map { $0.state - state } }
    let chain = AbsorbingChain(
        states: states,
        below: max(-(reach.joined().min() ?? 0), 0),
        above: max(reach.joined().max() ?? 0, 0),
        moves: moves
    )
    let steps = chain.expectedSteps()
    let place = (start - floor) / step
    let left = min(Int(place), states - 2)
    return steps[left] + (place - Double(left)) * (steps[left + 1] - steps[left])
}
