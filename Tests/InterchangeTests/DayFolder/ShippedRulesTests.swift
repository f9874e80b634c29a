import ColdChain
import Interchange
import Testing
import VehicleRouting

/// Classes of goods and passive boxes that a folder leaves to the program.
@Suite("Rules that come with the program") struct ShippedRulesTests {
    private let reader = DayFolderReader(
        regimes: DayFixture.regimes,
        segregation: SegregationDirectory(
            classes: SegregationRules.shipped.classes,
            matrix: SegregationRules.shipped.matrix
        ),
        boxes: BoxDirectory { code in
            PassiveBoxCatalogue.shipped.box(code).map { box in
                ShippedBox(regime: box.regime, conditioning: box.conditioning, cost: box.cost) {
                    box.exposure(on: AmbientBand(low: $0, high: $1))
                } count: {
                    box.count(volume: $0, weight: $1)
                }
            }
        }
    )

    private func read(_ day: DayFixture) throws -> DayFolder {
        try day.withFolder { try reader.read($0) }
    }

    private func classes(_ first: String, _ second: String) -> DayFixture {
        var day = DayFixture()
        day["orders.csv"] = """
            order,site,kg,boxes,regime,goods_class
            O1,S1,12.5,3,REF,\(first)
            O2,S2,4,1,RT15_25,\(second)

            """
        return day
    }

    @Test func `classes by the names of the program are kept apart as it has them`() throws {
        let folder = try read(classes("recalled", "saleable"))
        #expect(folder.rejects.isEmpty)
        #expect(folder.problem.goodsClasses == ["recalled", "saleable"])
        #expect(folder.problem.segregation[0, 1] == .neverSameTrip)
        #expect(try read(classes("recalled", "saleabel")).rejects.map(\.code) == ["D340"])
    }

    @Test func `what a folder says about segregation is all that holds`() throws {
        var day = classes("recalled", "saleable")
        day["segregation.csv"] = "goods_class,keep_from,keep\nsaleable,cytotoxic,other_box\n"
        let folder = try read(day)
        // Nobody has said what is recalled.
        #expect(folder.rejects.map(\.code) == ["D340"])
        #expect(folder.problem.segregation.pairs.count == 1)
    }

    private func boxes(ambient: String, _ row: String = "REF-24") -> DayFixture {
        var day = DayFixture()
        day["day.csv"] += "ambient_c,\(ambient)\nplanned_at,2026-03-01 16:00\n"
        day["box_types.csv"] = "box_type,hold_h,cost\n\(row),,\n"
        day["orders.csv"] =
            "order,site,kg,litres,boxes,regime,passive_box\nO1,S1,9,20,3,REF,\(row)\nO2,S2,1,1,1,none,\n"
        return day
    }

    @Test func `a box of the catalogue holds as long as its test for such a day, less a fifth`() throws {
        let folder = try read(boxes(ambient: "14 to 27"))
        #expect(folder.rejects.isEmpty)
        let box = try #require(folder.problem.boxTypes.first)
        // 24 h × 0.8; conditioned 12 h after 16:00 on the day before; 4.50.
        #expect(box.holdTime == 69_120)
        #expect(box.readyAt == 4 * 3600)
        #expect(box.cost == 4500)
        #expect(folder.problem.regimes[box.regime].id == "REF")
        // 20 l in boxes of 8 l, 9 kg in boxes of 6 kg.
        #expect(folder.problem.jobs[0].boxes == [BoxNeed(type: 0, count: 3)])
    }

    @Test(arguments: [("20 to 38", "REF-24", "D362"), ("14 to 27", "BOX", "D321")])
    func `a box that was not tested for the day, or that nobody knows, is rejected`(
        ambient: String,
        code: String,
        expected: String
    ) throws {
        #expect(try read(boxes(ambient: ambient, code)).rejects.first?.code == expected)
    }

    @Test(arguments: ["27 to 14", "warm", "14", "14 to 99"])
    func `weather that is none is refused`(text: String) throws {
        let day = boxes(ambient: text)
        let error = #expect(throws: DayFolderError.self) { try read(day) }
        #expect(error?.code == "D309")
    }
}
