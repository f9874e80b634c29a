import Foundation
import VehicleRouting

extension OrderRowReading {
    /// What a row says about a radioactive dose: how fast it decays, and until when it suffices.
    func addDose(to terms: inout OrderTerms, _ row: Int, _ builder: DayFolderBuilder) throws(RowProblem) {
        terms.useBy = try table.time(.useBy, row, on: settings.planDay)
        let name = table.text(.nuclide, row)
        let columns = [OrderColumn.activity, .neededActivity, .calibrated]
        guard !name.isEmpty else {
            for column in columns where !table.text(column, row).isEmpty {
                throw table.problem(.nuclide, row, .empty)
            }
            return
        }
        guard let halfLife = builder.nuclides.halfLife(name) else {
            let nearest = NearestWord.of(name, among: builder.nuclides.names)
            throw table.problem(.nuclide, row, .unknownName(.nuclide, nearest: nearest))
        }
        terms.halfLife = max(Seconds(halfLife.rounded()), 1)
        guard let activity = try table.number(.activity, row)?.double else {
            for column in columns.dropFirst() where !table.text(column, row).isEmpty {
                throw table.problem(.activity, row, .empty)
            }
            return
        }
        guard let needed = try table.number(.neededActivity, row)?.double else {
            throw table.problem(.neededActivity, row, .empty)
        }
        guard let calibrated = try table.time(.calibrated, row, on: settings.planDay) else {
            throw table.problem(.calibrated, row, .empty)
        }
        guard needed > 0 else { throw table.problem(.neededActivity, row, .outOfRange("above 0")) }
        guard activity >= needed else { throw table.problem(.activity, row, .outOfRange("from \(needed)")) }
        // A(t) = A₀ · 2^(−t / T½) falls to what is needed after T½ · log₂(A₀ / needed).
        let stop = calibrated + Seconds((halfLife * log2(activity / needed)).rounded(.down))
        terms.useBy = [terms.useBy, max(stop, 0)].compactMap { $0 }.min()
    }
}
