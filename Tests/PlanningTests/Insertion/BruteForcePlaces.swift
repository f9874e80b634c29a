import RoutingTestSupport
import VehicleRouting

/// A place as the slow reference finds it: vehicle, stops before the task, stops before its delivery, cost in ticks.
struct ReferencePlace: Hashable, Comparable, CustomStringConvertible {
    var cost: Int
    var vehicle: Int
    var position: Int
    var deliveryPosition: Int

    var description: String { "vehicle \(vehicle) at \(position), \(deliveryPosition) for \(cost)" }

    static func < (left: Self, right: Self) -> Bool {
        (left.cost, left.vehicle, left.position, left.deliveryPosition)
            < (right.cost, right.vehicle, right.position, right.deliveryPosition)
    }
}

/// Tries the task everywhere: in every vehicle, at every position, in every compartment kept at every regime it can run,
/// and asks the slow reference whether any promise is broken that was kept before.
///
/// Of vehicles that stay in the yard and differ in name only, the first stands for all.
func referencePlaces(for task: TaskReference, in plan: Plan, of problem: Problem) -> [ReferencePlace] {
    var places: Set<ReferencePlace> = []
    for vehicle in problem.vehicles.indices {
        let known = plan.routes.first { $0.vehicle == vehicle }
        if known == nil, hasIdleTwin(vehicle, for: task, in: plan, of: problem) { continue }
        let compartments = problem.vehicles[vehicle].effectiveCompartments
        let host = known ?? Route(vehicle: vehicle, visits: [], regimes: compartments.map { _ in nil })
        let before = Plan(routes: known.map { [$0] } ?? [])
        for first in 0...host.visits.count {
            for last in task.halfCount == 1 ? first...first : first...host.visits.count {
                for (compartment, qualified) in compartments.map(\.regimes).enumerated() {
                    for regime in [host.regimes[compartment]] + (qualified ?? []) {
                        var route = host
                        route.regimes[compartment] = regime
                        route.add(task, compartment, problem.longestHoldingBox(for: task), first, last)
                        let after = Plan(routes: [route])
                        guard makesNothingWorse(after, than: before, in: problem) else { continue }
                        let cost = ledgerTotal(after, problem) - ledgerTotal(before, problem)
                        places.insert(
                            ReferencePlace(
                                cost: cost,
                                vehicle: vehicle,
                                position: first,
                                deliveryPosition: last
                            )
                        )
                    }
                }
            }
        }
    }
    return places.sorted()
}

private func ledgerTotal(_ plan: Plan, _ problem: Problem) -> Int {
    PlanEvaluation(plan, in: problem).ledger.total.ticks
}

/// Whether every promise that the routes of `after` break is broken by as much in `before`.
private func makesNothingWorse(_ after: Plan, than before: Plan, in problem: Problem) -> Bool {
    func broken(_ plan: Plan) -> [Substring: Int] {
        // `cause route task amount unit`; tasks that no route does are none of our business.
        let lines = referenceViolations(plan, in: problem).filter { !$0.contains(" plan ") }
        return Dictionary(
            lines.map { line in
                let words = line.split(separator: " ", omittingEmptySubsequences: false)
                let amount = Int(words[words.count - 2]) ?? 0
                return (Substring((words.dropLast(2) + words.suffix(1)).joined(separator: " ")), amount)
            },
            uniquingKeysWith: max
        )
    }
    let known = broken(before)
    return broken(after).allSatisfy { promise, amount in known[promise].map { $0 >= amount } ?? false }
}

/// Whether a vehicle before this one is in the yard too and differs in name only.
private func hasIdleTwin(_ vehicle: Int, for task: TaskReference, in plan: Plan, of problem: Problem) -> Bool
{
    let used = Set(plan.routes.map(\.vehicle))
    let allowed = problem.allowedVehicles(task)
    func likeness(_ index: Int) -> (Vehicle, Bool?) {
        var nameless = problem.vehicles[index]
        nameless.id = ""
        nameless.description = ""
        return (nameless, allowed?.contains(problem.vehicles[index].id))
    }
    return (0..<vehicle).contains { !used.contains($0) && likeness($0) == likeness(vehicle) }
}

extension TaskReference {
    var halfCount: Int {
        if case .job = self { 1 } else { 2 }
    }
}

extension Route {
    /// Puts a job before the visit at `first`, or a shipment's halves before those at `first` and `last`.
    mutating func add(_ task: TaskReference, _ compartment: Int, _ box: Int?, _ first: Int, _ last: Int) {
        guard case .pickup(let shipment) = task else {
            insert(Visit(task, compartment: compartment, box: box), at: first)
            return
        }
        insert(Visit(.delivery(shipment), compartment: compartment), at: last)
        insert(Visit(.pickup(shipment), compartment: compartment), at: first)
    }
}
