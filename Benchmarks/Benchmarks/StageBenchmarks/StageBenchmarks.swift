import Benchmark
import Stages

/// Every stage of a scan alone, on one small world: what it does in a second, time and memory, and
/// instructions where the processor's counters can be read. `StageInstructions` counts them
/// everywhere.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    warmupIterations: 1, scalingFactor: .one, maxDuration: .seconds(2), maxIterations: 5)
  for stage in Stage.all {
    let throughput = BenchmarkMetric.custom(
      "\(stage.unit.rawValue.capitalized) a second", polarity: .prefersLarger,
      useScalingFactor: false)
    Benchmark(
      stage.name,
      configuration: .init(
        metrics: [throughput, .instructions, .wallClock, .peakMemoryResident])
    ) { (benchmark: Benchmark, work: Stage.Work) in
      let clock = ContinuousClock()
      let start = clock.now
      blackHole(try await work.run())
      let seconds = (clock.now - start) / .seconds(1)
      benchmark.measurement(throughput, Int(Double(work.size) / seconds))
    } setup: {
      try await stage.prepare(try StageInputs())
    }
  }
}
