public import VehicleRouting

/// A day under way: what has been done, where everything stands, and the plan for the rest.
///
/// `problem` holds what is still to be decided and nothing else.  A vehicle under way starts where it is next ready, at
/// exactly that time; goods it has loaded are bound to it and to their compartment; what it has used up of its limits is
/// taken off them.  So whatever judges, searches or writes plans does so for a running day without knowing that it is one.
public struct RunningDay: Hashable, Sendable {
    /// How far the day has gone on.
    public internal(set) var now: Seconds
    /// What is still to be done, by vehicles as they stand.
    public internal(set) var problem: Problem
    /// Who is to do it; events may have broken it.
    public internal(set) var plan: Plan
    /// What has been done, in the order of completion.
    public internal(set) var done: [DoneStop] = []
    /// Goods that will not be delivered today, and why.
    public internal(set) var held: [HeldGoods] = []
    /// What people should watch, a sentence each.
    public internal(set) var notes: [String] = []
    /// How each vehicle of the problem stands.
    public internal(set) var standings: [Standing]
    /// The events and overrides taken into account, in their order.
    public internal(set) var handled: [Identifier] = []
    /// Decisions that no field of the problem expresses.
    public internal(set) var standingOrders: [StandingOrder] = []
    /// Until when each customer has been promised that service begins; windows of the problem may be wider by now, where
    /// late is better than never.
    public internal(set) var promises: [StopName: Seconds]
    /// Orders whose window closes because their goods spoil: late is not better than never.
    public internal(set) var perishing: Set<Identifier> = []
    /// Urgent orders, and which depot's stock serves each.
    public internal(set) var emergencies: [Emergency] = []
    /// What depots hold for emergencies, as far as it is counted.
    public internal(set) var stocks: [EmergencyStock] = []
    /// Depots (ids) that load nobody, and until when; `.max` for the rest of the day.
    public internal(set) var outages: [Identifier: Seconds] = [:]
    /// Depots (ids) that stand for others where vehicles load again once an outage is over.
    var docks: Set<Identifier> = []
    /// Roads that are slower for a while.
    public internal(set) var delays: [StandingDelay] = []

    /// The day at its beginning, when nothing of `plan` has been done.
    ///
    /// - Throws: R101 when a vehicle has no place to start from, since then nobody could say where it is.
    public init(_ plan: Plan, in problem: Problem) throws(RerunError) {
        self.plan = plan
        self.problem = problem
        now = 0
        promises = problem.promises
        standings = problem.vehicles.map { _ in Standing() }
        let nowhere = problem.vehicles.filter { $0.start == nil }
        guard nowhere.isEmpty else {
            throw RerunError(nowhere.map { RerunIssue(.noStart, subject: "vehicle \($0.id)") })
        }
        giveYards()
        nameSources()
    }

    /// A day that has been read from files, at the time `now`.
    init(_ plan: Plan, in problem: Problem, at now: Seconds, _ standings: [Standing]) {
        self.plan = plan
        self.problem = problem
        self.now = now
        self.standings = standings
        promises = [:]
    }

    /// A vehicle loads where it starts: a depot of its own where the problem names none.
    private mutating func giveYards() {
        for index in problem.vehicles.indices where problem.vehicles[index].startDepot == nil {
            guard let place = problem.vehicles[index].start else { continue }
            let id = problem.freshDepotID("yard \(problem.vehicles[index].id)")
            problem.depots.append(Depot(id: id, location: place))
            problem.vehicles[index].startDepot = problem.depots.count - 1
        }
    }

    /// Goods still to be loaded come from a depot, not from where a vehicle happens to be.
    private mutating func nameSources() {
        let depots = Set(problem.depots.indices)
        for job in problem.jobs.indices
        where problem.jobs[job].depots.isEmpty && !problem.jobs[job].delivery.isNothing {
            problem.jobs[job].depots = depots
        }
    }

    /// The stops that have been made.
    public var doneNames: Set<StopName> { Set(done.map(\.name)) }
}

extension Problem {
    /// The last second at which service may begin, for every stop that has one.
    var promises: [StopName: Seconds] {
        var promises: [StopName: Seconds] = [:]
        for task in orders.flatMap(\.halves) {
            promises[StopName(task, in: self)] = visit(task).timeWindows.last?.closes
        }
        return promises
    }

    /// `name`, or `name` with a number behind it where a depot has it already.
    func freshDepotID(_ name: String) -> Identifier {
        let taken = Set(depots.map(\.id))
        var number = 2
        var id = Identifier.text(name)
        while taken.contains(id) {
            id = .text("\(name) \(number)")
            number += 1
        }
        return id
    }
}
