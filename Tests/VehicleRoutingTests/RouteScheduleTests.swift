import RoutingTestSupport
import Testing
import VehicleRouting

@Suite struct RouteScheduleTests {
    @Test func `a vehicle leaves as late as it may without waiting or ending later`() {
        // Depot at 0, a job at 5 open from 20, one at 8 always open, service 2 each.
        var problem = Problem.line(0, 5, 8)
        problem.addVehicle()
        problem.addJob(at: 1) {
            $0.service = 2
            $0.timeWindows = [[20, 30]]
        }
        problem.addJob(at: 2) { $0.service = 2 }
        let schedule = RouteSchedule(problem.route(.job(0), .job(1)), in: problem)
        // Earliest: leave 0, at 5 wait till 20, leave 22, at 8 by 25, leave 27, home 35.
        // Home at 35 is also met by leaving at 15; later would make the first job begin after 20.
        #expect(schedule.start == 15)
        #expect(schedule.stops.map(\.arrival) == [20, 25])
        #expect(schedule.stops.map(\.waiting) == [0, 0])
        #expect(schedule.end == 35)
        #expect(schedule.duration == 20)
        #expect(schedule.travelTime == 16)
        #expect(schedule.taskTime == 4)
        #expect(schedule.waitingTime == 0)
        #expect(schedule.distance == 16)
    }

    @Test func `waiting between two windows stays when leaving later would miss the first`() {
        var problem = Problem.line(0, 5, 8)
        problem.addVehicle()
        problem.addJob(at: 1) { $0.timeWindows = [[0, 10]] }
        problem.addJob(at: 2) { $0.timeWindows = [[40, 50]] }
        let schedule = RouteSchedule(problem.route(.job(0), .job(1)), in: problem)
        // The second job begins at 40 at the earliest; the first must begin by 10, so the vehicle leaves at 5, is at
        // the second by 13 and waits 27.
        #expect(schedule.start == 5)
        #expect(schedule.stops.map(\.waiting) == [0, 27])
        #expect(schedule.end == 48)
        #expect(schedule.waitingTime == 27)
    }

    @Test func `a stop reached in the lunch break is served in the afternoon`() {
        // Job at 5, open 0…4 and 20…25; earliest arrival is 5, so service begins at 20 and the departure moves to 15.
        var problem = Problem.line(0, 5)
        problem.addVehicle()
        problem.addJob(at: 1) { $0.timeWindows = [[0, 4], [20, 25]] }
        let schedule = RouteSchedule(problem.route(.job(0)), in: problem)
        #expect(schedule.start == 15)
        #expect(schedule.stops[0].begin == 20)
        #expect(schedule.lateness == 0)
    }

    @Test func `a later stop pulls an earlier one out of its second window into its first`() {
        // Job A at 5 open 5…6 and 20…30, job B at 8 closes at 10: A must be served by 7, so in its first window.
        var problem = Problem.line(0, 5, 8)
        problem.addVehicle()
        problem.addJob(at: 1) { $0.timeWindows = [[5, 6], [20, 30]] }
        problem.addJob(at: 2) { $0.timeWindows = [[0, 10]] }
        let schedule = RouteSchedule(problem.route(.job(0), .job(1)), in: problem)
        // The earliest drive reaches A at 5, B at 8, home at 16.  It ends no later only if it leaves at 0.
        #expect(schedule.stops.map(\.begin) == [5, 8])
        #expect(schedule.start == 0)
        #expect(schedule.end == 16)
    }

    @Test func `a stop after its last window is served at once and its lateness is counted`() {
        var problem = Problem.line(0, 5, 9)
        problem.addVehicle()
        problem.addJob(at: 1) { $0.service = 10 }
        problem.addJob(at: 2) { $0.timeWindows = [[0, 12]] }
        let schedule = RouteSchedule(problem.route(.job(0), .job(1)), in: problem)
        // At 5 by 5, done 15, at 9 by 19: 7 after the window.  Leaving later would make it later, so it leaves at 0.
        #expect(schedule.start == 0)
        #expect(schedule.stops[1].begin == 19)
        #expect(schedule.stops[1].lateness == 7)
        #expect(schedule.lateness == 7)
    }

    @Test func `loading comes before the departure and inside the shift`() {
        var problem = Problem.line(0, 4)
        problem.addVehicle { $0.shift = [10, 40] }
        problem.addDepot(at: 0, loading: 6)
        problem.addJob(at: 1) { $0.timeWindows = [[0, 20]] }
        let schedule = RouteSchedule(problem.route(.job(0)), in: problem)
        // Loading from 10 to 16, at 4 by 20, home 24.
        #expect(schedule.start == 10)
        #expect(schedule.stops[0].arrival == 20)
        #expect(schedule.end == 24)
        #expect(schedule.taskTime == 6)
        #expect(schedule.lateness == 0)
    }

