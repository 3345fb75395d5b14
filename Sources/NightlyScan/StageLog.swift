import Logging

/// Logs how long each stage of a scan took: sizes and times, nothing of a row.
struct StageLog {
  private let logger: Logger
  private let clock = ContinuousClock()
  private var start: ContinuousClock.Instant

  init(_ logger: Logger) {
    self.logger = logger
    start = clock.now
  }

  mutating func end(_ stage: String, _ sizes: String) {
    let now = clock.now
    logger.debug("\(stage): \(start.duration(to: now)) \(sizes)")
    start = now
  }
}
