/// An amount per dimension (kilograms, boxes, litres …), in the order of the problem's `dimensions`.
public typealias Load = [Int]

/// One way of measuring what a vehicle carries.
public struct LoadDimension: Hashable, Sendable {
    /// What is measured, for people: `weight`, `volume`.
    public var name: String
    /// The unit people read: `kg`, `m³`, `boxes`.
    public var unit: String
    /// How many of the whole numbers in a `Load` make one unit: 1000 when volume is kept in litres and
    /// shown in m³.
    public var scale: Int

    /// A dimension called `name`, shown in `unit` after division by `scale`.
    public init(name: String, unit: String, scale: Int = 1) {
        self.name = name
        self.unit = unit
        self.scale = scale
    }
}

extension Load {
    /// Adds `other` dimension by dimension; an empty load counts as zero in every dimension.
    public mutating func add(_ other: Load, times factor: Int = 1) {
        if isEmpty { self = Load(repeating: 0, count: other.count) }
        for dimension in other.indices {
            self[dimension] += factor * other[dimension]
        }
    }

    /// Whether every dimension is at most that of `capacity`; a capacity that is empty sets no limit.
    public func fits(in capacity: Load) -> Bool {
        capacity.isEmpty || isEmpty || zip(self, capacity).allSatisfy { $0 <= $1 }
    }

    /// Whether nothing is carried in any dimension.
    public var isNothing: Bool {
        allSatisfy { $0 == 0 }
    }
}
