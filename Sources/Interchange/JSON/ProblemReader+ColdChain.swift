import VehicleRouting

extension ProblemReader {
    /// Classes of goods, what must be kept apart, and passive boxes.
    mutating func readColdChain(_ root: JSONMembers) throws(FormatError) {
        problem.goodsClasses = try root.identifiers("goods_classes") ?? []
        for (place, id) in problem.goodsClasses.enumerated()
        where problem.goodsClasses[..<place].contains(id) {
            throw FormatError(
                .duplicate("the class of goods \(id)"),
                at: .pointer("\(root.path("goods_classes"))/\(place)")
            )
        }
        for pair in try root.objects("segregation", each: "a rule of segregation") ?? [] {
            try readSeparation(pair)
        }
        for members in try root.objects("cleaning", each: "a rule of cleaning") ?? [] {
            try readCleaning(members)
        }
        for members in try root.objects("box_types", each: "a box type") ?? [] {
            let box = try boxType(members)
            guard !problem.boxTypes.contains(where: { $0.id == box.id }) else {
                throw FormatError(.duplicate("the box type \(box.id)"), at: .pointer(members.pointer))
            }
            problem.boxTypes.append(box)
        }
    }

    private mutating func readCleaning(_ members: JSONMembers) throws(FormatError) {
        try keys.check(members, known: ProblemKeys.cleaning)
        guard let after = try members.identifier("after"), let before = try members.identifier("before"),
            let seconds = try members.unsigned("seconds")
        else {
            throw members.missing(
                "after', 'before' and 'seconds",
                remedy: "name both classes and how long the cleaning takes"
            )
        }
        let first = try goodsClass(after, members, "after")
        let second = try goodsClass(before, members, "before")
        guard problem.cleaning[after: first, before: second] == nil else {
            throw FormatError(
                .duplicate("the cleaning after \(after) and before \(before)"),
                at: .pointer(members.pointer)
            )
        }
        problem.cleaning[after: first, before: second] = seconds
    }

    /// How long a compartment takes to its regimes.
    mutating func changeovers(_ members: JSONMembers) throws(FormatError) -> [Changeover] {
        var changeovers: [Changeover] = []
        for part in try members.objects("changeover", each: "a changeover") ?? [] {
            try keys.check(part, known: ProblemKeys.changeover)
            guard let to = try regime(part, "to"), let seconds = try part.unsigned("seconds") else {
                throw part.missing("to' and 'seconds", remedy: "name the regime and how long it takes to it")
            }
            let from = try regime(part, "from")
            guard !changeovers.contains(where: { $0.from == from && $0.to == to }) else {
                throw FormatError(.duplicate("this changeover"), at: .pointer(part.pointer))
            }
            changeovers.append(Changeover(from: from, to: to, seconds: seconds))
        }
        return changeovers
    }

    /// What a compartment is like when the route begins.
    func state(_ members: JSONMembers) throws(FormatError) -> CompartmentState {
        var state = CompartmentState(regime: try regime(members, "running"))
        for name in try members.identifiers("carried") ?? [] {
            state.carried.insert(try goodsClass(name, members, "carried"))
        }
        return state
    }

    private mutating func readSeparation(_ pair: JSONMembers) throws(FormatError) {
        try keys.check(pair, known: ProblemKeys.separation)
        guard let names = try pair.identifiers("between") else {
            throw pair.missing("between", remedy: "name one class or two")
        }
        guard (1...2).contains(names.count) else {
            throw FormatError(
                .wrongCount("between", found: names.count, expected: 2),
                at: pair.place("between")
            )
        }
        var indices: [Int] = []
        for name in names { indices.append(try goodsClass(name, pair, "between")) }
        guard let word = try pair.text("keep") else {
            throw pair.missing("keep", remedy: "say how far they must be kept apart")
        }
        guard let separation = Separation(rawValue: word) else {
            let words = Separation.allCases.map(\.rawValue).joined(separator: ", ")
            throw FormatError(
                .wrongType("keep", expected: "one of \(words)", found: "\"\(word)\""),
                at: pair.place("keep")
            )
        }
        let (first, second) = (indices[0], indices[indices.count - 1])
        guard problem.segregation[first, second] == nil else {
            let pairName = names.map { "\($0)" }.joined(separator: " and ")
            throw FormatError(.duplicate("the rule between \(pairName)"), at: .pointer(pair.pointer))
        }
        problem.segregation.keep(first, and: second, separation)
    }

