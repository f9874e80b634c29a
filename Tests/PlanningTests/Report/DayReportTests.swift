import RoutingTestSupport
import Testing
import VehicleRouting

@testable import Planning

@Suite struct `Day report` {
    private let day: SampleDay
    private let plan: Plan

    init() {
        day = SampleDay(jobs: 24, vans: 3)
        plan = TerritoryPlan(day.problem).plan()
    }

    private func html(
        problem: Problem,
        plan: Plan,
        baseline: Plan? = nil,
        descriptions: DayDescriptions = DayDescriptions(),
        rejects: Int = 0
    ) -> String {
        var facts = RunFacts(
            engineVersion: "isotherm 0.1.0",
            seed: 42,
            seconds: 1.5,
            termination: "time limit reached",
            capacityWarnings: ["REF is short by 310 kg between 08:00 and 10:00."]
        )
        facts.rejects = rejects
        let day = DayContext(
            problem: problem,
            plan: plan,
            evaluation: PlanEvaluation(plan, in: problem),
            descriptions: descriptions
        )
        return DayReport(day, baseline: baseline, runFacts: facts).html()
    }

    @Test func `the page asks for nothing over the network`() {
        let page = html(problem: day.problem, plan: plan, descriptions: day.descriptions)
        for word in ["http:", "https:", " src=", "@import", "<link", "url(//"] {
            #expect(!page.contains(word), "\(word)")
        }
    }

    @Test func `every stop and every run fact is on the page`() {
        let page = html(problem: day.problem, plan: plan, descriptions: day.descriptions)
        for job in day.problem.jobs.indices where job != 8 {
            #expect(page.contains(day.problem.locations[job + 1].name), "job \(job)")
        }
        for text in ["isotherm 0.1.0", "42", "time limit reached", "310 kg", "2026-03-02", "Cross Green"] {
            #expect(page.contains(text), "\(text)")
        }
    }

    @Test func `what comes from outside is escaped`() {
        var problem = day.problem
        problem.name = "<script>alert(1)</script>"
        problem.locations[1].name = "\"O'Hara & Sons\" <b>"
        let page = html(problem: problem, plan: plan)
        #expect(!page.contains("<script>alert"))
        #expect(page.contains("&lt;script&gt;alert(1)"))
        #expect(page.contains("&quot;O&#39;Hara &amp; Sons&quot; &lt;b&gt;"))
    }

