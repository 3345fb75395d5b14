import Benchmark
import BenchmarkWorld
import Configuration
import Detection
import Foundation
import Ingest
import Ledger
import NightlyScan
import Reporting
import Secrecy
import Stages
import Store

/// Reading, profiling and the whole scan on one generated world, beside libcsv alone on the same
/// bytes. Each knows its answer: a wrong count stops the run. They measure time and memory of whole
/// stages on one machine; the guard against small regressions is `Scripts/regressions`. The
/// benchmark runner keeps one of two cores waiting: `Scripts/benchmark` ends with the command
/// itself on both.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .cpuTotal, .peakMemoryResident], warmupIterations: 0,
    scalingFactor: .one, maxDuration: .seconds(120), maxIterations: 3)

  Benchmark("1 libcsv alone, one core") { benchmark in
    let world = try BenchmarkWorld()
    benchmark.startMeasurement()
    let fields =
      try tokeniseWithLibCSV(world.claimsFile) + tokeniseWithLibCSV(world.shiftsFile)
    benchmark.stopMeasurement()
    precondition(fields > world.claims * 12 + world.shifts * 10, "libcsv saw too few fields")
  }

  Benchmark("2 reading into columns") { benchmark in
    let world = try BenchmarkWorld()
    benchmark.startMeasurement()
    let ingestion = await Ingestion.read(sources(world), threads: 2)
    benchmark.stopMeasurement()
    check(ingestion, world)
  }

  Benchmark("3 sorting, joining and sick periods") { benchmark in
    let world = try BenchmarkWorld()
    var ingestion = await Ingestion.read(sources(world), threads: 2)
    check(ingestion, world)
    benchmark.startMeasurement()
    let ledger = Ledger(
      parts: ingestion.takeParts(), date: nil, windowMonths: 24,
      law: try Configuration().rulebook.law.sickPeriod)
    benchmark.stopMeasurement()
    precondition(ledger.claims.count + ledger.repeatedClaims == world.claims, "claims got lost")
  }

  Benchmark("4 profiles of companies and employees") { benchmark in
    let world = try BenchmarkWorld()
    var ingestion = await Ingestion.read(sources(world), threads: 2)
    let ledger = Ledger(
      parts: ingestion.takeParts(), date: nil, windowMonths: 24,
      law: try Configuration().rulebook.law.sickPeriod)
    benchmark.startMeasurement()
    let companies = Companies(ledger)
    benchmark.stopMeasurement()
    let counted = (0..<ledger.claims.count).count { ledger.isInWindow($0) }
    precondition(companies.summaries.reduce(0) { $0 + $1.claims } == counted, "profiles lost rows")
  }

  Benchmark("5 lowest and highest lawful amount of every claim row, one core") { benchmark in
    let world = try BenchmarkWorld()
    var ingestion = await Ingestion.read(sources(world), threads: 2)
    let ledger = Ledger(
      parts: ingestion.takeParts(), date: nil, windowMonths: 24,
      law: try Configuration().rulebook.law.sickPeriod)
    let names = Names(assistent: { _ in "A" }, company: { _ in "bolag" })
    let evidence = await Evidence(
      ledger, rulebook: try Configuration().rulebook, names: names)
    benchmark.startMeasurement()
    let ranges = evidence.lawfulRanges()
    benchmark.stopMeasurement()
    let priced = ranges.low.indices.count { ranges.low[$0] <= ranges.high[$0] }
    precondition(priced == ledger.claims.count, "a range is upside down")
  }

  Benchmark("6 whole scan with store") { benchmark in
    let world = try BenchmarkWorld()
    let database = NSTemporaryDirectory() + "sjuklonevakt-benchmark-\(UUID().uuidString).sqlite"
    defer {
      for suffix in ["", "-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: database + suffix)
      }
    }
    let request = ScanRequest(
      inputs: InputList(paths: [world.claimsFile, world.shiftsFile]),
      configuration: try Configuration(), pseudonyms: Pseudonyms(key: PseudonymKey()),
      date: nil, threads: 2)
    benchmark.startMeasurement()
    let report = try await NightlyScan.run(request)
    try ScanStore(path: database).save(report, storedAt: Date(timeIntervalSince1970: 0))
    benchmark.stopMeasurement()
    precondition(report.ingestion.rows == world.claims + world.shifts, "the scan lost rows")
  }
}

private func sources(_ world: BenchmarkWorld) -> [InputSource] {
  InputList(paths: [world.claimsFile, world.shiftsFile]).sources
}

private func check(_ ingestion: Ingestion, _ world: BenchmarkWorld) {
  let accepted = ingestion.reports.reduce(0) { $0 + $1.accepted }
  precondition(accepted == world.claims + world.shifts, "rows were rejected")
}
