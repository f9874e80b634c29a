public import VehicleRouting

/// Which classes of goods must be kept apart, and how far: versioned data.
public struct SegregationRules: Hashable, Sendable {
    /// The edition.
    public let version: String
    /// The classes, in the order of the file.
    public let classes: [String]
    /// The pairs that must be kept apart, each once.
    public let pairs: [Pair]

    /// Two classes that must be kept apart.
    public struct Pair: Hashable, Sendable {
        /// Index of the one class.
        public var first: Int
        /// Index of the other; the same for goods that must be kept apart from their like.
        public var second: Int
        /// How far.
        public var separation: Separation
        /// Why.
        public var source: String
    }

    /// The rules that come with the program.
    public static let shipped = shippedRules {
        try SegregationRules(json: PackageResources.segregation_json, name: "segregation.json")
    }

    /// Reads rules.
    ///
    /// - Throws: L1xx when the document is malformed or contradicts itself.
    public init(json: [UInt8], name: String) throws(RuleFileError) {
        let root = try RuleMembers.root(of: json, file: name)
        try root.checkKeys(["version", "classes", "pairs"])
        version = try root.version()
        let classes = try root.texts("classes")
        guard !classes.isEmpty else { throw root.error("classes", .empty) }
        guard classes.count <= Problem.mostGoodsClasses else {
            let range = "1 … \(Problem.mostGoodsClasses)"
            throw root.error("classes", .outOfRange("\(classes.count)", range: range))
        }
        var pairs: [Pair] = []
        for entry in try root.objects("pairs") {
            try entry.checkKeys(["between", "keep", "source"])
            let names = try entry.texts("between")
            guard (1...2).contains(names.count) else {
                throw entry.error("between", .outOfRange("\(names.count)", range: "1 … 2 classes"))
            }
            var indices: [Int] = []
            for (place, name) in names.enumerated() {
                guard let index = classes.firstIndex(of: name) else {
                    throw entry.error("between/\(place)", .unknownName(name, among: "the classes"))
                }
                indices.append(index)
            }
            let (first, second) = (indices.min() ?? 0, indices.max() ?? 0)
            let separation = try entry.word("keep", as: Separation.self)
            if let other = pairs.first(where: { $0.first == first && $0.second == second }) {
                let pair = names.joined(separator: " and ")
                throw entry.error(
                    "between",
                    other.separation == separation
                        ? .duplicate(pair)
                        : .contradiction("\(pair) are already to be kept \(other.separation.rawValue)")
                )
            }
            pairs.append(
                Pair(
                    first: first,
                    second: second,
                    separation: separation,
                    source: try entry.text("source")
                )
            )
        }
        (self.classes, self.pairs) = (classes, pairs)
    }

    /// The rules as a problem holds them.
    public var matrix: SegregationMatrix {
        var matrix = SegregationMatrix()
        for pair in pairs { matrix.keep(pair.first, and: pair.second, pair.separation) }
        return matrix
    }
}
