/// How goods must be kept, in the four classes that vehicles are built for.
enum GoodsClass: Int, CaseIterable, Comparable {
    /// Room temperature or below, as the market's labels say it.
    case ambient
    /// Two to eight degrees.
    case refrigerated
    /// About twenty below zero.
    case frozen
    /// No label: dressings, incontinence products, empty boxes.
    case untempered

    /// Where goods of the class usually travel: what needs no temperature goes with the ambient goods.
    var compartmentClass: GoodsClass {
        self == .untempered ? .ambient : self
    }

    static func < (left: GoodsClass, right: GoodsClass) -> Bool {
        left.rawValue < right.rawValue
    }
}
