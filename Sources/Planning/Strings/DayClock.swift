internal import Foundation
public import VehicleRouting

/// Turns a problem's seconds into what the clock on the wall shows.
public struct DayClock: Sendable {
    /// Unix time of second 0; nil when times stand for themselves.
    private let epoch: Int?
    private let zone: TimeZone
    /// The plan's day, counted in local days since 1970.
    private let firstDay: Int

    /// The clock of `problem`: its epoch in its time zone, UTC when it names none or none that is known.
    ///
    /// Second 0 is twelve hours before noon, so on a day when clocks change it may lie on the day before; noon never does.
    public init(_ problem: Problem) {
        epoch = problem.epoch
        zone = problem.timeZone.flatMap(TimeZone.init(identifier:)) ?? .gmt
        firstDay = Self.wall((epoch ?? 0) + 43_200, in: zone).day
    }

    /// The time of day, `07:42`; on a later day `01:10 +1`.
    ///
    /// Seconds are dropped, as on a clock.  Without an epoch the hours simply count on.
    public func time(_ seconds: Seconds) -> String {
        guard epoch != nil else {
            let minutes = seconds.flooredQuotient(by: 60)
            let hours = minutes.flooredQuotient(by: 60)
            return "\(hours < 0 ? "−" : "")\(twoDigits(abs(hours))):\(twoDigits(minutes - hours * 60))"
        }
        let (day, second) = local(seconds)
        let time = "\(twoDigits(second / 3600)):\(twoDigits(second / 60 % 60))"
        guard day != firstDay else { return time }
        return "\(time) \(day > firstDay ? "+" : "−")\(abs(day - firstDay))"
    }

    /// The local date and time for tables, `2026-03-02 07:42:05`; without an epoch the bare seconds.
    public func stamp(_ seconds: Seconds) -> String {
        guard epoch != nil else { return "\(seconds)" }
        let (day, second) = local(seconds)
        let clock = [second / 3600, second / 60 % 60, second % 60].map(twoDigits).joined(separator: ":")
        return "\(date(ofDay: day)) \(clock)"
    }

    /// The date of the plan's day, `2026-03-02`; nil without an epoch.
    public var date: String? {
        epoch == nil ? nil : date(ofDay: firstDay)
    }

    private func local(_ seconds: Seconds) -> (day: Int, second: Int) {
        Self.wall((epoch ?? 0) + seconds, in: zone)
    }

    /// The day, counted from 1970, and the second of that day on the wall.
    private static func wall(_ unix: Int, in zone: TimeZone) -> (day: Int, second: Int) {
        let wall = unix + zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(unix)))
        let day = wall.flooredQuotient(by: 86_400)
        return (day, wall - day * 86_400)
    }

    private func date(ofDay day: Int) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let moment = Date(timeIntervalSince1970: Double(day) * 86_400)
        let parts = calendar.dateComponents([.year, .month, .day], from: moment)
        return "\(parts.year ?? 0)-\(twoDigits(parts.month ?? 0))-\(twoDigits(parts.day ?? 0))"
    }
}

extension Int {
    /// Division that rounds towards minus infinity, so that a second before midnight belongs to the day
    /// before.
    func flooredQuotient(by divisor: Int) -> Int {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
