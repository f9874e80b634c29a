import Foundation
import VehicleRouting

/// Reads a day folder (Docs/day-folder.md).
///
/// The result depends on the files, the mapping and the catalogue only, not on the machine's clock, language or zone.
public struct DayFolderReader: Sendable {
    /// Where temperature regimes are looked up.
    let regimes: RegimeDirectory
    /// Where half-lives are looked up.
    let nuclides: NuclideDirectory
    /// The channel rules that come with the program.
    let permissions: PermissionDirectory
    /// What is kept apart where a folder does not say.
    let segregation: SegregationDirectory
    /// Where passive boxes are looked up.
    let boxes: BoxDirectory
    /// What the carriage of radioactive packages is bound by.
    let packages: PackageDirectory

    /// A reader that knows the temperature regimes of a catalogue, the nuclides and boxes of others, and rules about channels,
    /// segregation and radioactive packages.
    public init(
        regimes: RegimeDirectory,
        nuclides: NuclideDirectory = .none,
        permissions: PermissionDirectory = .none,
        segregation: SegregationDirectory = .none,
        boxes: BoxDirectory = .none,
        packages: PackageDirectory = .none
    ) {
        self.regimes = regimes
        self.nuclides = nuclides
        self.permissions = permissions
        self.segregation = segregation
        self.boxes = boxes
        self.packages = packages
    }

    /// Reads the folder at `path`.
    ///
    /// - Parameters:
    ///   - path: the folder.
    ///   - mapping: what their headers are called here; nil for the folder's own `mapping.json`, if it has one.
    ///   - strict: whether a single row that cannot be used is an error.
    /// - Returns: the problem without matrices, and what was odd or rejected.
    /// - Throws: D301 … D315 when the folder or a file as a whole cannot be used.
    public func read(
        _ path: String,
        mapping: ColumnMapping? = nil,
        strict: Bool = false
    ) throws(DayFolderError) -> DayFolder {
        let source = try DayFolderSource(path, mapping: mapping)
        let tables = try DayTables(source)
        var builder = try DayFolderBuilder(tables, source: source, self)
        try builder.readAll()
        let folder = builder.result()
        if strict, !folder.rejects.isEmpty {
            throw .init(.rejectsInStrictMode(folder.rejects), path: path)
        }
        return folder
    }

    /// Reads a plan made elsewhere, for comparison.
    ///
    /// - Parameters:
    ///   - path: the file; nil for the folder's own `stops.csv`.
    ///   - folder: where the day was read from.
    ///   - day: the day as it was read.
    ///   - mapping: as for `read`.
    /// - Returns: the plan; nil when `path` is nil and the folder has no `stops.csv`.
    /// - Throws: D302 … D308 when the file cannot be used.
    public func readBaseline(
        _ path: String? = nil,
        in folder: String,
        of day: DayFolder,
        mapping: ColumnMapping? = nil
    ) throws(DayFolderError) -> BaselinePlan? {
        let source = try DayFolderSource(folder, mapping: mapping)
        let settings = source.mapping.files[.stops] ?? ColumnMapping.FileMapping()
        let file: DayTextFile
        if let path {
            let name = path.split(separator: "/").last.map(String.init) ?? path
            file = try DayTextFile(name: name, path: path, mapping: settings)
        } else if let own = try DayTextFile(.stops, in: source.path, mapping: settings) {
            file = own
        } else {
            return nil
        }
        var table = try DayTable<StopColumn>(file, mapping: settings)
        table.settleDecimalMark(folder: [])
        return BaselineReading(table, day: day).plan()
    }
}

/// The folder and the mapping that applies to it.
struct DayFolderSource {
    let path: String
    /// The last part of the path.
    let name: String
    let mapping: ColumnMapping

    init(_ path: String, mapping: ColumnMapping?) throws(DayFolderError) {
        var isFolder = false
        if let attributes = try? FileManager.default.attributesOfItem(atPath: path) {
            isFolder = attributes[.type] as? FileAttributeType != .typeRegular
        }
        guard isFolder else { throw .init(.notAFolder, path: path) }
        self.path = path
        name = URL(fileURLWithPath: path).standardizedFileURL.lastPathComponent
        if let mapping {
            self.mapping = mapping
        } else if let own = DayTextFile.find("mapping.json", in: path) {
            let file = "\(path)/\(own)"
            self.mapping = try ColumnMapping(json: DayTextFile.bytes(of: file), path: file)
        } else {
            self.mapping = ColumnMapping()
        }
    }

