/// What a generated fleet is made of.
public enum FleetKind: String, CaseIterable, Sendable {
    /// Vans and trucks with compartments for two or three temperatures.
    case mixed
    /// Bodies of the same size with one compartment, kept at one temperature.
    case singleRegime = "single-regime"
}

extension VehicleModel {
    /// A 3.5 t van with one body for a class, as large as all compartments of `threeTemperatureVan` together.
    static func van(for goodsClass: GoodsClass) -> VehicleModel {
        single(threeTemperatureVan, "van", goodsClass)
    }

    /// A 7.5 t truck with one body for a class.
    static func truck(for goodsClass: GoodsClass) -> VehicleModel {
        single(.truck, "truck", goodsClass)
    }

    /// Bulkheads and second evaporators away, and with them what their checks and cleaning cost: as a `dryVan` to a van
    /// with three temperatures, so 20 to 26.
    private static func single(_ model: VehicleModel, _ name: String, _ goodsClass: GoodsClass)
        -> VehicleModel
    {
        let words: [GoodsClass: (name: String, letter: String)] = [
            .ambient: ("ambient", "A"), .refrigerated: ("cold", "R"), .frozen: ("frozen", "F"),
        ]
        let word = words[goodsClass.compartmentClass, default: ("ambient", "A")]
        var single = model
        single.name = "\(name)-\(word.name)"
        single.prefix = (model.hasTailLift ? "T" : "V") + word.letter
        single.compartments = [
            CompartmentModel(
                name: "body",
                classes: [goodsClass.compartmentClass],
                litres: model.litres,
                kilograms: model.kilograms
            )
        ]
        single.fixedCost = model.fixedCost * dryVan.fixedCost / threeTemperatureVan.fixedCost
        single.kilometreCost = model.kilometreCost * dryVan.kilometreCost / threeTemperatureVan.kilometreCost
        return single
    }
}

/// Chooses single-temperature vehicles for a workload: each class gets its own, by the rules of `FleetSizing`.
struct SingleRegimeSizing {
    /// The models for the orders of one depot and half of the day; `room` is what has to fit on board at once.
    func models(
        for orders: [GeneratedOrder],
        room: [GeneratedOrder],
        sites: [GeneratedSite],
        from depot: GeneratedDepot,
        isLate: Bool
    ) -> [VehicleModel] {
        [GoodsClass.ambient, .refrigerated, .frozen].flatMap { goodsClass in
            let work = Workload(
                of: orders.compactMap { $0.only(goodsClass) },
                room: room.compactMap { $0.only(goodsClass) },
                sites: sites,
                from: depot.coordinate
            )
            return models(for: work, goodsClass, isLate: isLate)
        }
    }

    private func models(for work: Workload, _ goodsClass: GoodsClass, isLate: Bool) -> [VehicleModel] {
        guard work.stops > 0 else { return [] }
        let need = work.demand[goodsClass, default: (0, 0)]
        let (truck, van) = (VehicleModel.truck(for: goodsClass), VehicleModel.van(for: goodsClass))
        let trucks = isLate ? 0 : FleetSizing().trucks(for: work)
        func isEnough(_ vans: Int) -> Bool {
            let litres = Double(trucks * truck.litres + vans * van.litres)
            let kilograms = Double(trucks * truck.kilograms + vans * van.kilograms)
            return trucks + vans > 0 && need.litres <= FleetSizing.targetUse * litres
                && need.kilograms <= FleetSizing.targetUse * kilograms
                && FleetSizing.hasTime(vehicles: trucks + vans, for: work)
        }
        let vans = (0...).first(where: isEnough) ?? 0
        return Array(repeating: truck, count: trucks) + Array(repeating: van, count: vans)
    }
}

extension GeneratedOrder {
    /// The part of an order that travels in a compartment for one class; nil when there is none.
    ///
    /// Goods in passive boxes travel with the ambient goods.
    func only(_ goodsClass: GoodsClass) -> GeneratedOrder? {
        var part = self
        part.lines = lines.filter { line in
            let own = line.passiveBox == nil ? line.product.goodsClass.compartmentClass : .ambient
            return own == goodsClass
        }
        return part.lines.isEmpty ? nil : part
    }
}
