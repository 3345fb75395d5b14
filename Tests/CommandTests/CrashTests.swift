import Foundation
import Testing

/// A scan that is killed leaves the scan before it, or itself, whole.
struct CrashTests {
  /// A scan of the same files on one of two dates, and what is stored after it.
  private struct Night {
    let date: String
    let companies: [String]
    let counts: [String]
  }

  /// When a scan is killed.
  enum Moment: Sendable {
    /// After this part of the time that a whole scan takes.
    case share(Double)
    /// So many milliseconds after the first byte of the scan reached the disk.
    case saving(Int)
  }

  private static let moments: [Moment] =
    [0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.6, 0.65, 0.7, 0.75, 0.85, 1].map(Moment.share)
    + [0, 1, 2, 4, 16].map(Moment.saving)

  private let folder: Folder

  init() throws { folder = try Folder() }

  private func scan(_ date: String) throws -> Running {
    try folder.start(["scan", "in", "--datum", date, "--format", "json"])
  }

  /// What `bolag` answers about the first and the last company.
  private func companies(_ numbers: [String]) throws -> [String] {
    try numbers.map { number in
      let outcome = try folder.run("bolag", number)
      #expect(outcome.status == 0, "\(outcome.stderr)")
      return outcome.stdout
    }
  }

  private func counts() throws -> [String] {
    try folder.query(
      """
      SELECT (SELECT count(*) FROM company WHERE scanId = last.id),
        (SELECT count(*) FROM finding WHERE scanId = last.id),
        (SELECT count(*) FROM findingRow JOIN finding ON finding.id = findingId
         WHERE scanId = last.id)
      FROM (SELECT max(id) AS id FROM scan) AS last
      """)
  }

  /// Size and time of the write-ahead log.
  private func logState() -> String {
    var state = stat()
    let path = folder.url.appending(path: "sjuklonevakt.sqlite-wal").path
    guard stat(path, &state) == 0, state.st_size > 0 else { return "" }
    return "\(state.st_size) \(state.st_mtim.tv_sec) \(state.st_mtim.tv_nsec)"
  }

  /// Whether the scan was killed before it had ended.
  private func killScan(_ date: String, _ moment: Moment, whole: Duration) async throws -> Bool {
    let log = logState()
    let running = try scan(date)
    switch moment {
    case .share(let share): try await Task.sleep(for: whole * share)
    case .saving(let milliseconds):
      while running.isRunning, ["", log].contains(logState()) { usleep(100) }
      try await Task.sleep(for: .milliseconds(milliseconds))
    }
    running.kill()
    return try running.wait().status == -SIGKILL
  }

  @Test(.timeLimit(.minutes(10)))
  func `a scan that is killed leaves the database with a whole scan in it`() async throws {
    let made = try folder.run("demo-data", "in", "--frö", "3", "--rader", "1500")
    try #require(made.status == 0)
    var whole = Duration.seconds(60)
    var nights: [Night] = []
    var numbers: [String] = []
    for date in ["2025-12-01", "2025-12-02"] {
      let start = ContinuousClock.now
      let outcome = try scan(date).wait()
      whole = min(whole, ContinuousClock.now - start)
      try #require(outcome.status == 0)
      let all = try JSONValue(outcome.stdout)["companies"].items.map { $0["orgnr"].text }
      numbers = [try #require(all.first), try #require(all.last)].sorted()
      nights.append(Night(date: date, companies: try companies(numbers), counts: try counts()))
    }
    #expect(nights[0].companies != nights[1].companies)

    var (stored, killed) = (1, 0)
    for moment in CrashTests.moments {
      if try await killScan(nights[1 - stored].date, moment, whole: whole) { killed += 1 }
      let answer = try companies(numbers)
      let found = nights.firstIndex { $0.companies == answer }
      stored = try #require(found, "after \(moment): neither scan is whole")
      #expect(try counts() == nights[stored].counts, "after \(moment)")
      #expect(try folder.query("PRAGMA integrity_check") == ["ok"], "after \(moment)")
      #expect(try folder.query("PRAGMA foreign_key_check").isEmpty, "after \(moment)")
    }
    // Else it was not tried. How many depends on the machine: the store's own test picks the rows.
    #expect(killed > 0)
    let night = nights[1 - stored]
    #expect(try scan(night.date).wait().status == 0)
    #expect(try companies(numbers) == night.companies)
  }
}
