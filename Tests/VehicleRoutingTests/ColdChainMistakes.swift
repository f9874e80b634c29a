import RoutingTestSupport
import VehicleRouting

extension ProblemValidationTests {
    /// Mistakes in what a problem says about goods, boxes, doors and certificates.
    static let coldChainMistakes = [
        Mistake(.unknownGoodsClass, "jobs[0].goods_class") { $0.jobs[0].handling.goodsClass = 0 },
        Mistake(.unknownGoodsClass, "segregation[0].between[1]") { problem in
            problem.goodsClasses = ["saleable"]
            problem.segregation.keep(0, and: 1, .otherBox)
        },
        Mistake(.duplicateID, "goods_classes[1]") { $0.goodsClasses = ["saleable", "saleable"] },
        Mistake(.emptyID, "goods_classes[0]") { $0.goodsClasses = [""] },
        Mistake(.goodsClasses, "goods_classes") { problem in
            problem.goodsClasses = (0...32).map { .number($0) }
        },
        Mistake(.unknownBox, "jobs[0].boxes[0].type") { $0.jobs[0].boxes = [BoxNeed(type: 0)] },
        Mistake(.boxRegime, "jobs[0].boxes[0].type") { problem in
            problem.boxTypes = [BoxType(id: "cold", regime: 0, holdTime: 50)]
            problem.jobs[0].boxes = [BoxNeed(type: 0)]
            problem.jobs[0].regime = 1
        },
        Mistake(.boxCount, "jobs[0].boxes[0].count") { problem in
            problem.boxTypes = [BoxType(id: "cold", regime: 0, holdTime: 50)]
            problem.jobs[0].boxes = [BoxNeed(type: 0, count: 0)]
        },
        Mistake(.boxCount, "box_types[0].stock") { problem in
            problem.boxTypes = [BoxType(id: "cold", regime: 0, holdTime: 50)]
            problem.boxTypes[0].stock = -1
        },
        Mistake(.doubleBox, "jobs[0].boxes[1].type") { problem in
            problem.boxTypes = [BoxType(id: "cold", regime: 0, holdTime: 50)]
            problem.jobs[0].boxes = [BoxNeed(type: 0), BoxNeed(type: 0, count: 2)]
        },
        Mistake(.unknownRegime, "box_types[0].regime") { problem in
            problem.boxTypes = [BoxType(id: "cold", regime: 9, holdTime: 50)]
        },
        Mistake(.noHoldTime, "box_types[0].hold_time") { problem in
            problem.boxTypes = [BoxType(id: "cold", regime: 0, holdTime: 0)]
        },
        Mistake(.negativeTime, "box_types[0].ready_at") { problem in
            problem.boxTypes = [BoxType(id: "cold", regime: 0, holdTime: 50)]
            problem.boxTypes[0].readyAt = -1
        },
        Mistake(.negativeCost, "box_types[0].cost") { problem in
            problem.boxTypes = [BoxType(id: "cold", regime: 0, holdTime: 50)]
            problem.boxTypes[0].cost = -1
        },
        Mistake(.duplicateID, "box_types[1]") { problem in
            problem.boxTypes = [
                BoxType(id: "cold", regime: 0, holdTime: 50), BoxType(id: "cold", regime: 1, holdTime: 9),
            ]
        },
        Mistake(.noHoldTime, "jobs[0].hold_time") { $0.jobs[0].holdTime = 0 },
        Mistake(.negativeDuration, "jobs[0].hold_time") { $0.jobs[0].holdTime = -5 },
        Mistake(.noHoldTime, "shipments[0].max_time_on_board") { $0.shipments[0].maxTimeOnBoard = 0 },
        Mistake(.idleHoldTime, "jobs[0].hold_time") { problem in
            problem.jobs[0].delivery = []
            problem.jobs[0].holdTime = 5
        },
        Mistake(.level, "jobs[0].levels.security") { $0.jobs[0].handling.levels["security"] = 0 },
        Mistake(.level, "vehicles[0].levels.crew") { $0.vehicles[0].levels["crew"] = -1 },
        Mistake(.level, "carriers[0].levels.crew") { $0.carriers[0].levels["crew"] = -1 },
        Mistake(.unheldLevel, "shipments[0].levels.crew") { $0.shipments[0].handling.levels["crew"] = 2 },
        Mistake(.unheldPermit, "jobs[0].requires") { $0.jobs[0].handling.requires = ["class7"] },
        Mistake(.lapsedPermit, "jobs[0].permits[0].valid_until") { problem in
            problem.vehicles[0].shift = [10, 50]
            problem.jobs[0].handling.permits = [Permit("licence", validUntil: 9)]
        },
        Mistake(.duplicatePermit, "vehicles[0].permits[1].name") { problem in
            problem.vehicles[0].permits = [Permit("class7"), Permit("class7", validUntil: 5)]
        },
        Mistake(.duplicatePermit, "carriers[0].permits[1].name") { problem in
            problem.carriers[0].permits = [Permit("class7"), Permit("class7", validUntil: 5)]
        },
        Mistake(.emptyID, "vehicles[0].permits[0].name") { $0.vehicles[0].permits = [Permit("")] },
        Mistake(.timeTooLarge, "vehicles[0].permits[0].valid_until") { problem in
            problem.vehicles[0].permits = [Permit("class7", validUntil: 1_700_000_000_000_000)]
        },
        Mistake(.timeTooLarge, "vehicles[0].compartments[0].valid_until") { problem in
            problem.vehicles[0].compartments[0].validUntil = 1_700_000_000_000_000
        },
        Mistake(.noHalfLife, "jobs[0].due.decay.half_life") { problem in
            problem.jobs[0].due = DueTime(by: 9, latePerHour: 0, decay: Decay(value: 9, halfLife: 0))
        },
        Mistake(.uselessBeforeOpening, "jobs[0].use_by") { problem in
            problem.jobs[0].timeWindows = [[10, 20]]
            problem.jobs[0].useBy = 9
        },
        Mistake(.doorBudget, "vehicles[0].compartments[0].door") { problem in
            problem.vehicles[0].compartments[0].door = DoorBudget(rise: 9, recoveryPerHour: 0, limit: 5)
        },
        Mistake(.negativeLimit, "vehicles[0].compartments[0].door.rise") { problem in
            problem.vehicles[0].compartments[0].door = DoorBudget(rise: -1, recoveryPerHour: 0, limit: 5)
        },
        Mistake(.unknownGoodsClass, "cleaning[0].before") { problem in
            problem.goodsClasses = ["saleable"]
            problem.cleaning[after: 0, before: 1] = 60
        },
        Mistake(.negativeDuration, "cleaning[0].seconds") { problem in
            problem.goodsClasses = ["saleable"]
            problem.cleaning[after: 0, before: 0] = -1
        },
        Mistake(.unknownGoodsClass, "vehicles[0].compartments[0].carried") { problem in
            problem.vehicles[0].compartments[0].state.carried = [0]
        },
        Mistake(.unknownRegime, "vehicles[0].compartments[0].changeover[0].from") { problem in
            problem.vehicles[0].compartments[0].changeovers = [Changeover(from: 9, to: 0, seconds: 60)]
        },
        Mistake(.negativeDuration, "vehicles[0].compartments[0].changeover[0].seconds") { problem in
            problem.vehicles[0].compartments[0].changeovers = [Changeover(to: 0, seconds: -1)]
        },
        Mistake(.idleChangeover, "vehicles[0].compartments[0].changeover[0].to") { problem in
            problem.vehicles[0].compartments[0].changeovers = [Changeover(from: 0, to: 0, seconds: 60)]
        },
        Mistake(.doubleChangeover, "vehicles[0].compartments[0].changeover[1]") { problem in
            problem.vehicles[0].compartments[0].changeovers = [
                Changeover(to: 0, seconds: 60), Changeover(to: 0, seconds: 90),
            ]
        },
        Mistake(.unqualifiedState, "vehicles[0].compartments[0].running") { problem in
            problem.vehicles[0].compartments[0].state.regime = 2
        },
        Mistake(.idleChannelRule, "channel_rules[0]") { $0.channelRules = [ChannelRule(id: "R1")] },
        Mistake(.contradictoryChannelRule, "channel_rules[0]") { problem in
            problem.channelRules = [ChannelRule(id: "R1")]
            problem.channelRules[0].isForbidden = true
            problem.channelRules[0].needs = ["licence"]
        },
        Mistake(.duplicateID, "channel_rules[1]") { problem in
            var rule = ChannelRule(id: "R1")
            rule.isForbidden = true
            problem.channelRules = [rule, rule]
        },
        Mistake(.unknownDepot, "channel_rules[0].depots") { problem in
            problem.channelRules = [ChannelRule(id: "R1")]
            problem.channelRules[0].depots = [99]
        },
        Mistake(.unknownCountry, "channel_rules[0].countries") { problem in
            problem.channelRules = [ChannelRule(id: "R1")]
            problem.channelRules[0].countries = ["Britain"]
            problem.channelRules[0].isForbidden = true
        },
        Mistake(.unknownCountry, "locations[0].country") { $0.locations[0].country = "gb" },
        Mistake(.bodyMismatch, "vehicles[1].body") { problem in
            problem.vehicles[0].body = "V"
            problem.addVehicle {
                $0.body = "V"
                $0.capacity = [9]
                $0.shift = [0, 9]
            }
        },
        Mistake(.shipmentHalf, "shipments[0].pickup.handling") { problem in
            problem.shipments[0].pickup.handling.prohibition = "R1"
        },
    ]
}
