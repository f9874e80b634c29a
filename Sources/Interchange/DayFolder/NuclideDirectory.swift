/// Where the reader looks up the half-lives of nuclides that a day folder names.
///
/// The catalogue itself is `ColdChain`'s; whoever reads a folder hands it over.
public struct NuclideDirectory: Sendable {
    /// All names, for "did you mean".
    public var names: [String]
    /// The half-life in seconds of the nuclide people mean by a name; nil for an unknown one.
    public var halfLife: @Sendable (String) -> Double?

    /// A directory of `names`, looked up by `halfLife`.
    public init(names: [String], halfLife: @escaping @Sendable (String) -> Double?) {
        self.names = names
        self.halfLife = halfLife
    }

    /// A directory without nuclides.
    public static let none = NuclideDirectory(names: []) { _ in nil }
}
