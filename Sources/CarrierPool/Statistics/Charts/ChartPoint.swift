/// What a control chart says of one point.
public enum ChartSignal: String, Hashable, Codable, Sendable {
    /// Within the limits: chance explains it.
    case none
    /// More failures than chance explains: a case is opened.
    case worse
    /// Fewer failures than chance explains: good news, or failures that are no longer reported.
    case better
}

/// One point of a chart of failures, with its limits.
public struct ChartPoint: Hashable, Codable, Sendable {
    /// The plotted value: a rate, a smoothed rate, or a sum of evidence.
    public var value: Double
    /// What the value would be on average if nothing had changed.
    public var centre: Double
    /// The limit on the low side; nil when no value is low enough to be surprising.
    public var lower: Double?
    /// The limit on the high side; nil when no value is high enough to be surprising.
    public var upper: Double?
    /// What the point says.
    public var signal: ChartSignal
    /// Whether the point rests on enough trials for its limits to mean what they say.
    ///
    /// A signal without support is shown, but opens no case.
    public var isSupported: Bool

    /// A point of a chart on which high values are bad.
    init(rate value: Double, centre: Double, lower: Double, upper: Double, isSupported: Bool = true) {
        self.value = value
        self.centre = centre
        self.lower = lower
        self.upper = upper
        signal = value > upper ? .worse : value < lower ? .better : .none
        self.isSupported = isSupported
    }
}
