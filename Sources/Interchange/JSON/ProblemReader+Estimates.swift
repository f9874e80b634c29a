import VehicleRouting

extension ProblemReader {
    /// The guess by which a matrix follows from coordinates.
    mutating func roadEstimate(_ members: JSONMembers) throws(FormatError) -> RoadEstimate {
        try keys.check(members, known: ProblemKeys.estimate)
        guard let factor = try members.number("detour_factor") else {
            throw members.missing(
                "detour_factor",
                remedy: "add the road distance by the straight one, such as 1.35"
            )
        }
        guard (1...3).contains(factor) else {
            throw FormatError(
                .outOfRange("\(factor)", field: "detour_factor", range: "from 1 to 3"),
                at: members.place("detour_factor")
            )
        }
        var stretches: [RoadEstimate.Stretch] = []
        let list = try members.objects("speeds", each: "a speed") ?? []
        for (index, speed) in list.enumerated() {
            try keys.check(speed, known: ProblemKeys.speed)
            guard let pace = try speed.number("km_per_hour") else {
                throw speed.missing("km_per_hour", remedy: "add the speed of this stretch")
            }
            guard pace > 0 else {
                throw FormatError(
                    .outOfRange("\(pace)", field: "km_per_hour", range: "above 0"),
                    at: speed.place("km_per_hour")
                )
            }
            let end = try speed.number("to_km")
            let isLast = index == list.count - 1
            guard isLast == (end == nil), end ?? .infinity > stretches.last?.endKilometres ?? 0 else {
                throw FormatError(
                    .outOfRange(
                        end.map { "\($0)" } ?? "nothing",
                        field: "to_km",
                        range: "rising from speed to speed, and left out of the last"
                    ),
                    at: speed.place("to_km")
                )
            }
            stretches.append(RoadEstimate.Stretch(endKilometres: end, kilometresPerHour: pace))
        }
        guard !stretches.isEmpty else {
            throw members.missing("speeds", remedy: "add a list such as [{\"km_per_hour\": 45}]")
        }
        return RoadEstimate(detourFactor: factor, speeds: stretches)
    }

    /// Gives each profile with an estimate its matrix.
    mutating func guessMatrices(
        between locations: [Location],
        _ root: JSONMembers
    ) throws(FormatError) {
        guard !estimates.isEmpty else { return }
        let points = locations.compactMap(\.coordinate)
        guard points.count == locations.count else {
            throw FormatError(
                .missing(
                    "a coordinate",
                    remedy: "give each of the locations one, or tables in place of an estimate"
                ),
                at: root.place("locations")
            )
        }
        for (profile, estimate) in estimates {
            problem.matrices[profile] = estimate.matrix(between: points)
            problem.matrices[profile]?.speeds = traffic[profile] ?? []
        }
    }
}
