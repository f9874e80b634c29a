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

    @Test func `hold times and boxes are for goods that are brought`() throws {
        var day = fixture()
        day["orders.csv"] =
            "order,site,type,kg,boxes,regime,hold_h\nO1,S1,return,1,1,REF,4\nO2,S2,delivery,1,1,REF,4\n"
        #expect(try day.read().rejects.map(\.code) == ["D347"])
    }
}
