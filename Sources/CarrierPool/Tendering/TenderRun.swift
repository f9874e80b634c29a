public import Foundation

/// Plays a tender forward in time: answers as they come in, and what is due by the clock, in the order of time.
public struct TenderRun: Sendable {
    /// Where every load stands.
    public private(set) var board: TenderBoard
    /// Answers from outside, by load, in the order of time.
    private let answers: [String: [TenderEvent]]

    /// A run from where `board` stands.
    ///
    /// - Parameter answers: Everything that carriers have said so far, in any order, also what the board knows already.
    public init(_ board: TenderBoard, answers: [TenderEvent]) {
        self.board = board
        self.answers = Dictionary(grouping: answers, by: \.load).mapValues { events in
            events.sorted { ($0.at, $0.carrier ?? "") < ($1.at, $1.carrier ?? "") }
        }
    }

    /// Does everything that is due by `now`, and hands each event to `record` **before** it takes effect.
    ///
    /// Whoever records events where they survive can end here at any point, by any means: a board made from what was
    /// recorded goes on where this one stopped, and no event is lost or done twice.
    ///
    /// - Returns: How many events there were.
    @discardableResult
    public mutating func advance<Failure: Error>(
        to now: Date,
        record: (TenderEvent) throws(Failure) -> Void
    ) throws(Failure) -> Int {
        var next = board.loads.map { nextEvent(for: $0, now: now) }
        var count = 0
        while let index = next.indices.filter({ next[$0] != nil }).min(by: { isEarlier(next[$0], next[$1]) }),
            let event = next[index]
        {
            try record(event)
            board.apply(event)
            next[index] = nextEvent(for: board.loads[index], now: now)
            count += 1
        }
        return count
    }

    private func isEarlier(_ first: TenderEvent?, _ second: TenderEvent?) -> Bool {
        guard let first, let second else { return first != nil }
        return first.at < second.at
    }

    /// The earliest thing that would change the state of a load: an answer, or what is due; an answer goes before what is
    /// due at the same moment, so that a yes in the last second counts.
    private func nextEvent(for load: String, now: Date) -> TenderEvent? {
        let due = board.due(for: load, now: now)
        let answer = (answers[load] ?? []).first { answer in
            answer.at <= now && board.effect(of: answer) == .applied
        }
        guard let answer else { return due }
        guard let due else { return answer }
        return due.at < answer.at ? due : answer
    }
}
