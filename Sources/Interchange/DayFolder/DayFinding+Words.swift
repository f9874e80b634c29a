// The words follow "“value” …" in a message where a cell is meant, and stand alone where none is.

extension DayFinding {
    /// The code that never changes; Docs/errors.md explains each.
    public var code: String {
        switch reason {
        case .tooManyCells: "D320"
        case .empty: "D321"
        case .scientificCode: "D322"
        case .spreadsheetError: "D323"
        case .dateInsteadOfCode: "D324"
        case .lostLeadingZeros: "D325"
        case .lostDigits: "D326"
        case .duplicate: "D327"
        case .unclosedQuote: "D328"
        case .repeatedRow: "D329"
        case .notANumber: "D330"
        case .ambiguousNumber: "D331"
        case .outOfRange: "D332"
        case .notAPlace: "D333"
        case .notATime: "D334"
        case .notHours: "D335"
        case .closesBeforeItOpens: "D336"
        case .otherDay: "D337"
        case .notAMoment: "D339"
        case .ambiguousDate: "D338"
        case .unknownName: "D340"
        case .zerosMissing: "D341"
        case .refersToReject: "D342"
        case .unknownWord: "D343"
        case .notADate: "D344"
        case .notBreaks: "D345"
        case .notLevels: "D346"
        case .onlyForDeliveries: "D347"
        case .boxKeepsOther: "D348"
        case .closedToday: "D350"
        case .outsideHours: "D351"
        case .disagreesWithOrder: "D352"
        case .noCommonDepot: "D353"
        case .windowsOfLinesDoNotMeet: "D354"
        case .unknownColumn: "D380"
        case .totalsRow: "D381"
        case .repeatedColumn: "D382"
        case .dimensionLeftOut: "D383"
        case .cellsWithoutHeader: "D384"
        case .ordersWithoutSize: "D385"
        case .linesBeforeHeader: "D386"
        case .unknownSetting: "D387"
        case .fleetWithoutCosts: "D388"
        case .farFromDepots: "D389"
        }
    }

    /// What is wrong, without place and value.
    public var message: String {
        switch reason {
        case .tooManyCells(let found, let header): "the row has \(found) cells but the header has \(header)"
        case .empty: "the cell is empty but needed"
        case .scientificCode: "is a code that a spreadsheet has turned into a number"
        case .spreadsheetError: "is a spreadsheet's error sign, not a code"
        case .dateInsteadOfCode: "is a date where a code belongs"
        case .lostLeadingZeros(let width):
            "has lost its leading zeros: other codes of this column have \(width) digits"
        case .lostDigits: "ends in zeros after the 15th digit, as all long codes of this column do"
        case .duplicate(let row): "is already used in row \(row)"
        case .repeatedRow(let row): "stands in row \(row) with the very same cells"
        case .unclosedQuote: "a quotation mark is opened in this row and never closed"
        case .notANumber: "is not a number"
        case .ambiguousNumber(let small, let large): "may mean \(small) or \(large)"
        case .outOfRange(let range): "is outside the range \(range)"
        case .notAPlace: "is not a latitude and longitude on land we can plan for"
        case .notATime: "is not a time of day"
        case .notAMoment: "is not a date with a time"
        case .notHours: "is not a list of opening hours"
        case .closesBeforeItOpens: "ends before it begins"
        case .otherDay(let date): "is not on the day of the plan, \(date), nor on the day before or after"
        case .ambiguousDate: "may name two different dates"
        case .unknownName(let thing, _): "is not a \(thing.rawValue) we know"
        case .zerosMissing(let thing, let known): "is not a \(thing.rawValue) we know, but “\(known)” is"
        case .refersToReject(let thing, let file, let row):
            "is a \(thing.rawValue) that was rejected (\(file), row \(row))"
        case .unknownWord(let expected): "is none of the words \(expected.joined(separator: ", "))"
        case .notADate: "is not a date"
        case .notBreaks: "is not a list of breaks"
        case .notLevels: "is not a list of levels"
        case .onlyForDeliveries: "is for goods that are brought, but these are fetched"
        case .boxKeepsOther(let regime): "keeps \(regime), which the label of the goods does not allow"
        case .closedToday(let weekday): "is closed on \(weekday)"
        case .outsideHours(let hours): "is outside the opening hours, \(hours)"
        case .disagreesWithOrder(let row, let other):
            "differs from “\(other)” in row \(row) of the same order"
        case .noCommonDepot: "the rows of the order have no depot in common"
        case .windowsOfLinesDoNotMeet: "the rows of the order have no delivery time in common"
        case .unknownColumn(nil): "is not a column we know and is ignored"
        case .unknownColumn(let nearest?):
            "is not a column we know and is ignored; the nearest is “\(nearest)”"
        case .totalsRow: "looks like a totals row and is skipped"
        case .repeatedColumn(let meaning): "means “\(meaning)” like an earlier column and is ignored"
        case .dimensionLeftOut: "orders have it but no vehicle does, so it limits nothing"
        case .cellsWithoutHeader: "a column without a header holds values and is ignored"
        case .ordersWithoutSize(let count): "\(count) orders have no weight, volume or boxes and take no room"
        case .linesBeforeHeader(let count):
            "the header was found after \(count) other rows, which are skipped"
        case .unknownSetting(nil): "is not a setting we know and is ignored"
        case .unknownSetting(let nearest?):
            "is not a setting we know and is ignored; the nearest is “\(nearest)”"
        case .fleetWithoutCosts: "no vehicle costs anything, so each kilometre is counted as 1"
        case .farFromDepots(true):
            "lies far from every depot, and near one if latitude and longitude are swapped"
        case .farFromDepots(false): "lies more than 10 degrees from every depot"
        }
    }

