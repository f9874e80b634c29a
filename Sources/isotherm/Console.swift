import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A stream people may be looking at.
struct Console: Sendable {
    /// What went wrong and how far things are.
    static let standardError = Console(descriptor: 2)

    private let descriptor: Int32

    /// Whether lines can be redrawn in place: a terminal that moves its cursor.
    var isTerminal: Bool {
        isatty(descriptor) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
    }

    /// Columns of the terminal now; 80 when it does not say.
    var width: Int {
        var size = winsize()
        guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    /// Writes a line.
    func write(_ line: String) {
        writeUnended(line + "\n")
    }

    /// Writes text as it is; a reader who has gone away is no reason to stop planning.
    func writeUnended(_ text: String) {
        try? FileHandle(fileDescriptor: descriptor, closeOnDealloc: false).write(contentsOf: Data(text.utf8))
    }
}
