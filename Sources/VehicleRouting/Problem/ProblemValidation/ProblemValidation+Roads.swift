extension ProblemValidation {
    /// Every matrix covers all locations and holds numbers that can be driven.
    mutating func checkRoads() {
        for (profile, matrix) in problem.matrices.sorted(by: { $0.key < $1.key }) {
            let path = "matrices.\(profile)"
            if matrix.size != problem.locations.count {
                report(
                    .matrixSize,
                    path,
                    "",
                    "the matrix has \(matrix.size) rows, but there are \(problem.locations.count) locations",
                    hint: "give one row and one column per location, in their order",
                    value: matrix.size
                )
            }
            checkEntries(matrix.durations, "\(path).durations", size: matrix.size)
            checkEntries(matrix.distances, "\(path).distances", size: matrix.size)
            checkEntries(matrix.costs, "\(path).costs", size: matrix.size)
            if matrix.law != nil { checkLaw(matrix.longest, path) }
        }
    }

    /// Reports the first negative and the first oversized entry of a table, with how many there are.
    private mutating func checkEntries(_ entries: [Int32], _ path: String, size: Int) {
        var negative = (count: 0, first: 0)
        var large = (count: 0, first: 0)
        for (index, entry) in entries.enumerated() {
            if entry < 0 {
                if negative.count == 0 { negative.first = index }
                negative.count += 1
            } else if entry > Self.longestLeg {
                if large.count == 0 { large.first = index }
                large.count += 1
            }
        }
        if negative.count > 0 {
            let entry = entries[negative.first]
            report(
                .negativeMatrix,
                "\(path)[\(negative.first / size)][\(negative.first % size)]",
                "",
                "an entry cannot be \(entry) (\(negative.count) such entries)",
                hint: "give 0 or more; for a road that does not exist, a long time",
                value: entry
            )
        }
        if large.count > 0 {
            let entry = entries[large.first]
            report(
                .matrixTooLarge,
                "\(path)[\(large.first / size)][\(large.first % size)]",
                "",
                "\(entry) is more than the \(Self.longestLeg) that can be planned (\(large.count) such entries)",
                hint: "for a road that does not exist, give a time longer than the shift, such as 1000000",
                value: entry
            )
        }
    }

    /// Reports places too far apart for a law's numbers.
    private mutating func checkLaw(_ longest: TravelLeg, _ path: String) {
        let entry = max(longest.seconds, longest.metres)
        guard entry > Self.longestLeg else { return }
        report(
            .matrixTooLarge,
            path,
            "",
            "places are up to \(entry) apart, more than the \(Self.longestLeg) that can be planned",
            hint: "look for wrong coordinates, or split the problem",
            value: entry
        )
    }

    /// The matrix a vehicle uses, and whether its rates and limits fit it.
    mutating func checkProfile(of vehicle: Vehicle, _ path: String, _ name: String) {
        guard let matrix = problem.matrices[vehicle.profile] else {
            let known = problem.matrices.keys.sorted().joined(separator: ", ")
            report(
                .unknownProfile,
                "\(path).profile",
                name,
                "there is no matrix for the profile \(vehicle.profile)",
                hint: known.isEmpty ? "add a matrix" : "use one of: \(known)",
                value: vehicle.profile
            )
            return
        }
        let costs = vehicle.costs
        if !matrix.costs.isEmpty, costs.perKilometre != 0 || costs.perHour != VehicleCosts().perHour {
            report(
                .competingCosts,
                "\(path).costs",
                name,
                "the matrix of profile \(vehicle.profile) has its own costs, and the vehicle has rates by road or hour",
                hint: "remove the costs of the matrix, or per_km and per_hour of the vehicle",
                value: vehicle.profile
            )
        }
        let needsDistances = costs.perKilometre != 0 || vehicle.maxDistance != nil
        if !matrix.hasDistances, needsDistances {
            report(
                .missingDistances,
                "matrices.\(vehicle.profile).distances",
                name,
                "the matrix has no distances, so the rate by kilometre and max_distance have no effect",
                hint: "add distances, or remove the rate and the limit"
            )
        }
        if vehicle.speedFactor > 0, vehicle.speedFactor < 1 {
            let longest = matrix.longest.seconds
            if Double(longest) / vehicle.speedFactor > Double(Self.longestLeg), longest <= Self.longestLeg {
                report(
                    .matrixTooLarge,
                    "\(path).speed_factor",
                    name,
                    "at speed factor \(vehicle.speedFactor) a leg takes more than the \(Self.longestLeg) s that can be planned",
                    hint: "raise the factor or shorten the longest times of the matrix",
                    value: vehicle.speedFactor
                )
            }
        }
    }
}
