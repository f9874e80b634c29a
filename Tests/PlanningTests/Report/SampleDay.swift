import Planning
import RoutingTestSupport
import VehicleRouting

/// A made-up day around Leeds: real towns, invented pharmacies, six vans with a cold and a warm compartment.
///
/// Equal arguments give equal days.
struct SampleDay {
    let problem: Problem
    let descriptions: DayDescriptions

    /// Towns with their degrees north and east.
    private static let towns: [(name: String, latitude: Double, longitude: Double)] = [
        ("Leeds", 53.800, -1.549), ("Bradford", 53.795, -1.759), ("Wakefield", 53.683, -1.498),
        ("Harrogate", 53.992, -1.542), ("Huddersfield", 53.646, -1.785), ("Halifax", 53.725, -1.866),
        ("Dewsbury", 53.690, -1.630), ("Otley", 53.905, -1.693), ("Ilkley", 53.925, -1.822),
        ("Castleford", 53.726, -1.357), ("Pontefract", 53.691, -1.313), ("York", 53.960, -1.080),
    ]

    init(jobs count: Int = 60, vans: Int = 6, seed: UInt64 = 1) {
        var random = SplitMix64(seed: seed)
        var problem = Problem(name: "Leeds, Monday")
        problem.epoch = 1_772_409_600  // 2026-03-02 00:00 UTC, a Monday
        problem.timeZone = "Europe/London"
        problem.currency = Currency(code: "GBP", wireUnits: 1000)
        problem.dimensions = [
            LoadDimension(name: "weight", unit: "kg", scale: 1000),
            LoadDimension(name: "boxes", unit: "boxes", scale: 100),
        ]
        problem.regimes = [
            Regime(id: "REF", low: 2000, high: 8000, isFreezeSensitive: true),
            Regime(id: "RT15_25", low: 15_000, high: 25_000),
        ]
        problem.locations = [
            Location(coordinate: Coordinate(longitude: -1.512, latitude: 53.772), name: "Cross Green depot")
        ]
        problem.depots = [Depot(id: "LDS", name: "Cross Green", location: 0, loading: 1200)]
        var descriptions = DayDescriptions(emergencyNumbers: [
            "0113 496 0000 (dispatch)", "0113 496 0001 (quality)",
        ])
        for index in 0..<count {
            let town = Self.towns[random.draw(0...Self.towns.count * 2) % Self.towns.count]
            problem.locations.append(Self.place(index, in: town, &random))
            let job = Self.job(index, &random)
            problem.jobs.append(job)
            descriptions.tasks[.job(index)] = Self.description(index, town: town.name)
        }
        problem.vehicles = (0..<vans).map { Self.van($0) }
        problem.carriers = [Carrier(id: "NORTHEX", name: "Northern Express", tariff: Tariff(perJob: 38_000))]
        problem.carriers[0].maxJobs = 2
        problem.carriers[0].regimes = [1]
        problem.matrices["car"] = Self.matrix(problem.locations)
        self.problem = problem
        self.descriptions = descriptions
    }

    private static func place(
        _ index: Int,
        in town: (name: String, latitude: Double, longitude: Double),
        _ random: inout SplitMix64
    ) -> Location {
        let north = Double(random.draw(-40...40)) / 1000
        let east = Double(random.draw(-60...60)) / 1000
        return Location(
            coordinate: Coordinate(longitude: town.longitude + east, latitude: town.latitude + north),
            name: "\(town.name) \(index % 4 == 0 ? "Infirmary" : "Pharmacy") \(index + 1)",
            site: .text("S\(1000 + index)")
        )
    }

    private static func job(_ index: Int, _ random: inout SplitMix64) -> Job {
        var job = Job(id: .text("A-\(4100 + index)"), location: index + 1)
        let boxes = random.draw(1...9)
        job.delivery = [boxes * random.draw(2500...5500), boxes * 100]
        job.regime = index % 3 == 0 ? 0 : index % 7 == 0 ? nil : 1
        job.setup = 180
        job.service = 240 + boxes * 30
        job.goodsValue = Cost(wireUnits: boxes * random.draw(120_000...900_000))
        switch index % 5 {
        case 0: job.timeWindows = [TimeWindow(opens: 8 * 3600, closes: 10 * 3600)]
        case 1:
            job.timeWindows = [
                TimeWindow(opens: 9 * 3600, closes: 45_000), TimeWindow(opens: 48_600, closes: 62_100),
            ]
        case 2: job.timeWindows = [TimeWindow(opens: 30_600, closes: 64_800)]
        default: job.timeWindows = [TimeWindow(opens: 9 * 3600, closes: 17 * 3600)]
        }
        if index == 8 { job.handling.patient = "P-0093" }
        if index == 17 { job.skills = ["tail_lift"] }
        return job
    }

    private static func description(_ index: Int, town: String) -> TaskDescription {
        TaskDescription(
            goods: [
                GoodsLine(
                    product: "Insulin glargine 100 U/ml",
                    quantity: "\(index % 9 + 1)",
                    lot: "L\(3000 + index)"
                )
            ],
            siteKind: "pharmacy",
            address: "\(index + 1) High Street, \(town)",
            contact: index % 2 == 0 ? "0113 496 0\(100 + index)" : "",
            siteNotes: index % 6 == 0 ? "Goods entrance behind the building, ring twice" : ""
        )
    }

    private static func van(_ index: Int) -> Vehicle {
        var van = Vehicle(id: .text("VAN-0\(index + 1)"))
        van.description = index == 0 ? "Sprinter, long" : ""
        van.start = 0
        van.end = 0
        van.startDepot = 0
        van.endDepot = 0
        van.shift = TimeWindow(opens: 21_600 + index % 2 * 1800, closes: 54_000 + index % 3 * 1800)
        van.compartments = [
            Compartment(id: "front", capacity: [220_000, 3500], regimes: [0]),
            Compartment(id: "rear", capacity: [380_000, 6000], regimes: [1, 0]),
        ]
        van.costs = VehicleCosts(
            fixed: 45_000,
            perKilometre: 420,
            perHour: 19_500,
            perTaskHour: 19_500,
            perWaitHour: 19_500
        )
        return van
    }

    /// Great-circle distances in the plane, 1.35 times as long by road, at 46 km/h.
    private static func matrix(_ locations: [Location]) -> TravelMatrix {
        let places = locations.compactMap(\.coordinate)
        let metres = places.flatMap { origin in
            places.map { destination in
                let north = (origin.latitude - destination.latitude) * 111_195
                let east = (origin.longitude - destination.longitude) * 65_700
                return Int32((north * north + east * east).squareRoot() * 1.35)
            }
        }
        return TravelMatrix(size: places.count, durations: metres.map { $0 * 10 / 128 }, distances: metres)
    }
}
