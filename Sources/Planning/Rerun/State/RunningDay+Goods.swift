internal import VehicleRouting

/// Goods that become something else in the problem: loaded, fetched, to be taken over or sent again.
///
/// Each takes over whole values and says what no longer holds, so that no rule about goods gets lost on the way.
extension RunningDay {
    /// The job with its goods on board since `start`: from where the vehicle is, so never on a later trip, and in their box.
    mutating func loaded(_ job: Job, as visit: Visit, on vehicle: Int, since start: Seconds) -> Job {
        var job = job
        let owner = problem.vehicles[vehicle]
        job.aboard = Aboard(vehicle: owner.id, compartment: owner.effectiveCompartments[visit.compartment].id)
        job.depots = [waypoint(of: vehicle)]
        job.release = 0
        if let need = job.boxes.first(where: { $0.type == visit.box }) { job.boxes = [need] }
        let hold = [job.holdTime, visit.box.map { problem.boxTypes[$0].holdTime }].compactMap { $0 }.min()
        job.goodUntil = [job.goodUntil, hold.map { start + $0 }].compactMap { $0 }.min()
        return job
    }

    /// The delivery of a shipment as a job of its own.
    func handOver(of index: Int) -> Job {
        let shipment = problem.shipments[index]
        var job = shipment.delivery
        if problem.jobs.contains(where: { $0.id == job.id }) { job.id = .text("\(job.id) delivery") }
        job.delivery = shipment.amount
        job.terms = shipment.terms
        job.holdTime = shipment.maxTimeOnBoard
        return job
    }

    /// A job whose goods are to be taken over from another vehicle, in the box they are in.
    func takenOver(_ job: Job, by pickup: Job) -> Shipment {
        var shipment = Shipment(pickup: pickup, delivery: job.place, amount: job.delivery)
        shipment.terms = job.terms
        let holds = [job.holdTime, job.packedIn.map { problem.boxTypes[$0.type].holdTime }]
        shipment.maxTimeOnBoard = holds.compactMap { $0 }.min()
        if !job.boxes.isEmpty {
            shipment.regime = nil
            shipment.handling.isBoxed = true
        }
        return shipment
    }

    /// A job whose goods are to be sent once more: their time begins anew.
    func sentAgain(_ job: Job, by pickup: Job) -> Shipment {
        var shipment = takenOver(job, by: pickup)
        shipment.delivery.goodUntil = nil
        return shipment
    }

    /// A job in the boxes, of those there are enough of, that hold longest, which are taken for it; nil where there are none.
    mutating func packed(_ job: Job) -> Job? {
        guard !job.boxes.isEmpty else { return job }
        let choice = job.boxes.filter { hasBoxes($0) }
            .max { problem.boxTypes[$0.type].holdTime < problem.boxTypes[$1.type].holdTime }
        guard let choice else { return nil }
        useUp(choice)
        var packed = job
        packed.boxes = [choice]
        packed.holdTime = [job.holdTime, problem.boxTypes[choice.type].holdTime].compactMap { $0 }.min()
        return packed
    }

    /// Takes boxes that have gone out from their stock: they are not conditioned twice on one day.
    mutating func useUp(_ need: BoxNeed?) {
        guard let need, let stock = problem.boxTypes[need.type].stock else { return }
        problem.boxTypes[need.type].stock = max(stock - need.count, 0)
    }

    /// Whether there are as many boxes left as a job needs that is to be sent again.
    func hasBoxes(_ need: BoxNeed?) -> Bool {
        guard let need, let stock = problem.boxTypes[need.type].stock else { return true }
        return stock >= need.count
    }
}

extension Job {
    /// The boxes its goods on board are in; nil for goods without, or still to be loaded.
    var packedIn: BoxNeed? { aboard != nil && boxes.count == 1 ? boxes[0] : nil }

    /// The visit alone, as one half of a shipment: everything about the goods is the shipment's.
    fileprivate var place: Job {
        var place = self
        place.terms = GoodsTerms()
        (place.delivery, place.pickup) = ([], [])
        (place.release, place.depots, place.aboard) = (0, [], nil)
        (place.holdTime, place.boxes) = (nil, [])
        return place
    }

    /// What is to be collected where it was to be delivered, as a job of its own: any vehicle can do that.
    var collection: Job {
        var job = self
        job.id = .text("\(id) collection")
        (job.delivery, job.boxes, job.aboard) = ([], [], nil)
        (job.release, job.depots) = (0, [])
        (job.holdTime, job.goodUntil, job.useBy) = (nil, nil, nil)
        job.due?.decay = nil
        return job
    }

    /// What is remembered of a job when nothing more is to be decided about it: its goods and its place.
    var asFact: Job {
        var fact = Job(id: id, location: location)
        fact.description = description
        fact.setup = setup
        fact.service = service
        fact.delivery = delivery
        fact.pickup = pickup
        fact.regime = regime
        fact.handling = handling
        fact.handling.isBoxed = handling.isBoxed || !boxes.isEmpty
        return fact
    }
}
