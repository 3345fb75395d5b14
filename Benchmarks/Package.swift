// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "SjuklonevaktBenchmarks",
  dependencies: [
    .package(name: "Sjuklonevakt", path: ".."),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "ScanBenchmarks",
      dependencies: [
        .product(name: "Benchmark", package: "benchmark"),
        .product(name: "CLibCSV", package: "Sjuklonevakt"),
        .product(name: "NightlyScan", package: "Sjuklonevakt"),
        .product(name: "SampleWorld", package: "Sjuklonevakt"),
      ],
      path: "Benchmarks/ScanBenchmarks",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
  ]
)
