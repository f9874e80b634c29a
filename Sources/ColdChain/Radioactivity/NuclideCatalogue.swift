/// Radioactive nuclides of medicine as versioned data.
public struct NuclideCatalogue: Hashable, Sendable {
    /// The edition.
    public let version: String
    /// The nuclides, in the order of the file.
    public let nuclides: [Radionuclide]

    /// The catalogue that comes with the program.
    public static let shipped = shippedRules {
        try NuclideCatalogue(json: PackageResources.nuclides_json, name: "nuclides.json")
    }

    /// Reads a catalogue.
    ///
    /// - Throws: L1xx when the document is malformed or names a nuclide twice.
    public init(json: [UInt8], name: String) throws(RuleFileError) {
        let root = try RuleMembers.root(of: json, file: name)
        try root.checkKeys(["version", "nuclides"])
        version = try root.version()
        var nuclides: [Radionuclide] = []
        for entry in try root.objects("nuclides") {
            try entry.checkKeys(["id", "half_life", "unit", "source"])
            let unit = try entry.word("unit", as: TimeUnit.self)
            let nuclide = Radionuclide(
                id: try entry.text("id"),
                halfLife: try entry.number("half_life", in: 0.001...1_000_000) * unit.seconds,
                source: try entry.text("source")
            )
            guard !nuclides.contains(where: { $0.id == nuclide.id }) else {
                throw entry.error("id", .duplicate(nuclide.id))
            }
            nuclides.append(nuclide)
        }
        guard !nuclides.isEmpty else { throw root.error("nuclides", .empty) }
        self.nuclides = nuclides
    }

    /// The nuclide called `id`, whatever the case and the sign between; nil for an unknown one.
    public func nuclide(_ id: String) -> Radionuclide? {
        nuclides.first { Self.key($0.id) == Self.key(id) }
    }

    private static func key(_ id: String) -> String {
        String(id.lowercased().filter { $0.isLetter || $0.isNumber })
    }

    /// In what half-lives are written.
    private enum TimeUnit: String, CaseIterable {
        case minutes, hours, days

        var seconds: Double {
            switch self {
            case .minutes: 60
            case .hours: 3600
            case .days: 86_400
            }
        }
    }
}
