internal import ColdChain
internal import Foundation
internal import Interchange
internal import Logging
internal import TravelTimes
internal import VehicleRouting

/// A day folder, read, with its travel times, and found fit to be planned.
struct DayInput {
    /// What is to be planned, with matrices.
    let problem: Problem
    /// The day as it was read.
    let folder: DayFolder
    /// What is odd about it, a sentence each.
    let warnings: [String]
    /// What reads further files of the day.
    let reader: DayFolderReader
    /// The column mapping that was given; nil for the folder's own.
    let mapping: ColumnMapping?

    /// Reads the day that `request` names.
    init(
        _ request: PlanDay.Request,
        logger: Logger,
        onProgress: @Sendable (RunProgress) -> Void
    ) throws {
        onProgress(RunProgress(.reading))
        reader = .shipped
        mapping = try request.mapping.map(Self.mapping(at:))
        folder = try reader.read(request.day, mapping: mapping, strict: request.isStrict)
        logger.debug(
            "read \(folder.problem.jobs.count) jobs, \(folder.problem.vehicles.count) vehicles, \(folder.rejects.count) rejects"
        )

        onProgress(RunProgress(.travelTimes))
        var problem = folder.problem
        try Self.roads(folder.settings).fillMatrices(of: &problem)
        for profile in problem.matrices.keys.sorted() {
            problem.matrices[profile]?.speeds = folder.settings.traffic
        }
        self.problem = problem
        warnings = folder.warnings.map(\.description) + (try problem.validated(from: request.day))
    }

    private static func mapping(at path: String) throws -> ColumnMapping {
        let bytes: [UInt8]
        do {
            bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw FormatError(.unreadable("there is no such file, or it may not be read"), in: path)
        }
        return try ColumnMapping(json: bytes, path: path)
    }

    private static func roads(_ settings: DaySettings) -> RoadEstimate {
        RoadEstimate(
            detourFactor: settings.detourFactor,
            speeds: settings.speeds.map {
                RoadEstimate.Stretch(
                    endKilometres: $0.endKilometres,
                    kilometresPerHour: $0.kilometresPerHour
                )
            }
        )
    }
}

extension DayFolderReader {
    /// A reader that knows everything that comes with the program.
    static let shipped: DayFolderReader = {
        let (catalogue, nuclides) = (RegimeCatalogue.shipped, NuclideCatalogue.shipped)
        return DayFolderReader(
            regimes: RegimeDirectory(names: catalogue.allNames) { catalogue.find($0)?.regime },
            nuclides: NuclideDirectory(names: nuclides.nuclides.map(\.id)) { nuclides.nuclide($0)?.halfLife },
            permissions: PermissionDirectory(ChannelPermissions.shipped),
            segregation: SegregationDirectory(
                classes: SegregationRules.shipped.classes,
                matrix: SegregationRules.shipped.matrix
            ),
            boxes: BoxDirectory { PassiveBoxCatalogue.shipped.box($0).map(ShippedBox.init) },
            packages: PackageDirectory(
                vehicleLimit: PackageCategory.vehicleLimit,
                negligibleIndex: PackageCategory.negligibleIndex
            ) { PackageCategory(transportIndex: $0, surface: $1)?.rawValue }
        )
    }()
}

extension ShippedBox {
    fileprivate init(_ box: PassiveBox) {
        self.init(regime: box.regime, conditioning: box.conditioning, cost: box.cost) { low, high in
            box.exposure(on: AmbientBand(low: low, high: high))
        } count: { millilitres, grams in
            box.count(volume: millilitres, weight: grams)
        }
    }
}

extension PermissionDirectory {
    /// The rules of a file, as a day folder has them.
    fileprivate init(_ permissions: ChannelPermissions) {
        self.init(all: permissions.rules.map(PermissionRule.init)) { date in
            CalendarDay(date).map { permissions.inForce(on: $0).map(PermissionRule.init) } ?? []
        }
    }
}

extension PermissionRule {
    fileprivate init(_ rule: ChannelPermissions.Rule) {
        self.init(id: rule.id, verdict: Verdict(rule.verdict))
        countries = rule.countries == ["*"] ? [] : rule.countries
        productClasses = rule.products == ["*"] ? [] : rule.products
        channels = rule.channels.map(\.rawValue)
        needs = rule.needs
        note = rule.note
        source = rule.source
    }
}

extension PermissionRule.Verdict {
    fileprivate init(_ verdict: ChannelPermissions.Verdict) {
        switch verdict {
        case .allowed: self = .allowed
        case .conditional: self = .conditional
        case .forbidden: self = .forbidden
        }
    }
}
