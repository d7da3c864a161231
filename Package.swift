// swift-tools-version: 6.2
import PackageDescription

let swift: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("ExistentialAny"),
    .treatAllWarnings(as: .error),
]
let executable: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]

let package = Package(
    name: "banyan",
    defaultLocalization: "en",
    products: [
        .executable(name: "banyan", targets: ["banyan"]),
        .executable(name: "bench", targets: ["bench"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        // Numbers and C
        .target(name: "Numbers", swiftSettings: swift),
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .target(name: "CXML", dependencies: ["CLibXML2"]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(
            name: "CXLSXWriter", pkgConfig: "xlsxwriter",
            providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(
            name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .target(name: "CLinearAlgebra", linkerSettings: [.linkedLibrary("openblas")]),
        .target(name: "CProcesses"),

        // The nouns, the file forms, the cores
        .target(name: "Contests", dependencies: ["Numbers"], swiftSettings: swift),
        .target(
            name: "Formats",
            dependencies: [
                "Numbers", "CXML", "CZip", "CXLSXWriter",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: swift),
        .target(
            name: "Computing", dependencies: ["Numbers", "CLinearAlgebra"], swiftSettings: swift),

        // Statistics, over columns of numbers
        .target(name: "Statistics", dependencies: ["Computing"], swiftSettings: swift),

        // The crafts
        .target(
            name: "Reading", dependencies: ["Contests", "Formats", "Computing"],
            swiftSettings: swift),
        .target(
            name: "Assigning", dependencies: ["Contests", "Formats", "Computing"],
            swiftSettings: swift),
        .target(
            name: "Judging",
            dependencies: ["Contests", "Formats", "Computing", "Statistics", "CProcesses"],
            swiftSettings: swift),
        .target(
            name: "Scoring", dependencies: ["Contests", "Computing", "Statistics"],
            swiftSettings: swift),
        .target(
            name: "Recording",
            dependencies: [
                "Contests", "Formats", "Computing", "CPostgres",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: swift),
        .target(
            name: "Publishing",
            dependencies: ["Contests", "Formats", "Computing", "CQREncode"],
            swiftSettings: swift),

        // The verbs
        .target(
            name: "Organizing",
            dependencies: [
                "Reading", "Assigning", "Judging", "Scoring", "Recording", "Publishing",
                "Contests", "Formats", "Computing",
            ],
            swiftSettings: swift),

        // The faces
        .executableTarget(
            name: "banyan",
            dependencies: [
                "Organizing", "Publishing", "Formats", "Contests",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: executable),
        .executableTarget(
            name: "bench",
            dependencies: [
                "Organizing", "Reading", "Judging", "Recording", "Statistics", "TestSupport",
            ],
            swiftSettings: executable),

        // The tests
        .target(
            name: "TestSupport", dependencies: ["Contests", "Formats", "Computing", "CPostgres"],
            path: "Tests/TestSupport", exclude: ["Workbooks"], swiftSettings: executable),
        .target(
            name: "CDiskLog", path: "Tests/CDiskLog", linkerSettings: [.linkedLibrary("sqlite3")]),
        .testTarget(
            name: "NumbersTests", dependencies: ["Numbers", "TestSupport"],
            swiftSettings: executable),
        .testTarget(
            name: "ContestsTests", dependencies: ["Contests", "Numbers"],
            swiftSettings: executable),
        .testTarget(
            name: "FormatsTests", dependencies: ["Formats", "TestSupport"],
            swiftSettings: executable),
        .testTarget(name: "ComputingTests", dependencies: ["Computing"], swiftSettings: executable),
        .testTarget(
            name: "StatisticsTests", dependencies: ["Statistics", "TestSupport"],
            exclude: ["MetricReference"], swiftSettings: executable),
        .testTarget(
            name: "ReadingTests", dependencies: ["Reading", "TestSupport"],
            swiftSettings: executable),
        .testTarget(
            name: "AssigningTests", dependencies: ["Assigning", "TestSupport"],
            swiftSettings: executable),
        .testTarget(
            name: "JudgingTests", dependencies: ["Judging", "TestSupport"],
            swiftSettings: executable),
        .testTarget(
            name: "ScoringTests", dependencies: ["Scoring", "TestSupport"],
            swiftSettings: executable),
        .testTarget(
            name: "RecordingTests",
            dependencies: [
                "Recording", "TestSupport", "CDiskLog",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["Fixtures"], swiftSettings: executable),
        .testTarget(
            name: "PublishingTests", dependencies: ["Publishing", "TestSupport"],
            swiftSettings: executable),
        .testTarget(
            name: "OrganizingTests", dependencies: ["Organizing", "TestSupport"],
            swiftSettings: executable),
        .testTarget(
            name: "CommandTests", dependencies: ["banyan", "TestSupport"],
            exclude: ["Verifier"],
            swiftSettings: executable),
        .testTarget(
            name: "PublishedTests", dependencies: ["Organizing", "TestSupport"],
            swiftSettings: executable),
        .testTarget(name: "TidyTests", swiftSettings: executable),
    ]
)
