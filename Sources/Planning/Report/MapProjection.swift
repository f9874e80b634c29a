internal import Foundation
internal import VehicleRouting

/// Puts coordinates on a sheet: degrees by the equirectangular projection at their middle latitude, which is true to
/// scale within a region; the points of published instances as they are.
struct MapProjection {
    struct Point {
        let x: Double
        let y: Double

        func distance(to other: Point) -> Double {
            hypot(x - other.x, y - other.y)
        }
    }

    /// Units across the sheet.
    static let width = 1000
    /// Units left free at each edge, for marks and labels.
    private static let margin = 36.0
    /// The sheet is never flatter or taller than this.
    private static let heights = 520.0...900.0
    /// Metres of one degree of latitude on a sphere of radius 6,371,008.8 m.
    private static let metresPerDegree = 111_195.08

    /// Units from top to bottom.
    let height: Int
    /// Metres of one unit; nil for points in the plane.
    let metresPerUnit: Double?
    private let stretch: Double
    private let unitsPerDegree: Double
    private let west: Double
    private let north: Double
    private let left: Double
    private let top: Double

    /// A projection that shows all `coordinates`; nil with fewer than two different ones.
    init?(_ coordinates: [Coordinate]) {
        let longitudes = coordinates.map(\.longitude)
        let latitudes = coordinates.map(\.latitude)
        guard let west = longitudes.min(), let east = longitudes.max(), let south = latitudes.min(),
            let north = latitudes.max(), east > west || north > south
        else { return nil }
        let isOnEarth = west >= -180 && east <= 180 && south >= -90 && north <= 90
        stretch = isOnEarth ? cos((south + north) / 2 * .pi / 180) : 1
        let across = (east - west) * stretch
        let down = north - south
        let room = Double(Self.width) - 2 * Self.margin
        let tallest = Self.heights.upperBound - 2 * Self.margin
        let scale = min(across > 0 ? room / across : .infinity, down > 0 ? tallest / down : .infinity)
        unitsPerDegree = scale
        height = Int(max(down * scale + 2 * Self.margin, Self.heights.lowerBound).rounded())
        metresPerUnit = isOnEarth ? Self.metresPerDegree / scale : nil
        self.west = west
        self.north = north
        left = (Double(Self.width) - across * scale) / 2
        top = (Double(height) - down * scale) / 2
    }

    func point(_ coordinate: Coordinate) -> Point {
        Point(
            x: left + (coordinate.longitude - west) * stretch * unitsPerDegree,
            y: top + (north - coordinate.latitude) * unitsPerDegree
        )
    }

    /// A bar of 1, 2 or 5 times a power of ten metres, at most a quarter of the sheet long.
    func scaleBar(strings: Strings) -> RouteMap.ScaleBar? {
        guard let metresPerUnit else { return nil }
        let longest = metresPerUnit * Double(Self.width) / 4
        let power = pow(10, floor(log10(longest)))
        let metres = [5, 2, 1].map { $0 * power }.first { $0 <= longest } ?? power
        return RouteMap.ScaleBar(
            percent: svg(metres / metresPerUnit / Double(Self.width) * 100),
            text: metres < 1000
                ? "\(strings.number(metres)) m" : "\(strings.plainNumber(metres / 1000, digits: 1)) km",
            metresPerUnit: String(metresPerUnit)
        )
    }
}
