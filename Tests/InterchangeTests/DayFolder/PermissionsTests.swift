import Interchange
import Testing
import VehicleRouting

/// What a day folder says about channels, and who may ship to whom.
@Suite("Permissions in a day folder") struct PermissionsTests {
    /// Rules as they come with a program: no vaccines to homes in China, and a licence for wholesale in Germany since 2020.
    static let shipped = PermissionDirectory(all: [ban, licence]) { date in
        date >= "2020-01-01" ? [ban, licence] : [ban]
    }

    private static let ban: PermissionRule = {
        var rule = PermissionRule(id: "BAN", verdict: .forbidden)
        rule.countries = ["CN"]
        rule.productClasses = ["vaccine"]
        rule.channels = ["direct_to_patient"]
        (rule.note, rule.source) = ("Vaccines are not sold online.", "list of 2022")
        return rule
    }()

    private static let licence: PermissionRule = {
        var rule = PermissionRule(id: "LICENCE", verdict: .conditional)
        rule.countries = ["DE"]
        rule.channels = ["wholesale"]
        rule.needs = ["consignee_licence"]
        rule.note = "Only to the authorised."
        return rule
    }()

    /// Two depots, a pharmacy and a hospital in Germany, a home in China.
    static func fixture() -> DayFixture {
        var day = DayFixture()
        day["day.csv"] = "key,value\ndate,2026-03-02\ncountry,de\n"
        day["depots.csv"] = "depot,lat,lon,country\nD1,53.79,-1.55,\nD2,53.7,-1.5,FR\n"
        day["sites.csv"] = """
            site,name,lat,lon,permits
            S1,Abbey Pharmacy,53.80,-1.60,consignee_licence:2026-12-31
            S2,General Hospital,53.82,-1.50,

            """
        day["orders.csv"] = """
            order,site,lat,lon,country,kg,boxes,regime,channel,product_class,permits,patient_ref
            O1,S1,,,,1,1,REF,wholesale,prescription,,
            O2,S2,,,,1,1,REF,Wholesale,prescription|insulin,,
            O3,,53.9,-1.6,CN,1,1,REF,home,vaccine,,P-7K
            O4,S2,,,,1,1,REF,dth,vaccine,,

            """
        day["vehicles.csv"] = "vehicle,depot,kg,boxes,cost_per_km\nV1,D1,800,40,1\nV2,D2,800,40,1\n"
        day["compartments.csv"] = "vehicle,compartment,regimes\nV1,front,REF\nV2,front,REF\n"
        return day
    }

    private func read(_ day: DayFixture) throws -> DayFolder {
        let reader = DayFolderReader(regimes: DayFixture.regimes, permissions: Self.shipped)
        return try day.withFolder { try reader.read($0) }
    }

