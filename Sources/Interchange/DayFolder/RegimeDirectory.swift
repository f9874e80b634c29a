public import VehicleRouting

/// Where the reader looks up the temperature regimes that a day folder names.
///
/// The catalogue itself is `ColdChain`'s; whoever reads a folder hands it over.
public struct RegimeDirectory: Sendable {
    /// All names, for "did you mean".
    public var names: [String]
    /// The regime people mean by a name; nil for an unknown one.
    public var find: @Sendable (String) -> Regime?

    /// A directory of `names`, looked up by `find`.
    public init(names: [String], find: @escaping @Sendable (String) -> Regime?) {
        self.names = names
        self.find = find
    }

    /// The directory with further regimes, whose names count before the others.
    func adding(_ regimes: [(regime: Regime, names: [String])]) -> RegimeDirectory {
        var own: [String: Regime] = [:]
        var names = names
        for (regime, aliases) in regimes {
            for name in [regime.id.description] + aliases {
                own[Self.key(name)] = regime
                names.append(name)
            }
        }
        let known = own
        return RegimeDirectory(names: names) { [find] name in known[Self.key(name)] ?? find(name) }
    }

    private static func key(_ name: String) -> String {
        name.lowercased().trimmed
    }
}
