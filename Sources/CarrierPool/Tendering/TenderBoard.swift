public import Foundation

/// Where every load of a tender stands: a state machine over events.
///
/// The state follows from the events alone, so a log of them is all that has to be kept.  An event that has been taken in
/// already, or that comes too late to change anything, changes nothing: a log may be read twice, and answers may be
/// handed in as often as one likes.
public struct TenderBoard: Sendable {
    /// What became of an event.
    public enum Effect: Hashable, Sendable {
        /// It changed the state.
        case applied
        /// It was known already.
        case repeated
        /// It changes nothing: the load is unknown or settled, the offer was never made or is closed, or the answer
        /// came after the deadline or before the offer.
        case ignored
    }

    /// Where a load stands.
    public enum State: Hashable, Sendable {
        /// It waits for an answer, or for its first offer.
        case open
        /// This carrier takes it.
        case placed(carrier: String)
        /// It is gone.
        case withdrawn
        /// Nobody took it.
        case exhausted
    }

    /// One offer that was made.
    fileprivate struct Offer: Sendable {
        var offered: Date
        var deadline: Date
        /// How it ended; nil while it is open.
        var end: TenderEvent?
    }

    /// What is known of one load.
    fileprivate struct Case: Sendable {
        let request: TenderRequest
        var offers: [String: Offer] = [:]
        var state = State.open
        /// When it stopped being open; nil while it is.
        var settled: Date?
    }

    private var cases: [String: Case]
    /// The loads, in the order of the requests.
    public let loads: [String]

    /// A board on which nothing has happened yet; no two requests name one load.
    public init(_ requests: [TenderRequest]) {
        cases = Dictionary(uniqueKeysWithValues: requests.map { ($0.load, Case(request: $0)) })
        loads = requests.map(\.load)
    }

    /// Where a load stands; nil for one that is not on the board.
    public func state(of load: String) -> State? { cases[load]?.state }

    /// The carriers that are asked for a load right now, in the order of asking.
    public func openOffers(of load: String) -> [(carrier: String, deadline: Date)] {
        guard let found = cases[load] else { return [] }
        return found.request.steps.compactMap { step in
            found.offers[step.carrier].flatMap { $0.end == nil ? (step.carrier, $0.deadline) : nil }
        }
    }

    /// What was asked for a load.
    public func request(of load: String) -> TenderRequest? { cases[load]?.request }

    /// The carriers that may still take a load, in the order of asking: those asked right now and those not asked yet.
    public func undecided(of load: String) -> [TenderRequest.Step] {
        guard let found = cases[load], found.state == .open else { return [] }
        return found.request.steps.filter { found.offers[$0.carrier]?.end == nil }
    }

    /// Takes in an event.
    @discardableResult
    public mutating func apply(_ event: TenderEvent) -> Effect {
        guard var found = cases[event.load] else { return .ignored }
        let effect = found.apply(event)
        if effect == .applied { cases[event.load] = found }
        return effect
    }

    /// What an event would do, were it taken in now.
    public func effect(of event: TenderEvent) -> Effect {
        guard var found = cases[event.load] else { return .ignored }
        return found.apply(event)
    }

    /// What is to be done for a load no later than `now`: the earliest thing first, nil when nothing is.
    ///
    /// Offers that nobody answered expire, the next carrier is asked, offers that were overtaken are withdrawn.  Take the
    /// event in before asking again.
    public func due(for load: String, now: Date) -> TenderEvent? {
        cases[load]?.due().flatMap { $0.at <= now ? $0 : nil }
    }
}

extension TenderBoard.Case {
    fileprivate mutating func apply(_ event: TenderEvent) -> TenderBoard.Effect {
        switch event.event {
        case .offered: return offer(event)
        case .accepted, .refused, .expired: return answer(event)
        case .withdrawn: return event.carrier == nil ? close(event, as: .withdrawn) : withdraw(event)
        case .exhausted: return close(event, as: .exhausted)
        }
    }

