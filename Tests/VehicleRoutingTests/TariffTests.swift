import RoutingTestSupport
import Testing
import VehicleRouting

@Suite struct `What a carrier charges` {
    /// A job of 90 kg, 1200 m and 1200 s from the depot, 300 s of setup and 900 s of service.
    private func problem() -> Problem {
        var problem = Problem.line(0, 1200)
        problem.dimensions = [LoadDimension(name: "weight", unit: "kg", scale: 1000)]
        problem.regimes = [Regime(id: "REF", low: 2000, high: 8000)]
        problem.addDepot(at: 0)
        problem.addJob(at: 1) {
            $0.setup = 300
            $0.service = 900
            $0.delivery = [90_000]
            $0.regime = 0
            $0.timeWindows = [[75_600, 79_200]]
        }
        return problem
    }

    private func price(_ problem: Problem, _ change: (inout Tariff) -> Void) -> Int {
        var tariff = Tariff(perJob: 1_000)
        change(&tariff)
        return problem.price(of: .job(0), by: Carrier(id: "N", tariff: tariff)).wireUnits
    }

    @Test func `stops, hours and waiting beyond what is free are counted`() {
        #expect(price(problem()) { $0.perStop = 250 } == 1_250)
        // 1200 s there and 1200 s of setup and service: two thirds of an hour.
        #expect(price(problem()) { $0.perHour = 3_000 } == 3_000)
        // 1200 s, of which 600 are free.
        #expect(
            price(problem()) {
                $0.perWaitHour = 3_600
                $0.freeWait = 600
            } == 1_600
        )
        #expect(
            price(problem()) {
                $0.perWaitHour = 3_600
                $0.freeWait = 1_200
            } == 1_000
        )
    }

    @Test func `a shipment has two stops`() {
        var problem = problem()
        problem.addShipment(from: 0, to: 1)
        let carrier = Carrier(id: "N", tariff: Tariff(perJob: 1_000))
        var dear = carrier
        dear.tariff.perStop = 250
        #expect(problem.price(of: .pickup(0), by: dear).wireUnits == 1_500)
        #expect(problem.price(of: .pickup(0), by: carrier).wireUnits == 1_000)
    }

    @Test(arguments: [(50, 1_500), (79, 1_790), (90, 1_800), (100, 1_800), (150, 2_200), (300, 3_400)])
    func `a heavier load has the rate of its break, a lighter one pays for the break where that is less`(
        _ c: (kilograms: Int, price: Int)
    ) {
        var problem = problem()
        problem.jobs[0].delivery = [c.kilograms * 1_000]
        // 10 a kilogram; from 100 kg 8, so that 80 kg and more are charged as 100.
        let charged = price(problem) {
            $0.perUnit = [10]
            $0.breaks = [TariffBreak(dimension: 0, from: 100_000, perUnit: 8)]
        }
        #expect(charged == c.price)
    }

    @Test func `a class costs its surcharge, and its own only`() {
        #expect(price(problem()) { $0.surcharges = [0: 120] } == 1_120)
        #expect(price(problem()) { $0.surcharges = [1: 120] } == 1_000)
    }

    @Test func `what can be delivered at night only costs the night's surcharge`() {
        // 21:00 to 22:00.
        let night = NightSurcharge(from: 20 * 3_600, to: 6 * 3_600, amount: 300)
        #expect(price(problem()) { $0.night = night } == 1_300)
        var late = problem()
        // 23:00 to 05:00 of the next day, and until 07:00.
        late.jobs[0].timeWindows = [[82_800, 104_400]]
        #expect(price(late) { $0.night = night } == 1_300)
        late.jobs[0].timeWindows = [[82_800, 111_600]]
        #expect(price(late) { $0.night = night } == 1_000)
        // From midnight to 06:00 on the day.
        late.jobs[0].timeWindows = [[0, 21_600]]
        #expect(price(late) { $0.night = night } == 1_300)
        late.jobs[0].timeWindows = []
        #expect(price(late) { $0.night = night } == 1_000)
    }

    @Test func `the checker makes the same of every tariff`() {
        var problem = problem()
        problem.addVehicle()
        problem.addShipment(from: 0, to: 1, amount: [120_000])
        var tariff = Tariff(perJob: 1_000, perKilometre: 70, perUnit: [10], minimum: 100)
        tariff.perStop = 31
        tariff.perHour = 3_001
        tariff.perWaitHour = 917
        tariff.freeWait = 600
        tariff.breaks = [TariffBreak(dimension: 0, from: 100_000, perUnit: 8)]
        tariff.surcharges = [0: 120]
        tariff.night = NightSurcharge(from: 72_000, to: 21_600, amount: 300)
        problem.carriers = [Carrier(id: "N", tariff: tariff)]
        problem.carriers[0].regimes = [0]
        let plan = Plan(
            routes: [],
            awards: [Award(.job(0), carrier: 0), Award(.pickup(0), carrier: 0)],
            unassigned: []
        )
        let written = WrittenPlan(plan, evaluation: PlanEvaluation(plan, in: problem), in: problem)
        #expect(PlanChecker(problem).check(written).isEmpty)
    }
}
