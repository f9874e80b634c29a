/// Why a question about a plan has no answer.
public struct PlanQuestionError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was wrong, with the values that were wrong.
    public enum Reason: Hashable, Sendable {
        /// The problem has no job and no shipment of this name.
        case unknownOrder(String, nearest: String?)
        /// The plan says nothing of a task that the problem has.
        case forgets(String)
        /// The plan has something twice.
        case doubles(String)
        /// An order that is to be inserted is on a route already.
        case isPlanned(String, vehicle: String)
        /// Two plans to be compared have no order in common.
        case nothingInCommon(with: String)
        /// A place of a list of places that is shorter.
        case noSuchPlace(Int, found: Int)
        /// A problem with so many places that its driving times stand in no table.
        case tooManyPlaces(Int)
    }

    /// What was wrong.
    public let reason: Reason
    /// The plan in question.
    public let path: String

    init(_ reason: Reason, about path: String) {
        self.reason = reason
        self.path = path
    }

    /// A code that never changes; Docs/errors.md explains it.
    public var code: String {
        switch reason {
        case .unknownOrder: "Q101"
        case .forgets: "Q102"
        case .doubles: "Q103"
        case .isPlanned: "Q104"
        case .nothingInCommon: "Q105"
        case .noSuchPlace: "Q106"
        case .tooManyPlaces: "Q107"
        }
    }

    /// One sentence for the person who asked: the plan, what is wrong, what to do.
    public var description: String {
        switch reason {
        case .unknownOrder(let name, let nearest):
            """
            \(path): there is no order \(name)\(nearest.map { "; did you mean \($0)?" } ?? "; name it as the problem does") \
            (\(code))
            """
        case .forgets(let name):
            """
            \(path): the plan says nothing of order \(name), so it answers another problem; name its own with --problem \
            (\(code))
            """
        case .doubles(let name):
            "\(path): the plan has \(name) more than once; “isotherm check” says where (\(code))"
        case .isPlanned(let name, let vehicle):
            """
            \(path): order \(name) is on the route of \(vehicle) already; ask “isotherm explain” about it, or name one that \
            is left out (\(code))
            """
        case .nothingInCommon(let other):
            "\(path): it has no order in common with \(other); compare plans of the same day (\(code))"
        case .noSuchPlace(let number, let found):
            "\(path): place \(number) was asked for, but \(found) were found; name one of these (\(code))"
        case .tooManyPlaces(let count):
            """
            \(path): its \(count) places are too many for tables of driving times, which random days need; simulate a part \
            of it (\(code))
            """
        }
    }
}
