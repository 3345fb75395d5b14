import GRDB
import Reporting

/// Reads reports from their rows; the snapshot is the caller's.
struct ReportReader {
  private let db: Database

  init(_ db: Database) { self.db = db }

  func company(_ orgnr: String, of scan: Int64) throws -> CompanyReport? {
    let key: StatementArguments = [scan, orgnr]
    let company = try Row.fetchOne(
      db, sql: "SELECT * FROM company WHERE scanId = ? AND orgnr = ?", arguments: key)
    let profile = try Row.fetchOne(
      db, sql: "SELECT * FROM profile WHERE scanId = ? AND orgnr = ?", arguments: key)
    guard let company, let profile else { return nil }
    let kommuner = try Row.fetchAll(
      db, sql: "SELECT * FROM kommunShare WHERE scanId = ? AND orgnr = ? ORDER BY position",
      arguments: key)
    let facts = try Row.fetchAll(
      db, sql: "SELECT * FROM riskLowering WHERE scanId = ? AND orgnr = ? ORDER BY position",
      arguments: key)
    let forecasts = try Row.fetchAll(
      db, sql: "SELECT * FROM reviewForecast WHERE scanId = ? AND orgnr = ? ORDER BY position",
      arguments: key)
    let findings = try Row.fetchAll(
      db, sql: "SELECT * FROM findingInWords WHERE scanId = ? AND orgnr = ? ORDER BY position",
      arguments: key)
    return try CompanyReport(
      row: company, kommuner: kommuner.map(KommunReport.init(row:)),
      findings: findings.map(finding),
      riskLowering: facts.map(RiskLoweringReport.init(row:)),
      forecasts: forecasts.map(ForecastReport.init(row:)), profile: ProfileReport(row: profile))
  }

  /// The finding of a row of `findingInWords`, with its rows.
  func finding(_ row: Row) throws -> FindingReport {
    let id = try row.decode(Int64.self, forColumn: "id")
    let rows = try db.cachedStatement(
      sql: "SELECT * FROM findingRow WHERE findingId = ? ORDER BY position")
    return try FindingReport(
      row: row, rows: Row.fetchAll(rows, arguments: [id]).map(RowReference.init(row:)))
  }
}
