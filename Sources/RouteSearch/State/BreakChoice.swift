import VehicleRouting

/// Finds out on which legs a driver takes the breaks so that the route ends as early as can be, where the work rule asks for
/// no rest and traffic does not change.
///
/// Then nothing but the clock tells ways apart that have taken as many breaks, so one way for each number is enough.  On each
/// leg a driver takes at most two.
struct BreakChoice: ~Copyable {
    /// The most breaks; `RestChoice` chooses among more.
    static let mostBreaks = 3
    private static let width = mostBreaks + 1

    /// When the way that has taken so many breaks is done at the last step; the greatest number for no such way.
    private let clocks: Slab<Int>
    private let next: Slab<Int>
    /// How many breaks that way took on the leg to a step: entry `step × width + taken`.
    private let taken: Slab<Int8>

    /// A choice for routes of at most `capacity` steps.
    init(capacity: Int) {
        clocks = Slab(repeating: .max, count: Self.width)
        next = Slab(repeating: .max, count: Self.width)
        taken = Slab(repeating: 0, count: (capacity + 1) * Self.width)
    }

    /// Begins a route.
    func begin(departure: Int) {
        clocks[0] = departure
        for count in 1...Self.mostBreaks { clocks[count] = .max }
    }

    /// Goes on to a step, or the end of the route, over so many seconds of road; false when every way is late.
    func go(
        to stop: RestChoice.Stop?,
        step: Int,
        road: Int,
        _ terms: WorkdayTerms,
        _ instance: CompiledInstance
    ) -> Bool {
        let most = terms.pauses.count
        for count in 0...most { next[count] = .max }
        for count in 0...most where clocks[count] != .max {
            var (clock, left, reached) = (clocks[count], road, count)
            while true {
                if let done = Self.done(clock + left, stop, instance), done < next[reached] {
                    next[reached] = done
                    taken[step * Self.width + reached] = Int8(reached - count)
                }
                guard reached < min(most, count + 2),
                    let begin = terms.nextOpening(of: terms.pauses[reached], at: clock)
                else { break }
                left = max(left - (begin - clock), 0)
                clock = begin + terms.pauses[reached].seconds
                reached += 1
            }
        }
        var isPossible = false
        for count in 0...most {
            clocks[count] = next[count]
            isPossible = isPossible || next[count] != .max
        }
        return isPossible
    }

    /// When what is done at a stop is over for a driver who arrives at a time; nil when that is late.
    @inline(__always)
    private static func done(_ arrival: Int, _ stop: RestChoice.Stop?, _ instance: CompiledInstance) -> Int? {
        guard let stop else { return arrival }
        var drive = WorkdayDrive(departure: arrival)
        guard drive.begin(stop, instance) else { return nil }
        return drive.clock + stop.seconds
    }

    /// Writes down the breaks of the way that has taken all; false when there is none.
    func best(_ terms: WorkdayTerms, steps: Int, into rests: inout [ChosenRest]) -> Bool {
        var count = terms.pauses.count
        guard clocks[count] != .max else { return false }
        for step in stride(from: steps, through: 0, by: -1) {
            for _ in 0..<taken[step * Self.width + count] {
                count -= 1
                rests.append(ChosenRest(step: step, kind: .planned(count)))
            }
        }
        rests.reverse()
        return true
    }
}
