import Interchange

extension DayTables {
    /// The rule that drivers of a vehicle work by; nil when none is written for its weight in this market.
    ///
    /// Regulation (EC) 561/2006 begins above 3.5 t; Germany's ordinance carries it down to 2.8 t.  China's rule is for all.
    func workRule(of model: VehicleModel) -> String? {
        switch market {
        case .gb: model.hasTailLift ? "EU-561" : nil
        case .de: "EU-561"
        case .cn: "CN-4H"
        }
    }

    /// Half an hour for those who work more than six hours, begun three to five and a half hours after the shift.
    ///
    /// Directive 2002/15/EC asks for it in its fifth article.
    func breaks(of vehicle: GeneratedVehicle) -> String {
        let start = vehicle.shift.lowerBound
        return "30@\(clock(start + 180))-\(clock(start + 330))"
    }

    var workRuleTable: String {
        var table = CSVWriter(header: [
            "work_rule", "source", "max_drive_min", "break_min", "first_part_min", "second_part_min",
            "max_daily_drive_h", "max_duty_h",
        ])
        if market == .cn {
            table.append([
                "CN-4H", "Road Traffic Safety Law Regulation, art. 62", "240", "20", "", "", "", "",
            ])
        } else {
            table.append([
                "EU-561", "Regulation (EC) 561/2006, art. 6 to 8", "270", "45", "15", "30", "9", "13",
            ])
        }
        return table.text
    }

    var boxTypeTable: String {
        var table = CSVWriter(header: ["box_type", "regime", "hold_h", "ready", "stock", "cost"])
        for (model, count) in PassiveBoxDraw().stock(for: orders) {
            table.append([
                model.code, market.compartmentRegime(for: model.goodsClass), number(model.holdHours),
                clock(model.ready), String(count), money(model.cost * market.priceLevel),
            ])
        }
        return table.text
    }
}
