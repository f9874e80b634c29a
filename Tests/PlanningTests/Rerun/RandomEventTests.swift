import Foundation
import Interchange
import Planning
import RouteSearch
import RoutingTestSupport
import Testing
import VehicleRouting

/// Days that get random events one after the other; `scripts/rerun-sequences` runs 500 of them.
@Suite struct RandomEventTests {
    private static let sequences =
        ProcessInfo.processInfo.environment["ISOTHERM_SEQUENCES"].flatMap(Int.init) ?? 8

    @Test func `after every event the plan holds, what is done stays done, and nothing on board teleports`()
        throws
    {
        var (taken, refused) = (0, 0)
        for seed in 1...UInt64(Self.sequences) {
            var draw = EventDraw(seed: seed)
            var day = try draw.day()
            for number in 1...10 {
                let before = day
                let event = draw.event(number, on: day)
                do {
                    try day.apply(event)
                    taken += 1
                } catch {
                    // What cannot be true on this day is refused with a place and a code, and changes nothing.
                    #expect(day == before)
                    #expect(error.issues.allSatisfy { $0.pointer == "/events/\(number - 1)" })
                    refused += 1
                    continue
                }
                var settings = Replanner.Settings(search: SearchParameters(seconds: nil, iterations: 0))
                settings.horizon = draw.horizon
                let repaired = Replanner(day, toldBy: before, settings).repair()
                day = repaired.day
                expectSound(day, "seed \(seed), event \(number)")
                expectFacts(of: before, in: day, "seed \(seed), event \(number)")
                guard !day.problem.jobs.isEmpty || !day.problem.shipments.isEmpty else { break }
            }
            var over = day
            over.advance(to: 1_000_000)
            expectFacts(of: day, in: over, "seed \(seed), the end")
        }
        #expect(taken > 4 * refused)
    }

    private func expectFacts(of before: RunningDay, in after: RunningDay, _ which: String) {
        let done = Set(after.done)
        #expect(before.done.allSatisfy(done.contains), "\(which)")
        #expect(after.done.count == Set(after.done.map(\.name)).count, "\(which)")
        for job in before.problem.jobs {
            guard let aboard = job.aboard else { continue }
            if let still = after.problem.jobs.first(where: { $0.id == job.id }) {
                #expect(still.aboard == aboard, "\(which)")
            } else if let stop = after.done.first(where: {
                $0.name == StopName(job.id) && !before.done.contains($0)
            }) {
                let isThere = stop.vehicle == aboard.vehicle && stop.compartment == aboard.compartment
                #expect(isThere || isOut(aboard.vehicle, in: after), "\(which)")
            } else if after.problem.shipments.contains(where: { $0.delivery.id == job.id }) {
                // Only from a vehicle that can go no further.
                #expect(isOut(aboard.vehicle, in: after), "\(which)")
            } else {
                #expect(after.held.contains { $0.order == job.id }, "\(which)")
            }
        }
    }

    private func isOut(_ vehicle: Identifier, in day: RunningDay) -> Bool {
        zip(day.problem.vehicles, day.standings).contains { $0.id == vehicle && $1.activity == .out }
    }
}

