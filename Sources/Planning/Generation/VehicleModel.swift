/// A kind of vehicle that generated fleets are made of; figures are assumptions stated in Docs/generate.md.
struct VehicleModel {
    /// As written in `type`, and the first letters of the vehicle's code.
    var name: String
    var prefix: String
    /// What the whole vehicle carries.
    var kilograms: Int
    var compartments: [CompartmentModel]
    /// Pounds for sending it out (checks, pre-cooling, cleaning; hire is paid in any case), pounds a kilometre, and wage relative to a van driver's, before the market's price levels.
    var fixedCost: Double
    var kilometreCost: Double
    var wageFactor: Double
    /// Speed relative to a van's.
    var speedFactor: Double
    var hasTailLift: Bool

    /// The sum over the compartments.
    var litres: Int { compartments.reduce(0) { $0 + $1.litres } }
}

struct CompartmentModel {
    var name: String
    /// What it may be kept at, one at a time.
    var classes: [GoodsClass]
    var litres: Int
    var kilograms: Int

    /// Totes of 22 litres, as tightly as they stack.
    var boxes: Int { litres / 22 }
}

extension VehicleModel {
    /// A small van with one insulated body, for the nearest and the most urgent.
    static let car = VehicleModel(
        name: "car",
        prefix: "C",
        kilograms: 220,
        compartments: [
            CompartmentModel(
                name: "body",
                classes: [.refrigerated, .ambient],
                litres: 1_000,
                kilograms: 220
            )
        ],
        fixedCost: 12,
        kilometreCost: 0.17,
        wageFactor: 1,
        speedFactor: 1,
        hasTailLift: false
    )

    /// A 3.5 t van for room temperature only.
    static let dryVan = VehicleModel(
        name: "van-dry",
        prefix: "D",
        kilograms: 950,
        compartments: [
            CompartmentModel(name: "body", classes: [.ambient], litres: 6_500, kilograms: 950)
        ],
        fixedCost: 20,
        kilometreCost: 0.22,
        wageFactor: 1,
        speedFactor: 1,
        hasTailLift: false
    )

    /// A 3.5 t van with a cold front and a room-temperature rear.
    static let twoTemperatureVan = VehicleModel(
        name: "van-2t",
        prefix: "V",
        kilograms: 800,
        compartments: [
            CompartmentModel(name: "front", classes: [.refrigerated], litres: 1_700, kilograms: 330),
            CompartmentModel(name: "rear", classes: [.ambient], litres: 3_700, kilograms: 560),
        ],
        fixedCost: 24,
        kilometreCost: 0.25,
        wageFactor: 1,
        speedFactor: 1,
        hasTailLift: false
    )

    /// The same with a freezer box.
    static let threeTemperatureVan = VehicleModel(
        name: "van-3t",
        prefix: "F",
        kilograms: 760,
        compartments: [
            CompartmentModel(name: "freezer", classes: [.frozen], litres: 500, kilograms: 110),
            CompartmentModel(name: "front", classes: [.refrigerated], litres: 1_500, kilograms: 300),
            CompartmentModel(name: "rear", classes: [.ambient], litres: 3_300, kilograms: 500),
        ],
        fixedCost: 26,
        kilometreCost: 0.26,
        wageFactor: 1,
        speedFactor: 1,
        hasTailLift: false
    )

    /// A 7.5 t truck with two bulkheads; the middle runs cold or at room temperature.
    static let truck = VehicleModel(
        name: "truck",
        prefix: "T",
        kilograms: 2_600,
        compartments: [
            CompartmentModel(
                name: "front",
                classes: [.refrigerated, .frozen],
                litres: 4_000,
                kilograms: 850
            ),
            CompartmentModel(
                name: "middle",
                classes: [.refrigerated, .ambient],
                litres: 5_000,
                kilograms: 1_000
            ),
            CompartmentModel(name: "rear", classes: [.ambient], litres: 9_000, kilograms: 1_600),
        ],
        fixedCost: 40,
        kilometreCost: 0.38,
        wageFactor: 1.1,
        speedFactor: 0.9,
        hasTailLift: true
    )
}

extension VehicleModel {
    /// The same vehicle with its bulkheads moved forward: cold compartments shrunk by `factor`, what they lose added to
    /// the rear, and compartments that could run cold or at room temperature kept at room temperature.
    func withSmallerCold(by factor: Double) -> VehicleModel {
        var model = self
        for index in compartments.indices where compartments[index].classes.contains(.refrigerated) {
            if compartments[index].classes.contains(.ambient) {
                model.compartments[index].classes = [.ambient]
                continue
            }
            let kept = compartments[index].scaled(by: factor)
            model.compartments[index] = kept
            let rear = model.compartments.count - 1
            model.compartments[rear].litres += compartments[index].litres - kept.litres
            model.compartments[rear].kilograms += compartments[index].kilograms - kept.kilograms
        }
        return model
    }
}

extension CompartmentModel {
    /// A compartment of the same kind, its room rounded down to ten litres and its payload to whole kilograms.
    func scaled(by factor: Double) -> CompartmentModel {
        var compartment = self
        compartment.litres = Int(Double(litres) * factor / 10) * 10
        compartment.kilograms = Int(Double(kilograms) * factor)
        return compartment
    }
}
