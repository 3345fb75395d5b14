import Foundation
import GRDB
import Reporting
import Testing

@testable import Store

/// Kills its own process, as `kill -9` would, when so many rows of `finding` are written.
private final class Killer: TransactionObserver {
  private var left: Int

  init(afterFindings count: Int) { left = count }

  func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool {
    if case .insert("finding") = eventKind { true } else { false }
  }

  func databaseDidChange(with event: DatabaseEvent) {
    left -= 1
    if left == 0 { kill(getpid(), SIGKILL) }
  }

  /// The last moment before the commit, where so many never come.
  func databaseWillCommit() { kill(getpid(), SIGKILL) }
  func databaseDidCommit(_ db: Database) {}
  func databaseDidRollback(_ db: Database) {}
}

struct CrashTests {
  private static func large(_ id: String) -> ScanReport {
    InventedReport.report(seed: 2, id: id, companies: 20, findings: 20)
  }

  @Test(arguments: [1, 200, 399, .max], ["a", "b"])
  func `a process killed in the middle of a save leaves the scan before it whole`(
    _ findings: Int, _ id: String
  ) async throws {
    let temporary = try TemporaryStore()
    let good = InventedReport.report(seed: 1, id: "a")
    try temporary.store.save(good, storedAt: InventedReport.noon)
    let path = temporary.path
    // The next to open the file is the one that has to recover it.
    try temporary.store.pool.close()

    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = path as String, findings = findings as Int, id = id as String] in
      let store = try ScanStore(path: path)
      // Hardly any page cache, so that most of the save is in the WAL before the commit.
      try store.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA cache_size = 8") }
      store.pool.add(
        transactionObserver: Killer(afterFindings: findings), extent: .databaseLifetime)
      try store.save(CrashTests.large(id), storedAt: InventedReport.noon)
    }

    let reopened = try ScanStore(path: path)
    #expect(try reopened.latestScan()?.head == good.head)
    for company in good.companies {
      #expect(try reopened.company(orgnr: company.orgnr)?.company == company)
    }
    let problems = try reopened.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") }
    #expect(problems == ["ok"])
    let count = try reopened.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM finding") }
    #expect(count == 20)
    try reopened.save(CrashTests.large(id), storedAt: InventedReport.noon)
    #expect(try reopened.latestScan()?.head.id == id)
  }
}