    private mutating func boxType(_ members: JSONMembers) throws(FormatError) -> BoxType {
        try keys.check(members, known: ProblemKeys.boxType)
        guard let regime = try regime(members) else {
            throw members.missing("regime", remedy: "name the regime the box keeps")
        }
        guard let hold = try members.unsigned("hold_time") else {
            throw members.missing("hold_time", remedy: "give the seconds it holds")
        }
        var box = BoxType(id: try id(members, "box type"), regime: regime, holdTime: hold)
        box.readyAt = try members.unsigned("ready_at") ?? 0
        box.stock = try members.unsigned("stock")
        box.cost = try members.unsigned("cost", upTo: Self.greatestAmount) ?? 0
        box.validUntil = try members.integer("valid_until")
        return box
    }

    func boxNeeds(_ members: JSONMembers) throws(FormatError) -> [BoxNeed] {
        var needs: [BoxNeed] = []
        for need in try members.objects("boxes", each: "a box") ?? [] {
            guard let id = try need.identifier("type") else {
                throw need.missing("type", remedy: "name a box type")
            }
            guard let type = problem.boxTypes.firstIndex(where: { $0.id == id }) else {
                throw FormatError(
                    .unknownReference("type", to: "the box type '\(id)'"),
                    at: need.place("type")
                )
            }
            needs.append(BoxNeed(type: type, count: try positive(need, "count") ?? 1))
        }
        return needs
    }

    /// How the goods of a job or shipment must be treated.
    func handling(_ members: JSONMembers) throws(FormatError) -> Handling {
        var handling = Handling()
        if let name = try members.identifier("goods_class") {
            handling.goodsClass = try goodsClass(name, members, "goods_class")
        }
        handling.isBoxed = try members.flag("boxed") ?? false
        handling.exclusiveGroup = try members.identifier("exclusive")
        handling.levels = try levels(members)
        handling.requires = Set(try members.identifiers("requires") ?? [])
        handling.permits = try permits(members)
        handling.prohibition = try members.text("prohibited")
        handling.channel = try members.text("channel")
        handling.productClasses = Set(try members.texts("product_classes") ?? [])
        handling.patient = try members.identifier("patient")
        return handling
    }

    func levels(_ members: JSONMembers) throws(FormatError) -> [String: Int] {
        guard let object = try members.members("levels") else { return [:] }
        var levels: [String: Int] = [:]
        for name in object.object.keys { levels[name] = try object.unsigned(name, upTo: 1000) }
        return levels
    }

    func permits(_ members: JSONMembers) throws(FormatError) -> [Permit] {
        var permits: [Permit] = []
        for part in try members.objects("permits", each: "a certificate") ?? [] {
            guard let name = try part.identifier("name") else {
                throw part.missing("name", remedy: "say what is certified")
            }
            permits.append(Permit(name, validUntil: try part.integer("valid_until")))
        }
        return permits
    }

    func door(_ members: JSONMembers) throws(FormatError) -> DoorBudget? {
        guard let door = try members.members("door") else { return nil }
        guard let rise = try door.unsigned("rise"), let limit = try door.unsigned("limit") else {
            throw door.missing("rise' and 'limit", remedy: "give both in thousandths of a degree")
        }
        var budget = DoorBudget(
            rise: rise,
            recoveryPerHour: try door.unsigned("recovery_per_hour") ?? 0,
            limit: limit
        )
        budget.warmth = try door.unsigned("warmth") ?? 0
        return budget
    }

    private func goodsClass(
        _ id: Identifier,
        _ members: JSONMembers,
        _ key: String
    ) throws(FormatError) -> Int {
        guard let index = problem.goodsClasses.firstIndex(of: id) else {
            throw FormatError(
                .unknownReference(key, to: "the class of goods '\(id)'"),
                at: members.place(key)
            )
        }
        return index
    }
}
