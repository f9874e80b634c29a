import VehicleRouting

/// What the goods of a task lose by being late, in search units.
struct DecayTerms: BitwiseCopyable {
    /// What they are worth when due, in wire units.
    let value: Int
    /// Seconds; 0 for goods that do not decay.
    let halfLife: Int
    /// Search units in a wire unit.
    let unit: Int64

    init(_ decay: Decay?, ticksPerUnit: Int64) {
        value = decay?.value ?? 0
        halfLife = decay?.halfLife ?? 0
        unit = Int64(Cost.ticksPerWireUnit) / ticksPerUnit
    }

    /// The loss after so many seconds.
    func loss(after seconds: Int) -> Int64 {
        guard halfLife > 0, seconds > 0 else { return 0 }
        return unit &* Int64(Decay(value: value, halfLife: halfLife).loss(after: seconds))
    }
}
