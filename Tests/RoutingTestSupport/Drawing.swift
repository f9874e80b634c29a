public import VehicleRouting

/// Small problems that a reader can solve by hand: places on a line, one metre and one second per unit.
extension Problem {
    /// Places at `positions`, the first of which is usually the depot; the profile is `car`.
    public static func line(_ positions: Int...) -> Problem {
        line(positions)
    }

    /// Places at `positions`, the first of which is usually the depot; the profile is `car`.
    public static func line(_ positions: [Int]) -> Problem {
        var problem = Problem(name: "line")
        problem.locations = positions.map { Location(name: "km \($0)") }
        let distances = positions.flatMap { from in positions.map { to in Int32(abs(from - to)) } }
        problem.matrices["car"] = TravelMatrix(
            size: positions.count,
            durations: distances,
            distances: distances
        )
        return problem
    }

    /// Measures loads in these dimensions.
    public mutating func measure(_ dimensions: String...) {
        self.dimensions = dimensions.map { LoadDimension(name: $0, unit: $0) }
    }

    /// A job called by its index plus 1, at the place `location`; returns its index.
    @discardableResult
    public mutating func addJob(at location: Int, _ change: (inout Job) -> Void = { _ in }) -> Int {
        var job = Job(id: .number(UInt64(jobs.count + 1)), location: location)
        change(&job)
        jobs.append(job)
        return jobs.count - 1
    }

    /// A shipment whose halves are called by its index plus 1; returns its index.
    @discardableResult
    public mutating func addShipment(
        from origin: Int,
        to destination: Int,
        amount: Load = [],
        _ change: (inout Shipment) -> Void = { _ in }
    ) -> Int {
        let id = Identifier.number(UInt64(shipments.count + 1))
        var shipment = Shipment(
            pickup: Job(id: id, location: origin),
            delivery: Job(id: id, location: destination),
            amount: amount
        )
        change(&shipment)
        shipments.append(shipment)
        return shipments.count - 1
    }

    /// A vehicle called by its index plus 1; returns its index.
    @discardableResult
    public mutating func addVehicle(
        from start: Int? = 0,
        to end: Int? = 0,
        _ change: (inout Vehicle) -> Void = { _ in }
    ) -> Int {
        var vehicle = Vehicle(id: .number(UInt64(vehicles.count + 1)))
        vehicle.start = start
        vehicle.end = end
        change(&vehicle)
        vehicles.append(vehicle)
        return vehicles.count - 1
    }

    /// A depot at `location`, where all vehicles that start or end there load and return; returns its index.
    @discardableResult
    public mutating func addDepot(
        at location: Int,
        open windows: [TimeWindow] = [],
        loading: Seconds = 0
    ) -> Int {
        let index = depots.count
        depots.append(
            Depot(id: .text("D\(index + 1)"), location: location, timeWindows: windows, loading: loading)
        )
        for vehicle in vehicles.indices {
            if vehicles[vehicle].start == location { vehicles[vehicle].startDepot = index }
            if vehicles[vehicle].end == location { vehicles[vehicle].endDepot = index }
        }
        return index
    }

    /// Three regimes: 0 `REF` 2…8 °C, 1 `CRT` 15…25 °C, 2 `FRZ` −25…−15 °C.
    public mutating func addRegimes() {
        regimes = [
            Regime(id: "REF", low: 2000, high: 8000, isFreezeSensitive: true),
            Regime(id: "CRT", low: 15_000, high: 25_000),
            Regime(id: "FRZ", low: -25_000, high: -15_000),
        ]
    }

    /// The route of `vehicle` through `tasks`, all in its first compartment, with everything switched off.
    public func route(of vehicle: Int = 0, _ tasks: TaskReference...) -> Route {
        Route(
            vehicle: vehicle,
            visits: tasks.map { Visit($0) },
            regimes: vehicles[vehicle].effectiveCompartments.map { _ in nil }
        )
    }
}

extension TimeWindow: ExpressibleByArrayLiteral {
    /// `[5, 9]` is the window from 5 to 9.
    public init(arrayLiteral bounds: Seconds...) {
        precondition(bounds.count == 2)
        self.init(opens: bounds[0], closes: bounds[1])
    }
}
