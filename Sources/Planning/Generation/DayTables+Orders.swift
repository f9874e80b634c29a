import Interchange
import VehicleRouting

extension DayTables {
    /// One row per order line.
    var orderTable: String {
        var table = CSVWriter(
            header: [
                "order", "line", "site", "type", "depot", "product", "kg", "litres", "boxes", "regime",
                "value",
                "earliest", "latest", "release", "priority", "unassigned_cost", "skills", "service_min",
                "channel", "product_class", "permits", "patient_ref", "remarks", "name", "city", "lat", "lon",
            ] + (hasPassiveBoxes ? ["passive_box"] : [])
        )
        for order in orders {
            let consignments = Dictionary(
                uniqueKeysWithValues: order.consignments.map { ($0.goodsClass, $0.lines) }
            )
            for (index, line) in order.lines.enumerated() {
                let job = consignments[line.product.goodsClass, default: []]
                var cells = [order.code, String(index + 1)]
                cells += goalCells(order)
                cells += lineCells(line)
                cells += termCells(order, job: job)
                cells += legalCells(order, line)
                cells += homeCells(order)
                if hasPassiveBoxes { cells.append(line.passiveBoxCell) }
                table.append(cells)
            }
        }
        return table.text
    }

    private func goalCells(_ order: GeneratedOrder) -> [String] {
        let site =
            switch order.destination {
            case .site(let index): sites[index].code
            case .home: ""
            }
        return [site, order.isReturn ? "return" : "delivery", list(order.depots.map { depots[$0].code })]
    }

    /// What is promised and asked for; skills and service are those of the job that the line travels in.
    private func termCells(_ order: GeneratedOrder, job: [GeneratedOrder.Line]) -> [String] {
        let skills = job.skills.map(\.rawValue).sorted() + [order.impossibleSkill].compactMap { $0 }
        return [
            time(order.promise.earliest), time(order.promise.latest), time(order.promise.release),
            String(order.priority), money(order.leaveOutPrice), list(skills),
            job.service(perBox: order.kind.profile.service.perBox).map { String($0) } ?? "",
        ]
    }

    /// What channel rules look at, and what people remark.
    private func legalCells(_ order: GeneratedOrder, _ line: GeneratedOrder.Line) -> [String] {
        [
            order.channel, list(line.product.legalClasses.map(\.rawValue)),
            list(market.permits(of: line.product, to: order.kind, on: date)),
            order.patientReference, order.remarks,
        ]
    }

    private func homeCells(_ order: GeneratedOrder) -> [String] {
        guard case .home(let place, let city) = order.destination else { return ["", "", "", ""] }
        return [market.noun(for: .patient), city, degrees(place.latitude), degrees(place.longitude)]
    }

    private func lineCells(_ line: GeneratedOrder.Line) -> [String] {
        [
            line.product.name, number(line.kilograms), number(line.litres), String(line.boxes), line.regime,
            number(line.value),
        ]
    }

    private func time(_ minutes: Int?) -> String {
        minutes.map { clock($0) } ?? ""
    }

    func list(_ words: [String]) -> String {
        words.joined(separator: "|")
    }

    func degrees(_ value: Double) -> String {
        decimal(value, places: 5)
    }

    func money(_ value: Double) -> String {
        decimal(value, places: 2)
    }

    /// As short as it is exact to two decimals: `8`, `9.5`, `0.25`.
    func number(_ value: Double) -> String {
        var text = decimal(value, places: 2)
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text
    }

    /// With exactly `places` decimals and a point, whatever the machine's language.
    private func decimal(_ value: Double, places: Int) -> String {
        var scale = 1
        for _ in 0..<places { scale *= 10 }
        let scaled = Int((value * Double(scale)).rounded())
        let fraction = String(abs(scaled) % scale)
        let padding = String(repeating: "0", count: places - fraction.count)
        return (scaled < 0 ? "-" : "") + "\(abs(scaled) / scale)." + padding + fraction
    }
}