    @Test func `a left-out order is told with its reasons and the least that would help`() {
        let left = Unassigned(
            .job(3),
            reasons: [
                UnassignedReason(
                    code: "CAPACITY_CONSTRAINT",
                    vehicles: [0, 1],
                    relaxation: 12_500,
                    unit: "weight",
                    detail: "front"
                ),
                UnassignedReason(
                    code: "TIME_WINDOW_CONSTRAINT",
                    vehicles: [0, 1],
                    relaxation: 1500,
                    unit: "s",
                    evenAlone: true
                ),
                UnassignedReason(
                    code: "SKILL_CONSTRAINT",
                    vehicles: [0, 1, 2],
                    detail: "tail_lift",
                    evenAlone: true
                ),
                UnassignedReason(code: "PRICE_CONSTRAINT", vehicles: [2], relaxation: 4500, unit: "money"),
                UnassignedReason(code: "RULE_OF_TOMORROW", vehicles: [0], relaxation: 60, unit: "s"),
            ]
        )
        let page = html(problem: day.problem, plan: Plan(unassigned: [left]))
        #expect(
            page.contains(
                "No room in compartment front: 12.5 kg short on VAN-01, VAN-02; and VAN-01, VAN-02 would come 25 min too "
                    + "late: a window open that much longer would do, even with nothing else to do"
            )
        )
        #expect(page.contains("Needs tail_lift, which VAN-01, VAN-02, VAN-03 cannot offer<"))
        #expect(page.contains("Serving it with VAN-03 costs GBP 4.50 more than leaving it out is worth"))
        #expect(page.contains("Rule RULE_OF_TOMORROW stops VAN-01: 1 min short"))
    }

    @Test(arguments: ReasonCode.allCases)
    func `every reason that can be given has a sentence of its own`(code: ReasonCode) {
        let phrase = Phrase(UnassignedReason(code: code.rawValue, vehicles: [0], relaxation: 1, unit: "s"))
        #expect(phrase != .reasonOther)
    }

    @Test func `rows that could not be used are pointed out at the top`() {
        let line = { (rejects: Int) in
            html(problem: day.problem, plan: plan, rejects: rejects)
                .firstMatch(of: /[^>]*of the input[^<]*/).map { String($0.0) }
        }
        #expect(line(0) == nil)
        #expect(line(1) == "1 row of the input was left out; rejects.csv says why and what to do.")
        #expect(line(3) == "3 rows of the input were left out; rejects.csv says why and what to do.")
    }

    @Test func `a channel rule is told with its code, what the law says, and what would help`() {
        var problem = day.problem
        var ban = ChannelRule(id: "CN-ONLINE-BAN", note: "Not to be sold online.", source: "list of 2022")
        ban.isForbidden = true
        var licence = ChannelRule(id: "LICENCE", note: "Only to the authorised.")
        licence.needs = ["consignee_licence"]
        var tender = ChannelRule(id: "TENDER", note: "By contract.")
        tender.depots = [0]
        // In a problem of one's own a code may have a blank.
        var blank = ChannelRule(id: "LICENCE 2", note: "Never.")
        blank.isForbidden = true
        problem.channelRules = [ban, licence, tender, blank]
        func page(_ code: String, _ detail: String) -> String {
            let reason = UnassignedReason(code: code, vehicles: [0], detail: detail)
            return html(problem: problem, plan: Plan(unassigned: [Unassigned(.job(3), reasons: [reason])]))
        }
        #expect(
            page("CHANNEL_CONSTRAINT", "LICENCE 2").contains("LICENCE 2 forbids this channel for the goods")
        )
        #expect(
            page("CHANNEL_CONSTRAINT", "CN-ONLINE-BAN").contains(
                "CN-ONLINE-BAN forbids this channel for the goods, and nobody may override that: Not to be sold online. "
                    + "[list of 2022]"
            )
        )
        #expect(
            page("CHANNEL_CONSTRAINT", "LICENCE consignee_licence").contains(
                "Certificate of goods or consignee missing: consignee_licence, asked for by LICENCE: Only to the authorised."
            )
        )
        #expect(
            page("SHIP_FROM_CONSTRAINT", "TENDER").contains(
                "Not from the depot of VAN-01; TENDER permits LDS: By contract."
            )
        )
    }

    @Test func `a broken promise is a sentence at the top`() {
        var problem = day.problem
        problem.jobs[0].timeWindows = [TimeWindow(opens: 0, closes: 60)]
        let route = Route(vehicle: 0, visits: [Visit(.job(0))], regimes: [0, nil])
        let page = html(problem: problem, plan: Plan(routes: [route]))
        #expect(page.contains("Broken promise."))
        #expect(page.contains("VAN-01 · "))
    }

    @Test func `without a baseline the table has no column for it`() {
        #expect(
            !html(problem: day.problem, plan: plan).contains("<th scope=\"col\" class=\"n\">Baseline</th>")
        )
        #expect(
            html(problem: day.problem, plan: plan, baseline: plan)
                .contains("<th scope=\"col\" class=\"n\">Baseline</th>")
        )
    }

    @Test func `a problem without coordinates, times of day, loads or routes still has a report`() {
        var problem = Problem.line(0, 10)
        problem.addJob(at: 1)
        problem.vehicles = [Vehicle(id: 1)]
        let empty = html(problem: problem, plan: Plan(unassigned: [Unassigned(.job(0))]))
        #expect(empty.contains("1 consignment left out"))
        #expect(!empty.contains("id=\"map\""))
        let driven = html(
            problem: problem,
            plan: Plan(routes: [Route(vehicle: 0, visits: [Visit(.job(0))], regimes: [])])
        )
        #expect(driven.contains("id=\"gantt\""))
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `any problem has a report whose tags are closed`(seed: UInt64) {
        let problem = Problem.random(seed: seed, jobs: 8)
        let page = html(problem: problem, plan: TerritoryPlan(problem).plan())
        for tag in ["section", "table", "tr", "td", "th", "svg", "g", "p", "div", "article", "button"] {
            let opened = page.ranges(of: "<\(tag) ").count + page.ranges(of: "<\(tag)>").count
            #expect(opened == page.ranges(of: "</\(tag)>").count, "\(tag)")
        }
    }
}