    private mutating func offer(_ event: TenderEvent) -> TenderBoard.Effect {
        guard let carrier = event.carrier, let deadline = event.deadline else { return .ignored }
        if offers[carrier] != nil { return .repeated }
        guard state == .open, request.steps.contains(where: { $0.carrier == carrier }) else {
            return .ignored
        }
        offers[carrier] = TenderBoard.Offer(offered: event.at, deadline: deadline)
        return .applied
    }

    private mutating func answer(_ event: TenderEvent) -> TenderBoard.Effect {
        guard let carrier = event.carrier, var offer = offers[carrier] else { return .ignored }
        if let end = offer.end { return end.event == event.event ? .repeated : .ignored }
        guard state == .open, event.at >= offer.offered else { return .ignored }
        guard event.event == .expired ? event.at >= offer.deadline : event.at <= offer.deadline else {
            return .ignored
        }
        offer.end = event
        offers[carrier] = offer
        if event.event == .accepted {
            state = .placed(carrier: carrier)
            settled = event.at
        }
        return .applied
    }

    /// Takes back an offer of a load that another carrier has.
    private mutating func withdraw(_ event: TenderEvent) -> TenderBoard.Effect {
        guard let carrier = event.carrier, var offer = offers[carrier] else { return .ignored }
        if let end = offer.end { return end.event == .withdrawn ? .repeated : .ignored }
        offer.end = event
        offers[carrier] = offer
        return .applied
    }

    private mutating func close(_ event: TenderEvent, as end: TenderBoard.State) -> TenderBoard.Effect {
        if state == end { return .repeated }
        guard state == .open else { return .ignored }
        state = end
        settled = event.at
        return .applied
    }

    fileprivate func due() -> TenderEvent? {
        let open = request.steps.compactMap { step in
            offers[step.carrier].flatMap { $0.end == nil ? (carrier: step.carrier, offer: $0) : nil }
        }
        guard state == .open else { return takingBack(open) }
        let ends = offers.values.compactMap { $0.end?.at }
        let first = open.min { ($0.offer.deadline, $0.carrier) < ($1.offer.deadline, $1.carrier) }
        let expiry = first.map {
            TenderEvent(.expired, load: request.load, carrier: $0.carrier, at: $0.offer.deadline)
        }
        switch request.mode {
        case .broadcast:
            if let next = request.steps.first(where: { offers[$0.carrier] == nil }) {
                return offering(next, at: request.start) ?? expiry ?? exhausted(at: request.start)
            }
            return expiry ?? exhausted(at: ends.max() ?? request.start)
        case .waterfall:
            if let expiry { return expiry }
            let since = ends.max() ?? request.start
            guard let next = request.steps.first(where: { offers[$0.carrier] == nil }) else {
                return exhausted(at: since)
            }
            return offering(next, at: since) ?? exhausted(at: since)
        }
    }

    /// The offer, unless its answer could come too late for the pickup; a shorter time than agreed is not offered.
    private func offering(_ step: TenderRequest.Step, at moment: Date) -> TenderEvent? {
        let deadline = moment.addingTimeInterval(step.answerTime)
        guard deadline <= request.latestAnswer else { return nil }
        return TenderEvent(
            .offered,
            load: request.load,
            carrier: step.carrier,
            at: moment,
            deadline: deadline
        )
    }

    private func exhausted(at moment: Date) -> TenderEvent {
        TenderEvent(.exhausted, load: request.load, at: moment)
    }

    /// Offers that are still open although the load is settled are withdrawn.
    private func takingBack(_ open: [(carrier: String, offer: TenderBoard.Offer)]) -> TenderEvent? {
        open.first.map { item in
            let moment = settled ?? item.offer.offered
            return TenderEvent(.withdrawn, load: request.load, carrier: item.carrier, at: moment)
        }
    }
}
