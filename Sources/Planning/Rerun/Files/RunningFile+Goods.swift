internal import VehicleRouting

extension RunningFile.Goods {
    init(_ job: Job) {
        self.init(
            location: job.location,
            description: job.description,
            setup: job.setup,
            service: job.service,
            delivery: job.delivery,
            pickup: job.pickup,
            regime: job.regime,
            handling: job.handling == .plain ? nil : RunningFile.Handling(job.handling)
        )
    }

    func job(_ id: Identifier) -> Job {
        var job = Job(id: id, location: location)
        job.description = description
        job.setup = setup
        job.service = service
        job.delivery = delivery
        job.pickup = pickup
        job.regime = regime
        job.handling = handling?.rules ?? .plain
        return job
    }
}

extension RunningFile.Handling {
    fileprivate init(_ handling: VehicleRouting.Handling) {
        self.init(
            goodsClass: handling.goodsClass,
            boxed: handling.isBoxed,
            exclusive: handling.exclusiveGroup.map(CodableName.init),
            levels: handling.levels,
            requires: handling.requires.sorted().map(CodableName.init),
            permits: handling.permits.map {
                RunningFile.Permit(name: CodableName($0.name), validUntil: $0.validUntil)
            },
            prohibited: handling.prohibition,
            channel: handling.channel,
            productClasses: handling.productClasses.isEmpty ? nil : handling.productClasses.sorted(),
            patient: handling.patient.map(CodableName.init)
        )
    }

    fileprivate var rules: VehicleRouting.Handling {
        var rules = VehicleRouting.Handling()
        rules.goodsClass = goodsClass
        rules.isBoxed = boxed
        rules.exclusiveGroup = exclusive?.id
        rules.levels = levels
        rules.requires = Set(requires.map(\.id))
        rules.permits = permits.map { VehicleRouting.Permit($0.name.id, validUntil: $0.validUntil) }
        rules.prohibition = prohibited
        rules.channel = channel
        rules.productClasses = Set(productClasses ?? [])
        rules.patient = patient?.id
        return rules
    }
}
