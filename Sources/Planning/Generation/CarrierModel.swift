/// A haulier that generated days can give orders to; the names are invented, the tariffs assumptions in pounds before
/// the market's price level.
struct CarrierModel {
    var code: String
    var name: String
    var classes: [GoodsClass]
    var skills: [Skill]
    var perOrder: Double
    var perKilometre: Double
    var perKilogram: Double
    var minimum: Double
    /// The most orders it takes, as a share of the orders of the day.
    var share: Double
}

extension CarrierModel {
    /// From the trunk carrier to the one that is called when nobody else comes; a day has the first three to five.
    static let roster: [CarrierModel] = [
        CarrierModel(
            code: "TRUNK",
            name: "Meridian Pharma Logistics",
            classes: [.refrigerated, .ambient],
            skills: [.controlled],
            perOrder: 45,
            perKilometre: 1.10,
            perKilogram: 0.12,
            minimum: 70,
            share: 0.10
        ),
        CarrierModel(
            code: "CITY",
            name: "Pedal and Parcel Couriers",
            classes: [.ambient],
            skills: [],
            perOrder: 38,
            perKilometre: 1.30,
            perKilogram: 0.35,
            minimum: 55,
            share: 0.05
        ),
        CarrierModel(
            code: "FROST",
            name: "Polar Arrow Coldline",
            classes: [.frozen, .refrigerated],
            skills: [.hazardousDrugs],
            perOrder: 80,
            perKilometre: 1.50,
            perKilogram: 0.20,
            minimum: 110,
            share: 0.04
        ),
        CarrierModel(
            code: "PALLET",
            name: "Broadgate Pallet Network",
            classes: [.ambient],
            skills: [.tailLift],
            perOrder: 90,
            perKilometre: 0.90,
            perKilogram: 0.06,
            minimum: 120,
            share: 0.05
        ),
        CarrierModel(
            code: "SPOT",
            name: "Anyhour Special Transports",
            classes: [.frozen, .refrigerated, .ambient],
            skills: [.controlled, .hazardousDrugs],
            perOrder: 120,
            perKilometre: 1.60,
            perKilogram: 0.25,
            minimum: 160,
            share: 0.03
        ),
    ]

    /// The carrier nobody knows yet: cheap, and without a record.
    static let newcomer = CarrierModel(
        code: "NEW",
        name: "Swift Start Medical Couriers",
        classes: [.refrigerated, .ambient],
        skills: [],
        perOrder: 40,
        perKilometre: 1.00,
        perKilogram: 0.12,
        minimum: 60,
        share: 0.04
    )

    /// The six carriers of a peak day, which take two and a half times as much as on any other.
    static var peakRoster: [CarrierModel] {
        (roster + [newcomer]).map { model in
            var peak = model
            peak.share *= 2.5
            return peak
        }
    }

    /// Three carriers for a day of up to 100 orders, four up to 500, five beyond.
    static func roster(forOrders count: Int) -> ArraySlice<CarrierModel> {
        roster.prefix(count <= 100 ? 3 : count <= 500 ? 4 : 5)
    }
}
