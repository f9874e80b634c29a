import Foundation

/// A number as a paper prints it, so that a test compares every printed digit and no more.
func printed(_ value: Double, _ decimals: Int) -> String {
    String(format: "%.\(decimals)f", value)
}
