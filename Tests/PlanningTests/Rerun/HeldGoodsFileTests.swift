import Testing
import VehicleRouting

@testable import Planning

@Suite struct `Goods in the state of a running day` {
    @Test func `they keep how they must be treated and whose they are`() {
        var job = Job(id: "O1", location: 3)
        job.description = "P-7K"
        job.regime = 1
        job.delivery = [5]
        job.handling.patient = "P-7K"
        job.handling.isBoxed = true
        job.handling.levels = ["security": 2]
        job.handling.permits = [Permit("narcotics", validUntil: 86_399)]
        let kept = RunningFile.Goods(job).job("O1")
        #expect(kept.handling == job.handling)
        #expect(kept.description == "P-7K")
    }
}
