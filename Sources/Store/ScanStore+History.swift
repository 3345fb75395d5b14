import GRDB
public import SickPay

extension ScanStore {
  /// The ärenden that scans before a day drew by chance, each once.
  public func drawnCases(
    before day: Day
  ) throws(StoreError) -> [(kommun: String, arende: String, orgnr: String)] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT DISTINCT kommun, arende, orgnr FROM randomSample
          JOIN (SELECT id AS scan, date FROM scan) ON scan = scanId WHERE date < ?
          """, arguments: [ISODay(day)]
      ).map { row in
        (
          try row.decode(String.self, forColumn: "kommun"),
          try row.decode(String.self, forColumn: "arende"),
          try row.decode(String.self, forColumn: "orgnr")
        )
      }
    }
  }

  /// The findings of some indicators that scans before a day showed, with the date of the first
  /// scan that did.
  public func firstShown(
    of indicators: [String], before day: Day
  ) throws(StoreError) -> [String: Day] {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT hash, min(date) AS date FROM finding
          JOIN (SELECT id AS scan, date FROM scan) ON scan = scanId
          WHERE indicator IN (SELECT value FROM json_each(?)) AND date < ? GROUP BY hash
          """, arguments: [JSONList(indicators), ISODay(day)])
      var shown: [String: Day] = [:]
      while let row = try rows.next() {
        let hash = try row.decode(String.self, forColumn: "hash")
        shown[hash] = try row.decode(ISODay.self, forColumn: "date").day
      }
      return shown
    }
  }
}
