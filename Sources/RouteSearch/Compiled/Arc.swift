/// The road from one location to another: both numbers in one load of eight bytes.
struct Arc: BitwiseCopyable {
    /// What the length rates are paid on: metres, or the arc's own cost where the problem brings one.
    var length: Int32
    /// Driving seconds.
    var time: Int32
}

/// A load in up to eight dimensions, compared and added in one instruction or two.
typealias LoadVector = SIMD8<Int32>
