/// Something in a day folder that a person should look at: a row that was rejected, or a warning.
public struct DayFinding: Hashable, Sendable {
    /// The name of the file.
    public var file: String
    /// The line of the file on which the row starts, from 1; nil when the whole file is meant.
    public var row: Int?
    /// The header of the column as the file has it; nil when the whole row is meant.
    public var column: String?
    /// The cell as the file has it; nil when no single cell is meant.
    public var value: String?
    /// What is wrong.
    public var reason: Reason

    /// A finding at a place of a file.
    init(file: String, row: Int?, column: String?, value: String?, reason: Reason) {
        self.file = file
        self.row = row
        self.column = column
        self.value = value
        self.reason = reason
    }

    /// What can be wrong with a row, and what can be odd about a file.
    public enum Reason: Hashable, Sendable {
        // Rows that cannot be used.
        /// The row has more cells than the header.
        case tooManyCells(found: Int, header: Int)
        /// A cell that must not be is empty.
        case empty
        /// A code became a floating-point number: `1.2E+13`.
        case scientificCode
        /// A code became `#####` or `#N/A`.
        case spreadsheetError
        /// A code became a date: `03-Mar`.
        case dateInsteadOfCode
        /// A number among codes of `width` digits with leading zeros is shorter than they are.
        case lostLeadingZeros(width: Int)
        /// All long codes of the column end in zeros after the 15th digit.
        case lostDigits
        /// The code is already used in an earlier row.
        case duplicate(firstRow: Int)
        /// The row of an order is equal to an earlier one and neither is numbered.
        case repeatedRow(firstRow: Int)
        /// A quotation mark is opened and never closed.
        case unclosedQuote
        /// The cell is no number.
        case notANumber
        /// The mark in the number may be a decimal mark or group thousands.
        case ambiguousNumber(small: String, large: String)
        /// The number is outside the range.
        case outOfRange(String)
        /// Latitude and longitude are no point on the map.
        case notAPlace
        /// The cell is no time.
        case notATime
        /// The cell is no date with a time.
        case notAMoment
        /// The cell is no list of opening hours.
        case notHours
        /// An interval ends before it begins.
        case closesBeforeItOpens
        /// The date is not that of the plan, given here, nor next to it.
        case otherDay(String)
        /// The numbers of the date can be read in several orders.
        case ambiguousDate
        /// The code names nothing; `nearest` does.
        case unknownName(Thing, nearest: String?)
        /// The code names nothing, but `known` differs from it in leading zeros only.
        case zerosMissing(Thing, known: String)
        /// The code names something whose own row was rejected.
        case refersToReject(Thing, file: String, row: Int)
        /// The word is none of those expected.
        case unknownWord(expected: [String])
        /// The cell is no date.
        case notADate
        /// The cell is no list of breaks.
        case notBreaks
        /// The cell is no list of levels.
        case notLevels
        /// The cell speaks of goods that are brought, in a row of goods that are fetched.
        case onlyForDeliveries
        /// The passive box keeps a range that the label of the goods does not allow.
        case boxKeepsOther(regime: String)
        /// The cell does not name two orders or more, each once.
        case notARelation
        /// The cell is for relations that are a sequence.
        case onlyForSequences
        /// The cell is no list of changeovers.
        case notChangeovers
        /// The cell is no code of a country, or no list of them.
        case notACountry
        /// The code has a blank in it.
        case blankInCode
        /// A passive box was never tested for weather like the day's.
        case notTestedForDay
        /// A radioactive package that may not share a vehicle.
        case exclusiveUseOnly
        /// A rule with conditions that has none.
        case ruleAsksNothing
        /// The cell names conditions of a rule that has none to be named.
        case onlyForConditional
        /// The rule says the contrary of another one.
        case contradictsRule(String, says: String)
        /// The place is closed on that weekday.
        case closedToday(weekday: String)
        /// The order's times miss the opening hours.
        case outsideHours(hours: String)
        /// The row contradicts an earlier one of its order, which says `other`.
        case disagreesWithOrder(row: Int, other: String)
        /// The rows of an order name depots that exclude each other.
        case noCommonDepot
        /// The rows of an order name times that exclude each other.
        case windowsOfLinesDoNotMeet
        // Warnings: the row or the file is used.
        /// A header means nothing to us.
        case unknownColumn(nearest: String?)
        /// A row at the end holds sums.
        case totalsRow
        /// Two headers mean the same column.
        case repeatedColumn(meaning: String)
        /// Orders are measured in a way that no vehicle is.
        case dimensionLeftOut
        /// A column has values but no header.
        case cellsWithoutHeader
        /// Orders take no room in any dimension.
        case ordersWithoutSize(count: Int)
        /// Rows stand above the header.
        case linesBeforeHeader(count: Int)
        /// A key of `day.csv` means nothing to us.
        case unknownSetting(nearest: String?)
        /// No vehicle costs anything.
        case fleetWithoutCosts
        /// A relation names an order whose row was rejected.
        case relationWithoutOrder(row: Int)
        /// No rule speaks of the channel.
        case channelWithoutRule
        /// Orders have a channel, but nobody has said in which country they are handed over.
        case channelWithoutCountry(count: Int)
        /// Orders go to patients whose pseudonym nobody has given.
        case patientWithoutCode(count: Int)
        /// A site is out of reach of every depot; `isSwapped`: but not with its coordinates exchanged.
        case farFromDepots(isSwapped: Bool)
    }

    /// What a code in a cell names.
    public enum Thing: String, Hashable, Sendable {
        /// A customer's place.
        case site
        /// A place where vehicles load.
        case depot
        /// A vehicle.
        case vehicle
        /// A haulier of the pool.
        case carrier
        /// A part of a vehicle's body.
        case compartment
        /// A temperature regime.
        case regime
        /// What the law asks of drivers.
        case workRule = "work rule"
        /// A passive box.
        case boxType = "box type"
        /// Goods that may have to be kept apart from others.
        case goodsClass = "class of goods"
        /// A radioactive nuclide.
        case nuclide
        /// An order.
        case order
        /// A way from seller to user.
        case channel
        /// What goods are in law.
        case productClass = "class of products"
        /// A trip of a carrier.
        case trip
    }
}

extension DayFinding: CustomStringConvertible {
    /// One sentence: place, value, what is wrong, what to do, code.
    public var description: String {
        var place = file
        if let row { place += ", row \(row)" }
        if let column { place += ", column \(column)" }
        let shown = value.map { "“\(Self.shortened($0))” " } ?? ""
        return "\(place): \(shown)\(message); \(remedy) (\(code))"
    }

    /// A long cell cut to what fits on a line, its line breaks shown as blanks.
    static func shortened(_ value: String) -> String {
        let line = String(value.map { $0.isNewline ? " " : $0 })
        return line.count > 60 ? String(line.prefix(57)) + "…" : line
    }
}
