internal import LinearProgramming
public import VehicleRouting

/// The first relaxation of a day: demands in parts to classes of vehicles, under capacity, regimes and time.
///
/// ```swift
/// let diagnosis = CapacityRelaxation(of: problem).diagnosis()
/// print(diagnosis.summary(for: problem))
/// ```
///
/// The model and why it is a relaxation: `Docs/models/capacity-assignment.md`.
public struct CapacityRelaxation: Sendable {
    /// At most this many parts of the day have rows of their own.
    static let intervalLimit = 12

    private let problem: Problem
    private let demands: [Demand]
    private let classes: [VehicleClass]
    /// Per demand, the classes that may take it.
    private let admissions: [[Admission]]
    private let intervals: [DayInterval]
    /// Per demand, in the order of its admissions and their stowages.
    private let options: [[DemandOption]]
    private let resources: [Resource]
    private let groups: [DemandGroup]

    /// Prepares the relaxation of a valid problem; O(demands × classes + places²).
    public init(of problem: Problem) {
        self.init(of: problem, columnLimit: DemandGrouping.columnLimit)
    }

    /// As `init(of:)`; at a `columnLimit` of 0 demands are put together as coarsely as can be.
    init(of problem: Problem, columnLimit: Int) {
        self.problem = problem
        demands = problem.demands
        let classes = VehicleClass.classes(of: problem, for: demands)
        self.classes = classes
        admissions = demands.map { demand in
            classes.indices.compactMap { try? classes[$0].admit(demand, at: $0, in: problem) }
        }
        intervals = DayIntervalPicker(demands, admissions: admissions, classes: classes)
            .pick(atMost: Self.intervalLimit)
        var table = ResourceTable(classes: classes, intervals: intervals)
        options = zip(demands, admissions).map { table.options(for: $0, $1) }
        resources = table.resources
        groups = DemandGrouping(demands, options: options, columnLimit: columnLimit).groups()
    }

    /// Solves the model for its three questions.
    ///
    /// - Parameter timeLimit: Wall-clock seconds for all of its linear programs together, above 0; there are three, and one
    ///   more per label.  Equal problems give equal answers unless it cuts in.
    public func diagnosis(timeLimit: Double = 15) -> CapacityDiagnosis {
        let end = ContinuousClock.now + .seconds(timeLimit)
        var diagnosis = CapacityDiagnosis(
            shortages: [],
            leftAtLeast: 0,
            impossible: impossibleTasks(),
            vehiclesAtLeast: 0,
            vehiclesAtLeastByRegime: [:],
            vehiclesAvailable: problem.vehicles.count,
            costAtLeast: nil,
            prices: [:],
            size: CapacityModelSize(
                vehicleClasses: classes.count,
                demandGroups: groups.count,
                intervals: intervals.count,
                columns: 0,
                rows: 0
            ),
            unanswered: []
        )
        do {
            let model = try CapacityModel(groups, classes: classes, resources: resources)
            (diagnosis.size.columns, diagnosis.size.rows) = model.size
            let suffices = try findShortages(model, end, &diagnosis)
            try countVehicles(model, end, suffices, &diagnosis)
            try findPrices(model, end, &diagnosis)
        } catch {
            // Every number in the model comes from whole numbers divided by positive ones, every name from indices.
            preconditionFailure("the capacity model is malformed: \(error)")
        }
        return diagnosis
    }
}

// MARK: - The three questions

extension CapacityRelaxation {
    private var fleet: [Bounds] { classes.map { .between(0, Double($0.count)) } }
    private var vehicleCounts: [Int] { classes.map(\.count) }

    /// Leaves as few demands as it can; returns whether none need be left (in the model).
    private func findShortages(
        _ model: CapacityModel,
        _ end: ContinuousClock.Instant,
        _ diagnosis: inout CapacityDiagnosis
    ) throws(LinearProgramError) -> Bool {
        let free = [Double](repeating: 0, count: classes.count)
        let costs = CapacityModel.Costs(
            vehicle: free,
            countsOptions: false,
            left: groups.map { _ in 1 },
            fleet: fleet
        )
        guard let answer = try model.minimum(costs, before: end) else {
            diagnosis.unanswered.append(.shortages)
            return false
        }
        let worths = ResourceWorths(answer.worths, of: resources, in: classes)
        let charges = options.compactMap { worths.price(of: $0, countingCosts: false) }
        let left = worths.leftBound(charges: charges, counts: vehicleCounts)
        diagnosis.leftAtLeast = Self.whole(left)
        // Averages over a group may find a shortage where there is none; the bound, free of them, is the judge.
        if left > Self.tolerance {
            diagnosis.shortages = ShortageSearch(
                demands: demands,
                admissions: admissions,
                groups: groups,
                resources: resources,
                intervals: intervals,
                worths: worths,
                answer: answer
            ).shortages()
        }
        return answer.left.allSatisfy { $0 <= Self.tolerance }
    }

