import ArgumentParser
import CarrierPool
import Foundation
import Interchange
import PlanStore
import Planning
import TravelTimes

/// What the program tells the shell: the one place where causes become numbers.
///
/// The first three agree with VROOM's.
enum ExitStatus: Int32, Error {
    case done = 0
    case ourFault = 1
    case badInput = 2
    case noFeasiblePlan = 3

    /// Prints what there is to say about `error` and gives the status for it.
    ///
    /// Help and version are errors to ArgumentParser, but go to standard output with status 0.
    init(reporting error: any Error) {
        if let status = error as? ExitStatus {
            self = status
            return
        }
        switch Isotherm.exitCode(for: error) {
        case .success:
            print(Isotherm.fullMessage(for: error))
            self = .done
        case .validationFailure:
            Console.standardError.write(Isotherm.fullMessage(for: error))
            self = .badInput
        default:
            Console.standardError.write("error: \(error)")
            self = ExitStatus(causedBy: error)
        }
    }

    private init(causedBy error: any Error) {
        switch error {
        case is FormatError, is DayFolderError, is TravelTimesError, is InvalidProblemError: self = .badInput
        case is CarrierHistoryError, is ReviewPeriodError, is CarrierPoolError: self = .badInput
        case is TenderError, is SlotQuoteError, is RerunError: self = .badInput
        case is GenerationError: self = .badInput
        case is OutputError, is PlanQuestionError, is PlanStoreError: self = .badInput
        default: self = .ourFault
        }
    }

    /// Ends the program with this status.
    func exit() -> Never {
        Foundation.exit(rawValue)
    }
}
