import Logging

/// Logs how long each stage of a scan took: sizes and times, nothing of a row.
public struct StageLog {
  private let logger = Logger(label: "nattkorning")
  private let clock = ContinuousClock()
  private var start: ContinuousClock.Instant

  /// The first stage begins now.
  public init() { start = clock.now }

  /// - Parameters:
  ///   - stage: What ends now; the next one begins.
  ///   - sizes: How much there was of what.
  public mutating func end(_ stage: String, _ sizes: String) {
    let now = clock.now
    logger.debug("\(stage): \(start.duration(to: now)) \(sizes)")
    start = now
  }
}
