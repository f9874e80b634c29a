import RouteBounds
import RoutingTestSupport
import Testing
import VehicleRouting

@Suite struct CapacityDiagnosisTests {
    /// A line with a depot at 0 and a place for each job, 1 s apart.
    private func day(jobs: Int) -> Problem {
        var problem = Problem.line(Array(0...jobs))
        problem.measure("kg")
        problem.addRegimes()
        return problem
    }

    /// Two vans, each with a compartment of 10 kg that runs REF or CRT, and one of 6 kg that runs FRZ.
    private func vans() -> Problem {
        var problem = day(jobs: 5)
        for _ in 0..<2 {
            problem.addVehicle {
                $0.compartments = [
                    Compartment(id: "front", capacity: [10], regimes: [0, 1]),
                    Compartment(id: "rear", capacity: [6], regimes: [2]),
                ]
            }
        }
        return problem
    }

    @Test func `goods that may choose a compartment lack it together`() {
        var problem = vans()
        for (index, (kilograms, regime)) in [(8, 0), (7, 0), (9, 1), (5, 2), (5, 2)].enumerated() {
            problem.addJob(at: index + 1) {
                $0.delivery = [kilograms]
                $0.regime = regime
            }
        }
        let diagnosis = CapacityRelaxation(of: problem).diagnosis()
        // REF 8 + 7 and CRT 9 share two compartments of 10: 24 − 20 = 4 kg too many.  FRZ 5 + 5 has 12.
        #expect(
            diagnosis.shortages == [
                CapacityShortage(
                    resource: .room(dimension: 0),
                    amount: 4,
                    labels: [0, 1],
                    interval: nil,
                    tasks: [.job(0), .job(1), .job(2)]
                )
            ]
        )
        #expect(diagnosis.leftAtLeast == 1)
        // 24 kg need 2.4 compartments; REF alone 1.5, CRT 0.9, FRZ 10 ÷ 6 = 1.7.
        #expect(diagnosis.vehiclesAtLeast == 3)
        #expect(diagnosis.vehiclesAtLeastByRegime == [0: 2, 1: 1, 2: 2])
        #expect(diagnosis.impossible.isEmpty)
        #expect(
            diagnosis.summary(for: problem).hasPrefix("REF 2…8 °C and CRT 15…25 °C short by 4 kg\n")
        )
    }

    @Test func `a fleet that suffices lacks nothing`() {
        var problem = vans()
        for (index, regime) in [0, 1, 2].enumerated() {
            problem.addJob(at: index + 1) {
                $0.delivery = [6]
                $0.regime = regime
            }
        }
        let diagnosis = CapacityRelaxation(of: problem).diagnosis()
        #expect(diagnosis.shortages.isEmpty)
        #expect(diagnosis.leftAtLeast == 0)
        // 6 + 6 kg in compartments of 10 that are REF or CRT: 1.2.
        #expect(diagnosis.vehiclesAtLeast == 2)
    }

    @Test func `a shortage in the morning is named with its hours`() {
        var problem = day(jobs: 5)
        let hour = 3600
        for (capacity, shift) in [(200, 7...11), (900, 12...18)] {
            problem.addVehicle {
                $0.compartments = [Compartment(id: "box", capacity: [capacity], regimes: [0])]
                $0.shift = [shift.lowerBound * hour, shift.upperBound * hour]
            }
        }
        for index in 1...3 {
            problem.addJob(at: index) {
                $0.delivery = [170]
                $0.regime = 0
                $0.timeWindows = [[8 * hour, 10 * hour]]
            }
        }
        problem.addJob(at: 4) {
            $0.delivery = [400]
            $0.regime = 0
            $0.timeWindows = [[13 * hour, 15 * hour]]
        }
        let diagnosis = CapacityRelaxation(of: problem).diagnosis()
        // Only the first vehicle is out at that time: 3 × 170 − 200 kg.  The other one has room in the afternoon.
        #expect(
            diagnosis.shortages.map { $0.summary(for: problem) }
                == ["REF 2…8 °C short by 310 kg between 08:00 and 10:00"]
        )
        #expect(diagnosis.shortages.first?.tasks == [.job(0), .job(1), .job(2)])
        // 310 of 510 kg are 1.8 jobs.
        #expect(diagnosis.leftAtLeast == 2)
    }

    @Test func `vehicle time that lacks in a window is named in seconds`() {
        var problem = Problem.line(0, 10, 20, 30)
        problem.addVehicle { $0.shift = [0, 1000] }
        for place in 1...3 {
            problem.addJob(at: place) {
                $0.service = 50
                $0.timeWindows = [[60, 100]]
            }
        }
        let shortage = CapacityRelaxation(of: problem).diagnosis().shortages.first
        // From 50 (the drive to a job begun at 60) to 150 (the end of one begun at 100) there are 100 s; each of three jobs
        // takes 10 + 50: 80 s too many.
        #expect(shortage?.resource == .time)
        #expect(shortage?.amount == 80)
        #expect(shortage?.interval == [60, 100])
    }

    @Test func `a day too long for its shift lacks time all day`() {
        var problem = Problem.line(0, 10, 20, 30)
        problem.addVehicle { $0.shift = [0, 100] }
        for place in 1...3 { problem.addJob(at: place) { $0.service = 30 } }
        let diagnosis = CapacityRelaxation(of: problem).diagnosis()
        // Arcs of 10 into each place and from the nearest one home: 100 − 10 s for 3 × (10 + 30).
        #expect(diagnosis.shortages.first?.resource == .time)
        #expect(diagnosis.shortages.first?.amount == 30)
        #expect(diagnosis.shortages.first?.interval == nil)
        #expect(diagnosis.summary(for: problem).hasPrefix("goods at any temperature short by 30 s"))
    }

    @Test func `what no vehicle may take is named with every reason`() {
        var problem = vans()
        problem.vehicles[1].shift = [0, 9]
        problem.addJob(at: 1) {
            $0.delivery = [12]
            $0.regime = 0
        }
        problem.addJob(at: 5) {
            $0.skills = ["tail lift"]
        }
        problem.addJob(at: 5) {
            $0.service = 1
            $0.timeWindows = [[0, 3]]
        }
        let diagnosis = CapacityRelaxation(of: problem).diagnosis()
        #expect(diagnosis.impossible.map(\.task) == [.job(0), .job(1), .job(2)])
        let lines = diagnosis.impossible.map { $0.summary(for: problem) }
        // 12 kg in 10; 5 s away and back again at 5 + 1 + 5 = 11 > 9; begun 5 − 3 = 2 s late at best, or 5 − 3 with the
        // latest begin of the second van at 9 − 5 − 1 = 3.
        #expect(
            lines == [
                "job 1 fits no vehicle: load by 2 kg (2 vehicles)",
                "job 2 fits no vehicle: skills (2 vehicles)",
                "job 3 fits no vehicle: delay by 2 s (2 vehicles)",
            ]
        )
    }

    @Test func `prices share the cost of a vehicle by the room that goods take`() {
        var problem = Problem.line(0, 1, 2)
        problem.measure("kg")
        for _ in 0..<2 {
            problem.addVehicle {
                $0.capacity = [10]
                $0.costs = VehicleCosts(fixed: 30, perHour: 0)
            }
        }
        problem.addJob(at: 1) { $0.delivery = [4] }
        problem.addJob(at: 2) { $0.delivery = [6] }
        var diagnosis = CapacityRelaxation(of: problem).diagnosis()
        // A vehicle costs 30 for 10 kg, 3 per kg.
        #expect(diagnosis.prices == [.job(0): Cost(wireUnits: 12), .job(1): Cost(wireUnits: 18)])
        // Rounded down in the ninth digit.
        #expect(diagnosis.costAtLeast?.wireUnits == 30)
        // A plan that leaves out what must be done is no match for it.
        let empty = Plan(unassigned: [Unassigned(.job(0)), Unassigned(.job(1))])
        #expect(diagnosis.lowerBound(on: empty, PlanEvaluation(empty, in: problem), in: problem) == nil)
        let full = Plan(routes: [problem.route(.job(0), .job(1))])
        #expect(
            diagnosis.lowerBound(on: full, PlanEvaluation(full, in: problem), in: problem)
                == diagnosis.costAtLeast
        )
        // Left out for 5, the first job no longer costs the fleet 12; the other one still costs 18.
        problem.jobs[0].unassignedCost = Cost(wireUnits: 5)
        diagnosis = CapacityRelaxation(of: problem).diagnosis()
        #expect(diagnosis.costAtLeast?.wireUnits == 23)
    }

    @Test func `jobs alike are put together on a large day, which bounds and prices survive`() {
        var problem = Problem.line(0, 1)
        problem.measure("kg")
        // 7 kinds of vehicles: 300 jobs would make 2100 columns of assignments, so they are averaged.
        for kind in 1...7 {
            problem.addVehicle {
                $0.capacity = [100]
                $0.costs = VehicleCosts(fixed: 99 + kind, perHour: 0)
            }
        }
        for index in 0..<300 { problem.addJob(at: 1) { $0.delivery = [index < 150 ? 1 : 5] } }
        let diagnosis = CapacityRelaxation(of: problem).diagnosis()
        #expect(diagnosis.size.demandGroups == 1)
        // 150 × 1 + 150 × 5 = 900 kg in 700: 200 too many, which are 40 jobs of 5 kg; and 9 vehicles of 100 kg.
        #expect(diagnosis.shortages.first?.amount == 200)
        #expect(diagnosis.leftAtLeast == 40)
        #expect(diagnosis.vehiclesAtLeast == 9)
    }

    @Test func `equal problems give equal diagnoses`() {
        let problem = Problem.random(seed: 5, jobs: 30, vehicles: 5)
        #expect(CapacityRelaxation(of: problem).diagnosis() == CapacityRelaxation(of: problem).diagnosis())
    }

    @Test func `a problem without vehicles or jobs is no fault`() {
        var problem = Problem.line(0, 1)
        #expect(CapacityRelaxation(of: problem).diagnosis().vehiclesAtLeast == 0)
        problem.addJob(at: 1)
        let diagnosis = CapacityRelaxation(of: problem).diagnosis()
        #expect(diagnosis.impossible == [ImpossibleTask(task: .job(0), obstacles: [])])
        #expect(diagnosis.unanswered.isEmpty)
    }
}
