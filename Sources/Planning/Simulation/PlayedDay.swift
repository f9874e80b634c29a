public import VehicleRouting

/// What came of one day of a simulation.
public struct PlayedDay: Hashable, Sendable {
    /// Hand-overs with a promised time.
    public var promised = 0
    /// Of these, those that began in time.
    public var kept = 0
    /// Of these, those that began late.
    public var late = 0
    /// Orders that nobody served.
    public var unserved = 0
    /// Seconds of lateness, all together.
    public var lateness: Seconds = 0
    /// Customers who were told another time than the plan's, by more than the tolerance.
    public var told = 0
    /// How often the engine was asked.
    public var reruns = 0
    /// Events that could not be true as the day went.
    public var ignored = 0
    /// What the changes of plan were worth avoiding, as the engine prices them.
    public var deviation = Cost.zero
    /// What the day cost: routes as they were driven, carriers, and prices of what was left out.
    public var cost = Cost.zero
}
