import Interchange
import Testing
import VehicleRouting

/// What a day folder says about drivers, boxes, certificates and goods that must be kept apart.
@Suite("Rules in a day folder") struct DayRulesTests {
    /// The fixture with every rule column filled in.
    private func fixture() -> DayFixture {
        var day = DayFixture()
        day["work_rules.csv"] = """
            work_rule,source,max_drive_min,break_min,first_part_min,second_part_min,max_daily_drive_h,max_duty_h
            EU-561,Regulation (EC) 561/2006,270,45,15,30,9,13

            """
        day["box_types.csv"] = """
            box_type,regime,hold_h,ready,stock,cost,valid_until
            BAG,REF,4,06:00,3,1.20,
            BOX,REF,19.2,07:00,,4.50,2026-03-02

            """
        day["segregation.csv"] = "goods_class,keep_from,keep\nsaleable,recalled,never_same_trip\n"
        day["orders.csv"] = """
            order,site,kg,boxes,regime,due,late_per_hour,hold_h,passive_box,goods_class,closed_box,exclusive,required_levels,requires,permits
            O1,S1,12.5,3,REF,10:00,36,3.5,BAG:2|BOX,saleable,yes,Royal,security:2|crew:1,gdp|class7,licence:2026-03-31
            O2,S2,4,1,RT15_25,,,,,recalled,,,,,
            O3,S2,4,1,RT15_25,,,,,,,,,,

            """
        day["vehicles.csv"] = """
            vehicle,type,depot,shift,kg,boxes,breaks,work_rule,max_drive_h,driven_since_break_min,first_part_taken,driven_today_h,on_duty_h,offered_levels,permits,body
            V1,van,D1,07:00-16:00,800,40,30@10:30-12:30|15,EU-561,7,60,yes,1.5,2,security:2,gdp|class7:2026-03-01,B1
            V2,van,D1,07:00-16:00,800,40,,,,,,,,,,

            """
        day["compartments.csv"] = """
            vehicle,compartment,regimes,boxes,door_rise,door_recovery_per_h,door_limit,valid_until
            V1,front,REF,15,1.5,4,3,2026-06-30
            V1,rear,RT15_25|CRT,25,,,,

            """
        return day
    }

