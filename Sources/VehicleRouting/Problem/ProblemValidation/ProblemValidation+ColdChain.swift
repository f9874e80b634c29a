extension ProblemValidation {
    /// Classes of goods, passive boxes, and what vehicles offer to the cold chain.
    mutating func checkColdChain() {
        checkNames(problem.goodsClasses, "class of goods") { "goods_classes[\($0)]" }
        let most = Problem.mostGoodsClasses
        if problem.goodsClasses.count > most {
            report(
                .goodsClasses,
                "goods_classes",
                "",
                "there are \(problem.goodsClasses.count) classes of goods, more than the \(most) that can be kept apart",
                hint: "join classes that the segregation treats alike",
                value: problem.goodsClasses.count
            )
        }
        for (index, pair) in problem.segregation.pairs.enumerated() {
            checkGoodsClass(pair.first, "segregation[\(index)].between[0]", "")
            checkGoodsClass(pair.second, "segregation[\(index)].between[1]", "")
        }
        for (index, entry) in problem.cleaning.entries.enumerated() {
            checkGoodsClass(entry.after, "cleaning[\(index)].after", "")
            checkGoodsClass(entry.before, "cleaning[\(index)].before", "")
            checkDuration(entry.seconds, "cleaning[\(index)].seconds", "")
        }
        checkBoxTypes()
        for (index, vehicle) in problem.vehicles.enumerated() {
            let (path, name) = ("vehicles[\(index)]", "vehicle \(vehicle.id)")
            checkOffered(vehicle.levels, "\(path).levels", name)
            checkPermits(vehicle.permits, "\(path).permits", name)
            for (place, compartment) in vehicle.compartments.enumerated() {
                let part = "\(path).compartments[\(place)]"
                checkDoor(compartment.door, "\(part).door", "\(name), compartment \(compartment.id)")
                checkValidity(compartment.validUntil, "\(part).valid_until", name)
                checkChangeovers(of: compartment, part, "\(name), compartment \(compartment.id)")
                for classIndex in compartment.state.carried.sorted() {
                    checkGoodsClass(classIndex, "\(part).carried", name)
                }
            }
        }
        for (index, carrier) in problem.carriers.enumerated() {
            checkOffered(carrier.levels, "carriers[\(index)].levels", "carrier \(carrier.id)")
            checkPermits(carrier.permits, "carriers[\(index)].permits", "carrier \(carrier.id)")
        }
        checkBodies()
        checkSupply()
        checkChannelRules()
    }

    private mutating func checkBoxTypes() {
        checkNames(problem.boxTypes.map(\.id), "box type") { "box_types[\($0)]" }
        for (index, box) in problem.boxTypes.enumerated() {
            let (path, name) = ("box_types[\(index)]", "box type \(box.id)")
            checkRegime(box.regime, "\(path).regime", name)
            checkExposure(box.holdTime, "\(path).hold_time", name)
            checkTime(box.readyAt, "\(path).ready_at", name)
            checkMoney(box.cost, "\(path).cost", name)
            checkValidity(box.validUntil, "\(path).valid_until", name)
            if let stock = box.stock, stock < 0 {
                report(
                    .boxCount,
                    "\(path).stock",
                    name,
                    "a stock cannot be \(stock)",
                    hint: "give 0 or more, or leave it out for as many as needed",
                    value: stock
                )
            }
        }
    }

    /// What a job says about hold time, boxes and handling.
    mutating func checkColdChain(of job: Job, _ path: String, _ name: String) {
        checkExposure(job.holdTime, "\(path).hold_time", name)
        checkHandling(job.handling, path, name)
        if job.delivery.isNothing, job.holdTime != nil || !job.boxes.isEmpty {
            report(
                .idleHoldTime,
                "\(path).\(job.boxes.isEmpty ? "hold_time" : "boxes")",
                name,
                "the job brings nothing that a hold time or a box would be for",
                hint: "add the delivery, or remove what is meant for it"
            )
        }
        var seen: Set<Int> = []
        for (place, need) in job.boxes.enumerated() {
            let part = "\(path).boxes[\(place)]"
            guard problem.boxTypes.indices.contains(need.type) else {
                report(
                    .unknownBox,
                    "\(part).type",
                    name,
                    "there is no box type \(need.type)",
                    hint: "define it among the box types, or name one that is",
                    value: need.type
                )
                continue
            }
            let box = problem.boxTypes[need.type]
            if !seen.insert(need.type).inserted {
                report(
                    .doubleBox,
                    "\(part).type",
                    name,
                    "box type \(box.id) is offered twice",
                    hint: "keep the entry with the right count",
                    value: box.id
                )
            }
            if need.count < 1 {
                report(
                    .boxCount,
                    "\(part).count",
                    name,
                    "\(need.count) boxes hold nothing",
                    hint: "give 1 or more",
                    value: need.count
                )
            }
            guard let label = job.regime, problem.regimes.indices.contains(label),
                problem.regimes.indices.contains(box.regime),
                !problem.regimes[label].accepts(problem.regimes[box.regime])
            else { continue }
            report(
                .boxRegime,
                "\(part).type",
                name,
                "box type \(box.id) keeps \(problem.regimes[box.regime].id), which the label "
                    + "\(problem.regimes[label].id) does not allow",
                hint: "offer boxes whose range lies within the label's",
                value: box.id
            )
        }
    }

    /// How goods must be treated.
    mutating func checkHandling(_ handling: Handling, _ path: String, _ name: String) {
        checkGoodsClass(handling.goodsClass, "\(path).goods_class", name)
        for (key, level) in handling.levels.sorted(by: { $0.key < $1.key }) where level < 1 {
            report(
                .level,
                "\(path).levels.\(key)",
                name,
                "\(key) \(level) asks for nothing",
                hint: "ask for 1 or more, or leave it out",
                value: level
            )
        }
        checkPermits(handling.permits, "\(path).permits", name)
        let opening = problem.vehicles.map(\.shift.opens).min() ?? 0
        for (place, permit) in handling.permits.enumerated() {
            guard let until = permit.validUntil, until < opening else { continue }
            report(
                .lapsedPermit,
                "\(path).permits[\(place)].valid_until",
                name,
                "the certificate \(permit.name) lapses at \(until), before the first shift opens at \(opening)",
                hint: "renew it; until then the goods stay where they are",
                value: until
            )
        }
    }

    /// A longest time on the way must be a length of time above 0.
    mutating func checkExposure(_ seconds: Seconds?, _ path: String, _ name: String) {
        checkDuration(seconds, path, name)
        guard seconds == 0 else { return }
        report(
            .noHoldTime,
            path,
            name,
            "goods that hold for 0 s can never be brought",
            hint: "give the seconds from loading to hand-over, or leave it out for no limit",
            value: 0
        )
    }

    private mutating func checkGoodsClass(_ index: Int?, _ path: String, _ name: String) {
        guard let index, !problem.goodsClasses.indices.contains(index) else { return }
        report(
            .unknownGoodsClass,
            path,
            name,
            "there is no class of goods \(index)",
            hint: "define it among the classes, or name one that is",
            value: index
        )
    }

    private mutating func checkOffered(_ levels: [String: Int], _ path: String, _ name: String) {
        for (key, level) in levels.sorted(by: { $0.key < $1.key }) where level < 0 {
            report(
                .level,
                "\(path).\(key)",
                name,
                "\(key) cannot be \(level)",
                hint: "give 0 or more",
                value: level
            )
        }
    }

    private mutating func checkPermits(_ permits: [Permit], _ path: String, _ name: String) {
        var seen: Set<Identifier> = []
        for (index, permit) in permits.enumerated() {
            checkValidity(permit.validUntil, "\(path)[\(index)].valid_until", name)
            if permit.name == .text("") {
                report(
                    .emptyID,
                    "\(path)[\(index)].name",
                    name,
                    "the certificate has no name",
                    hint: "name it"
                )
            } else if !seen.insert(permit.name).inserted {
                report(
                    .duplicatePermit,
                    "\(path)[\(index)].name",
                    name,
                    "the certificate \(permit.name) is named twice",
                    hint: "keep the one with the right date",
                    value: permit.name
                )
            }
        }
    }

    /// A date may lie before second 0 or beyond what can be planned: it has lapsed then, or never lapses.
    private mutating func checkValidity(_ time: Seconds?, _ path: String, _ name: String) {
        guard let time, abs(time) > Self.latestTime * 100 else { return }
        report(
            .timeTooLarge,
            path,
            name,
            "\(time) s is no date",
            hint: "give seconds, not milliseconds",
            value: time
        )
    }

    private mutating func checkDoor(_ door: DoorBudget?, _ path: String, _ name: String) {
        guard let door else { return }
        let numbers = [
            ("rise", door.rise), ("recovery_per_hour", door.recoveryPerHour), ("limit", door.limit),
            ("warmth", door.warmth),
        ]
        for (key, number) in numbers where !(0...10_000_000).contains(number) {
            report(
                .negativeLimit,
                "\(path).\(key)",
                name,
                "\(number) thousandths of a degree are not between 0 and 10000000",
                hint: "give thousandths of a degree",
                value: number
            )
        }
        if door.warmth > door.limit {
            report(
                .negativeLimit,
                "\(path).warmth",
                name,
                "\(door.warmth) mK of warmth are more than the \(door.limit) mK allowed",
                hint: "give what is left of earlier openings, at most the limit",
                value: door.warmth
            )
        }
        if door.rise > door.limit {
            report(
                .doorBudget,
                path,
                name,
                "one opening warms by \(door.rise) mK, more than the \(door.limit) mK allowed, so nothing can be served "
                    + "from it",
                hint: "correct the figures of the validation report",
                value: door.rise
            )
        }
    }

    /// Layouts of one body are one vehicle otherwise.
    private mutating func checkBodies() {
        var first: [Identifier: Int] = [:]
        for (index, vehicle) in problem.vehicles.enumerated() {
            guard let body = vehicle.body else { continue }
            guard let known = first[body] else {
                first[body] = index
                continue
            }
            let other = problem.vehicles[known]
            let isSame =
                vehicle.shift == other.shift && vehicle.start == other.start && vehicle.end == other.end
                && vehicle.profile == other.profile
            guard !isSame else { continue }
            report(
                .bodyMismatch,
                "vehicles[\(index)].body",
                "vehicle \(vehicle.id)",
                "it is the same body as vehicle \(other.id), but has another shift, place or profile",
                hint: "let layouts of one body differ in their compartments only",
                value: body
            )
        }
    }

    /// Certificates and levels that tasks ask for and no vehicle has.
    private mutating func checkSupply() {
        let held = Set(problem.vehicles.flatMap { $0.permits.map(\.name) })
        let tasks =
            problem.jobs.enumerated().map { ("jobs[\($0)]", "job \($1.id)", $1.handling) }
            + problem.shipments.enumerated().map {
                ("shipments[\($0)]", "shipment \($1.pickup.id)", $1.handling)
            }
        for (path, name, handling) in tasks {
            for need in handling.requires.subtracting(held).sorted() {
                report(
                    .unheldPermit,
                    "\(path).requires",
                    name,
                    "no vehicle is certified for \(need)",
                    hint: "add the certificate to a vehicle, or correct the name",
                    value: need
                )
            }
            for (key, level) in handling.levels.sorted(by: { $0.key < $1.key }) {
                let best = problem.vehicles.compactMap { $0.levels[key] }.max() ?? 0
                guard level > best else { continue }
                report(
                    .unheldLevel,
                    "\(path).levels.\(key)",
                    name,
                    "\(key) \(level) is asked for, but the best vehicle offers \(best)",
                    hint: "add a vehicle that offers it, or ask for less",
                    value: level
                )
            }
        }
    }
}
