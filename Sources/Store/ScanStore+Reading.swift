import GRDB
public import Reporting

extension ScanStore {
  /// Characters of a finding's id that a lookup needs at least.
  public static let shortestPrefix = 6

  /// The scan that was stored last; `nil` in an empty store.
  public func latestScan() throws(StoreError) -> StoredScan? {
    try read { try StoredScan.latest($0) }
  }

  /// The list of the scan before the one given: the nearest with an earlier date, or with the same
  /// date and stored earlier. `.first` where there is none.
  ///
  /// The date goes first, so that an old scan that is run again is not compared with a newer one.
  ///
  /// - Parameters:
  ///   - rowID: As ``save(_:storedAt:)`` returned it.
  ///   - kommun: Four digits: only companies that claimed of this kommun; `nil` for all.
  public func previousList(
    before rowID: Int64, kommun: String? = nil
  ) throws(StoreError) -> ListComparison {
    try read { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT * FROM scan WHERE (date, id) < (SELECT date, id FROM scan WHERE id = ?)
          ORDER BY date DESC, id DESC LIMIT 1
          """, arguments: [rowID])
      guard let scan = try row.map(StoredScan.init(row:)) else { return .first }
      var list = ListComparison(previous: [:], since: scan.head.date)
      let companies = try Row.fetchCursor(
        db,
        sql: """
          SELECT orgnr, name, rank, isRiskforetag FROM company WHERE scanId = :scan
            AND (:kommun IS NULL OR orgnr IN
              (SELECT orgnr FROM kommunShare WHERE scanId = :scan AND kommun = :kommun))
          """, arguments: ["scan": scan.rowID, "kommun": kommun])
      while let company = try companies.next() {
        let orgnr = try company.decode(String.self, forColumn: "orgnr")
        list.previous[orgnr] = try ListedCompany(row: company)
      }
      list.knownFindings = try String.fetchSet(
        db, sql: "SELECT hash FROM finding WHERE scanId = ?", arguments: [scan.rowID])
      return list
    }
  }

  /// A company of the latest scan with its profile, findings and their rows; `nil` where the scan
  /// has no such company.
  ///
  /// - Parameter orgnr: Ten digits, or a token `E-…`.
  public func company(orgnr: String) throws(StoreError) -> StoredCompany? {
    try read { db in
      guard let scan = try StoredScan.latest(db),
        let company = try ReportReader(db).company(orgnr, of: scan.rowID)
      else { return nil }
      return StoredCompany(scan: scan, company: company)
    }
  }

  /// The hexadecimal SHA-256 of each file of a scan, by the file's name.
  ///
  /// - Parameter rowID: As ``save(_:storedAt:)`` returned it.
  public func fileHashes(ofScan rowID: Int64) throws(StoreError) -> [String: String] {
    try read { db in
      let files = try Row.fetchCursor(
        db, sql: "SELECT name, sha256 FROM inputFile WHERE scanId = ?", arguments: [rowID])
      var hashes: [String: String] = [:]
      while let file = try files.next() {
        let name = try file.decode(String.self, forColumn: "name")
        hashes[name] = try file.decode(String.self, forColumn: "sha256")
      }
      return hashes
    }
  }

  /// A finding of the newest scan that has it, by its id or the start of it; `nil` where none
  /// begins so.
  ///
  /// - Throws: `prefixTooShort` below ``shortestPrefix`` characters, `ambiguousPrefix` where
  ///   several begin so and none is equal.
  public func finding(id: String) throws(StoreError) -> StoredFinding? {
    guard id.count >= ScanStore.shortestPrefix else { throw .prefixTooShort(id) }
    return try read { db -> StoredFinding? in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT *, max(scanId) FROM findingInWords WHERE hash >= ? AND hash < ?
          GROUP BY hash ORDER BY hash LIMIT 8
          """, arguments: [id, id + "\u{10FFFF}"])
      // An id that is equal sorts before those that go on.
      guard let first = rows.first else { return nil }
      let ids = try rows.map { try $0.decode(String.self, forColumn: "hash") }
      guard rows.count == 1 || ids.first == id else {
        throw StoreError.ambiguousPrefix(id, ids: ids)
      }
      guard let scan = try StoredScan.stored(db, try first.decode(forColumn: "scanId")) else {
        return nil
      }
      return StoredFinding(
        scan: scan, orgnr: try first.decode(forColumn: "orgnr"),
        finding: try ReportReader(db).finding(first))
    }
  }
}
