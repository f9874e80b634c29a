import LinearProgramming
import Testing

@testable import CarrierPool

@Suite struct `Allocation of lots to carriers` {
    @Test func `the cheapest carrier gets what it has room for, and each lot has a price`() throws {
        let lots = numberedLots(3)
        let result = try CarrierAllocation(
            lots: lots,
            terms: [CarrierTerms(carrier: "A", maxLots: 2)],
            candidates: offers(lots, ["A": 100, "B": 130]),
            policy: .none
        ).solve()
        // Two lots at 100, one at 130.
        #expect(result.status == .optimal)
        #expect(abs(try #require(result.cost) - 330) < 1e-6)
        #expect(result.awards.values.count { $0 == "A" } == 2)
        // At the margin the pool asks 130 for each lot.
        #expect(result.prices.values.allSatisfy { abs($0 - 130) < 1e-6 })
        #expect(result.entries.count == 6)
        #expect(result.entries.count { $0.isChosen } == 3)
    }

    @Test func `a promise is kept as long as missing it costs more`() throws {
        let lots = numberedLots(2)
        var promised = CarrierTerms(carrier: "B")
        promised.minimumLots = 2
        promised.shortfallPrice = 20
        let offers = offers(lots, ["A": 100, "B": 130])
        // 30 more a lot against 20 for missing it: pay for the shortfall.  200 + 2 · 20.
        let missed = try CarrierAllocation(lots: lots, terms: [promised], candidates: offers, policy: .none)
            .solve()
        #expect(missed.shortfalls == ["B": 2])
        #expect(abs(try #require(missed.cost) - 240) < 1e-6)
        promised.shortfallPrice = 40
        // Against 40: keep it.  2 · 130.
        let kept = try CarrierAllocation(lots: lots, terms: [promised], candidates: offers, policy: .none)
            .solve()
        #expect(kept.shortfalls.isEmpty)
        #expect(abs(try #require(kept.cost) - 260) < 1e-6)
    }

    @Test func `no party has more than its share, and carriers that fail together are one`() throws {
        let lots = numberedLots(10)
        let offers = offers(lots, ["A": 100, "A2": 101, "B": 120])
        let terms = [CarrierTerms(carrier: "A", party: "sub"), CarrierTerms(carrier: "A2", party: "sub")]
        let policy = DiversificationPolicy(shareCap: 0.6, effectiveNumber: 1)
        let result = try CarrierAllocation(lots: lots, terms: terms, candidates: offers, policy: policy)
            .solve()
        // 6 · 100 with A (A2 belongs to the same party), 4 · 120 with B.
        #expect(abs(try #require(result.cost) - 1_080) < 1e-6)
        let shares = try #require(result.lanes.first?.shares)
        #expect(abs((shares["sub"] ?? 0) - 0.6) < 1e-9)
    }

    @Test func `volume given before counts, and a party over its share gets nothing`() throws {
        let lots = numberedLots(4)
        let result = try CarrierAllocation(
            lots: lots,
            terms: [],
            candidates: offers(lots, ["A": 100, "B": 120, "C": 150]),
            policy: DiversificationPolicy(shareCap: 0.6, effectiveNumber: 1),
            given: [
                GivenVolume(lane: "north", carrier: "A", volume: 14),
                GivenVolume(lane: "north", carrier: "B", volume: 2),
            ]
        ).solve()
        // 20 in all, of which A may have 12 and had 14.
        #expect(Set(result.awards.values) == ["B"])
    }

    @Test func `the effective number is kept where the share cap alone would not keep it`() throws {
        let lots = numberedLots(10)
        let offers = offers(lots, ["A": 100, "B": 101, "C": 110])
        func solve(_ number: Double) throws -> AllocationResult {
            try CarrierAllocation(
                lots: lots,
                terms: [],
                candidates: offers,
                policy: DiversificationPolicy(
                    shareCap: 0.6,
                    effectiveNumber: number,
                    concentrationPrice: 100
                )
            ).solve()
        }
        // 60 and 40 %: Σ s² = 0.52, 1.92 effective carriers.
        #expect(abs(try #require(try solve(1).lanes.first).effectiveNumber - 1 / 0.52) < 1e-9)
        // Two effective carriers at least: 5 and 5 (Σ s² = 0.5) cost 1 005; 6, 3 and 1 (0.46) cost 1 013.
        let spread = try solve(2)
        #expect(abs(try #require(spread.cost) - 1_005) < 1e-6)
        #expect(try #require(spread.lanes.first).effectiveNumber >= 2 - 1e-9)
    }

