import RoutingTestSupport
import Testing
import VehicleRouting

@testable import RouteSearch

@Suite("The working day in the search") struct WorkingDaySearchTests {
    private func solve(_ problem: Problem, iterations: Int = 300) -> Plan {
        let plan = RouteSolver(problem).solve(SearchParameters(seconds: nil, iterations: iterations)).plan
        #expect(PlanEvaluation(plan, in: problem).violations.isEmpty)
        return plan
    }

    @Test func `two loads that fill the vehicle are two trips`() {
        var problem = Problem.line(0, 10, 20)
        problem.measure("kg")
        problem.addJob(at: 1) { $0.delivery = [3] }
        problem.addJob(at: 2) { $0.delivery = [3] }
        problem.addVehicle { $0.capacity = [4] }
        problem.addDepot(at: 0, loading: 5)
        #expect(solve(problem).unassigned.count == 1)
        problem.vehicles[0].reloadDepots = [0]
        let plan = solve(problem)
        #expect(plan.unassigned.isEmpty)
        #expect(plan.routes.map { $0.trips.map(\.visits.count) } == [[1, 1]])
    }

    @Test func `a compartment runs another regime on the next trip`() {
        var problem = Problem.line(0, 10)
        problem.measure("kg")
        problem.addRegimes()
        problem.addJob(at: 1) { $0.regime = 0 }
        problem.addJob(at: 1) { $0.regime = 2 }
        problem.addVehicle {
            $0.compartments = [Compartment(id: "body", capacity: [9], regimes: [0, 1, 2])]
            $0.capacity = [9]
        }
        problem.addDepot(at: 0)
        problem.vehicles[0].reloadDepots = [0]
        let plan = solve(problem)
        #expect(plan.unassigned.isEmpty)
        #expect(Set(plan.routes[0].trips.map(\.regimes)) == [[0], [2]])
    }

    @Test func `the driver rests where the rule asks for it, and no oftener than needed`() {
        // 40 s out and 40 back; after 50 s of driving a rest of 5 s, so one rest, and 85 s in all.
        var problem = Problem.line(0, 40)
        problem.addJob(at: 1)
        problem.addVehicle {
            $0.workRule = WorkRule(id: "law")
            $0.workRule?.maxContinuousDriving = 50
            $0.workRule?.rest = 5
            $0.shift = [0, 85]
        }
        let plan = solve(problem)
        #expect(plan.routes.flatMap(\.steps).count { $0 == .rest(.legal(5)) } == 1)
        problem.vehicles[0].shift = [0, 84]
        #expect(solve(problem).unassigned.count == 1)
    }

    @Test func `a break is taken while waiting where that costs nothing`() {
        // The stop opens at 60 and is 10 s away; a break of 20 s before 50 fits into the waiting: home at 70.
        var problem = Problem.line(0, 10)
        problem.addJob(at: 1) { $0.timeWindows = [[60, 60]] }
        problem.addVehicle {
            $0.breaks = [Break(id: 1, timeWindows: [[0, 50]], service: 20)]
            $0.shift = [0, 70]
        }
        let plan = solve(problem)
        #expect(plan.routes.map(\.steps) == [[.rest(.planned(0)), .visit(Visit(.job(0)))]])
    }

    @Test func `no plan breaks the work rule at the departure that is published`() {
        // 80 s of road, at most 45 without a rest.  Leaving at 0 with the break from 40 to 48, 40 s lie on either side; but
        // a vehicle leaves as late as it can, at 12, and then 52 s would follow the break.
        var problem = Problem.line(0, 80)
        problem.addJob(at: 1) { $0.timeWindows = [[100, 110]] }
        problem.addVehicle(to: nil) {
            $0.workRule = WorkRule(id: "law")
            $0.workRule?.maxContinuousDriving = 45
            $0.workRule?.rest = 8
            $0.breaks = [Break(id: 1, timeWindows: [[40, 45]], service: 8)]
        }
        #expect(solve(problem).unassigned.isEmpty)
    }

    @Test func `no traffic and no rest make a day's driving longer than rests are chosen for`() {
        for seed in 1...200 as ClosedRange<UInt64> {
            var random = SplitMix64(seed: seed)
            var problem = Problem.line(0, 10)
            problem.addVehicle {
                $0.workRule = WorkRule(id: "law")
                $0.workRule?.maxContinuousDriving = random.draw(5...40)
            }
            let times = Set((0..<random.draw(1...4)).map { _ in random.draw(0...90) }).sorted()
            problem.matrices[problem.vehicles[0].profile]?.speeds = times.map {
                SpeedSlice(begins: $0, speed: random.draw(3...15) * 100)
            }
            #expect(problem.matrices[problem.vehicles[0].profile]?.speeds.isEmpty == false)
            let terms = WorkdayTerms(problem.vehicles[0], in: problem, clock: SearchClock(problem))
            var drive = WorkdayDrive(terms, departure: random.draw(0...50))
            let legs = (0..<random.draw(1...6)).map { _ in random.draw(0...30) }
            for leg in legs {
                drive.road = 1000 * leg
                if random.once(in: 2) { _ = drive.rest(.legal(random.draw(1...9)), terms) }
                drive.finishLeg(terms)
            }
            let most = terms.mostDriving(legs.reduce(0, +), legs: legs.count)
            #expect(drive.driven <= most, "seed \(seed)")
        }
    }

    @Test func `tasks that belong together go together though apart would be shorter`() {
        // Two vehicles, one at each of two stops 100 apart.
        var problem = Problem.line(0, 100)
        problem.addJob(at: 0)
        problem.addJob(at: 1)
        problem.addVehicle(from: 0, to: 0)
        problem.addVehicle(from: 1, to: 1)
        #expect(solve(problem).routes.count == 2)
        problem.relations = [Relation(.together, [.job(0), .job(1)])]
        #expect(solve(problem).routes.map(\.visits.count) == [2])
    }

    @Test func `a task that is dear when late comes first`() {
        // Job 1 lies nearer, but each second that job 2 comes after 20 costs 100.
        var problem = Problem.line(0, 10, -20)
        problem.addJob(at: 1)
        problem.addJob(at: 2) { $0.due = DueTime(by: 20, latePerHour: 360_000) }
        problem.addVehicle()
        #expect(solve(problem).routes.map { $0.visits.map(\.task) } == [[.job(1), .job(0)]])
    }

    @Test func `a dose comes before its activity falls short, and the dearer of two before it decays`() {
        // Either way round the route drives 60 s; only with the dose first is it there by 20.
        var problem = Problem.line(0, 10, -20)
        problem.addJob(at: 1)
        problem.addJob(at: 2) { $0.useBy = 20 }
        problem.addVehicle()
        #expect(solve(problem).routes.map { $0.visits.map(\.task) } == [[.job(1), .job(0)]])
        // Job 1 first would have job 2 40 s late, four half-lives: 937 of 1000.
        problem.jobs[1].useBy = nil
        problem.jobs[1].due = DueTime(by: 0, latePerHour: 0, decay: Decay(value: 1000, halfLife: 10))
        problem.jobs[0].due = DueTime(by: 0, latePerHour: 0, decay: Decay(value: 10, halfLife: 10))
        #expect(solve(problem).routes.map { $0.visits.map(\.task) } == [[.job(1), .job(0)]])
    }
}
