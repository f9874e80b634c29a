internal import CarrierPool
public import Foundation

/// Brings a tender up to date: takes in answers, lets offers expire, asks the next carrier, and records it all.
///
/// May be run as often as one likes and killed at any moment: the log is the only state.
public struct TenderLoads: Sendable {
    /// Where the tender stands.
    public struct Outcome: Hashable, Sendable {
        /// One offer that waits for an answer.
        public struct OpenOffer: Hashable, Sendable {
            /// The load.
            public let load: String
            /// The carrier asked.
            public let carrier: String
            /// Until when.
            public let deadline: Date
        }

        /// Events of this run.
        public var events: Int
        /// The carrier of each load that is placed.
        public var placed: [String: String]
        /// Loads that nobody took, in the order of the requests.
        public var exhausted: [String]
        /// Loads that were taken back.
        public var withdrawn: [String]
        /// Offers that wait for an answer, in the order of the requests.
        public var open: [OpenOffer]
        /// What each load is expected to cost from now on, in the order of the requests.
        public var expected: [TenderExpectation]
    }

    /// The file with the requests: a JSON array.
    public var requests: String
    /// The log, made when it is not there.
    public var log: String
    /// What carriers have said, as lines of JSON; nil when there is nothing yet.
    public var answers: String?

    /// A tender of `requests`, kept in `log`.
    public init(requests: String, log: String, answers: String? = nil) {
        self.requests = requests
        self.log = log
        self.answers = answers
    }

    /// Does everything that is due by `now`.
    public func run(now: Date) throws(TenderError) -> Outcome {
        let loads = try TenderJSON.requests(in: Self.bytes(of: requests), path: requests)
        let said = try answers.map { path throws(TenderError) in
            try TenderJSON.events(in: Self.bytes(of: path), path: path)
        }
        let file = try TenderLog(log)
        var board = TenderBoard(loads)
        for event in file.events {
            guard board.state(of: event.load) != nil else {
                throw TenderError(.unknownLoad(event.load), path: log)
            }
            board.apply(event)
        }
        // What we do ourselves is never taken from outside.
        let answered: Set<TenderEvent.Kind> = [.accepted, .refused]
        let usable = (said ?? []).filter {
            answered.contains($0.event) || ($0.event == .withdrawn && $0.carrier == nil)
        }
        var run = TenderRun(board, answers: usable)
        let count = try run.advance(to: now) { event throws(TenderError) in try file.append(event) }
        return Outcome(run.board, events: count, now: now)
    }

    private static func bytes(of path: String) throws(TenderError) -> Data {
        do {
            return try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw TenderError(.unreadable(error.localizedDescription), path: path)
        }
    }
}

extension TenderLoads.Outcome {
    fileprivate init(_ board: TenderBoard, events: Int, now: Date) {
        expected = board.loads.compactMap { TenderExpectation($0, on: board, now: now) }
        self.events = events
        placed = [:]
        exhausted = []
        withdrawn = []
        open = []
        for load in board.loads {
            switch board.state(of: load) {
            case .placed(let carrier): placed[load] = carrier
            case .exhausted: exhausted.append(load)
            case .withdrawn: withdrawn.append(load)
            case .open, nil:
                open += board.openOffers(of: load).map {
                    OpenOffer(load: load, carrier: $0.carrier, deadline: $0.deadline)
                }
            }
        }
    }
}
