/// How much the air of a compartment may warm by opening its door.
///
/// Each halt at which something of the compartment is handled opens it once and warms it by `rise`; driving cools it
/// again by `recoveryPerHour`; at no moment may it have warmed by more than `limit`.
public struct DoorBudget: Hashable, Sendable {
    /// Thousandths of a degree that one opening adds.
    public var rise: Int
    /// Thousandths of a degree that an hour of driving takes away.
    public var recoveryPerHour: Int
    /// The most that the openings together may have added at any moment, in thousandths of a degree.
    public var limit: Int
    /// What openings before the route have left, in thousandths of a degree, at most `limit`.
    public var warmth = 0

    /// A budget in thousandths of a degree.
    public init(rise: Int, recoveryPerHour: Int, limit: Int) {
        self.rise = rise
        self.recoveryPerHour = recoveryPerHour
        self.limit = limit
    }

    /// The parts into which a thousandth of a degree is divided, so that every second of driving counts as a whole.
    static let parts = 3600
}
