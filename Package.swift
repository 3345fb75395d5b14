// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]
/// The hot path also says where its unsafe code is.
let hotPathSettings = settings + [.strictMemorySafety()]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
  name: "Sjuklonevakt",
  products: [
    .executable(name: "sjuklonevakt", targets: ["sjuklonevakt"]),
    .library(name: "CLibCSV", targets: ["CLibCSV"]),
    .library(
      name: "NightlyScan",
      targets: [
        "NightlyScan", "Configuration", "Detection", "Ingest", "Ledger", "Reporting", "Secrecy",
        "SickPay", "Store",
      ]),
    .library(name: "SampleWorld", targets: ["SampleWorld"]),
    .library(name: "TestSupport", targets: ["Ingest", "TestSupport"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "SickPay", swiftSettings: hotPathSettings),
    .target(name: "Ledger", dependencies: ["SickPay"], swiftSettings: hotPathSettings),
    .target(
      name: "Ingest", dependencies: ["CExpat", "CLibCSV", "CZlib", "Ledger", "SickPay", crypto],
      swiftSettings: hotPathSettings),
    .target(name: "Detection", dependencies: ["Ledger", "SickPay"], swiftSettings: settings),
    .target(
      name: "Configuration", dependencies: ["Detection", "Ingest", "SickPay", yams],
      resources: ["standard.yml", "lag.yml", "kommuner.yml"].map { .embedInCode($0) },
      swiftSettings: settings),
    .target(
      name: "Questions", dependencies: ["Detection", "Ledger", "SickPay"],
      swiftSettings: hotPathSettings),
    .target(
      name: "Snapshot", dependencies: ["Ingest", "Ledger"], swiftSettings: hotPathSettings),
    .target(name: "Secrecy", dependencies: ["SickPay", crypto], swiftSettings: settings),
    .target(name: "SampleWorld", dependencies: ["SickPay"], swiftSettings: settings),
    .target(name: "Reporting", dependencies: ["SickPay"], swiftSettings: settings),
    .target(
      name: "Store", dependencies: ["Reporting", "SickPay", grdb, sqlite], swiftSettings: settings),
    .target(
      name: "NightlyScan",
      dependencies: [
        "Configuration", "Detection", "Ingest", "Ledger", "Questions", "Reporting", "Secrecy",
        "SickPay", "Store", crypto, logging,
      ], swiftSettings: settings),
    .target(
      name: "Evaluation",
      dependencies: [
        "Configuration", "Detection", "Ingest", "Ledger", "SampleWorld", "SickPay",
      ], swiftSettings: settings),
    .executableTarget(
      name: "sjuklonevakt",
      dependencies: [
        "Configuration", "Detection", "Evaluation", "Ingest", "Ledger", "NightlyScan",
        "Questions", "Reporting", "SampleWorld", "Secrecy", "SickPay", "Snapshot", "Store",
        argumentParser, logging,
      ],
      swiftSettings: settings),
    .target(
      name: "TestSupport", dependencies: ["CZlib", "Ingest", "Ledger", "SickPay"],
      path: "Tests/TestSupport",
      swiftSettings: settings),
    .testTarget(name: "SickPayTests", dependencies: ["SickPay"], swiftSettings: settings),
    .testTarget(
      name: "LedgerTests",
      dependencies: ["Ingest", "Ledger", "SampleWorld", "SickPay", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "IngestTests",
      dependencies: ["Ingest", "Ledger", "SampleWorld", "SickPay", "TestSupport"],
      exclude: ["Sheets"], swiftSettings: settings),
    .testTarget(
      name: "DetectionTests",
      dependencies: [
        "Configuration", "Detection", "Ledger", "SampleWorld", "SickPay", "TestSupport",
      ],
      exclude: ["Law/Reference"], swiftSettings: settings),
    .testTarget(
      name: "ConfigurationTests", dependencies: ["Configuration", "SickPay"],
      swiftSettings: settings),
    .testTarget(
      name: "EvaluationTests",
      dependencies: [
        "Configuration", "Detection", "Evaluation", "Ingest", "Ledger", "SampleWorld", "SickPay",
        "TestSupport",
      ], swiftSettings: settings),
    .testTarget(
      name: "QuestionsTests",
      dependencies: [
        "Configuration", "Detection", "Ledger", "Questions", "SampleWorld", "SickPay",
        "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ReportingTests", dependencies: ["Reporting", "SickPay"], exclude: ["Golden"],
      swiftSettings: settings),
    .testTarget(
      name: "StoreTests", dependencies: ["Reporting", "SickPay", "Store", grdb],
      swiftSettings: settings),
    .testTarget(
      name: "SnapshotTests",
      dependencies: ["Ingest", "Ledger", "SickPay", "Snapshot", "TestSupport"],
      swiftSettings: settings),
    .testTarget(name: "SecrecyTests", dependencies: ["Secrecy"], swiftSettings: settings),
    .testTarget(
      name: "SampleWorldTests", dependencies: ["SampleWorld", "SickPay"], swiftSettings: settings),
    .testTarget(
      name: "CommandTests", dependencies: ["TestSupport", "sjuklonevakt", grdb],
      exclude: ["Disguises", "Golden"],
      swiftSettings: settings),
    .testTarget(name: "TidyTests", swiftSettings: settings),
  ]
)
