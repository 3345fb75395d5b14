public import Foundation
import GRDB
public import SickPay

/// Decisions are only added, and the one stored last on a finding counts. A finding's id is a hash
/// of its rows: with new rows it is another finding, on which nobody has decided.
extension ScanStore {
  /// Puts a finding away, for good or to the end of `until`.
  ///
  /// - Parameters:
  ///   - findingID: Whole, of any stored scan.
  ///   - reason: Not blank.
  ///   - decidedAt: Kept to the millisecond.
  ///   - by: Who decided; not blank.
  /// - Throws: `unknownFinding`; `refused` for a blank text; `busy`, `diskFull`, `failed`.
  public func putAway(
    findingID: String, reason: String, until: Day?, decidedAt: Date, by: String
  ) throws(StoreError) {
    try add(
      Decision(
        findingID: findingID, outcome: .putAway(reason: reason, until: until),
        decidedAt: decidedAt, by: by))
  }

  /// Confirms a finding; one that was put away counts again.
  ///
  /// - Parameters:
  ///   - findingID: Whole, of any stored scan.
  ///   - kronor: What the claim was too high by, not negative.
  ///   - decidedAt: Kept to the millisecond.
  ///   - by: Who decided; not blank.
  /// - Throws: `unknownFinding`; `refused` for a negative sum or a blank text; `busy`, `diskFull`,
  ///   `failed`.
  public func confirm(
    findingID: String, kronor: Ore, decidedAt: Date, by: String
  ) throws(StoreError) {
    try add(
      Decision(findingID: findingID, outcome: .confirmed(kronor), decidedAt: decidedAt, by: by))
  }

  /// The ids of the findings that are put away on `day`.
  public func putAwayFindings(on day: Day) throws(StoreError) -> Set<String> {
    try read { db in
      try String.fetchSet(
        db,
        sql: """
          SELECT finding FROM decision WHERE id IN (SELECT max(id) FROM decision GROUP BY finding)
            AND kind = 'putAway' AND (until IS NULL OR until >= ?)
          """, arguments: [ISODay(day)])
    }
  }

  /// Every decision on these findings, in the order in which they were stored.
  public func decisions(forFindings ids: some Sequence<String>) throws(StoreError) -> [Decision] {
    // People decide on few of the findings that a list may have.
    let decisions = try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM decision ORDER BY id").map(Decision.init(row:))
    }
    if decisions.isEmpty { return [] }
    let asked = Set(ids)
    return decisions.filter { asked.contains($0.findingID) }
  }

  private func add(_ decision: Decision) throws(StoreError) {
    try write { db in
      let isKnown = try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM finding WHERE hash = ?)",
        arguments: [decision.findingID])
      guard isKnown == true else { throw StoreError.unknownFinding(id: decision.findingID) }
      try decision.insert(db)
    }
  }
}

extension Decision {
  fileprivate func insert(_ db: Database) throws {
    var inserter = RowInserter(db)
    switch outcome {
    case .putAway(let reason, let until):
      try inserter.insert(
        into: "decision",
        [
          "finding": findingID, "kind": "putAway", "reason": reason,
          "until": until.map(ISODay.init),
          "decidedAt": decidedAt, "decidedBy": by,
        ])
    case .confirmed(let kronor):
      try inserter.insert(
        into: "decision",
        [
          "finding": findingID, "kind": "confirmed", "ore": kronor.value, "decidedAt": decidedAt,
          "decidedBy": by,
        ])
    }
  }

  fileprivate init(row: Row) throws {
    let outcome: Outcome =
      if let ore = try row.decode(Int64?.self, forColumn: "ore") {
        .confirmed(Ore(ore))
      } else {
        .putAway(
          reason: try row.decode(forColumn: "reason"),
          until: try row.decode(ISODay?.self, forColumn: "until")?.day)
      }
    self.init(
      findingID: try row.decode(forColumn: "finding"), outcome: outcome,
      decidedAt: try row.decode(forColumn: "decidedAt"), by: try row.decode(forColumn: "decidedBy"))
  }
}