    @Test func `a route leaves and returns within the depot's hours`() {
        var problem = Problem.line(0, 4)
        problem.addVehicle()
        problem.addDepot(at: 0, open: [[5, 6], [30, 40]])
        problem.addJob(at: 1) { $0.timeWindows = [[0, 20]] }
        let schedule = RouteSchedule(problem.route(.job(0)), in: problem)
        // Leaves at 5 or 6; home by 13 or 14, where the gate opens at 30.  Both end at 30, so it leaves at 6.
        #expect(schedule.start == 6)
        #expect(schedule.stops[0].begin == 10)
        #expect(schedule.arrival == 14)
        #expect(schedule.end == 30)
        #expect(schedule.waitingTime == 16)
    }

    @Test func `a departure after the depot's last hour and a return after the shift are late`() {
        var problem = Problem.line(0, 4)
        problem.addVehicle { $0.shift = [10, 15] }
        problem.addDepot(at: 0, open: [[0, 7]])
        problem.addJob(at: 1)
        let schedule = RouteSchedule(problem.route(.job(0)), in: problem)
        // Leaves at 10, 3 after the gate closed; home at 18, 3 after the shift but 11 after the gate closed.
        #expect(schedule.startLateness == 3)
        #expect(schedule.endLateness == 11)
        #expect(schedule.lateness == 14)
    }

    @Test func `waiting for the gate beyond the shift does not make the start needlessly early`() {
        var problem = Problem.line(0, 4)
        problem.addVehicle { $0.shift = [0, 20] }
        problem.addDepot(at: 0, open: [[0, 9], [30, 40]])
        problem.addJob(at: 1) { $0.timeWindows = [[6, 50]] }
        let schedule = RouteSchedule(problem.route(.job(0)), in: problem)
        // Leaving at 2 is home at 10, just too late, and ends at 30: 10 after the shift.  Leaving at 9 ends at 30 too.
        #expect(schedule.end == 30)
        #expect(schedule.endLateness == 10)
        #expect(schedule.start == 9)
    }

    @Test func `goods not released yet hold the departure, unless they are only picked up`() {
        var problem = Problem.line(0, 4)
        problem.measure("kg")
        problem.addVehicle()
        problem.addJob(at: 1) {
            $0.delivery = [1]
            $0.release = 25
        }
        problem.addJob(at: 1) {
            $0.pickup = [1]
            $0.release = 70
        }
        let schedule = RouteSchedule(problem.route(.job(0), .job(1)), in: problem)
        #expect(schedule.start == 25)
        #expect(schedule.end == 33)
    }

    @Test func `an open route begins at its first stop or ends at its last`() {
        var problem = Problem.line(0, 4, 9)
        problem.addVehicle(from: nil, to: 0)
        problem.addVehicle(from: 0, to: nil)
        problem.addJob(at: 1)
        problem.addJob(at: 2)
        // 4 → 9 → 0: 5 + 9 metres, and both stops are halts.
        let inward = RouteSchedule(problem.route(of: 0, .job(0), .job(1)), in: problem)
        #expect(inward.distance == 14)
        #expect(inward.stops.map(\.travel) == [0, 5])
        #expect(inward.stops.map(\.isHalt) == [true, true])
        // 0 → 4 → 9: 4 + 5 metres.
        let outward = RouteSchedule(problem.route(of: 1, .job(0), .job(1)), in: problem)
        #expect(outward.distance == 9)
        #expect(outward.lastTravel == 0)
        #expect(outward.end == outward.stops[1].departure)
    }

    @Test func `setup is paid once for neighbours at one location, service for each`() {
        var problem = Problem.line(0, 4)
        problem.addVehicle { $0.type = "van" }
        for _ in 0..<2 {
            problem.addJob(at: 1) {
                $0.setup = 3
                $0.service = 5
                $0.servicePerType = ["van": 7, "bike": 1]
            }
        }
        let schedule = RouteSchedule(problem.route(.job(0), .job(1)), in: problem)
        #expect(schedule.stops.map(\.setup) == [3, 0])
        #expect(schedule.stops.map(\.service) == [7, 7])
        #expect(schedule.stops.map(\.isHalt) == [true, false])
        // 4 + 3 + 7 + 7 + 4
        #expect(schedule.duration == 25)
    }

    @Test func `a faster vehicle drives each leg in its rounded share of the time`() {
        var problem = Problem.line(0, 5)
        problem.addVehicle { $0.speedFactor = 2 }
        problem.addJob(at: 1)
        let schedule = RouteSchedule(problem.route(.job(0)), in: problem)
        // 5 ÷ 2 = 2.5, rounded to 3, each way; the distance stays.
        #expect(schedule.travelTime == 6)
        #expect(schedule.distance == 10)
    }
}
