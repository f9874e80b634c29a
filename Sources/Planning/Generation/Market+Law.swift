// What the channel rules that come with the program ask of a generated day.
extension Market {
    /// Whether a product may go to customers of a kind: in China no injectable and no hormone is sold to homes.
    func maySell(_ product: Product, to kind: SiteKind) -> Bool {
        guard self == .cn, kind == .patient else { return true }
        return !product.legalClasses.contains { $0 == .injectable || $0 == .listedHormone }
    }

    /// Certificates that sites have: in Germany the licence to receive medicines.
    func permits(ofSite kind: SiteKind) -> [String] {
        self == .de && kind != .patient ? ["consignee_licence"] : []
    }

    /// Certificates that travel with a product.
    func permits(of product: Product, to kind: SiteKind, on date: CalendarDate) -> [String] {
        let classes = product.legalClasses
        switch self {
        case .gb: return []
        case .de: return kind == .patient && classes.contains(.prescription) ? ["pharmacy_dispensing"] : []
        case .cn:
            // A Chinese transport certificate never crosses the calendar year.
            let year = date.description.prefix(4)
            return (classes.contains(.narcotic) ? ["narcotics_certificate:\(year)-12-31"] : [])
                + (classes.contains(.vaccine) ? ["disease_control_supply"] : [])
        }
    }
}
