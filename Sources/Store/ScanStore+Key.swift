import GRDB

extension ScanStore {
  /// The fingerprint of the key under which the database has its persons as tokens; `nil` before
  /// the first scan.
  public func keyFingerprint() throws(StoreError) -> String? {
    try read { db in try ScanStore.fingerprint(db) }
  }

  /// Binds the database to a key for good, the first time; later only tells whether it is the one.
  ///
  /// Under another key every person would have another token and every finding another id, and
  /// decisions would be about findings that nobody sees any more.
  ///
  /// - Throws: `otherKey` where the database is bound to another one; `busy`, `diskFull`, `failed`.
  public func bind(toKey fingerprint: String) throws(StoreError) {
    try write { db in
      guard let known = try ScanStore.fingerprint(db) else {
        var inserter = RowInserter(db)
        try inserter.insert(into: "personKey", ["id": 1, "fingerprint": fingerprint])
        return
      }
      if known != fingerprint { throw StoreError.otherKey }
    }
  }

  private static func fingerprint(_ db: Database) throws -> String? {
    try String.fetchOne(db, sql: "SELECT fingerprint FROM personKey")
  }
}
