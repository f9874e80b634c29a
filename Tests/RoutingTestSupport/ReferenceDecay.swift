import Foundation
public import VehicleRouting

/// The seconds at which service may begin, one by one: in a window, and while the goods are of use.
func usefulHours(of job: Job) -> [TimeWindow] {
    guard let useBy = job.useBy else { return job.timeWindows }
    let all = job.timeWindows.isEmpty ? [TimeWindow(opens: 0, closes: useBy)] : job.timeWindows
    var useful: [TimeWindow] = []
    for window in all {
        guard let last = (window.opens...window.closes).last(where: { $0 <= useBy }) else { continue }
        useful.append(TimeWindow(opens: window.opens, closes: last))
    }
    return useful.isEmpty ? all : useful
}

/// What decaying goods lose in whole wire units: the powers of two from the mathematics library, and the chord between
/// them in fractions.
public func referenceLoss(of decay: Decay, after seconds: Int) -> Double {
    guard seconds > 0 else { return 0 }
    let sixteenths = Double(seconds) * 16 / Double(decay.halfLife)
    let whole = sixteenths.rounded(.down)
    let halvings = (whole / 16).rounded(.down)
    guard halvings < 30 else { return Double(decay.value) }
    func knot(_ index: Double) -> Double {
        ((exp2(30 - index / 16)).rounded() / exp2(halvings)).rounded(.down)
    }
    let part = whole - 16 * halvings
    let (high, low) = (knot(part), knot(part + 1))
    // Whole numbers below 2⁵³, so that nothing is lost before the roundings down.
    let ahead = (whole + 1) * Double(decay.halfLife) - 16 * Double(seconds)
    let left = low + ((high - low) * ahead / Double(decay.halfLife)).rounded(.down)
    return (Double(decay.value) * (exp2(30) - left) / exp2(30)).rounded(.down)
}
