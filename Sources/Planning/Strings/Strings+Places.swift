internal import VehicleRouting

extension Strings {
    /// What the place of a task is called: by its name, or the code of its site; by the pseudonym of the patient its goods
    /// are bound for, whatever the place has for a name.
    ///
    /// - Returns: nil where nothing names the place.
    func place(_ task: TaskReference, in problem: Problem) -> String? {
        if let patient = problem.handling(task).patient { return text(.patient, ["code": "\(patient)"]) }
        let location = problem.locations[problem.visit(task).location]
        return location.name.isEmpty ? location.site.map { "\($0)" } : location.name
    }
}
