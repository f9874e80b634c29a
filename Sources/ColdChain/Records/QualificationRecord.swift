/// Something that has to be valid for goods to travel: a certificate, a calibration, a licence.
public struct QualificationRecord: Hashable, Sendable {
    /// What was certified.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The vehicle as a whole, such as a licence for controlled drugs.
        case vehicle
        /// Mapping and validation of a compartment.
        case compartment
        /// Calibration of the sensors; EU GDP asks for it at least once a year.
        case calibration
        /// Qualification of a passive box.
        case box
        /// Training of the driver, such as class 7 or hazardous drugs.
        case driver
        /// Licence or contract of a carrier.
        case carrier
        /// Wholesale or pharmacy licence of the consignee.
        case consignee
        /// Certificate that travels with controlled drugs.
        case certificate
    }

    /// What was certified.
    public var kind: Kind
    /// Who or what holds it: the code of a vehicle, site, carrier, box or order.
    public var holder: String
    /// What is qualified: `calibration`, `class7`, `narcotics`.
    public var name: String
    /// The first day; nil when it has always been.
    public var validFrom: CalendarDay?
    /// The last day, which still counts to its end; nil when it does not lapse.
    public var validUntil: CalendarDay?

    /// A record with these terms.
    public init(
        kind: Kind,
        holder: String,
        name: String,
        validFrom: CalendarDay? = nil,
        validUntil: CalendarDay? = nil
    ) {
        self.kind = kind
        self.holder = holder
        self.name = name
        self.validFrom = validFrom
        self.validUntil = validUntil
    }

    /// Whether it holds on every day of a trip.
    public func covers(_ days: ClosedRange<CalendarDay>) -> Bool {
        (validFrom.map { $0 <= days.lowerBound } ?? true)
            && (validUntil.map { $0 >= days.upperBound } ?? true)
    }

    /// Days by which it lapses before the end of a trip; 0 when it holds.
    public func daysShort(at end: CalendarDay) -> Int {
        max((validUntil.map { end.number - $0.number }) ?? 0, 0)
    }

    /// The last day of a Chinese transport certificate for narcotics issued on `day`: a year, but never across the calendar
    /// year (regulations on narcotic and psychotropic drugs, 2005, transport rules).
    public static func lastDayOfChineseCertificate(issued day: CalendarDay) -> CalendarDay {
        let (year, month, date) = day.date
        let anniversary = CalendarDay(year: year + 1, month: month, day: date)
        return min(CalendarDay(number: anniversary.number - 1), CalendarDay(year: year, month: 12, day: 31))
    }
}
