import VehicleRouting

/// A generated depot.
struct GeneratedDepot {
    var code: String
    var name: String
    var coordinate: Coordinate
}

/// Chooses where vehicles load: at given places, or near the centres of demand.
struct DepotPlacement {
    var market: Market

    /// Lloyd's k-means (IEEE Transactions on Information Theory 28(2), 1982) over sites weighted by what they order,
    /// each centre then moved to two kilometres from its nearest site: a depot stands at the edge of a town, not in a lake.
    func place(_ count: Int, among sites: [GeneratedSite], random: inout SeededRandom) -> [GeneratedDepot] {
        let weights = sites.map { $0.size * $0.kind.profile.shareOfOrders }
        var centres = firstCentres(count, sites: sites, weights: weights, random: &random)
        for _ in 0..<30 {
            centres = moved(centres, sites: sites, weights: weights)
        }
        return depots(at: centres.map { edgeOfTown(near: $0, sites: sites) }, near: sites)
    }

    /// Depots at places that somebody chose, named after the nearest town.
    func depots(at places: [Coordinate], near sites: [GeneratedSite]) -> [GeneratedDepot] {
        places.enumerated().map { index, place in
            let inTowns = sites.filter { !$0.city.isEmpty }
            let town =
                inTowns.isEmpty ? "" : inTowns[nearest(to: place, among: inTowns.map(\.coordinate))].city
            return GeneratedDepot(
                code: "DEPOT\(index + 1)",
                name: town.isEmpty ? "Depot \(index + 1)" : market.depotName(in: town),
                coordinate: place.rounded
            )
        }
    }

    /// The first by weight, the others by weight times squared distance from those chosen (k-means++, Arthur and
    /// Vassilvitskii, SODA 2007).
    private func firstCentres(
        _ count: Int,
        sites: [GeneratedSite],
        weights: [Double],
        random: inout SeededRandom
    ) -> [Coordinate] {
        var centres = [sites[random.index(weights: weights)].coordinate]
        while centres.count < count {
            let pull = zip(sites, weights).map { site, weight in
                let distance = centres.map { $0.kilometres(to: site.coordinate) }.min() ?? 0
                return weight * distance * distance
            }
            let chosen = pull.contains { $0 > 0 } ? random.index(weights: pull) : 0
            centres.append(sites[chosen].coordinate)
        }
        return centres
    }

    private func moved(_ centres: [Coordinate], sites: [GeneratedSite], weights: [Double]) -> [Coordinate] {
        var sums = centres.map { _ in (weight: 0.0, latitude: 0.0, longitude: 0.0) }
        for (site, weight) in zip(sites, weights) {
            let centre = nearest(to: site.coordinate, among: centres)
            sums[centre].weight += weight
            sums[centre].latitude += weight * site.coordinate.latitude
            sums[centre].longitude += weight * site.coordinate.longitude
        }
        return zip(sums, centres).map { sum, centre in
            guard sum.weight > 0 else { return centre }
            return Coordinate(longitude: sum.longitude / sum.weight, latitude: sum.latitude / sum.weight)
        }
    }

    private func edgeOfTown(near centre: Coordinate, sites: [GeneratedSite]) -> Coordinate {
        let nearest = sites[nearest(to: centre, among: sites.map(\.coordinate))].coordinate
        let distance = nearest.kilometres(to: centre)
        guard distance > 2 else { return centre.rounded }
        let share = 2 / distance
        return Coordinate(
            longitude: nearest.longitude + share * (centre.longitude - nearest.longitude),
            latitude: nearest.latitude + share * (centre.latitude - nearest.latitude)
        ).rounded
    }

    private func nearest(to place: Coordinate, among others: [Coordinate]) -> Int {
        others.indices.min { place.kilometres(to: others[$0]) < place.kilometres(to: others[$1]) } ?? 0
    }
}
