import Foundation
import Testing

@testable import CarrierPool

@Suite struct ForgettingTests {
    static let now = Date(timeIntervalSince1970: 1_790_000_000)
    static func daysAgo(_ days: Double) -> Date { now.addingTimeInterval(-days * 86_400) }

    @Test func `a trial one half-life old counts half, and the weights are the effective number`() {
        let tally = Forgetting().tally(
            [(Self.daysAgo(0), true), (Self.daysAgo(90), false), (Self.daysAgo(180), true)],
            at: Self.now
        )
        // 1 + ½ + ¼ trials, of which 1 + ¼ happened.
        #expect(abs(tally.trials - 1.75) < 1e-12)
        #expect(abs(tally.count - 1.25) < 1e-12)
    }

    @Test func `nothing before an audited change counts, nor anything after the day of the review`() {
        let forgetting = Forgetting(reset: Self.daysAgo(10))
        #expect(forgetting.weight(of: Self.daysAgo(11), at: Self.now) == 0)
        #expect(forgetting.weight(of: Self.daysAgo(10), at: Self.now) > 0.9)
        #expect(forgetting.weight(of: Self.daysAgo(-1), at: Self.now) == 0)
        #expect(Forgetting.never.weight(of: Self.daysAgo(3_650), at: Self.now) == 1)
    }
}
