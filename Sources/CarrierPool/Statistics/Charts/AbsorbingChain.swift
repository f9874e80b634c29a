/// A Markov chain that moves among numbered states until it leaves them, and how long that takes.
///
/// The expected number of steps a from each state solves (I − Q) a = 1, Q holding the probabilities of staying among the
/// states.  Moves reach only so far, so the matrix is a band; it is diagonally dominant, so elimination needs no
/// pivoting.  Brook and Evans, *Biometrika* 59 (1972), 539–549, brought the method to control charts.
struct AbsorbingChain {
    private let states: Int
    private let below: Int
    private let width: Int
    /// I − Q by rows; entry (i, j) is at `i * width + j − i + below`.
    private var band: [Double]

    /// A chain whose moves lead at most `below` states down and `above` states up.
    ///
    /// `moves` lists where each state leads, with probabilities that sum to at most 1; the rest leaves the chain.
    init(states: Int, below: Int, above: Int, moves: (Int) -> [(state: Int, probability: Double)]) {
        precondition(states > 0 && below >= 0 && above >= 0)
        self.states = states
        self.below = below
        width = below + above + 1
        band = Array(repeating: 0, count: states * width)
        for state in 0..<states {
            band[state * width + below] += 1
            for move in moves(state) {
                precondition((state - below...state + above).contains(move.state) && move.state < states)
                band[state * width + move.state - state + below] -= move.probability
            }
        }
    }

    /// The expected number of steps until the chain is left, from each state.
    func expectedSteps() -> [Double] {
        var band = band
        var steps = [Double](repeating: 1, count: states)
        for pivot in 0..<states {
            let last = min(pivot + width - 1 - below, states - 1)
            let diagonal = band[pivot * width + below]
            for row in pivot + 1..<max(min(pivot + below, states - 1), pivot) + 1 {
                let factor = band[row * width + pivot - row + below] / diagonal
                if factor == 0 { continue }
                for column in pivot..<last + 1 {
                    band[row * width + column - row + below] -=
                        factor * band[pivot * width + column - pivot + below]
                }
                steps[row] -= factor * steps[pivot]
            }
        }
        for row in stride(from: states - 1, through: 0, by: -1) {
            let last = min(row + width - 1 - below, states - 1)
            for column in row + 1..<last + 1 {
                steps[row] -= band[row * width + column - row + below] * steps[column]
            }
            steps[row] /= band[row * width + below]
        }
        return steps
    }
}
