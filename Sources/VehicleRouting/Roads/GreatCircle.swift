#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Distances on the sphere.
public enum GreatCircle {
    /// The earth's mean radius in kilometres (IUGG 1980).
    public static let earthRadius = 6371.0088

    /// Kilometres along the great circle between two points in degrees.
    public static func kilometres(from origin: Coordinate, to destination: Coordinate) -> Double {
        kilometres(from: direction(of: origin), to: direction(of: destination))
    }

    /// The unit vector from the centre of the earth to a point: towards 0° east, 90° east, and the north pole.
    static func direction(of point: Coordinate) -> SIMD3<Double> {
        let latitude = point.latitude * .pi / 180
        let longitude = point.longitude * .pi / 180
        return SIMD3(cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude))
    }

    /// Kilometres between two directions, from the chord between them: exact for near points and, unlike the cosine,
    /// free of cancellation there.
    @inline(__always)
    static func kilometres(from first: SIMD3<Double>, to second: SIMD3<Double>) -> Double {
        let difference = first - second
        let chord = (difference * difference).sum().squareRoot()
        // Antipodes may exceed the diameter by rounding.
        return 2 * earthRadius * asin(min(1, chord / 2))
    }
}
