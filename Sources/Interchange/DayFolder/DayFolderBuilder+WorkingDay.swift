import VehicleRouting

extension DayFolderBuilder {
    /// What a row of `vehicles.csv` says about the driver's day, certificates and layouts.
    func addWorkingDay(
        to vehicle: inout Vehicle,
        _ table: DayTable<VehicleColumn>,
        _ row: Int
    ) throws(RowProblem) {
        vehicle.breaks = try table.breaks(.breaks, row)
        let rule = try table.optionalCode(.workRule, row)
        if !rule.isEmpty {
            switch workRuleIndex.index(of: rule, thing: .workRule) {
            case .success(let index): vehicle.workRule = workRules[index]
            case .failure(let unknown): throw table.problem(.workRule, row, unknown.reason)
            }
        }
        vehicle.maxTravelTime = try table.scaled(.maxDriveHours, row, by: 3600, in: 0...48)
        vehicle.hoursUsed = HoursUsed(
            drivingSinceRest: try table.scaled(.drivenSinceBreak, row, by: 60, in: 0...1440) ?? 0,
            hasFirstPart: try table.yesOrNo(.firstPartTaken, row) ?? false,
            driving: try table.scaled(.drivenToday, row, by: 3600, in: 0...24) ?? 0,
            duty: try table.scaled(.onDutyToday, row, by: 3600, in: 0...48) ?? 0
        )
        vehicle.levels = try table.levels(.offeredLevels, row)
        vehicle.permits = try table.permits(.permits, row, on: settings.planDay)
        let body = try table.optionalCode(.body, row)
        if !body.isEmpty { vehicle.body = .text(body) }
    }

    /// How much opening its door may warm a compartment; nil when the row does not say.
    ///
    /// Cells are degrees, the problem has thousandths.
    func door(_ table: DayTable<CompartmentColumn>, _ row: Int) throws(RowProblem) -> DoorBudget? {
        let rise = try table.scaled(.doorRise, row, by: 1000, in: 0...100)
        let recovery = try table.scaled(.doorRecovery, row, by: 1000, in: 0...1000)
        let limit = try table.scaled(.doorLimit, row, by: 1000, in: 0...100)
        guard rise != nil || recovery != nil || limit != nil else { return nil }
        guard let rise else { throw table.problem(.doorRise, row, .empty) }
        guard let limit else { throw table.problem(.doorLimit, row, .empty) }
        return DoorBudget(rise: rise, recoveryPerHour: recovery ?? 0, limit: limit)
    }
}
