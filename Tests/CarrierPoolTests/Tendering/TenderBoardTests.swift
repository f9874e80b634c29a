import Foundation
import Testing

@testable import CarrierPool

@Suite struct `Tender of loads` {
    /// A asked first with an hour, then B with half an hour; an answer is needed within two hours.
    private func request(_ mode: TenderRequest.Mode = .waterfall) -> TenderRequest {
        TenderRequest(
            load: "L1",
            mode: mode,
            steps: [.init(carrier: "A", answerTime: 3_600), .init(carrier: "B", answerTime: 1_800)],
            start: monday,
            latestAnswer: at(minute: 120)
        )
    }

    private func play(
        _ answers: [TenderEvent],
        to minute: Double,
        _ mode: TenderRequest.Mode = .waterfall
    ) -> (events: [String], board: TenderBoard) {
        var run = TenderRun(TenderBoard([request(mode)]), answers: answers)
        var events: [String] = []
        run.advance(to: at(minute: minute)) { event in
            events.append(
                "\(Int(event.at.timeIntervalSince(monday) / 60)) \(event.event.rawValue) \(event.carrier ?? "-")"
            )
        }
        return (events, run.board)
    }

    private func answer(_ kind: TenderEvent.Kind, _ carrier: String, _ minute: Double) -> TenderEvent {
        TenderEvent(kind, load: "L1", carrier: carrier, at: at(minute: minute))
    }

    @Test func `the next carrier is asked when the first refuses or says nothing`() {
        let refused = play([answer(.refused, "A", 20), answer(.accepted, "B", 40)], to: 500)
        #expect(refused.events == ["0 offered A", "20 refused A", "20 offered B", "40 accepted B"])
        #expect(refused.board.state(of: "L1") == .placed(carrier: "B"))
        let silent = play([], to: 500)
        #expect(
            silent.events == [
                "0 offered A", "60 expired A", "60 offered B", "90 expired B", "90 exhausted -",
            ]
        )
        #expect(silent.board.state(of: "L1") == .exhausted)
    }

    @Test func `a yes in the last second counts, one second later it does not`() {
        #expect(play([answer(.accepted, "A", 60)], to: 60).board.state(of: "L1") == .placed(carrier: "A"))
        let late = TenderEvent(.accepted, load: "L1", carrier: "A", at: at(minute: 60).addingTimeInterval(1))
        let found = play([late], to: 70)
        #expect(found.board.state(of: "L1") == .open)
        #expect(found.board.openOffers(of: "L1").map(\.carrier) == ["B"])
    }

    @Test func `an offer whose answer could come too late for the pickup is not made`() {
        var short = request()
        short.latestAnswer = at(minute: 80)
        var run = TenderRun(TenderBoard([short]), answers: [answer(.refused, "A", 55)])
        var kinds: [TenderEvent.Kind] = []
        run.advance(to: at(minute: 500)) { kinds.append($0.event) }
        // B would have until minute 85.
        #expect(kinds == [.offered, .refused, .exhausted])
    }

    @Test func `of a broadcast the first yes counts and the other offers are withdrawn`() {
        let found = play([answer(.accepted, "B", 10), answer(.accepted, "A", 11)], to: 500, .broadcast)
        #expect(found.events == ["0 offered A", "0 offered B", "10 accepted B", "10 withdrawn A"])
        #expect(found.board.state(of: "L1") == .placed(carrier: "B"))
    }

    @Test func `a load that is gone is not offered further`() {
        let gone = TenderEvent(.withdrawn, load: "L1", at: at(minute: 30))
        let found = play([gone, answer(.accepted, "A", 40)], to: 500)
        #expect(found.events == ["0 offered A", "30 withdrawn -", "30 withdrawn A"])
        #expect(found.board.state(of: "L1") == .withdrawn)
    }

    @Test func `events taken in twice change nothing, and neither do answers nobody asked for`() {
        var board = TenderBoard([request()])
        let offer = TenderEvent(.offered, load: "L1", carrier: "A", at: monday, deadline: at(minute: 60))
        #expect(board.apply(answer(.accepted, "A", 5)) == .ignored)
        #expect(board.apply(offer) == .applied)
        #expect(board.apply(offer) == .repeated)
        #expect(board.apply(answer(.accepted, "B", 5)) == .ignored)
        #expect(board.apply(answer(.expired, "A", 59)) == .ignored)
        #expect(board.apply(answer(.accepted, "A", 5)) == .applied)
        #expect(board.apply(answer(.accepted, "A", 5)) == .repeated)
        #expect(board.apply(answer(.refused, "A", 6)) == .ignored)
        #expect(board.apply(TenderEvent(.exhausted, load: "L1", at: at(minute: 90))) == .ignored)
        #expect(board.apply(TenderEvent(.exhausted, load: "L2", at: monday)) == .ignored)
        #expect(board.state(of: "L1") == .placed(carrier: "A"))
    }

    @Test func `going on from any prefix of the events ends where one run ends`() {
        let answers = [answer(.refused, "A", 20), answer(.accepted, "B", 40)]
        var all: [TenderEvent] = []
        var whole = TenderRun(TenderBoard([request()]), answers: answers)
        whole.advance(to: at(minute: 500)) { all.append($0) }
        for count in 0...all.count {
            var board = TenderBoard([request()])
            var log = Array(all.prefix(count))
            for event in log { board.apply(event) }
            var run = TenderRun(board, answers: answers)
            run.advance(to: at(minute: 500)) { log.append($0) }
            #expect(log == all)
        }
    }
}
