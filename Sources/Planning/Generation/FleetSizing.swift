/// A vehicle of the generated fleet.
struct GeneratedVehicle {
    var code: String
    var model: VehicleModel
    /// Index of the depot.
    var depot: Int
    /// Minutes from midnight.
    var shift: ClosedRange<Int>
    var skills: [Skill]
}

/// Chooses a fleet for a workload: enough time, room and payload for the day with some to spare.
struct FleetSizing {
    /// The share of the fleet's time, room and payload that the day is meant to need.
    static let targetUse = 0.85
    /// Overtime starts here, and no route is planned to be longer than the second, in minutes.
    static let regularMinutes = 8 * 60
    static let longestMinutes = 9 * 60 + 30
    /// At the dock before departure.
    static let loadingMinutes = 20
    /// Share of the cold demand for which there is room when cold compartments are scarce.
    static let scarceColdShare = 0.9

    static let earlyShifts = [5 * 60 + 30...15 * 60, 7 * 60...16 * 60 + 30, 8 * 60...17 * 60 + 30]
    /// For vehicles that come back and load again: long enough into the afternoon for the second wave.
    static let wholeDayShifts = [6 * 60 + 30...16 * 60, 8 * 60...17 * 60 + 30, 9 * 60...18 * 60 + 30]
    static let lateShift = 12 * 60...21 * 60 + 30

    /// The models for one workload, trucks first, then vans, then cars.
    func models(for work: Workload, isLate: Bool) -> [VehicleModel] {
        guard work.stops > 0 else { return [] }
        var fleet = Array(repeating: VehicleModel.truck, count: isLate ? 0 : trucks(for: work))
        // One freezer van for eight frozen drops: they are far apart.
        let freezers = (work.frozenStops + 7) / 8
        fleet += Array(repeating: .threeTemperatureVan, count: freezers)
        var turn = 0
        while let next = shortage(of: fleet, for: work, turn: turn) {
            fleet.append(next)
            turn += 1
        }
        return fleet.enumerated()
            .sorted { (Self.rank($0.element), $0.offset) < (Self.rank($1.element), $1.offset) }
            .map(\.element)
    }

    /// For jobs that need a tail lift: by room, by payload, and by two hours for each.
    func trucks(for work: Workload) -> Int {
        guard work.heavyJobs > 0 else { return 0 }
        let truck = VehicleModel.truck
        let need = max(
            work.heavyLitres / Double(truck.litres),
            work.heavyKilograms / Double(truck.kilograms),
            Double(work.heavyJobs) / 4
        )
        return max(1, Int((need / Self.targetUse).rounded(.up)))
    }

    /// The model that helps most where the fleet falls short; nil when nothing does.
    private func shortage(of fleet: [VehicleModel], for work: Workload, turn: Int) -> VehicleModel? {
        let room = FleetRoom(fleet)
        func isShort(_ goodsClass: GoodsClass) -> Bool {
            let need = work.demand[goodsClass, default: (0, 0)]
            let have = room.byClass[goodsClass, default: (0, 0)]
            return need.litres > Self.targetUse * have.litres
                || need.kilograms > Self.targetUse * have.kilograms
        }
        if isShort(.frozen) { return .threeTemperatureVan }
        if isShort(.refrigerated) { return .twoTemperatureVan }
        let need = work.demand.values.reduce((litres: 0.0, kilograms: 0.0)) {
            ($0.litres + $1.litres, $0.kilograms + $1.kilograms)
        }
        if isShort(.ambient) || need.litres > Self.targetUse * room.litres
            || need.kilograms > Self.targetUse * room.kilograms
        {
            return turn % 3 == 0 ? .dryVan : .twoTemperatureVan
        }
        if Self.hasTime(vehicles: fleet.count, for: work) { return nil }
        return turn % 4 == 3 ? .car : .twoTemperatureVan
    }

    /// Whether so many vehicles have the time for a workload, with some to spare.
    static func hasTime(vehicles: Int, for work: Workload) -> Bool {
        let usable = Double(regularMinutes - loadingMinutes) * targetUse - work.stemMinutes
        return work.serviceMinutes + work.tourMinutes <= max(60, usable) * Double(vehicles)
    }

    private static func rank(_ model: VehicleModel) -> Int {
        let order: [VehicleModel] = [.truck, .threeTemperatureVan, .twoTemperatureVan, .dryVan, .car]
        return order.firstIndex { $0.name == model.name } ?? order.count
    }

    /// The same vehicles with cold compartments so small that together they hold `scarceColdShare` of `demand` litres.
    func withScarceCold(_ fleet: [VehicleModel], demand: Double) -> [VehicleModel] {
        let rigid = fleet.map { $0.withSmallerCold(by: 1) }
        let room = FleetRoom(rigid).byClass[.refrigerated, default: (0, 0)].litres
        guard room > Self.scarceColdShare * demand else { return rigid }
        return fleet.map { $0.withSmallerCold(by: Self.scarceColdShare * demand / room) }
    }
}

/// What a fleet holds; a compartment that may run several classes counts for each in equal parts.
struct FleetRoom {
    var byClass: [GoodsClass: (litres: Double, kilograms: Double)] = [:]
    var litres = 0.0
    var kilograms = 0.0

    init(_ fleet: [VehicleModel]) {
        for model in fleet {
            litres += Double(model.litres)
            kilograms += Double(model.kilograms)
            for compartment in model.compartments {
                let parts = Double(compartment.classes.count)
                for goodsClass in compartment.classes {
                    byClass[goodsClass, default: (0, 0)].litres += Double(compartment.litres) / parts
                    byClass[goodsClass, default: (0, 0)].kilograms += Double(compartment.kilograms) / parts
                }
            }
        }
    }
}
