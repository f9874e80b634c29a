internal import Foundation
internal import VehicleRouting

/// What drives and services of one day really take, which nobody knows before they are done.
///
/// Each drive takes its time in the matrix times two log-normal factors of mean 1, one that all drives of the day share and
/// one that belongs to the two places; each service its planned time times a factor of its own.  All follow from seed and
/// number of the day, so plans are tried on the same days.
struct TrueDay {
    private let seed: UInt64
    private let number: Int
    private let legSpread: Double
    private let serviceSpread: Double
    private let shared: Double

    init(_ number: Int, seed: UInt64, spread: TravelSpread, serviceSpread: Double) {
        self.seed = seed
        self.number = number
        legSpread = spread.leg
        self.serviceSpread = serviceSpread
        shared = Self.factor(spread.day, seed: seed, "day \(number)")
    }

    /// Seconds of a drive between two locations that takes `seconds` by the matrix.
    func drive(_ seconds: Seconds, from origin: Int, to destination: Int) -> Seconds {
        guard seconds < Problem.noRoad else { return seconds }
        let own = Self.factor(legSpread, seed: seed, "day \(number) drive \(origin) \(destination)")
        return Self.seconds(Double(seconds) * shared * own)
    }

    /// Seconds of a service that is planned to take `seconds`.
    func service(_ seconds: Seconds, at stop: StopName) -> Seconds {
        let name = "day \(number) stop \(stop.order) \(stop.isPickup)"
        return Self.seconds(Double(seconds) * Self.factor(serviceSpread, seed: seed, name))
    }

    /// Whole seconds, so few that a matrix has room for them.
    private static func seconds(_ exact: Double) -> Seconds {
        Seconds(min(exact.rounded(), Double(Problem.noRoad)))
    }

    /// A log-normal factor of mean 1; the logarithm's mean is −σ²/2.
    private static func factor(_ sigma: Double, seed: UInt64, _ stream: String) -> Double {
        var random = SeededRandom(seed: seed, stream: stream)
        return exp(sigma * random.normal() - sigma * sigma / 2)
    }
}

extension TrueDay {
    /// `problem` as somebody would know it who knows all times of the day; O(locations²).
    func revealed(_ problem: Problem) -> Problem {
        var known = problem
        for (profile, matrix) in problem.matrices {
            var durations = matrix.durations
            for origin in 0..<matrix.size {
                for destination in 0..<matrix.size where origin != destination {
                    let entry = origin * matrix.size + destination
                    durations[entry] = Int32(drive(Seconds(durations[entry]), from: origin, to: destination))
                }
            }
            known.matrices[profile] = matrix.with(durations)
        }
        for task in problem.jobs.indices.map(TaskReference.job) { known.setTrueService(of: task, on: self) }
        for shipment in problem.shipments.indices {
            for task in TaskReference.pickup(shipment).halves { known.setTrueService(of: task, on: self) }
        }
        return known
    }
}

extension Problem {
    /// Lets a service take what it takes on `day`.
    mutating func setTrueService(of task: TaskReference, on day: TrueDay) {
        let name = StopName(task, in: self)
        change(task) { visit in
            visit.service = day.service(visit.service, at: name)
            visit.servicePerType = visit.servicePerType.mapValues { day.service($0, at: name) }
        }
    }
}

extension TravelMatrix {
    /// The matrix with other driving times.
    func with(_ durations: [Int32]) -> TravelMatrix {
        TravelMatrix(size: size, durations: durations, distances: distances, costs: costs, speeds: speeds)
    }
}
