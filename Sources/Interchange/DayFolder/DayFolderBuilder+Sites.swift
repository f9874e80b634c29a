import VehicleRouting

/// A place where orders go: a row of `sites.csv`, or an order's own address.
struct SiteRow {
    var coordinate: Coordinate
    var hours: OpeningHours
    /// Seconds once per halt.
    var haltSeconds: Seconds
    /// Seconds per box.
    var secondsPerBox: Seconds
    var skills: Set<Identifier>
    /// Carriers that are not let in.
    var refusedCarriers: Set<Identifier> = []
    /// Whose law holds there; nil when nobody has said.
    var country: String?
    /// Certificates of whoever takes the goods in.
    var permits: [Permit] = []
    var details: SiteDetails
    /// The line of the file that says so.
    var row: Int
}

extension DayFolderBuilder {
    /// Ten degrees: about 1100 km, further than any day's trip.
    private static let farDegrees = 10.0

    mutating func readSites() {
        guard let table = tables.sites else { return }
        let weekdays: [SiteColumn] = [.monday, .tuesday, .wednesday, .thursday, .friday, .saturday, .sunday]
        forEachRow(of: table) { builder, row in
            let code = table.text(.site, row)
            if builder.sites[code] == nil { builder.rejectedSites[code] = table.line(row) }
        } _: { builder, row throws(RowProblem) in
            let code = try table.code(.site, row)
            if let first = builder.sites[code]?.row {
                throw table.problem(.site, row, .duplicate(firstRow: first))
            }
            let halt = try table.scaled(.serviceMinutes, row, by: 60, in: 0...600)
            let perBox = try table.scaled(.serviceMinutesPerBox, row, by: 60, in: 0...600)
            let name = table.text(.name, row)
            builder.sites[code] = SiteRow(
                coordinate: try table.coordinate(.lat, .lon, row),
                hours: try table.hours(
                    weekdays: weekdays,
                    today: builder.settings.settings.weekday,
                    general: .hours,
                    row
                ),
                haltSeconds: halt ?? builder.settings.haltSeconds,
                secondsPerBox: perBox ?? builder.settings.secondsPerBox,
                skills: table.skills(.skills, row),
                refusedCarriers: try builder.refusedCarriers(table, row),
                country: try table.country(.country, row) ?? builder.settings.country,
                permits: try table.permits(.permits, row, on: builder.settings.planDay),
                details: SiteDetails(
                    code: code,
                    name: name.isEmpty ? code : name,
                    kind: table.text(.siteKind, row),
                    address: table.text(.address, row),
                    city: table.text(.city, row),
                    postcode: table.text(.postcode, row),
                    notes: table.text(.notes, row),
                    contact: table.text(.contact, row)
                ),
                row: table.line(row)
            )
        }
    }

    /// Carriers that a customer does not let in; a code that names none would break its wish unseen.
    private func refusedCarriers(
        _ table: DayTable<SiteColumn>,
        _ row: Int
    ) throws(RowProblem) -> Set<Identifier> {
        let known = problem.carriers.map(\.id.description)
        for code in table.list(.refusedCarriers, row) where !known.contains(code) {
            throw table.problem(
                .refusedCarriers,
                row,
                UnknownCode(code, thing: .carrier, known: known).reason
            )
        }
        return table.skills(.refusedCarriers, row)
    }

    /// The index of the location of a place, added when it is the first job there.
    mutating func location(of place: SiteRow, key: String) -> Int {
        if let known = locationOfPlace[key] { return known }
        let index = problem.locations.count
        problem.locations.append(
            Location(
                coordinate: place.coordinate,
                name: place.details.name,
                site: .text(place.details.code),
                country: place.country
            )
        )
        details.sites.append(place.details)
        locationOfPlace[key] = index
        return index
    }

    /// Points out places that no vehicle reaches in a day, as swapped coordinates make them.
    mutating func warnAboutDistantSites() {
        let depots = problem.depots.compactMap { problem.locations[$0.location].coordinate }
        func isFar(_ point: Coordinate) -> Bool {
            depots.allSatisfy {
                max(abs($0.latitude - point.latitude), abs($0.longitude - point.longitude)) > Self.farDegrees
            }
        }
        let codes = Dictionary(locationOfPlace.map { ($0.value, $0.key) }) { first, _ in first }
        for (index, location) in problem.locations.enumerated() {
            guard let point = location.coordinate, let site = details.sites[index], isFar(point) else {
                continue
            }
            let swapped = Coordinate(longitude: point.latitude, latitude: point.longitude)
            let row = codes[index].flatMap { sites[$0]?.row }
            let table = row == nil ? tables.orders.fileName : tables.sites?.fileName ?? ""
            warn(
                table,
                row: row,
                value: "\(site.code) \(point.latitude) \(point.longitude)",
                .farFromDepots(isSwapped: !isFar(swapped))
            )
        }
    }
}
