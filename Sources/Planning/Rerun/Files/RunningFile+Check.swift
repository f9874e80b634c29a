internal import Interchange
internal import VehicleRouting

extension RunningFile {
    /// Finds what no index of the problem stands behind: such a file was changed by hand, or belongs to another problem.
    func check(against problem: Problem, path: String) throws(FormatError) {
        for (index, stop) in done.enumerated() {
            try check(stop.goods, problem, "/done/\(index)/goods", path)
        }
        for (index, held) in held.enumerated() {
            try check(held.goods, problem, "/held/\(index)/goods", path)
        }
    }

    private func check(_ goods: Goods, _ problem: Problem, _ place: String, _ path: String)
        throws(FormatError)
    {
        guard problem.locations.indices.contains(goods.location) else {
            throw mismatch("there is no location \(goods.location)", "\(place)/location", path)
        }
        if let regime = goods.regime, !problem.regimes.indices.contains(regime) {
            throw mismatch("there is no regime \(regime)", "\(place)/regime", path)
        }
        if let kind = goods.handling?.goodsClass, !problem.goodsClasses.indices.contains(kind) {
            throw mismatch("there is no class of goods \(kind)", "\(place)/handling/goods_class", path)
        }
        for load in [goods.delivery, goods.pickup]
        where !load.isEmpty && load.count != problem.dimensions.count {
            throw mismatch("the amount has \(load.count) entries", place, path)
        }
    }

    private func mismatch(_ what: String, _ place: String, _ path: String) -> FormatError {
        let remedy = "keep problem and running day of one rerun together, as it wrote them"
        return FormatError(.conflict(what, remedy: remedy), at: .pointer(place), in: path)
    }
}
