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
import Store

/// Every stage of a scan alone, on one small world. Instructions, where the processor's counters
/// can be read, hardly depend on the machine or on what else it does.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.instructions, .throughput, .wallClock, .peakMemoryResident], warmupIterations: 1,
    scalingFactor: .one, maxDuration: .seconds(2), maxIterations: 5)
  readingBenchmarks()
  columnBenchmarks()
  detectionBenchmarks()
}

private func readingBenchmarks() {
  for table in ["sjukloner", "pass"] {
    Benchmark("reading \(table)") { _, inputs in
      let path = table == "pass" ? inputs.world.shiftsFile : inputs.world.claimsFile
      blackHole(await inputs.read(path))
    } setup: {
      try StageInputs()
    }
  }

  Benchmark("interning") { _, texts in
    blackHole(texts.intern())
  } setup: {
    TextsOfRows(LedgerPart(joining: try await StageInputs().parts()))
  }
}

private func columnBenchmarks() {
  Benchmark("sorting") { _, keys in
    blackHole(sortedOrder(keys))
  } setup: {
    let shifts = LedgerPart(joining: try await StageInputs().parts()).shifts
    return (0..<shifts.count).map { row in
      UInt64(shifts[.assistent, row].cell) << 32
        | UInt64(UInt32(bitPattern: shifts[.start, row].cell))
    }
  }

  Benchmark("columns") { (_: Benchmark, state: (StageInputs, [LedgerPart])) in
    let (inputs, parts) = state
    blackHole(inputs.ledger(parts))
  } setup: {
    let inputs = try StageInputs()
    return (inputs, await inputs.parts())
  }

  Benchmark("profiles") { _, ledger in
    blackHole(Companies(ledger))
  } setup: {
    let inputs = try StageInputs()
    return inputs.ledger(await inputs.parts())
  }
}

private func detectionBenchmarks() {
  Benchmark("evidence") { (_: Benchmark, state: (StageInputs, Ledger)) in
    let (inputs, ledger) = state
    blackHole(await inputs.evidence(ledger))
  } setup: {
    let inputs = try StageInputs()
    return (inputs, inputs.ledger(await inputs.parts()))
  }

  for family in RuleFamily.all {
    Benchmark("rules - \(family.name)") { _, evidence in
      for rule in family.rules { blackHole(rule.evaluate(evidence)) }
    } setup: {
      let inputs = try StageInputs()
      return await inputs.evidence(inputs.ledger(await inputs.parts()))
    }
  }

  Benchmark("statistics") { _, companies in
    for indicator in Catalogue.indicators { blackHole(indicator.compare(companies)) }
  } setup: {
    let inputs = try StageInputs()
    return Companies(inputs.ledger(await inputs.parts()))
  }

  Benchmark("rules, statistics and ranking") { (_: Benchmark, state: (StageInputs, Ledger)) in
    let (inputs, ledger) = state
    let names = Names(assistent: { _ in "A" }, company: { _ in "bolag" })
    blackHole(
      await detect(
        ledger, names: names, rulebook: inputs.configuration.rulebook,
        settings: inputs.configuration.settings))
  } setup: {
    let inputs = try StageInputs()
    return (inputs, inputs.ledger(await inputs.parts()))
  }

  Benchmark("whole scan, stored") { _, inputs in
    let database = NSTemporaryDirectory() + "sjuklonevakt-stage-\(UUID().uuidString).sqlite"
    defer {
      for suffix in ["", "-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: database + suffix)
      }
    }
    let request = ScanRequest(
      inputs: InputList(paths: [inputs.world.claimsFile, inputs.world.shiftsFile]),
      configuration: inputs.configuration, pseudonyms: Pseudonyms(key: PseudonymKey()),
      date: nil, threads: 1)
    let report = try await NightlyScan.run(request)
    try ScanStore(path: database).save(report, storedAt: Date(timeIntervalSince1970: 0))
  } setup: {
    try StageInputs()
  }
}
