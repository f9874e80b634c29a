public import Foundation

/// A claim for damage or loss.
public struct ClaimRecord: Hashable, Codable, Sendable {
    /// Against whom.
    public var carrier: String
    /// On which lane.
    public var lane: String
    /// When it was raised.
    public var opened: Date
    /// When it was settled; nil while open.
    public var closed: Date?
    /// What is claimed, in currency.
    public var value: Double

    /// A claim of `value`, at least 0.
    public init(carrier: String, lane: String, opened: Date, closed: Date?, value: Double) {
        precondition(value >= 0)
        self.carrier = carrier
        self.lane = lane
        self.opened = opened
        self.closed = closed
        self.value = value
    }
}

/// A freight invoice.
public struct InvoiceRecord: Hashable, Codable, Sendable {
    /// From whom.
    public var carrier: String
    /// For which lane.
    public var lane: String
    /// When it was issued.
    public var issued: Date
    /// What was billed, in currency, at least 0.
    public var value: Double
    /// What had to be corrected, up or down, in currency; 0 when it was right.
    public var correction: Double

    /// An invoice and its correction.
    public init(carrier: String, lane: String, issued: Date, value: Double, correction: Double = 0) {
        precondition(value >= 0)
        self.carrier = carrier
        self.lane = lane
        self.issued = issued
        self.value = value
        self.correction = correction
    }
}

/// A corrective or preventive action agreed in an audit.
public struct CorrectiveAction: Hashable, Codable, Sendable {
    /// Who is to act.
    public var carrier: String
    /// Until when.
    public var due: Date
    /// When it was done; nil while open.
    public var closed: Date?

    /// An action due at `due`.
    public init(carrier: String, due: Date, closed: Date?) {
        self.carrier = carrier
        self.due = due
        self.closed = closed
    }
}
