import Foundation
import VehicleRouting

extension DayFolderBuilder {
    /// Puts the pseudonym in place of whatever else names a patient, so that no file or message can.
    ///
    /// A place where all goods are bound for patients is called by their pseudonyms, name and code.  A place where other
    /// goods go too is a pharmacy or a ward: it keeps its name.  Street, telephone and notes stay, for a driver has to find
    /// the door; where the name itself stands in them, and in remarks and products, the pseudonym replaces it.
    mutating func hidePatients() {
        let jobsOfPlace = Dictionary(grouping: problem.jobs.indices) { problem.jobs[$0].location }
        for (place, jobs) in jobsOfPlace {
            let patients = jobs.compactMap { problem.jobs[$0].handling.patient }
            guard patients.count == jobs.count, let site = details.sites[place] else { continue }
            let code = Set(patients).sorted().map(\.description).joined(separator: ", ")
            for job in jobs { details.jobs[job].hide([site.name], behind: code) }
            details.sites[place]?.hide([site.name], behind: code)
            for rule in problem.channelRules.indices {
                guard problem.channelRules[rule].consignees.remove(.text(site.code)) != nil else { continue }
                problem.channelRules[rule].consignees.insert(.text(code))
            }
            details.sites[place]?.name = code
            details.sites[place]?.code = code
            problem.locations[place].name = code
            problem.locations[place].site = .text(code)
        }
    }
}

extension JobDetails {
    /// The details with `code` wherever one of `names` stands.
    mutating func hide(_ names: [String], behind code: String) {
        remarks = remarks.hiding(names, behind: code)
        for line in lines.indices { lines[line].product = lines[line].product.hiding(names, behind: code) }
    }
}

extension SiteDetails {
    /// The details, but for name and code, with `code` wherever one of `names` stands.
    mutating func hide(_ names: [String], behind code: String) {
        address = address.hiding(names, behind: code)
        notes = notes.hiding(names, behind: code)
        contact = contact.hiding(names, behind: code)
    }
}

extension String {
    /// The text with `code` wherever one of `names` stands, in capitals or not.
    fileprivate func hiding(_ names: [String], behind code: String) -> String {
        names.filter { !$0.isEmpty && $0 != code }.reduce(self) {
            $0.replacingOccurrences(of: $1, with: code, options: .caseInsensitive)
        }
    }
}
