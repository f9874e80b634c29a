import Foundation
import VehicleRouting

extension Coordinate {
    /// Kilometres along the great circle to `other`.
    func kilometres(to other: Coordinate) -> Double {
        GreatCircle.kilometres(from: self, to: other)
    }

    /// The point some kilometres north and east of here, on a plane that touches the earth here, to five decimals.
    func moved(north: Double, east: Double) -> Coordinate {
        let kilometresPerDegree = 111.195
        let widest = max(0.1, cos(latitude * .pi / 180))
        return Coordinate(
            longitude: longitude + east / (kilometresPerDegree * widest),
            latitude: latitude + north / kilometresPerDegree
        ).rounded
    }

    /// To five decimals of a degree, about a metre.
    var rounded: Coordinate {
        Coordinate(
            longitude: (longitude * 100_000).rounded() / 100_000,
            latitude: (latitude * 100_000).rounded() / 100_000
        )
    }
}
