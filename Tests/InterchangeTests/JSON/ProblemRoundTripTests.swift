import Interchange
import RoutingTestSupport
import Testing
import VehicleRouting

struct ProblemRoundTripTests {
    @Test(arguments: 1...30 as ClosedRange<UInt64>)
    func `a problem that is written and read again is the same problem`(seed: UInt64) throws {
        let problem = Problem.random(
            seed: seed,
            jobs: 7,
            vehicles: 4,
            features: [.all, .workingDay, .preparations, .ballast]
        )
        let text = ProblemFile.text(for: problem)
        let document = try ProblemFile.read(Array(text.utf8), isStrict: true)
        #expect(document.problem == problem)
        #expect(document.warnings.isEmpty)
        #expect(document.initialPlan == nil)
        // Equal problems have equal texts.
        #expect(ProblemFile.text(for: document.problem) == text)
    }

    @Test func `fields for later rules, names of people and odd texts survive too`() throws {
        var problem = Problem.line(0, 3, 7)
        problem.name = "Donnerstag \"früh\"\n\u{1} \\"
        problem.epoch = -3600
        problem.timeZone = "Europe/London"
        problem.currency = Currency(code: "GBP", wireUnits: 1000)
        problem.measure("kg", "boxes")
        problem.dimensions[0].scale = 1000
        problem.regimes = [
            Regime(id: "REF", low: 2000, high: 8000, isFreezeSensitive: true),
            Regime(id: 7, low: -25_500, high: nil),
        ]
        problem.locations[1].site = "0042"
        problem.locations[1].coordinate = Coordinate(longitude: -1.5491, latitude: 53.8008)
        problem.addVehicle { $0.description = "van 3, the white one" }
        problem.addDepot(at: 0, open: [[0, 500]], loading: 30)
        problem.depots[0].name = "Hub"
        problem.vehicles[0].reloadDepots = [0]
        problem.vehicles[0].breaks = [Break(id: 4, timeWindows: [[100, 200]], service: 30)]
        problem.vehicles[0].compartments = [
            Compartment(id: "front", capacity: [5, 5], regimes: [1, 0]),
            Compartment(id: "rear", capacity: [], regimes: []),
            Compartment(id: "roof", capacity: [1, 1], regimes: nil),
        ]
        problem.addJob(at: 1) {
            $0.id = .number(UInt64.max)
            $0.holdTime = 7200
            $0.setupPerType = ["b": 1, "a": 2]
            $0.allowedVehicles = []
            $0.delivery = [0, 0]
            $0.handling.patient = "P-7K"
        }
        problem.addShipment(from: 1, to: 2, amount: [1, 0]) {
            $0.maxTimeOnBoard = 900
            $0.handling.patient = "P-8L"
        }
        let text = ProblemFile.text(for: problem)
        #expect(try ProblemFile.read(Array(text.utf8), isStrict: true).problem == problem)
    }

    @Test func `an instance becomes a problem file and comes back`() throws {
        for text in [InstanceTexts.solomon, InstanceTexts.liLim, InstanceTexts.vrplib] {
            let problem = try InstanceFile.read(Array(text.utf8)).problem
            let written = ProblemFile.text(for: problem)
            #expect(try ProblemFile.read(Array(written.utf8), isStrict: true).problem == problem)
        }
    }
}
