internal import VehicleRouting

/// Where goods may travel: a compartment of a class of vehicles, running one regime.
struct Stowage: Hashable {
    /// Index of the vehicle class.
    let vehicleClass: Int
    /// Index of the compartment class in it.
    let compartment: Int
    /// Index of the regime; nil for no temperature control.
    let regime: Int?
}

extension VehicleClass {
    /// What the compartments of this class, the `index`-th, may run.
    func stowages(at index: Int) -> [Stowage] {
        compartments.enumerated().flatMap { position, compartment in
            compartment.regimes.map { Stowage(vehicleClass: index, compartment: position, regime: $0) }
        }
    }
}
