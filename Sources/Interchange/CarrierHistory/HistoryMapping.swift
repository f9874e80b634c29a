/// What the files and headers of somebody else's carrier history are called (`mapping.json`, as for a day folder).
public struct HistoryMapping: Hashable, Sendable {
    /// By file.
    let files: [HistoryFile: ColumnMapping.FileMapping]

    /// Reads a mapping.
    ///
    /// - Parameters:
    ///   - json: the bytes of the file.
    ///   - path: what messages call it.
    /// - Throws: K209 naming the key that is not valid.
    public init(json: [UInt8], path: String) throws(CarrierHistoryError) {
        do throws(DayFolderError) {
            files = try ColumnMapping.files(json: json, path: path)
        } catch {
            throw CarrierHistoryError(error)
        }
    }

    /// Reads the mapping in the file at `path`.
    ///
    /// - Throws: `CarrierHistoryError` when the file cannot be read, K209 when it is no mapping.
    public init(at path: String) throws(CarrierHistoryError) {
        let bytes: [UInt8]
        do throws(DayFolderError) {
            bytes = try DayTextFile.bytes(of: path)
        } catch {
            throw CarrierHistoryError(error)
        }
        try self.init(json: bytes, path: path)
    }

    private init(files: [HistoryFile: ColumnMapping.FileMapping]) {
        self.files = files
    }

    /// The mapping that lies in `folder`; one that changes nothing when there is none.
    init(in folder: String) throws(CarrierHistoryError) {
        guard let own = DayTextFile.find("mapping.json", in: folder) else {
            self.init(files: [:])
            return
        }
        try self.init(at: "\(folder)/\(own)")
    }
}
