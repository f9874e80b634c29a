internal import VehicleRouting

/// A job or a shipment, as the relaxation sees it.
struct Demand {
    /// `.job` or `.pickup`.
    let task: TaskReference
    /// One visit of a job, two of a shipment.
    let visits: [Job]
    /// What is on board from the start of the route.
    let out: Load
    /// What is on board until the end of the route.
    let back: Load
    /// What is on board somewhere on the way (shipments): it must fit, but does not add up.
    let between: Load
    /// Index of the regime on the label; nil for goods that travel at any temperature.
    let label: Int?
    /// The earliest departure of the vehicle.
    let release: Seconds
    /// What it costs when no own vehicle does it, in wire units: its price of being left out, or a carrier's charge; nil
    /// when an own vehicle must do it.
    let outsideCost: Double?

    /// When service may begin, from the first opening to the last closing; nil for always.
    var hull: TimeWindow? {
        let windows = visits.flatMap(\.timeWindows)
        guard let opens = windows.map(\.opens).min(), let closes = windows.map(\.closes).max(),
            visits.allSatisfy({ !$0.timeWindows.isEmpty })
        else { return nil }
        return TimeWindow(opens: opens, closes: closes)
    }
}

/// Which way goods travel; a vehicle's capacity serves both in turn.
enum Direction: String, CaseIterable {
    /// From the depot: on board when the route starts.
    case out
    /// To the depot: on board when the route ends.
    case back
}

extension Demand {
    func load(_ direction: Direction) -> Load {
        direction == .out ? out : back
    }

    func load(_ direction: Direction, _ dimension: Int) -> Int {
        let load = load(direction)
        return dimension < load.count ? load[dimension] : 0
    }

    /// Whether it fits by itself where `capacity` is all there is.
    func fits(in capacity: Load) -> Bool {
        out.fits(in: capacity) && back.fits(in: capacity) && between.fits(in: capacity)
    }
}

extension Problem {
    /// Jobs first, then shipments, each in the problem's order.
    var demands: [Demand] {
        jobs.indices.map { index in
            let job = jobs[index]
            return Demand(
                task: .job(index),
                visits: [job],
                out: job.delivery,
                back: job.pickup,
                between: [],
                label: regime(.job(index)),
                release: job.delivery.isNothing ? 0 : job.release,
                outsideCost: outsideCost(of: .job(index))
            )
        }
            + shipments.indices.map { index in
                let shipment = shipments[index]
                return Demand(
                    task: .pickup(index),
                    visits: [shipment.pickup, shipment.delivery],
                    out: [],
                    back: [],
                    between: shipment.amount,
                    label: shipment.regime,
                    release: 0,
                    outsideCost: outsideCost(of: .pickup(index))
                )
            }
    }

    private func outsideCost(of task: TaskReference) -> Double? {
        let charges = carriers.filter { $0.maxJobs != 0 && $0.mayCarry(task, in: self) }
            .map { price(of: task, by: $0) }
        return (charges + [importance(of: task).cost].compactMap { $0 }).min()?.inWireUnits
    }
}

extension Cost {
    /// The amount in wire units, not rounded.
    var inWireUnits: Double { Double(ticks) / Double(Cost.ticksPerWireUnit) }
}
