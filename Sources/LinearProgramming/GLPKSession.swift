import CGLPK
import Synchronization

/// One use of GLPK on one thread, from its first call to its last.
///
/// GLPK keeps everything it allocates in an *environment*, and frees only into the environment it allocated from.  Debian's
/// GLPK 5.0 is built with one environment per thread (`glp_config("TLS")` says `_Thread_local`), so solves on different
/// threads do not meet, but a problem must be freed on the thread that made it.  A session therefore opens the
/// environment, does all its work without leaving the thread, and closes it: nothing of GLPK's outlives the session,
/// also not when the thread ends.
///
/// A GLPK built without thread-local storage has one environment for the whole process; there, sessions take turns.
enum GLPKSession {
    /// Whether each thread has an environment of its own.
    static let isReentrant = unsafe glp_config("TLS") != nil

    private static let turn = Mutex(())

    /// Runs `body`, which alone may call GLPK and must leave nothing of GLPK's behind.
    static func run<Result: Sendable>(takingTurns: Bool = !isReentrant, _ body: () -> Result) -> Result {
        takingTurns ? turn.withLock { _ in open(body) } : open(body)
    }

    private static func open<Result: Sendable>(_ body: () -> Result) -> Result {
        let opened = glp_init_env()
        precondition(opened == 0, "GLPK's environment is out of memory, or in use on this thread already")
        defer { glp_free_env() }
        // GLPK would print its progress on standard output, which belongs to the command.
        glp_term_out(GLP_OFF)
        return body()
    }

    /// How many blocks of memory GLPK holds in the open session.
    static var blocksInUse: Int32 {
        var count: Int32 = 0
        unsafe glp_mem_usage(&count, nil, nil, nil)
        return count
    }
}