    /// What to do about it.
    public var remedy: String {
        switch reason {
        case .tooManyCells: "put cells that contain the separator in quotation marks"
        case .empty: "fill it in, or leave the row out"
        case .scientificCode, .lostDigits, .lostLeadingZeros, .zerosMissing:
            "export the file again without opening it in a spreadsheet, or import the column there as text"
        case .spreadsheetError: "widen the column or repair the formula, and export again"
        case .dateInsteadOfCode:
            "import the column as text, or list it under “verbatim” in the mapping if the code is right"
        case .duplicate: "remove one of the two, or give it another code"
        case .repeatedRow: "remove one, or number the rows in the column “line” if both are meant"
        case .unclosedQuote: "close it, or write \"\" for a quotation mark inside a cell"
        case .notANumber: "write digits with at most one decimal mark, such as 12.5"
        case .ambiguousNumber: "say “decimal” in the mapping"
        case .outOfRange: "correct the number, or its unit in the mapping"
        case .notAPlace: "give degrees such as 53.825443 and -2.233901"
        case .notATime: "write it like 09:00, or 25:30 for half past one in the night after"
        case .notAMoment: "write it like 2026-07-02 09:15"
        case .notHours: "write it like 09:00-12:30 13:30-17:00, or closed"
        case .closesBeforeItOpens: "exchange the two, or write a time past midnight like 25:30"
        case .otherDay: "plan it on its own day, or leave out the date"
        case .ambiguousDate: "write 2026-03-02, or say “dates” in the mapping"
        case .unknownName(_, let nearest?): "did you mean “\(nearest)”?"
        case .unknownName(let thing, nil): "add it to \(Self.home(of: thing)), or correct the code"
        case .refersToReject: "repair that row first"
        case .unknownWord: "use one of them, or say in “values” of the mapping what it means"
        case .notADate: "write the last valid day like 2027-05-31"
        case .notBreaks: "write minutes and when they may begin like 30@11:30-13:30, or 45 for any time"
        case .notLevels: "write names with whole numbers like security:2|crew:2"
        case .onlyForDeliveries: "empty the cell"
        case .boxKeepsOther: "name a box whose range lies within that of the label"
        case .closedToday: "deliver on another day, or correct the site's hours (or “weekday” in day.csv)"
        case .outsideHours: "agree another time, or correct the site's hours"
        case .disagreesWithOrder: "give the rows different order numbers"
        case .noCommonDepot: "split the order by depot"
        case .windowsOfLinesDoNotMeet: "correct the times, or split the order"
        case .unknownColumn: "rename it, map it, or list it under “ignore” in the mapping"
        case .totalsRow: "nothing, if it is one"
        case .repeatedColumn: "list the one that is not meant under “ignore” in the mapping"
        case .dimensionLeftOut: "add the column to vehicles.csv"
        case .cellsWithoutHeader: "give the column a header"
        case .ordersWithoutSize: "fill in kg, litres or boxes"
        case .linesBeforeHeader: "nothing, if they are a title"
        case .unknownSetting: "correct the key"
        case .fleetWithoutCosts: "fill in cost_per_km and cost_per_hour"
        case .farFromDepots(true): "exchange the two columns"
        case .farFromDepots(false): "check the coordinates"
        }
    }

    private static func home(of thing: Thing) -> String {
        switch thing {
        case .site: "sites.csv"
        case .depot: "depots.csv"
        case .vehicle: "vehicles.csv"
        case .compartment: "compartments.csv"
        case .regime: "regimes.csv"
        case .workRule: "work_rules.csv"
        case .boxType: "box_types.csv"
        case .goodsClass: "segregation.csv"
        case .order: "orders.csv"
        case .trip: "trips.csv"
        }
    }
}
