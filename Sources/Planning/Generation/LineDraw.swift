/// Draws what one order asks for.
struct LineDraw {
    var market: Market
    var kind: SiteKind
    /// Relative to a usual site of the kind.
    var size: Double

    /// Chance that a further line is of the first line's temperature class rather than drawn anew: sites order their
    /// vaccines in one go and their tablets in another.
    static let sameClassShare = 0.8
    /// How often a product that needs a skill is ordered, relative to one that needs none.
    static let specialProductWeight = 0.15
    /// The most boxes of one line.
    static let mostBoxes = 40
    /// Frozen goods come in boxes of dry ice, a few at a time.
    static let mostFrozenBoxes = 6

    func draw(using random: inout SeededRandom) -> [GeneratedOrder.Line] {
        let profile = kind.profile
        let count = 1 + random.poisson(mean: profile.furtherLines * min(size, 3))
        let main = drawClass(using: &random)
        // Labels within one order agree, so that it is not split further than its classes ask for.
        let labels = Dictionary(
            uniqueKeysWithValues: GoodsClass.allCases.map { ($0, label(of: $0, using: &random)) }
        )
        return (0..<count).map { number in
            let isMain = number == 0 || random.chance(Self.sameClassShare)
            let goodsClass = isMain ? main : drawClass(using: &random)
            return line(of: goodsClass, regime: labels[goodsClass, default: "none"], using: &random)
        }
    }

    private func drawClass(using random: inout SeededRandom) -> GoodsClass {
        let classes = GoodsClass.allCases
        return classes[random.index(weights: classes.map { kind.profile.classShares[$0, default: 0] })]
    }

    private func label(of goodsClass: GoodsClass, using random: inout SeededRandom) -> String {
        let labels = market.labels(of: goodsClass)
        return labels[random.index(weights: labels.map(\.share))].regime
    }

    private func line(
        of goodsClass: GoodsClass,
        regime: String,
        using random: inout SeededRandom
    ) -> GeneratedOrder.Line {
        let choices = Product.choices(for: kind, goodsClass, in: market)
        let product = choices[
            random.index(weights: choices.map { $0.skill == nil ? 1 : Self.specialProductWeight })
        ]
        let (median, sigma) = kind.profile.boxes
        // Amounts grow more slowly than the number of lines, so together they grow about as the site does.
        let drawn = random.logNormal(median: median * size.squareRoot(), sigma: sigma)
        let most = goodsClass == .frozen ? Self.mostFrozenBoxes : Self.mostBoxes
        let boxes = min(max(Int(drawn.rounded()), 1), most)
        let count = Double(boxes)
        return GeneratedOrder.Line(
            product: product,
            regime: regime,
            kilograms: tenths(count * random.logNormal(median: product.kilograms, sigma: 0.2)),
            litres: tenths(count * random.logNormal(median: product.litres, sigma: 0.15)),
            boxes: boxes,
            value: (count * random.logNormal(median: product.value, sigma: 0.5) * market.priceLevel).rounded()
        )
    }

    private func tenths(_ value: Double) -> Double {
        (value * 10).rounded() / 10
    }
}
