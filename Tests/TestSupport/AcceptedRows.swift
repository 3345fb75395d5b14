import Ingest
public import Ledger
public import SickPay

/// Reads tables through the whole ingestion and goes on with what it accepts, whatever it rejects.
public func ledger(
  ofAcceptedRowsIn texts: [String], date: Day
) async throws -> (ledger: Ledger, accepted: Int) {
  let ingestion = try await ingest(texts)
  for report in ingestion.reports where report.outcome != .read {
    throw TestTableProblem(report: report)
  }
  let accepted = ingestion.reports.reduce(0) { $0 + $1.accepted }
  let ledger = Ledger(
    parts: ingestion.parts, date: date, windowMonths: 24, law: sickPeriodLaw)
  return (ledger, accepted)
}