    /// The table of a file; nil when the folder does not have it, nor anything like it.
    func table<Column: DayColumn>(_: Column.Type) throws(DayFolderError) -> DayTable<Column>? {
        let settings = mapping.files[Column.file] ?? ColumnMapping.FileMapping()
        if let file = try DayTextFile(Column.file, in: path, mapping: settings) {
            return try DayTable<Column>(file, mapping: settings)
        }
        let name = Column.file.fileName
        if let lookalike = DayTextFile.lookalike(of: name, in: path) {
            throw .init(.missingFile(lookalike: lookalike), path: "\(path)/\(name)")
        }
        return nil
    }

    /// The table of a file that must be there.
    func neededTable<Column: DayColumn>(_: Column.Type) throws(DayFolderError) -> DayTable<Column> {
        if let table = try table(Column.self) { return table }
        let name = Column.file.fileName
        throw .init(.missingFile(lookalike: nil), path: "\(path)/\(name)")
    }
}

/// All tables of a folder, with the decimal marks settled among them.
struct DayTables {
    var day: DayTable<SettingColumn>?
    var depots: DayTable<DepotColumn>
    var sites: DayTable<SiteColumn>?
    var orders: DayTable<OrderColumn>
    var vehicles: DayTable<VehicleColumn>
    var compartments: DayTable<CompartmentColumn>?
    var carriers: DayTable<CarrierColumn>?
    var regimes: DayTable<RegimeColumn>?
    var workRules: DayTable<WorkRuleColumn>?
    var boxTypes: DayTable<BoxTypeColumn>?
    var segregation: DayTable<SegregationColumn>?
    var cleaning: DayTable<CleaningColumn>?
    var relations: DayTable<RelationColumn>?
    var traffic: DayTable<TrafficColumn>?
    var permissions: DayTable<PermissionColumn>?

    init(_ source: DayFolderSource) throws(DayFolderError) {
        orders = try source.neededTable(OrderColumn.self)
        vehicles = try source.neededTable(VehicleColumn.self)
        depots = try source.neededTable(DepotColumn.self)
        sites = try source.table(SiteColumn.self)
        day = try source.table(SettingColumn.self)
        compartments = try source.table(CompartmentColumn.self)
        carriers = try source.table(CarrierColumn.self)
        regimes = try source.table(RegimeColumn.self)
        workRules = try source.table(WorkRuleColumn.self)
        boxTypes = try source.table(BoxTypeColumn.self)
        segregation = try source.table(SegregationColumn.self)
        cleaning = try source.table(CleaningColumn.self)
        relations = try source.table(RelationColumn.self)
        traffic = try source.table(TrafficColumn.self)
        permissions = try source.table(PermissionColumn.self)
        let ordersHavePlaces = orders.has(.lat) && orders.has(.lon)
        if sites == nil, !ordersHavePlaces {
            throw .init(.placesWithoutFile, path: "\(source.path)/\(DayFile.sites.fileName)")
        }
        if !ordersHavePlaces, !orders.has(.site) {
            throw .init(
                .missingColumn("site", headers: orders.headers.filter { !$0.isEmpty }, nearest: nil),
                path: orders.path
            )
        }
        settleDecimalMarks()
    }

    private mutating func settleDecimalMarks() {
        var marks = depots.certainMarks.union(orders.certainMarks).union(vehicles.certainMarks)
        marks.formUnion(sites?.certainMarks ?? [])
        marks.formUnion(compartments?.certainMarks ?? [])
        marks.formUnion(carriers?.certainMarks ?? [])
        depots.settleDecimalMark(folder: marks)
        sites?.settleDecimalMark(folder: marks)
        orders.settleDecimalMark(folder: marks)
        vehicles.settleDecimalMark(folder: marks)
        compartments?.settleDecimalMark(folder: marks)
        carriers?.settleDecimalMark(folder: marks)
        regimes?.settleDecimalMark(folder: marks)
        workRules?.settleDecimalMark(folder: marks)
        boxTypes?.settleDecimalMark(folder: marks)
        cleaning?.settleDecimalMark(folder: marks)
        relations?.settleDecimalMark(folder: marks)
        traffic?.settleDecimalMark(folder: marks)
    }
}

extension DayTable {
    /// Takes the decimal mark from the mapping, else from this file's numbers, else from those of the `folder`.
    mutating func settleDecimalMark(folder: Set<DecimalMark>) {
        guard decimalMark == nil else { return }
        let own = certainMarks
        let evidence = own.isEmpty ? folder : own
        decimalMark = evidence.count == 1 ? evidence.first : nil
    }
}
