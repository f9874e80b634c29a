/// Draws what is promised to a customer within its hours, and when its goods are ready.
struct PromiseDraw {
    var kind: SiteKind
    var hours: DayHours

    /// When the second wave of the day leaves the picking area, and from when it can be at a customer's.
    static let secondWaveRelease = 12 * 60
    static let secondWaveEarliest = 13 * 60 + 30
    /// The shortest time that may be left of a site's hours by a promise.
    static let shortest = 45

    func draw(using random: inout SeededRandom) -> GeneratedOrder.Promise {
        let draw = random.uniform()
        switch kind {
        case .hospital:
            if draw < 0.15 { return before(10 * 60) }
            if draw < 0.35 { return before(12 * 60) }
        case .pharmacy:
            if draw < 0.15 { return before(11 * 60) }
            if draw < 0.35 { return secondWave() }
        case .clinic:
            if draw < 0.30 { return before(12 * 60) }
        case .laboratory:
            if draw < 0.40 { return before(10 * 60 + 30) }
        case .patient:
            return slot(isEvening: draw < 0.55, using: &random)
        }
        return GeneratedOrder.Promise()
    }

    /// Delivery in the morning, where the site is open long enough before.
    private func before(_ latest: Int) -> GeneratedOrder.Promise {
        guard let opening = hours.first?.lowerBound, latest - opening >= Self.shortest,
            hours.contains(where: { $0.upperBound > latest })
        else { return GeneratedOrder.Promise() }
        return GeneratedOrder.Promise(latest: latest)
    }

    /// Ordered by late morning, delivered in the afternoon, where the site is open long enough.
    private func secondWave() -> GeneratedOrder.Promise {
        guard let closing = hours.last?.upperBound, closing >= 17 * 60 else {
            return GeneratedOrder.Promise()
        }
        return GeneratedOrder.Promise(earliest: Self.secondWaveEarliest, release: Self.secondWaveRelease)
    }

    /// Two hours in the evening or three by day, as homes are told.
    private func slot(isEvening: Bool, using random: inout SeededRandom) -> GeneratedOrder.Promise {
        let start = isEvening ? [17, 18, 19] : [9, 10, 12, 13]
        let earliest = random.element(of: start) * 60
        return GeneratedOrder.Promise(earliest: earliest, latest: earliest + (isEvening ? 120 : 180))
    }
}
