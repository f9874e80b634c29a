import Planning
import RoutingTestSupport
import Testing
import VehicleRouting

@Suite struct DiagnoseCapacityTests {
    /// Two vans of 10 kg for REF, and a job of `kilograms` for each of three places, one metre and one second apart.
    private func day(_ kilograms: [Int]) -> Problem {
        var problem = Problem.line(0, 1, 2, 3)
        problem.dimensions = [LoadDimension(name: "weight", unit: "kg", scale: 1000)]
        problem.addRegimes()
        for _ in 0..<2 {
            problem.addVehicle {
                $0.compartments = [Compartment(id: "box", capacity: [10_000], regimes: [0])]
            }
        }
        for (index, amount) in kilograms.enumerated() {
            problem.addJob(at: index + 1) {
                $0.delivery = [amount * 1000]
                $0.regime = 0
                $0.timeWindows = [[8 * 3600, (10 + index) * 3600]]
            }
        }
        return problem
    }

    @Test func `a shortage is a warning with goods, amount and hours`() {
        // 9 + 8 + 7 kg in 20; the job that may wait till noon is on the vans with the others.
        let outcome = DiagnoseCapacity(day([9, 8, 7])).run()
        #expect(
            outcome.warnings == [
                "REF (2 to 8 °C) short by 4 kg",
                "At least 1 consignment cannot be done by the own fleet",
                "At least 3 vehicles are needed; the fleet has 2",
            ]
        )
    }

    @Test func `the hours are named where they matter`() {
        var problem = day([9, 8, 7])
        // A third van of 20 kg is out in the evening only, and has an evening's job.
        problem.addVehicle {
            $0.compartments = [Compartment(id: "box", capacity: [20_000], regimes: [0])]
            $0.shift = [17 * 3600, 22 * 3600]
        }
        problem.addJob(at: 3) {
            $0.delivery = [3000]
            $0.regime = 0
            $0.timeWindows = [[18 * 3600, 20 * 3600]]
        }
        for vehicle in 0...1 { problem.vehicles[vehicle].shift = [7 * 3600, 15 * 3600] }
        let warnings = DiagnoseCapacity(problem).run().warnings
        #expect(warnings.first == "REF (2 to 8 °C) short by 4 kg between 08:00 and 12:00")
    }

    @Test func `a fleet that suffices gives no warning`() {
        #expect(DiagnoseCapacity(day([9, 8, 3])).run().warnings.isEmpty)
    }
}
