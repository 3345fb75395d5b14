// swift-tools-version: 6.2
import PackageDescription

let benchmark = Target.Dependency.product(name: "Benchmark", package: "benchmark")
let libcsv = Target.Dependency.product(name: "CLibCSV", package: "Sjuklonevakt")
let nightlyScan = Target.Dependency.product(name: "NightlyScan", package: "Sjuklonevakt")
let sampleWorld = Target.Dependency.product(name: "SampleWorld", package: "Sjuklonevakt")
let testSupport = Target.Dependency.product(name: "TestSupport", package: "Sjuklonevakt")
let benchmarkPlugin = Target.PluginUsage.plugin(name: "BenchmarkPlugin", package: "benchmark")

let package = Package(
  name: "SjuklonevaktBenchmarks",
  products: [
    .executable(name: "RelationalCounts", targets: ["RelationalCounts"]),
    .executable(name: "StageInstructions", targets: ["StageInstructions"]),
  ],
  dependencies: [
    .package(name: "Sjuklonevakt", path: ".."),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .target(
      name: "BenchmarkWorld", dependencies: [sampleWorld], path: "Benchmarks/BenchmarkWorld"),
    .target(
      name: "Stages", dependencies: ["BenchmarkWorld", libcsv, nightlyScan, testSupport],
      path: "Benchmarks/Stages"),
    .systemLibrary(
      name: "CCallgrind", path: "Benchmarks/CCallgrind", providers: [.apt(["valgrind"])]),
    .executableTarget(
      name: "ScanBenchmarks", dependencies: ["BenchmarkWorld", "Stages", benchmark, nightlyScan],
      path: "Benchmarks/ScanBenchmarks", plugins: [benchmarkPlugin]),
    .executableTarget(
      name: "StageBenchmarks", dependencies: ["Stages", benchmark],
      path: "Benchmarks/StageBenchmarks", plugins: [benchmarkPlugin]),
    .executableTarget(
      name: "StageInstructions", dependencies: ["CCallgrind", "Stages"],
      path: "Benchmarks/StageInstructions"),
    .executableTarget(
      name: "RelationalCounts", dependencies: ["BenchmarkWorld", nightlyScan],
      path: "Benchmarks/RelationalCounts"),
  ]
)