    @Test
    func `channels, classes, countries and certificates become the problem's, with the rules that bind`()
        throws
    {
        let folder = try read(Self.fixture())
        #expect(folder.rejects.isEmpty && folder.warnings.isEmpty)
        let problem = folder.problem
        #expect(
            problem.jobs.map(\.handling.channel)
                == ["wholesale", "wholesale", "direct_to_patient", "direct_to_hospital"]
        )
        #expect(problem.jobs[1].handling.productClasses == ["prescription", "insulin"])
        #expect(problem.jobs.map { problem.locations[$0.location].country } == ["DE", "DE", "CN", "DE"])
        #expect(problem.depots.map { problem.locations[$0.location].country } == ["DE", "FR"])
        // The last second of 31 December, 304 days after 2 March.
        let permit = Permit("consignee_licence", validUntil: 305 * 86_400 - 1)
        #expect(problem.jobs[0].handling.permits == [permit])
        #expect(problem.channelRules.map(\.id) == ["BAN", "LICENCE"])
        #expect(problem.channelRules[0].note == "Vaccines are not sold online.")
        let faults = (0...3).map { problem.channelFaults(of: .job($0)) }
        #expect(faults == [[], ["LICENCE consignee_licence"], ["BAN"], []])
    }

    @Test func `rules of countries where nobody is supplied are left out, and so are those not yet in force`()
        throws
    {
        var day = Self.fixture()
        day.replace("date,2026-03-02", with: "date,2019-03-02", in: "day.csv")
        #expect(try read(day).problem.channelRules.map(\.id) == ["BAN"])
        day.replace("-1.6,CN", with: "-1.6,DE", in: "orders.csv")
        #expect(try read(day).problem.channelRules.isEmpty)
    }

    private func read(permissions rows: String) throws -> DayFolder {
        var day = Self.fixture()
        day["permissions.csv"] = """
            rule,verdict,countries,product_classes,channels,consignees,needs,ship_from,note,source,valid_from,valid_until
            \(rows)

            """
        return try read(day)
    }

    @Test func `a rule of one's own takes the place of one of its name`() throws {
        let rules = try read(permissions: "LICENCE,allowed,DE,,wholesale,,,,Our counsel says so,,,").problem
            .channelRules
        #expect(rules.map(\.id) == ["BAN"])
        // Not in force yet, and the other one is gone all the same.
        let later = try read(permissions: "LICENCE,forbidden,DE,,,,,,later,,2026-03-03,")
        #expect(later.problem.channelRules.map(\.id) == ["BAN"])
        let last = try read(permissions: "LICENCE,forbidden,DE,,,,,,until today,,2026-03-01,2026-03-02")
        #expect(last.problem.channelRules.map(\.id) == ["BAN", "LICENCE"])
    }

    @Test func `who may ship to whom is said by depots or their countries`() throws {
        let folder = try read(
            permissions: "TENDER,conditional,,,,S2,,D2,By tender,contract 7,,\n"
                + "LOCAL,conditional,DE,vaccine,,,,DE,No import,,,"
        )
        #expect(folder.rejects.isEmpty)
        let problem = folder.problem
        #expect(problem.channelRules.first { $0.id == "TENDER" }?.depots == [1])
        #expect(problem.channelRules.first { $0.id == "LOCAL" }?.depots == [0])
        // A vaccine for S2: by the tender from D2, by law from D1.
        #expect(problem.origins(of: .job(1)) == [1])
        #expect(problem.origins(of: .job(3)) == [])
        #expect(!problem.maySupply(.job(3)))
    }

    struct Mistake: Sendable, CustomTestStringConvertible {
        let row: String
        let code: String
        let column: String?
        var testDescription: String { "\(code): \(row)" }

        init(_ row: String, _ code: String, _ column: String?) {
            (self.row, self.code, self.column) = (row, code, column)
        }
    }

    static let mistakes = [
        Mistake(",forbidden,DE,,,,,,n,,,", "D321", "rule"),
        Mistake("R 1,forbidden,DE,,,,,,n,,,", "D361", "rule"),
        Mistake("R1,banned,DE,,,,,,n,,,", "D343", "verdict"),
        Mistake("R1,forbidden,Germany,,,,,,n,,,", "D357", "countries"),
        Mistake("R1,forbidden,DE,,whoelsale,,,,n,,,", "D340", "channels"),
        Mistake("R1,forbidden,DE,,,S9,,,n,,,", "D340", "consignees"),
        Mistake("R1,conditional,DE,,,,,D9,n,,,", "D340", "ship_from"),
        Mistake("R1,conditional,DE,,,,,,n,,,", "D358", "needs"),
        Mistake("R1,forbidden,DE,,,,licence,,n,,,", "D359", "needs"),
        Mistake("R1,allowed,DE,,,,,D1,n,,,", "D359", "ship_from"),
        Mistake("R1,forbidden,DE,,,,,,,,,", "D321", "note"),
        Mistake("R1,forbidden,DE,,,,,,n,,2026-02-30,", "D344", "valid_from"),
        Mistake("R1,forbidden,DE,,,,,,n,,2026-03-02,2026-03-01", "D336", "valid_until"),
        Mistake("R1,allowed,DE,,,,,,n,,,\nR2,forbidden,DE,,,,,,n,,,", "D360", "verdict"),
        Mistake("R1,forbidden,DE,,,,,,n,,,\nR1,forbidden,FR,,,,,,n,,,", "D327", "rule"),
    ]

    @Test(arguments: mistakes)
    func `a rule that is malformed or contradicts another is rejected with code, place and remedy`(
        mistake: Mistake
    ) throws {
        let reject = try #require(try read(permissions: mistake.row).rejects.first)
        #expect(reject.code == mistake.code)
        #expect(reject.file == "permissions.csv")
        #expect(reject.row == (mistake.row.contains("\n") ? 3 : 2))
        #expect(reject.column == mistake.column)
        #expect(!reject.remedy.isEmpty)
    }

    @Test(arguments: ["LICENCE,allowed,Germany,,,,,,n,,,", "LICENCE,allowed,,,,,,,n,,soon,"])
    func `a rule that comes with the program stays where the one of its name is rejected`(row: String) throws
    {
        let folder = try read(permissions: row)
        #expect(folder.rejects.count == 1)
        #expect(folder.problem.channelRules.map(\.id) == ["BAN", "LICENCE"])
    }

    @Test(arguments: [
        ("wholesale,prescription,", "wholseale,prescription,", "D340", "channel"),
        ("dth,vaccine", "dth,vacine", "D340", "product_class"),
        ("-1.6,CN", "-1.6,China", "D357", "country"),
    ])
    func `what nearly names a channel, a class or a country is not passed over`(
        old: String,
        new: String,
        code: String,
        column: String
    ) throws {
        var day = Self.fixture()
        day.replace(old, with: new, in: "orders.csv")
        let reject = try #require(try read(day).rejects.first)
        #expect(reject.code == code)
        #expect(reject.column == column)
    }

    @Test func `channels of one's own are kept, with a warning where no rule speaks of them`() throws {
        var day = Self.fixture()
        day.replace("dth", with: "web_shop", in: "orders.csv")
        #expect(try read(day).warnings.map(\.code) == ["D391"])
        #expect(try read(day).problem.jobs[3].handling.channel == "web_shop")
        day["permissions.csv"] = "rule,verdict,channels,note\nR1,forbidden,web_shop,no\n"
        let folder = try read(day)
        #expect(folder.warnings.isEmpty)
        #expect(folder.problem.channelFaults(of: .job(3)) == ["R1"])
    }

    @Test func `a channel without a country, and a home without a pseudonym, are pointed out`() throws {
        var day = Self.fixture()
        day.replace("country,de\n", with: "", in: "day.csv")
        day.replace(",P-7K", with: ",", in: "orders.csv")
        let warnings = try read(day).warnings
        #expect(warnings.map(\.code) == ["D392", "D393"])
        #expect(warnings[0].message.hasPrefix("3 jobs have a channel but no country"))
        #expect(warnings[1].message.hasPrefix("1 job goes to a patient"))
    }

    @Test func `lines of one order go by one channel, and what comes back by none`() throws {
        var day = Self.fixture()
        day["orders.csv"] = """
            order,line,site,type,kg,boxes,regime,channel,product_class
            O1,1,S1,delivery,1,1,REF,wholesale,prescription
            O1,2,S1,delivery,1,1,REF,,vaccine
            O2,1,S1,delivery,1,1,REF,wholesale,
            O2,2,S1,delivery,1,1,REF,dtp,
            O3,1,S2,return,1,1,REF,wholesale,prescription

            """
        let folder = try read(day)
        #expect(folder.rejects.map(\.code) == ["D352", "D352"])
        #expect(folder.problem.jobs.map(\.handling.channel) == ["wholesale", nil])
        #expect(folder.problem.jobs[0].handling.productClasses == ["prescription", "vaccine"])
        // No licence is asked for of who gives goods back.
        #expect(folder.problem.channelFaults(of: .job(1)).isEmpty)
    }

    @Test func `a rule for a patient's place speaks of it by the pseudonym`() throws {
        var day = Self.fixture()
        day["sites.csv"] += "HOME-DOE,Jane Doe,53.8,-1.6,\n"
        day["orders.csv"] += "O5,HOME-DOE,,,,1,1,REF,home,,,P-8L\n"
        day["permissions.csv"] = "rule,verdict,consignees,note\nR1,forbidden,HOME-DOE,no\n"
        let problem = try read(day).problem
        #expect(problem.channelRules.first { $0.id == "R1" }?.consignees == ["P-8L"])
        #expect(problem.channelFaults(of: .job(4)) == ["R1"])
    }

    @Test func `all of it comes back from JSON`() throws {
        let problem = try read(
            permissions: "TENDER,conditional,,,,S2,licence,D2,By tender,contract 7,,\n"
                + "NOBODY,conditional,,insulin,,,,IT,Nobody is there,,,"
        ).problem
        #expect(problem.channelRules.first { $0.id == "NOBODY" }?.depots == [])
        let file = try ProblemFile.read(Array(ProblemFile.text(for: problem).utf8))
        #expect(file.problem.channelRules == problem.channelRules)
        #expect(file.problem.locations.map(\.country) == problem.locations.map(\.country))
        #expect(file.problem.jobs.map(\.handling) == problem.jobs.map(\.handling))
        #expect(file.warnings.isEmpty)
    }
}
