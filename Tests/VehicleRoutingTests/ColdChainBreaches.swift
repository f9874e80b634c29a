import RoutingTestSupport
import VehicleRouting

extension PlanCheckerTests {
    // Loading begins at 11; job 1 is handed over at 4 from 20 to 23, the shipment is picked up there at 23 and handed over
    // at 9 at 28, job 2 is collected there at 40, and the route ends at 49.
    static let coldChainBreaches = [
        // 23 − 11 = 12 s on the way.
        Breach(.holdTime, 2) { problem, _ in problem.jobs[0].holdTime = 10 },
        // Handed over at 23, and at 28, since when no loading on this route counts.
        Breach(.holdTime, 2) { problem, _ in problem.jobs[0].goodUntil = 21 },
        Breach(.holdTime, 4) { problem, _ in problem.shipments[0].delivery.goodUntil = 24 },
        // 1000 are left of earlier openings, and two halts open the warm compartment.
        Breach(.doors, 500) { problem, _ in
            problem.vehicles[0].compartments[1].door = DoorBudget(rise: 500, recoveryPerHour: 0, limit: 1500)
            problem.vehicles[0].compartments[1].door?.warmth = 1000
        },
        // Loading from 0, at 4 by 9.
        Breach(.activity, 2) { problem, _ in problem.jobs[0].useBy = 7 },
        // 28 − 23 = 5 s on board.
        Breach(.timeOnBoard, 2) { problem, _ in problem.shipments[0].maxTimeOnBoard = 3 },
        Breach(.segregation, nil) { problem, _ in
            problem.goodsClasses = ["saleable", "recalled"]
            problem.segregation.keep(0, and: 1, .neverSameTrip)
            problem.jobs[0].handling.goodsClass = 0
            problem.jobs[1].handling.goodsClass = 1
        },
        Breach(.exclusive, nil) { problem, _ in
            problem.jobs[0].handling.exclusiveGroup = "A"
            problem.shipments[0].handling.exclusiveGroup = "A"
        },
        // Two halts open the warm compartment: 2 × 1000 − 1500 thousandths of a degree.
        Breach(.doors, 500) { problem, _ in
            problem.vehicles[0].compartments[1].door = DoorBudget(rise: 1000, recoveryPerHour: 0, limit: 1500)
        },
        Breach(.level, 2) { problem, _ in
            problem.vehicles[0].levels["security"] = 1
            problem.jobs[0].handling.levels["security"] = 3
        },
        // The route ends at 49.
        Breach(.permit, 9) { problem, _ in
            problem.jobs[0].handling.permits = [Permit("licence", validUntil: 40)]
        },
        Breach(.permit, 1) { problem, _ in
            problem.vehicles[0].permits = [Permit("calibration", validUntil: 48)]
            problem.jobs[0].handling.requires = ["calibration"]
        },
        Breach(.permit, nil) { problem, _ in problem.jobs[0].handling.requires = ["calibration"] },
        Breach(.permit, 4) { problem, _ in problem.vehicles[0].compartments[0].validUntil = 45 },
        Breach(.prohibited, nil) { problem, _ in problem.jobs[0].handling.prohibition = "CN-ONLINE-BAN" },
        Breach(.channel, nil) { problem, _ in
            problem.locations[1].country = "CN"
            problem.jobs[0].handling.channel = "direct_to_patient"
            problem.channelRules = [ChannelRule(id: "CN-ONLINE-BAN", note: "Not to persons.")]
            problem.channelRules[0].countries = ["CN"]
            problem.channelRules[0].channels = ["direct_to_patient"]
            problem.channelRules[0].isForbidden = true
        },
        Breach(.channel, nil) { problem, _ in
            problem.jobs[0].handling.productClasses = ["narcotic"]
            problem.channelRules = [ChannelRule(id: "CERTIFICATE")]
            problem.channelRules[0].productClasses = ["narcotic"]
            problem.channelRules[0].needs = ["narcotics_certificate"]
        },
        // The route is loaded at depot 0.
        Breach(.shipFrom, nil) { problem, _ in
            problem.locations[1].site = "S1"
            problem.channelRules = [ChannelRule(id: "TENDER")]
            problem.channelRules[0].productClasses = ["insulin"]
            problem.channelRules[0].consignees = ["S1"]
            problem.channelRules[0].depots = [1]
            problem.jobs[0].handling.productClasses = ["insulin"]
        },
        Breach(.box, nil) { problem, _ in
            problem.boxTypes = [BoxType(id: "B24", regime: 0, holdTime: 99)]
            problem.jobs[0].boxes = [BoxNeed(type: 0)]
        },
        // Loading cannot begin before 8 + 5: leaves at 18, at 4 by 22, where the window closes at 20.
        Breach(.delay, 2) { problem, _ in
            problem.vehicles[0].shift = [8, 90]
            problem.vehicles[0].compartments[0].changeovers = [Changeover(to: 0, seconds: 5)]
        },
        Breach(.delay, 2) { problem, _ in
            problem.vehicles[0].shift = [8, 90]
            problem.goodsClasses = ["saleable", "recalled"]
            problem.cleaning[after: 1, before: 0] = 5
            problem.vehicles[0].compartments[0].state.carried = [1]
            problem.jobs[0].handling.goodsClass = 0
        },
        Breach(.boxStock, 1) { problem, plan in
            problem.boxTypes = [BoxType(id: "B24", regime: 0, holdTime: 99)]
            problem.boxTypes[0].stock = 1
            problem.jobs[0].boxes = [BoxNeed(type: 0, count: 2)]
            plan.routes[0].steps[0] = .visit(Visit(.job(0), box: 0))
        },
        Breach(.holdTime, 4) { problem, plan in
            problem.boxTypes = [BoxType(id: "B24", regime: 0, holdTime: 8)]
            problem.jobs[0].boxes = [BoxNeed(type: 0)]
            plan.routes[0].steps[0] = .visit(Visit(.job(0), box: 0))
        },
    ]
}
