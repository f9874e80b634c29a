import Testing

@testable import CarrierPool

@Suite struct ScoringTests {
    static let onTime = KPI.onTimeDelivery
    static let answer = KPI.responseTime

    /// On time weighs 3 (from 80 to 100 %), response 1 (from 240 to 40 minutes).
    static func rule() throws -> ScoringRule {
        try ScoringRule([
            .init(.standard(onTime), weight: 3, scale: try ScoreScale(floor: 0.8, target: 1, of: onTime)),
            .init(.standard(answer), weight: 1, scale: try ScoreScale(floor: 240, target: 40, of: answer)),
        ])
    }

    /// A scorecard whose score is `points`, known as exactly as `strength` trials allow.
    static func card(points: Double, strength: Double, gates: [GateFinding] = []) throws -> Scorecard {
        let rate = points / 100
        let rule = try ScoringRule([
            .init(.standard(onTime), weight: 1, scale: try ScoreScale(floor: 0, target: 1, of: onTime))
        ])
        let known = BetaDistribution(alpha: rate * strength, beta: (1 - rate) * strength)
        return Scorecard(rule: rule, evidence: [onTime: .share(known)], gates: gates)
    }

    @Test func `points run straight from floor to target and stop there, in either direction`() throws {
        let rising = try ScoreScale(floor: 0.8, target: 1, of: Self.onTime)
        #expect([0.7, 0.8, 0.85, 1].map { printed(rising.points($0), 0) } == ["0", "0", "25", "100"])
        let falling = try ScoreScale(floor: 240, target: 40, of: Self.answer)
        #expect([300.0, 90, 10].map { printed(falling.points($0), 0) } == ["0", "75", "100"])
        let interval = falling.points(Interval(lower: 90, upper: 140, level: 0.9))
        #expect(interval == Interval(lower: 50, upper: 75, level: 0.9))
    }

    @Test func `the score is the weighted mean of the points at the posterior means`() throws {
        let known = BetaDistribution(alpha: 90, beta: 10)
        let card = Scorecard(
            rule: try Self.rule(),
            evidence: [Self.onTime: .share(known), Self.answer: .value(90)]
        )
        // 90 % is worth 50, 90 minutes 75: ¾ · 50 + ¼ · 75.
        #expect(abs(try #require(card.score) - 56.25) < 1e-9)
        #expect(!card.isIncomplete)
        // One standard deviation of the rate, √(.09 ÷ 101) = 2.985 %, is worth 14.93 points, three quarters of which
        // count.
        #expect(abs(card.deviation - 11.19) < 0.3)
        #expect(card.lines[0].interval?.contains(50) == true)
        #expect(card.lines[1].interval == nil)
    }

    @Test func `the weight of a missing figure goes to the others, and the score says so`() throws {
        let card = Scorecard(rule: try Self.rule(), evidence: [Self.answer: .value(90)])
        #expect(card.score == 75)
        #expect(card.isIncomplete)
        #expect(card.lines.map(\.isMissing) == [true, false])
        #expect(card.lines.map(\.weight) == [0, 1])
        #expect(Scorecard(rule: try Self.rule(), evidence: [:]).score == nil)
    }

    @Test func `the medical rule weighs temperature and its record with forty of a hundred`() throws {
        let entries = try ScoringRule.medical().entries
        #expect(entries.map(\.weight).reduce(0, +) == 100)
        let warm = entries.filter { [.excursionFree, .recordCompleteness].contains($0.definition.kpi) }
        #expect(warm.map(\.weight).reduce(0, +) == 40)
    }

    @Test func `a rule that cannot be averaged is refused`() throws {
        let scale = try ScoreScale(floor: 0, target: 1, of: Self.onTime)
        #expect(throws: CarrierPoolError(.noWeight, at: .scorecard)) {
            try ScoringRule([.init(.standard(Self.onTime), weight: 0, scale: scale)])
        }
        #expect(throws: CarrierPoolError(.weightedGate, at: .scoring(.qualification))) {
            try ScoringRule([.init(.standard(.qualification), weight: 1, scale: scale)])
        }
        #expect(throws: CarrierPoolError(.flatScale(floor: 1, target: 1), at: .scoring(.onTimeDelivery))) {
            try ScoreScale(floor: 1, target: 1, of: Self.onTime)
        }
    }

    @Test(arguments: [(100.0, Tier.a), (85, .a), (84.9, .b), (70, .b), (55, .c), (54.9, .d), (0, .d)])
    func `tiers begin at 85, 70 and 55 points`(_ c: (score: Double, tier: Tier)) {
        #expect(Tier(score: c.score) == c.tier)
    }

    @Test func `a tier changes only when chance does not explain it`() throws {
        // 87 points on 50 trials are 5 points uncertain: two in three for A. On 5000 trials half a point: certain.
        let unsure = TierDecision(
            scorecard: try Self.card(points: 87, strength: 50),
            current: .b,
            previousScoreTier: .b
        )
        #expect(unsure.tier == .b)
        #expect(unsure.scoreTier == .a)
        guard case .held(let probability) = unsure.reason else { throw Unexpected() }
        #expect(probability > 0.6 && probability < 0.7)

        let sure = TierDecision(
            scorecard: try Self.card(points: 87, strength: 5_000),
            current: .b,
            previousScoreTier: .b
        )
        #expect(sure.tier == .a)
    }

    struct Unexpected: Error {}

    @Test func `two periods in a row on the same side change the tier to the nearer of the two`() throws {
        let rising = try Self.card(points: 87, strength: 50)
        let up = TierDecision(scorecard: rising, current: .c, previousScoreTier: .b)
        // From C straight to A is believed by less than 0.8; B and A in a row make it B.
        #expect(up.tier == .b)
        #expect(up.reason == .twoPeriods)
        let falling = try Self.card(points: 68, strength: 50)
        #expect(TierDecision(scorecard: falling, current: .b, previousScoreTier: .c).tier == .c)
        #expect(TierDecision(scorecard: falling, current: .b, previousScoreTier: .a).tier == .b)
    }

    @Test func `a first score sets the tier, and no score leaves it`() throws {
        let card = try Self.card(points: 60, strength: 20)
        #expect(TierDecision(scorecard: card, current: nil, previousScoreTier: nil).tier == .c)
        let empty = Scorecard(rule: try Self.rule(), evidence: [:])
        let kept = TierDecision(scorecard: empty, current: .b, previousScoreTier: .b)
        #expect(kept.tier == .b)
        #expect(kept.reason == .noScore)
    }

    @Test func `a gate caps the tier at C at once and names the trips`() throws {
        var expired = trip("T1")
        expired.isQualified = false
        var hidden = trip("T2", excursions: 1)
        hidden.temperature?.isReported = false
        var history = CarrierHistory()
        history.trips = [expired, hidden, trip("T3", excursions: 1)]
        let gates = history.gateFindings
        #expect(gates.map(\.gate) == [.expiredQualification, .unreportedExcursion])
        #expect(gates.map(\.trips) == [["T1"], ["T2"]])
        let card = try Self.card(points: 95, strength: 5_000, gates: gates)
        let decision = TierDecision(scorecard: card, current: .a, previousScoreTier: .a)
        #expect(decision.tier == .c)
        #expect(decision.reason == .gated)
        // A gate does not lift a carrier that is lower already.
        let poor = try Self.card(points: 20, strength: 5_000, gates: gates)
        #expect(TierDecision(scorecard: poor, current: .d, previousScoreTier: .d).tier == .d)
    }
}
