internal import VehicleRouting

/// Orders that are revealed hour by hour, drawn from a published instance.
///
/// The rules are those of the dynamic half of the competition EURO Meets NeurIPS 2022; `Docs/dynamic.md` states them.  Every
/// order takes its place, its window, its demand and its service time from customers of the instance, each drawn by
/// itself; one that could not be served even alone by a vehicle leaving at its epoch's dispatch is not revealed.
struct RevealedOrders {
    /// Seconds between two epochs.
    static let epochLength = 3600
    /// Seconds from the beginning of an epoch to the departure of the vehicles it sends out.
    static let margin = 3600
    /// Orders drawn per epoch, before those that cannot be served are dropped.
    static let drawsPerEpoch = 100

    /// The instance.
    let problem: Problem
    /// The first and the last epoch.
    let epochs: ClosedRange<Int>
    private let vehicle: Vehicle
    private let matrix: TravelMatrix

    /// Orders like those of `problem`, which has one kind of vehicle and one depot.
    init(like problem: Problem) {
        self.problem = problem
        vehicle = problem.vehicles[0]
        matrix = problem.matrices[vehicle.profile] ?? TravelMatrix(size: 0, durations: [])
        let openings = problem.jobs.map { $0.timeWindows.first?.opens ?? 0 }
        func epoch(_ time: Seconds) -> Int { max((time - Self.margin) / Self.epochLength, 0) }
        epochs = epoch(openings.min() ?? 0)...epoch(openings.max() ?? 0)
    }

    /// When the vehicles of an epoch leave.
    func dispatch(of epoch: Int) -> Seconds {
        epoch * Self.epochLength + Self.margin
    }

    /// The orders revealed at the beginning of `epoch`; equal seeds give equal orders.
    ///
    /// - Parameter stream: What they are drawn for: the day itself, or one of the futures that a policy imagines.
    func draw(_ epoch: Int, seed: UInt64, stream: String) -> [Job] {
        var random = SeededRandom(seed: seed, stream: "\(stream) \(epoch)")
        return (0..<Self.drawsPerEpoch).compactMap { number in
            let draws = (0..<4).map { _ in problem.jobs[random.integer(below: problem.jobs.count)] }
            var order = Job(id: .text("\(stream) \(epoch).\(number)"), location: draws[0].location)
            order.timeWindows = draws[1].timeWindows
            order.delivery = draws[2].delivery
            order.pickup = draws[2].pickup
            order.service = draws[3].service
            order.release = dispatch(of: epoch)
            return isServable(order, leaving: order.release) ? order : nil
        }
    }

    /// Whether an order must leave in `epoch`, because alone in a vehicle of the next one it would be late; in the last epoch
    /// all must.
    func mustGo(_ order: Job, in epoch: Int) -> Bool {
        epoch == epochs.upperBound || !isServable(order, leaving: dispatch(of: epoch + 1))
    }

    private func isServable(_ order: Job, leaving time: Seconds) -> Bool {
        guard let depot = vehicle.start else { return false }
        let arrival = time + matrix.duration(from: depot, to: order.location)
        guard let begin = order.timeWindows.nextOpening(at: arrival) else { return false }
        let back = begin + order.service + matrix.duration(from: order.location, to: depot)
        return back <= vehicle.shift.closes
    }

    /// The problem of serving `orders` with as many vehicles as it takes, none of which leaves before `time`.
    func problem(of orders: [Job], leavingFrom time: Seconds) -> Problem {
        var part = problem
        part.jobs = orders
        part.vehicles = orders.indices.map { index in
            var copy = vehicle
            copy.id = .number(UInt64(index + 1))
            copy.shift.opens = max(copy.shift.opens, time)
            return copy
        }
        return part
    }
}