    /// Uses as few vehicles as it can, for all goods and for the goods of each label.
    private func countVehicles(
        _ model: CapacityModel,
        _ end: ContinuousClock.Instant,
        _ suffices: Bool,
        _ diagnosis: inout CapacityDiagnosis
    ) throws(LinearProgramError) {
        let ones = [Double](repeating: 1, count: classes.count)
        func least(_ isCounted: (Int?) -> Bool) throws(LinearProgramError) -> Int? {
            let costs = CapacityModel.Costs(
                vehicle: ones,
                countsOptions: false,
                left: groups.map { isCounted($0.label) ? nil : 0 },
                fleet: suffices ? fleet : classes.map { _ in .atLeast(0) }
            )
            guard let answer = try model.minimum(costs, before: end) else { return nil }
            let worths = ResourceWorths(answer.worths, of: resources, in: classes)
            let prices = zip(demands, options).filter { isCounted($0.0.label) }
                .compactMap { worths.price(of: $0.1, countingCosts: false) }
            guard !prices.isEmpty else { return 0 }
            let own = worths.bound(prices: prices, costs: ones, counts: vehicleCounts)
            let any = worths.vehicleBound(prices: prices)
            return max(Self.whole(suffices ? max(own, any) : any), 1)
        }
        guard let all = try least({ _ in true }) else {
            diagnosis.unanswered.append(.vehicles)
            return
        }
        diagnosis.vehiclesAtLeast = all
        for label in Set(groups.compactMap(\.label)).sorted() {
            diagnosis.vehiclesAtLeastByRegime[label] = try least { $0 == label }
        }
    }

    /// Costs as little as it can.
    private func findPrices(
        _ model: CapacityModel,
        _ end: ContinuousClock.Instant,
        _ diagnosis: inout CapacityDiagnosis
    ) throws(LinearProgramError) {
        let fixed = classes.map(\.fixedCost)
        // A demand by itself costs no more than one vehicle and its own work, so that at twice the dearest of these the
        // model leaves what it must do only where capacity lacks.
        let work = options.flatMap { $0 }.map(\.cost).max() ?? 0
        let dearest = 2 * ((fixed.max() ?? 0) + work) + 1
        let costs = CapacityModel.Costs(
            vehicle: fixed,
            countsOptions: true,
            left: groups.map { $0.outsideCost ?? dearest },
            fleet: fleet,
            unit: dearest
        )
        guard let answer = try model.minimum(costs, before: end) else {
            diagnosis.unanswered.append(.prices)
            return
        }
        let worths = ResourceWorths(answer.worths, of: resources, in: classes)
        var floors: [Double] = []
        for (demand, options) in zip(demands, options) {
            let price = worths.price(of: options, countingCosts: true)
            diagnosis.prices[demand.task] = price.map { Cost(inWireUnits: $0) }
            // What is impossible costs its price of being left out, or nothing where it has none.
            floors.append([price, demand.outsideCost].compactMap { $0 }.min() ?? 0)
        }
        let isShort = zip(groups, answer.left).contains { $0.outsideCost == nil && $1 > Self.tolerance }
        if !isShort {
            let bound = worths.bound(prices: floors, costs: fixed, counts: vehicleCounts)
            diagnosis.costAtLeast = Cost(atMostWireUnits: max(bound, 0))
        }
    }

    /// Below this, figures of the solver are rounding.
    private static let tolerance = 1e-6

    /// The least whole number not below a bound, its rounding forgiven.
    private static func whole(_ bound: Double) -> Int {
        Int((bound - tolerance).rounded(.up))
    }
}

extension Cost {
    /// The amount, rounded to the nearest tick.
    init(inWireUnits amount: Double) {
        self.init(ticks: Int((amount * Double(Cost.ticksPerWireUnit)).rounded()))
    }

    /// The amount, rounded down by more than the sums behind it can have lost in rounding.
    init(atMostWireUnits amount: Double) {
        self.init(ticks: Int((amount * Double(Cost.ticksPerWireUnit) * (1 - 1e-9)).rounded(.down)))
    }
}

// MARK: - What no vehicle may take

extension CapacityRelaxation {
    private func impossibleTasks() -> [ImpossibleTask] {
        zip(demands, admissions).filter { $0.1.isEmpty }.map { demand, _ in
            var obstacles: [ImpossibleTask.Obstacle] = []
            for (index, vehicleClass) in classes.enumerated() {
                do throws(Refusal) {
                    _ = try vehicleClass.admit(demand, at: index, in: problem)
                } catch {
                    add(error, vehicleClass.vehicles, to: &obstacles)
                }
            }
            return ImpossibleTask(task: demand.task, obstacles: obstacles)
        }
    }

    /// Vehicles stopped by the same rule share an entry with the least amount.
    private func add(_ refusal: Refusal, _ vehicles: [Int], to obstacles: inout [ImpossibleTask.Obstacle]) {
        let position = obstacles.firstIndex {
            $0.cause == refusal.cause && $0.dimension == refusal.dimension
        }
        guard let position else {
            obstacles.append(
                ImpossibleTask.Obstacle(
                    cause: refusal.cause,
                    vehicles: vehicles,
                    amount: refusal.amount,
                    dimension: refusal.dimension
                )
            )
            return
        }
        obstacles[position].vehicles = (obstacles[position].vehicles + vehicles).sorted()
        obstacles[position].amount = min(obstacles[position].amount, refusal.amount)
    }
}
