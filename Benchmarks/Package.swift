// swift-tools-version: 6.2
import PackageDescription

/// Measures that are no tests: see README.md.
let package = Package(
    name: "isotherm-benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "isotherm", path: ".."),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    ],
    targets: [
        // The search's own sources, by a link, so that kernels are measured inside the module in which they are compiled.
        .executableTarget(
            name: "Kernels",
            dependencies: [
                .product(name: "VehicleRouting", package: "isotherm"),
                .product(name: "OrderedCollections", package: "swift-collections"),
            ],
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .strictMemorySafety(),
            ]
        )
    ],
    swiftLanguageModes: [.v6]
)
