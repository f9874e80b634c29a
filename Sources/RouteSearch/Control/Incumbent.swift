public import VehicleRouting

/// A plan that was the best so far when it was found.
public struct Incumbent: Hashable, Sendable {
    /// Wall-clock seconds since the search began.
    public var seconds: Double
    /// Iterations done until then, over all threads.
    public var iterations: Int
    /// What it costs, prices of what is left out included.
    public var cost: Cost
    /// Jobs and shipments that it leaves out.
    public var unassigned: Int
    /// Routes it has.
    public var routes: Int
    /// The arm that found it.
    public var arm: SearchArm
    /// The thread it was found on, counted from 0.
    public var thread: Int
}
