internal import VehicleRouting

/// A worth for every resource, and the bounds that follow from it whatever it is (weak duality).
///
/// Charge every demand for the resources it uses at these worths, and credit every vehicle with the worth of what it has.  A
/// plan that keeps the rules uses no more than its vehicles have, so the charges never exceed the credits: the cheapest
/// charge of each demand, plus what each vehicle costs beyond its credit, is a bound on the plan.  It is computed from the
/// demands one by one, so the averages of groups do not spoil it.
struct ResourceWorths {
    /// Per resource, 0 or more.
    let worths: [Double]
    /// Per vehicle class, what all that one vehicle has is worth.
    let credits: [Double]

    init(_ worths: [Double], of resources: [Resource], in classes: [VehicleClass]) {
        self.worths = worths
        var vehicles = [Double](repeating: 0, count: classes.count)
        var stowages: [Stowage: Double] = [:]
        for (resource, worth) in zip(resources, worths) {
            switch resource.owner {
            case .vehicle(let index):
                // A body is filled once a trip; everything else of a vehicle is there once.
                let times = resource.kind.isLoad ? classes[index].mostTrips : 1
                vehicles[index] += Double(times) * worth
            case .stowage(let stowage): stowages[stowage, default: 0] += worth
            }
        }
        for (index, vehicleClass) in classes.enumerated() {
            for (position, compartment) in vehicleClass.compartments.enumerated() {
                // A compartment runs the one regime that is worth most.
                let best = compartment.regimes.map {
                    stowages[Stowage(vehicleClass: index, compartment: position, regime: $0)] ?? 0
                }
                vehicles[index] += Double(compartment.count * vehicleClass.mostTrips) * (best.max() ?? 0)
            }
        }
        credits = vehicles
    }

    /// What the resources used by one way of doing a demand are worth.
    func charge(for option: DemandOption) -> Double {
        option.uses.reduce(0) { $0 + worths[$1.resource] * $1.share }
    }

    /// The least charge for a demand, its own cost included when asked; nil without options.
    func price(of options: [DemandOption], countingCosts: Bool) -> Double? {
        options.map { charge(for: $0) + (countingCosts ? $0.cost : 0) }.min()
    }

    /// The least that `prices` less the credits of at most `counts` vehicles per class, each costing `costs`, come to.
    func bound(prices: [Double], costs: [Double], counts: [Int]) -> Double {
        let vehicles = zip(zip(costs, credits), counts).map { Double($1) * min($0.0 - $0.1, 0) }
        return prices.reduce(0, +) + vehicles.reduce(0, +)
    }

    /// The fewest demands that fleets of `counts` vehicles leave, where doing one is charged `charges`.
    ///
    /// All worths may be scaled by the same factor s.  The bound Σ min(1, s · charge) − s · credit is concave in s and bends
    /// only where s · charge is 1, so the best s is one of those.  This makes good what averages over a group spoil: the
    /// worths fit demands of middle size, but it pays to leave the largest.
    func leftBound(charges: [Double], counts: [Int]) -> Double {
        let credit = zip(credits, counts).reduce(0) { $0 + $1.0 * Double($1.1) }
        var below = charges.reduce(0, +)
        var best = 0.0
        for (position, charge) in charges.sorted(by: >).enumerated() where charge > 0 {
            below -= charge
            best = max(best, Double(position + 1) + (below - credit) / charge)
        }
        return best
    }

    /// As `bound`, with any number of vehicles, each costing 1: the worths are scaled until no vehicle is worth more.
    func vehicleBound(prices: [Double]) -> Double {
        guard let most = credits.max(), most > 0 else { return 0 }
        return prices.reduce(0, +) / most
    }
}
