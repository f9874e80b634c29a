/// What a stretch of a route does to the warmth in a compartment, as a function of the warmth at its beginning.
///
/// Warmth rises by each opening and falls while driving, but not below nothing, so what comes out is
/// `max(warmth + gain, floor)` and the peak on the way `max(warmth + peakGain, peakFloor)`: the max-plus form, in which
/// two stretches join into one in constant time.
public struct DoorHeat: Hashable, Sendable {
    /// What is added when nothing is cut off at 0.
    public var gain: Int
    /// What is left at least.
    public var floor: Int
    /// The highest on the way above the beginning.
    public var peakGain: Int
    /// The highest on the way at least.
    public var peakFloor: Int

    /// Lower than any warmth, with room to add.
    private static let never = Int.min / 4

    /// A stretch on which nothing happens.
    public static let nothing = DoorHeat(gain: 0, floor: never, peakGain: 0, peakFloor: never)

    /// An opening that adds `amount`.
    public static func opening(_ amount: Int) -> DoorHeat {
        DoorHeat(gain: amount, floor: never, peakGain: amount, peakFloor: never)
    }

    /// A drive that takes away `amount`, as far as there is so much.
    public static func drive(_ amount: Int) -> DoorHeat {
        DoorHeat(gain: -amount, floor: 0, peakGain: 0, peakFloor: never)
    }

    /// This stretch and the one after it; O(1).
    public func joined(_ next: DoorHeat) -> DoorHeat {
        DoorHeat(
            gain: gain + next.gain,
            floor: max(floor + next.gain, next.floor),
            peakGain: max(peakGain, gain + next.peakGain),
            peakFloor: max(peakFloor, floor + next.peakGain, next.peakFloor)
        )
    }

    /// The highest on the way from nothing.
    public var peak: Int { max(peakGain, peakFloor) }
    /// What is left at the end from nothing.
    public var end: Int { max(gain, floor) }
}
