// swift-tools-version: 6.2
import PackageDescription

/// Set by `scripts/test`: warnings are errors there, and only there, because a package that others depend on may not
/// ask for that.
let isStrict = Context.environment["ISOTHERM_STRICT"] == "1"

let settings: [SwiftSetting] =
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .strictMemorySafety(),
    ] + (isStrict ? [.treatAllWarnings(as: .error)] : [])

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let collections = Target.Dependency.product(name: "OrderedCollections", package: "swift-collections")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")

/// A library target of the graph in ARCHITECTURE.md, with the settings all of them share.
func library(
    _ name: String,
    _ dependencies: [Target.Dependency] = [],
    resources: [Resource]? = nil
) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

/// The tests of one target, in a folder of the same name with `Tests` behind it.
func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: [.target(name: name)] + dependencies,
        swiftSettings: settings
    )
}

let package = Package(
    name: "isotherm",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "isotherm", targets: ["isotherm"]),
        .library(name: "VehicleRouting", targets: ["VehicleRouting"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: [
        // Level 0
        .systemLibrary(name: "CGLPK", providers: [.apt(["libglpk-dev"]), .brew(["glpk"])]),
        library("VehicleRouting"),
        // Level 1
        library("LinearProgramming", ["CGLPK"]),
        library("RouteSearch", ["VehicleRouting", collections]),
        library("Interchange", ["VehicleRouting"]),
        library(
            "ColdChain",
            ["VehicleRouting"],
            resources: [
                .embedInCode("Resources/regimes.json"), .embedInCode("Resources/nuclides.json"),
                .embedInCode("Resources/segregation.json"), .embedInCode("Resources/passive-boxes.json"),
                .embedInCode("Resources/channel-permissions.json"),
            ]
        ),
        library("TravelTimes", ["VehicleRouting"]),
        // Level 2
        library("CarrierPool", ["VehicleRouting", "LinearProgramming"]),
        library("RouteBounds", ["VehicleRouting", "LinearProgramming"]),
        library("PlanStore", [grdb, crypto]),
        // Level 3
        library(
            "Planning",
            [
                "VehicleRouting", "RouteSearch", "Interchange", "ColdChain", "TravelTimes", "CarrierPool",
                "LinearProgramming", "RouteBounds", logging, mustache,
            ],
            resources: [.embedInCode("Resources")]
        ),
        // Level 5
        .executableTarget(
            name: "isotherm",
            dependencies: [
                "VehicleRouting", "RouteSearch", "Interchange", "CarrierPool", "TravelTimes", "Planning",
                "PlanStore",
                argumentParser,
                logging,
            ],
            swiftSettings: settings
        ),
        // Tests
        .testTarget(
            name: "IsothermTests",
            dependencies: ["isotherm"],
            exclude: ["Help"],
            swiftSettings: settings
        ),
        .target(
            name: "RoutingTestSupport",
            dependencies: ["VehicleRouting"],
            path: "Tests/RoutingTestSupport",
            swiftSettings: settings
        ),
        .executableTarget(
            name: "search-fuzz",
            dependencies: ["VehicleRouting", "RouteSearch", "RoutingTestSupport"],
            path: "Tests/SearchFuzz",
            swiftSettings: settings
        ),
        tests("VehicleRouting", ["RoutingTestSupport"]),
        tests("LinearProgramming"),
        tests("RouteSearch", ["VehicleRouting", "RoutingTestSupport"]),
        tests("RouteBounds", ["RoutingTestSupport", "VehicleRouting", "LinearProgramming"]),
        tests("CarrierPool", ["LinearProgramming"]),
        tests(
            "Planning",
            ["RoutingTestSupport", "VehicleRouting", "Interchange", "CarrierPool", "ColdChain"]
        ),
        tests("Interchange", ["VehicleRouting", "RoutingTestSupport", "ColdChain"]),
        tests("ColdChain", ["VehicleRouting"]),
        tests("TravelTimes", ["VehicleRouting"]),
        tests("PlanStore", [grdb]),
    ],
    swiftLanguageModes: [.v6]
)
