public import Interchange
public import VehicleRouting

extension DayDescriptions {
    /// What a day folder says beside `problem`.
    ///
    /// - Precondition: `details` were read together with `problem`.
    public init(_ details: DayDetails, in problem: Problem) {
        self.init()
        for (index, job) in details.jobs.enumerated() {
            let location = problem.jobs[index].location
            let site = details.sites.indices.contains(location) ? details.sites[location] : nil
            tasks[.job(index)] = TaskDescription(job, at: site)
        }
        for (index, notes) in details.vehicleNotes.enumerated() where !notes.isEmpty {
            vehicleNotes[index] = notes
        }
    }
}

extension TaskDescription {
    fileprivate init(_ job: JobDetails, at site: SiteDetails?) {
        self.init(
            goods: job.lines.filter { !$0.product.isEmpty || !$0.category.isEmpty }.map {
                GoodsLine(product: $0.product, quantity: $0.quantity, lot: $0.lot, category: $0.category)
            },
            remarks: job.remarks
        )
        guard let site else { return }
        siteKind = site.kind
        let town = [site.postcode, site.city].filter { !$0.isEmpty }.joined(separator: " ")
        address = [site.address, town].filter { !$0.isEmpty }.joined(separator: ", ")
        contact = site.contact
        siteNotes = site.notes
    }
}
