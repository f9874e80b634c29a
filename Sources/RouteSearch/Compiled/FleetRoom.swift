import VehicleRouting

/// What a vehicle and its compartments hold, in the search's units.
///
/// Of a vehicle that never loads again, what is on board for nobody is taken off for good; of others, on the first trip.
struct FleetRoom {
    /// The whole vehicle, beside its compartments.
    let whole: LoadVector
    /// The compartments, in their order.
    let compartments: [(capacity: LoadVector, ballast: LoadVector)]

    init(_ vehicle: Vehicle) {
        let isForGood = vehicle.reloadDepots.isEmpty
        var whole = LoadVector(limit: vehicle.compartments.isEmpty ? [] : vehicle.capacity)
        compartments = vehicle.effectiveCompartments.map { compartment in
            let capacity = LoadVector(limit: compartment.capacity)
            let ballast = LoadVector(amount: compartment.ballast)
            if isForGood { whole = whole.without(ballast) }
            return isForGood ? (capacity.without(ballast), .zero) : (capacity, ballast)
        }
        self.whole = whole
    }
}

extension LoadVector {
    /// What is left of a capacity beside `load`, at least nothing.
    fileprivate func without(_ load: LoadVector) -> LoadVector {
        pointwiseMax(self &- load, .zero)
    }
}
