import Foundation
import VehicleRouting

/// Shows the times of a problem: with its date and zone where it has an epoch, else as hours, minutes and seconds.
struct RouteMapClock {
    private let epoch: Int?
    private let style: Date.ISO8601FormatStyle

    init(_ problem: Problem) {
        epoch = problem.epoch
        let zone = problem.timeZone.flatMap(TimeZone.init(identifier:)) ?? .gmt
        style = Date.ISO8601FormatStyle(timeZone: zone)
    }

    /// `2026-03-05T08:15:00Z`, or `08:15:00` without an epoch.
    func text(_ time: Seconds) -> String {
        guard let epoch else {
            let parts = [time / 3600, time / 60 % 60, time % 60]
            return parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        }
        return Date(timeIntervalSince1970: Double(epoch + time)).formatted(style)
    }

    /// The hour and minute for a sentence: `08:15`.
    func short(_ time: Seconds) -> String {
        let text = text(time)
        let clock = text.firstIndex(of: "T").map { text[text.index(after: $0)...] } ?? text[...]
        return String(clock.prefix { $0 != "Z" }.split(separator: ":").prefix(2).joined(separator: ":"))
    }
}