    @Test func `lead time, refused lanes and missing qualifications exclude, and the record says so`() throws
    {
        var slow = CarrierTerms(carrier: "SLOW")
        slow.leadTime = 7_200
        var picky = CarrierTerms(carrier: "PICKY")
        picky.refusedLanes = ["north"]
        let lot = PoolLot(id: "L1", lane: "north", notice: 3_600)
        let candidates = [
            PoolCandidate(lot: "L1", carrier: "SLOW", price: plain(10)),
            PoolCandidate(lot: "L1", carrier: "PICKY", price: plain(20)),
            PoolCandidate(lot: "L1", carrier: "WARM", price: plain(30), exclusion: .unqualified("REF")),
            PoolCandidate(lot: "L1", carrier: "DEAR", price: plain(90)),
        ]
        let result = try CarrierAllocation(lots: [lot], terms: [slow, picky], candidates: candidates).solve()
        #expect(result.awards == ["L1": "DEAR"])
        #expect(
            result.entries.map(\.candidate.exclusion) == [
                .tooLate(leadTime: 7_200), .refusedLane, .unqualified("REF"), nil,
            ]
        )
        #expect(result.entries.map(\.isChosen) == [false, false, false, true])
    }

    @Test func `a lot that costs less to leave is left, one that must go is given at any price`() throws {
        let cheap = PoolLot(id: "L1", lane: "north", priceOfLeaving: 50)
        let needed = PoolLot(id: "L2", lane: "north")
        let nobody = PoolLot(id: "L3", lane: "north")
        let result = try CarrierAllocation(
            lots: [cheap, needed, nobody],
            terms: [],
            candidates: [
                PoolCandidate(lot: "L1", carrier: "A", price: plain(60)),
                PoolCandidate(lot: "L2", carrier: "A", price: plain(9_999)),
            ]
        ).solve()
        #expect(result.awards == ["L2": "A"])
        #expect(result.left == ["L1", "L3"])
    }

    @Test func `surge capacity is used when it is worth its price`() throws {
        let lots = numberedLots(3)
        var surging = CarrierTerms(carrier: "A", maxLots: 1)
        surging.surgeLots = 1
        surging.surgePrice = 15
        let result = try CarrierAllocation(
            lots: lots,
            terms: [surging],
            candidates: offers(lots, ["A": 100, "B": 130]),
            policy: .none
        ).solve()
        // 100, 100 + 15, 130.
        #expect(abs(try #require(result.cost) - 345) < 1e-6)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `on small cases no enumeration beats the model`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let lots = numberedLots(4)
        let names = ["A", "B", "C"]
        var costs: [[Double]] = []
        var candidates: [PoolCandidate] = []
        for lot in lots {
            costs.append(names.map { _ in Double(Int.random(in: 50...200, using: &random)) })
            for (name, cost) in zip(names, costs[costs.count - 1]) {
                candidates.append(PoolCandidate(lot: lot.id, carrier: name, price: plain(cost)))
            }
        }
        var promised = CarrierTerms(carrier: "C", maxLots: 3)
        promised.minimumLots = 2
        promised.shortfallPrice = Double(Int.random(in: 0...80, using: &random))
        let terms = [
            CarrierTerms(carrier: "A", maxLots: 1), CarrierTerms(carrier: "B", maxLots: 2), promised,
        ]
        var best = Double.infinity
        for code in 0..<81 {
            let choice = (0..<4).map { code / [1, 3, 9, 27][$0] % 3 }
            let counts = (0..<3).map { carrier in choice.count { $0 == carrier } }
            guard counts[0] <= 1, counts[1] <= 2, counts[2] <= 3 else { continue }
            let prices = choice.enumerated().reduce(0) { $0 + costs[$1.offset][$1.element] }
            best = min(best, prices + promised.shortfallPrice * Double(max(2 - counts[2], 0)))
        }
        let result = try CarrierAllocation(lots: lots, terms: terms, candidates: candidates, policy: .none)
            .solve()
        #expect(abs(try #require(result.cost) - best) < 1e-6)
        #expect(try #require(result.bound) <= best + 1e-6)
    }
}
