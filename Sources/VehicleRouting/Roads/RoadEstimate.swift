/// Driving times and distances guessed from coordinates: great circle, detour factor, and speeds that rise with the
/// length of the trip.
///
/// The first kilometres of a trip are driven in town, the middle on country roads and the rest on motorways, so a speed is
/// given per stretch of road.  With speeds that rise from stretch to stretch the time is a concave function of the
/// distance; then no detour through a third place is ever quicker, as on real roads.
public struct RoadEstimate: Hashable, Sendable {
    /// Road distance divided by great-circle distance, 1 … 3.
    public let detourFactor: Double
    /// The speeds, in the order in which they are driven.
    public let speeds: [Stretch]

    /// How fast a trip is on one stretch of it.
    public struct Stretch: Hashable, Sendable {
        /// Where it ends, in kilometres of road from the start of the trip; nil for the rest of it.
        public var endKilometres: Double?
        /// Kilometres per hour on it, above 0.
        public var kilometresPerHour: Double

        /// A stretch that ends after `endKilometres`.
        public init(endKilometres: Double?, kilometresPerHour: Double) {
            self.endKilometres = endKilometres
            self.kilometresPerHour = kilometresPerHour
        }
    }

    /// The estimate for a day that says nothing else; the factor is the middle of the usual 1.3 … 1.4.
    public static let standard = RoadEstimate(
        detourFactor: 1.35,
        speeds: [
            Stretch(endKilometres: 5, kilometresPerHour: 25),
            Stretch(endKilometres: 20, kilometresPerHour: 45),
            Stretch(endKilometres: 80, kilometresPerHour: 70),
            Stretch(endKilometres: nil, kilometresPerHour: 90),
        ]
    )

    /// An estimate with these parameters.
    ///
    /// - Precondition: the factor is 1 … 3; ends rise, only the last stretch has none, and speeds are above 0.
    public init(detourFactor: Double, speeds: [Stretch]) {
        precondition((1...3).contains(detourFactor), "the detour factor is 1 … 3")
        precondition(speeds.last.map { $0.endKilometres == nil } == true, "the last stretch has no end")
        precondition(speeds.allSatisfy { $0.kilometresPerHour > 0 }, "speeds are above 0")
        let ends = speeds.dropLast().map { $0.endKilometres ?? -1 }
        precondition(zip([0] + ends, ends).allSatisfy(<), "the ends of stretches rise from 0")
        self.detourFactor = detourFactor
        self.speeds = speeds
    }

    /// Seconds of driving for `kilometres` of road.
    public func seconds(forKilometres kilometres: Double) -> Double {
        var hours = 0.0
        var start = 0.0
        for stretch in speeds {
            let end = min(kilometres, stretch.endKilometres ?? kilometres)
            guard end > start else { break }
            hours += (end - start) / stretch.kilometresPerHour
            start = end
        }
        return hours * 3600
    }

    /// Seconds and metres between two directions, rounded to whole ones.
    @inline(__always)
    func leg(from first: SIMD3<Double>, to second: SIMD3<Double>) -> TravelLeg {
        let road = GreatCircle.kilometres(from: first, to: second) * detourFactor
        return TravelLeg(
            seconds: Int32(seconds(forKilometres: road).rounded()),
            metres: Int32((road * 1000).rounded())
        )
    }

    /// The matrix between `points`, symmetric, rounded to whole seconds and metres.
    public func matrix(between points: [Coordinate]) -> TravelMatrix {
        TravelMatrix(following: .globe(GlobeLaw(self, points: points)))
    }
}
