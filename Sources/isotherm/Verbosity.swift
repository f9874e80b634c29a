import ArgumentParser
import Logging

/// How much is said while working.
struct Verbosity: ParsableArguments {
    @Flag(help: "Say on standard error what is being done and how long it took.")
    var verbose = false

    /// A logger to standard error that speaks only when asked to.
    var logger: Logger {
        var logger = Logger(label: "isotherm") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = verbose ? .debug : .warning
        return logger
    }
}
