import Foundation

/// The time and memory that stages of one process take, as the peers' own scripts print them.
struct Stages: Encodable {
  struct Stage: Encodable {
    /// Since the process began to work.
    let seconds: Double
    /// Resident, so far.
    let peakBytes: Int
  }

  let system = "Sjuklönevakt"
  let version: String
  private(set) var stages: [String: Stage] = [:]
  private(set) var counts: [String: Int] = [:]
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant

  private enum CodingKeys: CodingKey { case system, version, stages, counts }

  init(version: String) {
    self.version = version
    start = clock.now
  }

  mutating func end(_ name: String) {
    stages[name] = Stage(seconds: (clock.now - start) / .seconds(1), peakBytes: peakBytes())
  }

  mutating func count(_ more: [String: Int]) { counts.merge(more) { _, new in new } }
}

private func peakBytes() -> Int {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return usage.ru_maxrss * 1024
}