/// Draws a small day and events that may happen on it.
private struct EventDraw {
    private var random: SplitMix64
    /// Seconds within which nothing changes.
    let horizon: Seconds

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
        horizon = random.draw(0...3) * 100
    }

    /// Twelve orders and a shipment around two depots, four vehicles with a cold and a dry compartment, one carrier.
    mutating func day() throws -> RunningDay {
        let places = (0..<10).map { _ in (random.draw(0...40) * 25, random.draw(0...40) * 25) }
        var problem = Problem(name: "random")
        problem.measure("boxes")
        problem.addRegimes()
        problem.locations = places.enumerated().map { index, place in
            Location(
                coordinate: Coordinate(
                    longitude: Double(place.0) / 10_000,
                    latitude: Double(place.1) / 10_000
                ),
                name: "place \(index)",
                site: .text("S\(index)")
            )
        }
        let distances = places.flatMap { from in
            places.map { to in Int32(abs(from.0 - to.0) + abs(from.1 - to.1)) }
        }
        problem.matrices["car"] = TravelMatrix(size: places.count, durations: distances, distances: distances)
        for index in 0..<4 {
            let home = index % 2
            problem.addVehicle(from: home, to: home) {
                $0.compartments = [
                    Compartment(id: "cold", capacity: [6], regimes: [0]),
                    Compartment(id: "dry", capacity: [6], regimes: [1]),
                ]
                $0.shift = [random.draw(0...3) * 300, 20_000]
                $0.maxDuration = random.once(in: 2) ? 18_000 : nil
                $0.costs.fixed = 500
            }
        }
        problem.addDepot(at: 0, loading: 60)
        problem.addDepot(at: 1, loading: 60)
        for _ in 0..<12 {
            let opens = random.draw(0...20) * 200
            let isCollected = random.once(in: 6)
            problem.addJob(at: random.draw(2...9)) {
                if isCollected { $0.pickup = [1] } else { $0.delivery = [random.draw(1...2)] }
                $0.service = 50
                $0.regime = random.draw(0...1)
                $0.timeWindows = random.once(in: 3) ? [] : [[opens, opens + 6000]]
            }
        }
        problem.addShipment(from: 3, to: 7, amount: [1]) { shipment in
            shipment.pickup.id = "fetch"
            shipment.delivery.id = "bring"
            shipment.regime = 1
        }
        if random.once(in: 2) { addRules(to: &problem) }
        var carrier = Carrier(id: "carrier", tariff: Tariff(perJob: 3000))
        carrier.regimes = [1]
        problem.carriers = [carrier]
        let parameters = SearchParameters(seconds: nil, iterations: 0, seed: 7)
        let found = RouteSolver(problem).solve(parameters).plan
        var plan = Plan(routes: found.routes, unassigned: found.unassigned)
        // One of the orders left out goes to the carrier.
        if let index = plan.unassigned.firstIndex(where: { carrier.mayCarry($0.task, in: problem) }) {
            plan.awards = [Award(plan.unassigned.remove(at: index).task, carrier: 0)]
        }
        return try RunningDay(plan, in: problem)
    }

    /// Classes that must be kept apart, levels, boxes of which there are few, and vehicles that load again: rules that no delay
    /// breaks on a route that people have begun.
    private mutating func addRules(to problem: inout Problem) {
        problem.goodsClasses = ["saleable", "returned", "toxic"]
        for (first, second) in [(0, 1), (1, 2), (0, 2), (2, 2)] where random.once(in: 2) {
            problem.segregation.keep(first, and: second, Separation.allCases[random.draw(0...3)])
        }
        problem.boxTypes = [BoxType(id: "box", regime: 0, holdTime: 200_000)]
        problem.boxTypes[0].stock = 3
        for index in problem.vehicles.indices {
            problem.vehicles[index].levels["security"] = random.draw(0...2)
            if random.once(in: 2) { problem.vehicles[index].reloadDepots = [index % 2] }
        }
        for index in problem.jobs.indices {
            if random.once(in: 3) { problem.jobs[index].handling.goodsClass = random.draw(0...2) }
            if random.once(in: 6) { problem.jobs[index].handling.levels["security"] = 1 }
            if random.once(in: 10) { problem.jobs[index].handling.exclusiveGroup = "A" }
            if problem.jobs[index].regime == 0, !problem.jobs[index].delivery.isEmpty, random.once(in: 2) {
                problem.jobs[index].boxes = [BoxNeed(type: 0)]
            }
        }
        problem.shipments[0].handling.goodsClass = 1
    }

    mutating func event(_ number: Int, on day: RunningDay) -> DayEvent {
        let time = day.now + random.draw(0...900)
        let id = Identifier.text("E\(number)")
        return DayEvent(id, at: time, kind(number, day, time), pointer: "/events/\(number - 1)")
    }

    private mutating func kind(_ number: Int, _ day: RunningDay, _ time: Seconds) -> DayEvent.Kind {
        let vehicle = day.problem.vehicles[random.draw(0...3)].id
        let orders = day.problem.jobs.map(\.id) + day.problem.shipments.map(\.delivery.id)
        let order = orders.randomElement(using: &random) ?? 1
        let point = Coordinate(longitude: Double(random.draw(0...100)) / 1000, latitude: 0.05)
        switch random.draw(1...14) {
        case 1, 2:
            var urgent = UrgentOrder(
                .text("U\(number)"),
                to: random.once(in: 2) ? .named("S5") : .point(point)
            )
            urgent.job.delivery = [1]
            urgent.job.regime = 0
            urgent.article = random.once(in: 2) ? "serum" : nil
            urgent.job.timeWindows = random.once(in: 2) ? [] : [TimeWindow(opens: time, closes: time + 4000)]
            return .urgentOrder(urgent)
        case 3:
            let load = LoadRescue.allCases[random.draw(0...2)]
            return .breakdown(vehicle: vehicle, place: .named("S4"), load: load, fetchBy: nil)
        case 4:
            return .reeferFailure(
                ReeferFailure(
                    vehicle: vehicle,
                    compartment: "cold",
                    milliCelsius: 5000,
                    ambientMilliCelsius: 25_000,
                    timeConstant: 10_000
                )
            )
        case 5: return .temperatureAlarm(vehicle: vehicle, compartment: "cold", milliCelsius: 8500)
        case 6:
            return .roadDelay(
                RoadDelay(centre: point, kilometres: 2, delay: random.draw(50...400), until: time + 1000)
            )
        case 7:
            let opens = time + random.draw(0...3000)
            let window = TimeWindow(opens: opens, closes: opens + 3000)
            return .customerClosed(order: order, reopens: random.once(in: 2) ? window : nil)
        case 8: return .carrierRejects(carrier: "carrier", order: nil)
        case 9:
            let relief: [DriverRelief] = [.nobody, .homeBy(time + 3000), .relieved(at: time + 500)]
            return .driverOut(vehicle: vehicle, until: relief[random.draw(0...2)])
        case 10:
            let delivered = day.done.filter { !$0.name.isPickup }.map(\.name.order)
            return .recall(lot: "L", orders: [order] + delivered.prefix(1))
        case 11:
            let until = random.once(in: 2) ? time + 2000 : nil
            return .depotOutage(depot: random.once(in: 2) ? "D1" : "D2", until: until)
        case 12: return .lateGoods(orders: [order], release: time + 1000)
        case 13:
            return .stock(
                depot: random.once(in: 2) ? "D1" : "D2",
                article: "serum",
                quantity: random.draw(0...2)
            )
        default: return .vehicleLate(vehicle: vehicle, by: random.draw(1...900))
        }
    }
}
