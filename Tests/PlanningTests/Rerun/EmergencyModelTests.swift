import RoutingTestSupport
import Testing
import VehicleRouting

@testable import Planning

@Suite struct EmergencyModelTests {
    private func option(
        _ emergency: Int,
        depot: Int,
        _ bearer: EmergencyOption.Bearer,
        lateness: Seconds = 0,
        cost: Int
    ) -> EmergencyOption {
        EmergencyOption(
            emergency: emergency,
            depot: depot,
            bearer: bearer,
            begin: 0,
            lateness: lateness,
            cost: Cost(wireUnits: cost)
        )
    }

    @Test func `the last box goes where nothing else can, though it is dearer than taking turns`() throws {
        // Both want the box at depot 0; the first could also be served from depot 1, for 50 more.
        let model = EmergencyModel(
            needs: [
                .init(priority: 100, article: "serum", quantity: 1),
                .init(priority: 100, article: "serum", quantity: 1),
            ],
            options: [
                option(0, depot: 0, .vehicle(0), cost: 10), option(0, depot: 1, .vehicle(0), cost: 60),
                option(1, depot: 0, .vehicle(1), cost: 20),
            ],
            stock: [.init(depot: 0, article: "serum"): 1, .init(depot: 1, article: "serum"): 1]
        )
        #expect(try model.solve() == [1, 2])
    }

    @Test func `life comes before time, and time before money`() throws {
        let needs = [
            EmergencyModel.Need(priority: 100, article: nil, quantity: 1),
            EmergencyModel.Need(priority: 10, article: nil, quantity: 1),
        ]
        // One vehicle: the order of priority 100 has it, though the other would be in time and cheap.
        let scarce = [
            option(0, depot: 0, .vehicle(0), lateness: 3000, cost: 900),
            option(1, depot: 0, .vehicle(0), cost: 1),
        ]
        #expect(try EmergencyModel(needs: needs, options: scarce).solve() == [0, nil])
        // With a carrier for the first, both are served; a carrier in time beats a cheap vehicle that is late.
        let both = scarce + [option(0, depot: 0, .carrier(0), lateness: 60, cost: 5000)]
        #expect(try EmergencyModel(needs: needs, options: both).solve() == [2, 1])
        #expect(try EmergencyModel(needs: needs, options: both, room: [0: 0]).solve() == [0, nil])
    }

    @Test(arguments: UInt64(1)...60)
    func `GLPK finds what trying everything finds`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let count = random.draw(1...4)
        let needs = (0..<count).map { _ in
            EmergencyModel.Need(
                priority: [100, 100, 50][random.draw(0...2)],
                article: random.once(in: 3) ? nil : "a",
                quantity: random.draw(1...2)
            )
        }
        let options = (0..<random.draw(1...9)).map { _ in
            let bearers: [EmergencyOption.Bearer] = [
                .vehicle(random.draw(0...2)), .vehicle(random.draw(0...2)), .carrier(random.draw(0...1)),
                .relay(random.draw(0...1), via: 1, by: 5, then: 2),
            ]
            return option(
                random.draw(0...count - 1),
                depot: random.draw(0...1),
                bearers[random.draw(0...3)],
                lateness: random.draw(0...3) * 60,
                cost: random.draw(1...50)
            )
        }
        var model = EmergencyModel(needs: needs, options: options)
        model.stock = [.init(depot: 0, article: "a"): random.draw(0...3), .init(depot: 1, article: "a"): 2]
        model.room = [0: random.draw(0...1)]
        let best = everything(model, from: 0, taken: []).map { worth(of: $0, in: model) }
            .min { $0.lexicographicallyPrecedes($1) }
        #expect(worth(of: try model.solve(), in: model) == best)
    }

    /// Every choice that keeps all limits.
    private func everything(_ model: EmergencyModel, from index: Int, taken: [Int?]) -> [[Int?]] {
        guard index < model.needs.count else { return holds(taken, in: model) ? [taken] : [] }
        let own = model.options.indices.filter { model.options[$0].emergency == index }
        return ([nil] + own.map(Optional.some)).flatMap {
            everything(model, from: index + 1, taken: taken + [$0])
        }
    }

    private func holds(_ taken: [Int?], in model: EmergencyModel) -> Bool {
        let options = taken.compactMap { $0.map { model.options[$0] } }
        let vehicles = options.flatMap(\.vehicles)
        guard Set(vehicles).count == vehicles.count else { return false }
        for (shelf, left) in model.stock {
            let used = options.reduce(0) { sum, option in
                let need = model.needs[option.emergency]
                return sum
                    + (option.depot == shelf.depot && need.article == shelf.article ? need.quantity : 0)
            }
            if used > left { return false }
        }
        return model.room.allSatisfy { carrier, left in
            options.count { $0.bearer == .carrier(carrier) } <= left
        }
    }

    /// What decides, first things first.
    private func worth(of taken: [Int?], in model: EmergencyModel) -> [Int] {
        let options = taken.compactMap { $0.map { model.options[$0] } }
        func served(_ priority: Int) -> Int {
            zip(taken, model.needs).count { $0 != nil && $1.priority == priority }
        }
        return [
            -served(100), -served(50), options.reduce(0) { $0 + $1.lateness },
            options.reduce(0) { $0 + $1.cost.ticks },
        ]
    }
}
