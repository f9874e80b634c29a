import VehicleRouting

/// Turns a site list into customers with a size and hours, and fills towns with customers.
struct SitePlacement {
    var market: Market
    var weekday: Weekday
    /// How many orders the day has: towns get as many customers as usually give that many.
    var orders: Int

    /// All customers, closed ones included, in the order of the list, those placed in towns after the others.
    func place(_ list: SiteList, random: inout SeededRandom) -> [GeneratedSite] {
        var sites: [GeneratedSite] = []
        var towns: [ListedSite] = []
        for listed in list.sites {
            guard let kind = listed.kind else {
                towns.append(listed)
                continue
            }
            sites.append(site(listed, kind: kind, random: &random))
        }
        if !towns.isEmpty {
            sites += fill(towns, random: &random)
        }
        return sites
    }

    private func site(_ listed: ListedSite, kind: SiteKind, random: inout SeededRandom) -> GeneratedSite {
        let spread = random.logNormal(median: 1, sigma: kind.profile.sizeSigma)
        // The square root keeps a city from ordering a hundred times what a village does, through one site.
        let size = listed.population.map { (max($0, 1) / 20_000).squareRoot() } ?? spread
        let typical = typicalHours(of: kind, random: &random)
        let hours = listed.hours ?? typical
        return GeneratedSite(
            code: listed.code,
            name: listed.name,
            kind: kind,
            coordinate: listed.coordinate.rounded,
            city: listed.city,
            postcode: listed.postcode,
            size: min(max(size, 0.2), 5),
            hours: hours,
            openToday: DayHours(text: hours[weekday.rawValue]) ?? []
        )
    }

    /// Typical hours from Monday to Friday; pharmacies also on Saturday morning, hospitals every day.
    private func typicalHours(of kind: SiteKind, random: inout SeededRandom) -> [String] {
        let weekday = hoursText(random.element(of: kind.profile.typicalHours))
        let weekend: [String] =
            switch kind {
            case .hospital, .patient: [weekday, weekday]
            case .pharmacy: ["09:00-13:00", ""]
            case .clinic, .laboratory: ["", ""]
            }
        return Array(repeating: weekday, count: 5) + weekend
    }

    /// Customers in towns: each kind as many as usually give its share of the orders, towns drawn by population.
    private func fill(_ towns: [ListedSite], random: inout SeededRandom) -> [GeneratedSite] {
        // Hamlets listed with no inhabitants count as a thousand.
        let inhabitants = towns.map { max($0.population ?? 0, 1_000) }
        let byPopulation = CumulativeWeights(inhabitants)
        var sites: [GeneratedSite] = []
        for kind in SiteKind.allCases where kind != .patient {
            let profile = kind.profile
            let expected = Double(orders) * profile.shareOfOrders / profile.ordersPerSite
            let count = max(1, Int(expected.rounded()))
            var countByTown: [Int: Int] = [:]
            for number in 1...count {
                let town = byPopulation.draw(using: &random)
                countByTown[town, default: 0] += 1
                let listed = newSite(
                    in: towns[town],
                    inhabitants: inhabitants[town],
                    kind: kind,
                    number: number,
                    numberInTown: countByTown[town, default: 1],
                    random: &random
                )
                sites.append(site(listed, kind: kind, random: &random))
            }
        }
        return sites
    }

    private func newSite(
        in town: ListedSite,
        inhabitants: Double,
        kind: SiteKind,
        number: Int,
        numberInTown: Int,
        random: inout SeededRandom
    ) -> ListedSite {
        // 2500 inhabitants to the square kilometre give a town's radius; half of it is the standard deviation.
        let radius = min(12, (inhabitants / 2_500 / .pi).squareRoot())
        let place = town.coordinate.moved(
            north: random.normal() * radius / 2,
            east: random.normal() * radius / 2
        )
        let suffix = numberInTown > 1 ? " \(numberInTown)" : ""
        let separator = market == .cn ? "" : " "
        return ListedSite(
            code: "\(kind.rawValue.prefix(1).uppercased())\(1000 + number)",
            name: town.name + separator + market.noun(for: kind) + suffix,
            kind: kind,
            coordinate: place,
            city: town.name,
            postcode: "",
            population: nil,
            hours: nil
        )
    }
}
