import VehicleRouting

extension ProblemReader {
    mutating func readPlaces(_ root: JSONMembers) throws(FormatError) {
        if let list = try root.objects("locations", each: "a location") {
            var locations: [Location] = []
            for members in list {
                try keys.check(members, known: ProblemKeys.location)
                locations.append(
                    Location(
                        coordinate: try PlaceTable.coordinate(members, "location"),
                        name: try members.text("name") ?? "",
                        site: try members.identifier("site"),
                        country: try members.text("country")
                    )
                )
            }
            if let size = problem.matrices.values.first?.size, size != locations.count {
                throw FormatError(
                    .wrongCount("locations", found: locations.count, expected: size),
                    at: root.place("locations")
                )
            }
            places.fix(locations)
            try guessMatrices(between: locations, root)
        } else if !estimates.isEmpty {
            throw root.missing(
                "locations",
                remedy: "list the places, since a matrix is to be estimated from them"
            )
        } else if let size = problem.matrices.values.first?.size {
            places.fix([Location](repeating: Location(), count: size))
        }
        for members in try root.objects("depots", each: "a depot") ?? [] {
            try keys.check(members, known: ProblemKeys.depot)
            let id = try id(members, "depot")
            guard !problem.depots.contains(where: { $0.id == id }) else {
                throw FormatError(.duplicate("the depot \(id)"), at: .pointer(members.pointer))
            }
            guard
                let location = try places.index(
                    members,
                    coordinates: "location",
                    index: "location_index"
                )
            else { throw members.missing("location", remedy: "add [longitude, latitude]") }
            problem.depots.append(
                Depot(
                    id: id,
                    name: try members.text("name") ?? "",
                    location: location,
                    timeWindows: try windows(members, owner: "depot \(id)"),
                    loading: try members.unsigned("loading") ?? 0
                )
            )
        }
    }
}