    @Test func `a vehicle has its driver's day, its certificates and its body`() throws {
        let folder = try fixture().read()
        #expect(folder.rejects.isEmpty)
        let vehicle = try #require(folder.problem.vehicles.first)
        #expect(
            vehicle.breaks == [
                Break(id: "1", timeWindows: [TimeWindow(opens: 37_800, closes: 45_000)], service: 1800),
                Break(id: "2", timeWindows: [], service: 900),
            ]
        )
        #expect(vehicle.workRule?.maxContinuousDriving == 16_200)
        #expect(vehicle.workRule?.split == SplitRest(first: 900, second: 1800))
        #expect(vehicle.workRule?.maxDailyDriving == 32_400)
        #expect(vehicle.workRule?.maxDuty == 46_800)
        #expect(vehicle.maxTravelTime == 25_200)
        #expect(
            vehicle.hoursUsed
                == HoursUsed(drivingSinceRest: 3600, hasFirstPart: true, driving: 5400, duty: 7200)
        )
        #expect(vehicle.levels == ["security": 2])
        // The end of 1 March is the last second before the day of the plan.
        #expect(vehicle.permits == [Permit("gdp"), Permit("class7", validUntil: -1)])
        #expect(vehicle.body == "B1")
        #expect(
            vehicle.compartments[0].door == DoorBudget(rise: 1500, recoveryPerHour: 4000, limit: 3000)
        )
        // 30 June is 120 days after 2 March.
        #expect(vehicle.compartments[0].validUntil == 121 * 86_400 - 1)
        #expect(vehicle.compartments[1].door == nil)
    }

    @Test func `an order has its due time, its boxes and its handling`() throws {
        let problem = try fixture().read().problem
        let job = problem.jobs[0]
        #expect(job.due == DueTime(by: 36_000, latePerHour: 36_000))
        #expect(job.holdTime == 12_600)
        #expect(job.boxes == [BoxNeed(type: 0, count: 2), BoxNeed(type: 1)])
        #expect(problem.boxTypes.map(\.holdTime) == [14_400, 69_120])
        #expect(problem.boxTypes.map(\.readyAt) == [21_600, 25_200])
        #expect(problem.boxTypes.map(\.stock) == [3, nil])
        #expect(problem.boxTypes.map(\.cost) == [1200, 4500])
        #expect(problem.boxTypes[1].validUntil == 86_399)
        #expect(problem.goodsClasses == ["saleable", "recalled"])
        #expect(problem.segregation[0, 1] == .neverSameTrip)
        #expect(job.handling.goodsClass == 0)
        #expect(job.handling.isBoxed)
        #expect(job.handling.exclusiveGroup == "Royal")
        #expect(job.handling.levels == ["security": 2, "crew": 1])
        #expect(job.handling.requires == ["gdp", "class7"])
        #expect(job.handling.permits == [Permit("licence", validUntil: 30 * 86_400 - 1)])
        #expect(problem.jobs[1].handling.goodsClass == 1)
    }

    @Test func `lines of one job add their boxes and take the stricter of two limits`() throws {
        var day = fixture()
        day["orders.csv"] = """
            order,line,site,kg,boxes,regime,due,late_per_hour,hold_h,passive_box,required_levels
            O1,1,S1,1,1,REF,11:00,10,5,BAG:2,security:1
            O1,2,S1,1,1,REF,10:00,20,4,BAG:1,security:2

            """
        let job = try #require(try day.read().problem.jobs.first)
        #expect(job.due == DueTime(by: 36_000, latePerHour: 20_000))
        #expect(job.holdTime == 14_400)
        #expect(job.boxes == [BoxNeed(type: 0, count: 3)])
        #expect(job.handling.levels == ["security": 2])
    }

    @Test(arguments: [
        ("orders.csv", "BAG:2|BOX", "BAGG", "D340"), ("orders.csv", "BAG:2|BOX", "BAG:0", "D332"),
        ("orders.csv", "RT15_25,,,,,recalled", "RT15_25,,,,BAG,recalled", "D348"),
        ("orders.csv", "recalled", "recaled", "D340"),
        ("orders.csv", "security:2|crew:1", "security", "D346"),
        ("orders.csv", "licence:2026-03-31", "licence:soon", "D344"),
        ("orders.csv", "10:00,36", ",36", "D321"), ("orders.csv", ",3.5,", ",0,", "D332"),
        ("vehicles.csv", "30@10:30-12:30|15", "12:30", "D345"),
        ("vehicles.csv", "EU-561", "EU-651", "D340"),
        ("compartments.csv", "1.5,4,3", "1.5,4,", "D321"),
        ("compartments.csv", "2026-06-30", "30/06", "D344"),
        ("box_types.csv", "BAG,REF,4", "BAG,REFF,4", "D340"),
        ("box_types.csv", "BAG,REF,4", "BAG,REF,0", "D332"),
        ("segregation.csv", "never_same_trip", "far_away", "D343"),
        ("work_rules.csv", "270,45", "270,", "D321"), ("work_rules.csv", "45,15,30", "45,15,", "D321"),
    ])
    func `a cell that makes no sense is rejected with its code`(
        file: String,
        old: String,
        new: String,
        code: String
    ) throws {
        var day = fixture()
        day.replace(old, with: new, in: file)
        let reject = try #require(try day.read().rejects.first)
        #expect(reject.code == code)
        #expect(reject.file == file)
        #expect(!reject.remedy.isEmpty)
    }

    /// The fixture with orders O1 to O4, the first split into two jobs and the last rejected, and what binds them.
    private func bound(_ relations: String, traffic: String? = nil) -> DayFixture {
        var day = DayFixture()
        day["orders.csv"] = """
            order,site,kg,boxes,regime,latest
            O1,S1,1,1,REF,
            O1,S1,1,1,RT15_25,
            O2,S2,1,1,REF,
            O3,S2,1,1,REF,
            O4,S2,1,1,REF,soon

            """
        day["relations.csv"] = "type,orders,lag_min\n\(relations)\n"
        if let traffic { day["traffic.csv"] = "from,speed_percent\n\(traffic)\n" }
        return day
    }

    @Test func `orders are bound to each other, all jobs of each`() throws {
        let folder = try bound("same_vehicle,O1|O2,\nsequence,O2|O3,30\ndifferent_vehicles,O1|O3,").read()
        // Jobs 0 and 1 are O1, 2 is O2, 3 is O3.
        #expect(
            folder.problem.relations == [
                Relation(.together, [.job(0), .job(1), .job(2)]),
                Relation(.sequence(lag: 1800), [.job(2), .job(3)]),
                Relation(.apart, [.job(0), .job(3)]), Relation(.apart, [.job(1), .job(3)]),
            ]
        )
    }

    @Test func `a sequence goes by way of each job of an order that is split, or of the one named`() throws {
        let pairs = try bound("sequence,O2|O1|O3,").read().problem.relations
        #expect(pairs.map(\.kind) == Array(repeating: .sequence(lag: 0), count: 4))
        #expect(
            pairs.map(\.tasks) == [
                [.job(2), .job(0)], [.job(2), .job(1)], [.job(0), .job(3)], [.job(1), .job(3)],
            ]
        )
        #expect(
            try bound("sequence,O2|O1/REF|O3,").read().problem.relations
                == [Relation(.sequence(lag: 0), [.job(2), .job(0), .job(3)])]
        )
    }

    @Test func `an order that was rejected leaves the others of its relation bound`() throws {
        let folder = try bound("same_vehicle,O2|O4|O3,\nsequence,O4|O2,").read()
        #expect(folder.problem.relations == [Relation(.together, [.job(2), .job(3)])])
        #expect(folder.warnings.map(\.code) == ["D390", "D390"])
        #expect(folder.rejects.map(\.file) == ["orders.csv"])
    }

    @Test func `traffic is sorted by time of day`() throws {
        let folder = try bound("", traffic: "09:30,100\n07:00,62.5").read()
        #expect(
            folder.settings.traffic == [
                SpeedSlice(begins: 25_200, speed: 625), SpeedSlice(begins: 34_200, speed: 1000),
            ]
        )
        #expect(try DayFixture().read().settings.traffic.isEmpty)
    }

    @Test(arguments: [
        ("same_vehicle,O1,", "D349"), ("same_vehicle,O2|O2,", "D349"), ("sequence,O1|O1/REF,", "D349"),
        ("same_vehicle,,", "D349"), ("together,O1|O2,", "D343"), ("same_vehicle,O1|O22,", "D340"),
        ("same_vehicle,O1|O2,5", "D355"), ("sequence,O1|O2,x", "D330"), ("sequence,O1|O2,9999", "D332"),
    ])
    func `a relation that makes no sense is rejected with its code`(row: String, code: String) throws {
        let folder = try bound(row).read()
        let reject = try #require(folder.rejects.last)
        #expect(reject.code == code)
        #expect(reject.file == "relations.csv")
        #expect(folder.problem.relations.isEmpty)
    }

    @Test(arguments: [
        ("07:00,0", "D332"), ("07:00,120", "D332"), ("07:00,", "D321"), (",60", "D321"), ("early,60", "D334"),
        ("07:00,60\n7:00,70", "D327"),
    ])
    func `traffic that makes no sense is rejected with its code`(rows: String, code: String) throws {
        let rejects = try bound("", traffic: rows).read().rejects.filter { $0.file == "traffic.csv" }
        #expect(rejects.map(\.code) == [code])
    }

    /// The fixture with compartments that take a while to their regimes, and cleaning.
    private func prepared(
        _ rear: String = "REF>RT15_25:20|RT15_25:30,RT15_25,recalled",
        cleaning: String = ""
    ) -> DayFixture {
        var day = DayFixture()
        day["cleaning.csv"] = "after,before,minutes\nrecalled,saleable,15\n\(cleaning)"
        day["compartments.csv"] = """
            vehicle,compartment,regimes,boxes,changeover_min,running,carried
            V1,front,REF,15,REF:45,,
            V1,rear,REF|RT15_25,25,\(rear)

            """
        return day
    }

    @Test func `compartments take a while to their regimes, and are cleaned between goods`() throws {
        let problem = try prepared().read().problem
        let (cold, warm) = (0, 1)
        #expect(problem.regimes.map(\.id) == ["REF", "RT15_25"])
        #expect(problem.goodsClasses == ["recalled", "saleable"])
        #expect(problem.cleaning[after: 0, before: 1] == 900)
        let compartments = problem.vehicles[0].compartments
        #expect(compartments[0].changeovers == [Changeover(to: cold, seconds: 2700)])
        #expect(compartments[0].state == CompartmentState())
        #expect(
            compartments[1].changeovers == [
                Changeover(from: cold, to: warm, seconds: 1200), Changeover(to: warm, seconds: 1800),
            ]
        )
        #expect(compartments[1].state == CompartmentState(regime: warm, carried: [0]))
    }

    @Test(arguments: [
        ("REF,,", "D356"), ("REF:soon,,", "D356"), ("REF:-5,,", "D356"), ("REF>RT15_25>REF:5,,", "D356"),
        ("REF:5|REF:6,,", "D356"), ("COLDD:5,,", "D340"), (",COLDD,", "D340"), (",,recaled", "D340"),
    ])
    func `a compartment whose preparation makes no sense is rejected, and its vehicle`(
        rear: String,
        code: String
    ) throws {
        var day = prepared(rear)
        day["vehicles.csv"] += "V2,van,D1,07:00-16:00,800,40,50,0.35,18\n"
        let folder = try day.read()
        #expect(folder.rejects.map(\.code) == [code, "D342"])
        #expect(folder.problem.vehicles.map(\.id) == ["V2"])
    }

    @Test(arguments: [
        ("recalled,saleable,20\n", "D327"), ("recalled,,20\n", "D321"), ("saleable,recalled,\n", "D321"),
        ("saleable,recalled,x\n", "D330"), ("saleable,recalled,1500\n", "D332"),
    ])
    func `cleaning that makes no sense is rejected with its code`(row: String, code: String) throws {
        let reject = try #require(try prepared(cleaning: row).read().rejects.first)
        #expect(reject.code == code)
        #expect(reject.file == "cleaning.csv")
    }

    @Test func `of a patient only the pseudonym is kept`() throws {
        var day = fixture()
        day["orders.csv"] =
            "order,name,lat,lon,kg,boxes,regime,patient_ref\nO1,Jane Doe,53.8,-1.5,1,1,REF,P-7K\n"
        let folder = try day.read()
        #expect(folder.problem.jobs.map(\.description) == ["P-7K"])
        #expect(folder.problem.locations.map(\.name) == ["Leeds", "P-7K"])
        #expect(folder.problem.jobs.map(\.handling.patient) == ["P-7K"])
    }

    @Test func `a patient who is listed as a site is nowhere called by name or code`() throws {
        var day = fixture()
        day["sites.csv"] = """
            site,name,lat,lon,address,notes,contact
            DOE-JANE,Jane Doe,53.8,-1.5,3 High Street,ring at JANE DOE,Jane Doe 0113 496 0000
            S2,Abbey Pharmacy,53.9,-1.6,,,
            """
        day["orders.csv"] = """
            order,site,name,kg,boxes,regime,product,remarks,patient_ref
            O1,DOE-JANE,,1,1,REF,Cream for Jane Doe,Jane Doe is at home from 9,P-7K
            O2,S2,John Roe,1,1,REF,,for John Roe,P-8L
            O3,S2,,1,1,REF,,,
            """
        day["day.csv"] += "patient_remarks,print\n"
        let folder = try day.read()
        #expect(folder.rejects.isEmpty)
        let problem = folder.problem
        #expect(problem.jobs.map(\.description) == ["P-7K", "P-8L", "Abbey Pharmacy"])
        // Others' goods go to the pharmacy too, so that it is nobody's home.
        #expect(problem.locations.map(\.name) == ["Leeds", "P-7K", "Abbey Pharmacy"])
        #expect(problem.locations.map(\.site) == ["D1", "P-7K", "S2"])
        let home = try #require(folder.details.sites[1])
        #expect([home.code, home.name, home.address] == ["P-7K", "P-7K", "3 High Street"])
        #expect([home.notes, home.contact] == ["ring at P-7K", "P-7K 0113 496 0000"])
        #expect(folder.details.jobs.map(\.remarks) == ["P-7K is at home from 9", "for P-8L", ""])
        #expect(folder.details.jobs[0].lines.map(\.product) == ["Cream for P-7K"])
    }

    @Test
    func `what is remarked on patients' orders is on no paper unless the folder says that it names nobody`()
        throws
    {
        var day = fixture()
        day["orders.csv"] = """
            order,site,kg,boxes,regime,channel,patient_ref,remarks
            O1,S1,1,1,REF,dtp,P-7K,for Mrs Doe
            O2,S2,1,1,REF,home,,Mr Roe is in from 9
            O3,S2,1,1,REF,wholesale,,ring twice

            """
        #expect(try day.read().details.jobs.map(\.remarks) == ["", "", "ring twice"])
        day["day.csv"] += "patient_remarks,hide\n"
        #expect(try day.read().details.jobs.map(\.remarks) == ["", "", "ring twice"])
        day["day.csv"] += "patient_remarks,print\n"
        let printed = ["for Mrs Doe", "Mr Roe is in from 9", "ring twice"]
        #expect(try day.read().details.jobs.map(\.remarks) == printed)
        day["day.csv"] += "patient_remarks,maybe\n"
        #expect(try day.refusal()?.code == "D309")
    }

    @Test func `orders of patients are never merged, and each has boxes of its own`() throws {
        // Three orders to one place with one kind of goods in one kind of box, two of them of one patient.
        var day = fixture()
        day["orders.csv"] = """
            order,line,site,kg,boxes,regime,passive_box,patient_ref
            O1,1,S1,1,1,REF,BAG:1,P-7K
            O1,2,S1,1,1,REF,BAG:1,P-7K
            O2,1,S1,1,1,REF,BAG:1,P-7K
            O3,1,S1,1,1,REF,BAG:1,P-9Q

            """
        let folder = try day.read()
        #expect(folder.problem.jobs.map(\.id) == ["O1", "O2", "O3"])
        #expect(folder.problem.jobs.map(\.handling.patient) == ["P-7K", "P-7K", "P-9Q"])
        let own = [[BoxNeed(type: 0, count: 2)], [BoxNeed(type: 0)], [BoxNeed(type: 0)]]
        #expect(folder.problem.jobs.map(\.boxes) == own)
    }

    @Test(arguments: ["P-9Q", ""])
    func `an order is one patient's or nobody's`(second: String) throws {
        var day = fixture()
        day["orders.csv"] = """
            order,line,site,kg,boxes,regime,patient_ref
            O1,1,S1,1,1,REF,P-7K
            O1,2,S1,1,1,REF,\(second)

            """
        #expect(try day.read().rejects.map(\.code) == ["D352"])
    }

    @Test func `hold times and boxes are for goods that are brought`() throws {
        var day = fixture()
        day["orders.csv"] =
            "order,site,type,kg,boxes,regime,hold_h\nO1,S1,return,1,1,REF,4\nO2,S2,delivery,1,1,REF,4\n"
        #expect(try day.read().rejects.map(\.code) == ["D347"])
    }
}
