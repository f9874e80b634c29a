/// A fixed number of trivial values, owned by one search.
///
/// Indices are checked in debug builds only: this is the one type in the search that touches memory directly.
@safe
struct Slab<Element: BitwiseCopyable>: ~Copyable {
    private let base: UnsafeMutablePointer<Element>
    /// How many values it holds.
    let count: Int

    /// `count` values, all equal to `value`.
    init(repeating value: Element, count: Int) {
        precondition(count >= 0, "a slab cannot hold a negative number of values")
        self.count = count
        unsafe base = .allocate(capacity: Swift.max(count, 1))
        unsafe base.initialize(repeating: value, count: count)
    }

    /// The values of `array`, in its order.
    init(_ array: [Element]) {
        count = array.count
        unsafe base = .allocate(capacity: Swift.max(array.count, 1))
        for (index, value) in array.enumerated() {
            unsafe (base + index).initialize(to: value)
        }
    }

    deinit {
        unsafe base.deallocate()
    }

    /// The value at `index`, counted from 0.
    subscript(index: Int) -> Element {
        @inline(__always) get {
            assert(index >= 0 && index < count, "slab index out of range")
            return unsafe base[index]
        }
        @inline(__always) nonmutating set {
            assert(index >= 0 && index < count, "slab index out of range")
            unsafe base[index] = newValue
        }
    }

    /// The value at a 32-bit index, as nodes link to each other.
    subscript(index: Int32) -> Element {
        @inline(__always) get { self[Int(index)] }
        @inline(__always) nonmutating set { self[Int(index)] = newValue }
    }

    /// Changes the value at `index` in place.
    @inline(__always)
    func update(_ index: Int32, _ change: (inout Element) -> Void) {
        assert(index >= 0 && Int(index) < count, "slab index out of range")
        unsafe change(&base[Int(index)])
    }

    /// Whether every value is `value`.
    func holdsOnly(_ value: Element) -> Bool where Element: Equatable {
        (0..<count).allSatisfy { self[$0] == value }
    }

    /// Copies all values from a slab of the same size.
    func copy(from other: borrowing Slab<Element>) {
        precondition(other.count == count, "slabs of different sizes")
        unsafe base.update(from: other.base, count: count)
    }
}
