// swift-tools-version: 6.2
import PackageDescription

let benchmark = Target.Dependency.product(name: "Benchmark", package: "benchmark")
let libcsv = Target.Dependency.product(name: "CLibCSV", package: "Sjuklonevakt")
let nightlyScan = Target.Dependency.product(name: "NightlyScan", package: "Sjuklonevakt")
let sampleWorld = Target.Dependency.product(name: "SampleWorld", package: "Sjuklonevakt")
let benchmarkPlugin = Target.PluginUsage.plugin(name: "BenchmarkPlugin", package: "benchmark")

let package = Package(
  name: "SjuklonevaktBenchmarks",
  products: [.executable(name: "RelationalCounts", targets: ["RelationalCounts"])],
  dependencies: [
    .package(name: "Sjuklonevakt", path: ".."),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .target(
      name: "BenchmarkWorld", dependencies: [sampleWorld], path: "Benchmarks/BenchmarkWorld"),
    .executableTarget(
      name: "ScanBenchmarks",
      dependencies: ["BenchmarkWorld", benchmark, libcsv, nightlyScan],
      path: "Benchmarks/ScanBenchmarks", plugins: [benchmarkPlugin]),
    .executableTarget(
      name: "StageBenchmarks", dependencies: ["BenchmarkWorld", benchmark, nightlyScan],
      path: "Benchmarks/StageBenchmarks", plugins: [benchmarkPlugin]),
    .executableTarget(
      name: "RelationalCounts", dependencies: ["BenchmarkWorld", nightlyScan],
      path: "Benchmarks/RelationalCounts"),
  ]
)
