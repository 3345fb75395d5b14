import Foundation
import GRDB
import Reporting
import SickPay
import Testing

@testable import Store

/// Databases of earlier versions keep what they hold.
struct MigrationTests {
  private let folder: URL
  private let path: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "migration-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    path = folder.appending(path: "vakt.sqlite").path
  }

  /// A scan of two findings as version 7 stored it.
  private static let scan = """
    INSERT INTO scan VALUES (4, 'scan', '2025-11-20', '2023-11-20', '2025-11-20', 'c', '0.1.0',
      '2025-11-21 04:00:00.000', 0, 0, 0, '[]');
    INSERT INTO company VALUES
      (4, '5560000001', 1, 'Åsö AB', 1, 0.5, 0.4, 0.6, NULL, 100, 1, 3, 900);
    INSERT INTO profile (scanId, orgnr, claims, spells, sickSeconds, paidSeconds, spellLengths,
      weekdays, activeMonths, employees, brukare, kommuner, vikarier, topShare, sickOnlyEmployees)
    VALUES (4, '5560000001', 3, 2, 7200, 3600, '[1,2]', '[3]', 1, 2, 2, 1, 0, 0.5, 0);
    INSERT INTO finding VALUES
      (7, 4, '5560000001', 0, 'aaaaaaaa', 'dubblett', 'rule', 'regelbrott', 100, '2025-10-01',
        2, 1, NULL, NULL, 0.4, 'Två gånger.', 'Lag', 'Kredit'),
      (8, 4, '5560000001', 1, 'bbbbbbbb', 'veckodag', 'statistic', 'mönster', 0, '2025-10-02',
        9, 4.5, 'stora bolag', 30, 0.1, 'Måndagar.', 'Bayes', 'Kredit');
    INSERT INTO findingRow VALUES
      (7, 0, '0114', 'Ä "1"', 'a.csv', 2), (7, 1, '0114', 'Ä "1"', 'a.csv', 3),
      (7, 2, '2080', 'B', 'b.csv', 9), (7, 3, '2080', 'B', 'pass.csv', 4),
      (7, 4, '0114', 'Ä "1"', 'pass.csv', 5);
    INSERT INTO findingClaim VALUES (7, 0, 'Ä "1"'), (7, 1, 'B');
    INSERT INTO decision (finding, kind, ore, decidedAt, decidedBy)
    VALUES ('aaaaaaaa', 'confirmed', 90, '2025-11-22 09:00:00.000', 'anna');
    """

  private func row(_ kommun: String, _ arende: String, _ file: String, _ line: Int) -> RowReference
  {
    RowReference(kommun: kommun, arende: arende, file: file, line: line)
  }

  @Test func `findings of version 7 keep their rows, ärenden, texts and decisions`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let old = try DatabasePool(path: path)
    try Schema.migrator.migrate(old, upTo: "7")
    try old.write { try $0.execute(sql: MigrationTests.scan) }
    try old.close()

    let store = try ScanStore(path: path)
    let findings = try #require(try store.company(orgnr: "5560000001")).company.findings
    try #require(findings.count == 2)
    #expect(
      findings[0].rows == [
        row("0114", "Ä \"1\"", "a.csv", 2), row("0114", "Ä \"1\"", "a.csv", 3),
        row("2080", "B", "b.csv", 9), row("2080", "B", "pass.csv", 4),
        row("0114", "Ä \"1\"", "pass.csv", 5),
      ])
    #expect(findings[0].claims == ["Ä \"1\"", "B"])
    #expect(findings[0].basis == "Lag")
    #expect(findings[0].peerGroup == nil)
    #expect(findings[1].rows == [])
    #expect(findings[1].claims == [])
    #expect(findings[1].peerGroup == "stora bolag")
    #expect([findings[0].clearedBy, findings[1].clearedBy] == ["Kredit", "Kredit"])
    #expect(try store.finding(id: "bbbbbb")?.finding == findings[1])
    #expect(try store.decisions(forFindings: ["aaaaaaaa"]).count == 1)
    let confirmed = try store.read {
      try Double?.fetchAll($0, sql: "SELECT confirmedKronor FROM companyFinding ORDER BY id")
    }
    #expect(confirmed == [0.9, nil])
    #expect(try store.read { try Row.fetchAll($0, sql: "PRAGMA foreign_key_check") } == [])
  }
}
