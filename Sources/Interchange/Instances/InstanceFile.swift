import Foundation
import VehicleRouting

/// Reads published instances of any of the formats of `Instance.Format`.
public enum InstanceFile {
    /// Reads the instance at `path`; the format is told by the content, not by the name.
    ///
    /// Without a `rounding` the customary one is taken, under which costs for such a file are published: DIMACS for
    /// Solomon's format and for Euclidean files with windows, three decimals for Li–Lim and for VRPLIB files of type
    /// MDVRPTW and HFVRP, the nearest integer for other Euclidean files, and none for explicit matrices.
    public static func read(_ path: String, rounding: Rounding? = nil) throws(FormatError) -> Instance {
        let bytes = try FileBytes.read(path)
        do {
            var instance = try read(bytes, rounding: rounding)
            if instance.problem.name.isEmpty { instance.problem.name = name(of: path) }
            return instance
        } catch {
            throw FormatError(error.reason, at: error.place, in: path)
        }
    }

    /// Reads the instance that `bytes` are the text of, as `read(_:rounding:)` does.
    public static func read(_ bytes: [UInt8], rounding: Rounding? = nil) throws(FormatError) -> Instance {
        let text = InstanceText(bytes)
        if SolomonReader.recognises(text) {
            return try SolomonReader(text: text, numbers: InstanceNumbers(rounding: rounding ?? .dimacs))
                .read()
        }
        if LiLimReader.recognises(text) {
            return try LiLimReader(text: text, numbers: InstanceNumbers(rounding: rounding ?? .exact)).read()
        }
        if VRPLIBFile.recognises(text) {
            return try VRPLIBReader(VRPLIBFile(text), rounding: rounding).read()
        }
        throw FormatError(.unknownFormat)
    }

    /// The file's name without folders and ending.
    private static func name(of path: String) -> String {
        URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    }
}

/// The content of files.
enum FileBytes {
    /// All bytes of the file at `path`.
    static func read(_ path: String) throws(FormatError) -> [UInt8] {
        do {
            return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            let exists = FileManager.default.fileExists(atPath: path)
            let reason = exists ? "it is a folder or may not be read" : "there is no such file"
            throw FormatError(.unreadable(reason), in: path)
        }
    }
}
