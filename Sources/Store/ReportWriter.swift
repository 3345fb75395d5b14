import Foundation
import GRDB
import Reporting
import SickPay

/// Writes one report's rows; the transaction is the caller's.
struct ReportWriter {
  private let db: Database
  private var inserter: RowInserter
  private var texts = SharedTexts()

  init(_ db: Database) {
    self.db = db
    inserter = RowInserter(db)
  }

  /// - Returns: The scan's row.
  mutating func write(_ report: ScanReport, storedAt: Date) throws -> Int64 {
    let scan = try write(report.head, report.ingestion, storedAt: storedAt)
    for (position, file) in report.ingestion.files.enumerated() {
      try write(file, at: position, of: scan)
    }
    for (position, row) in report.ingestion.unmatchedCredits.enumerated() {
      try inserter.insert(
        into: "unmatchedCredit",
        [
          "scanId": scan, "position": position, "kommun": row.kommun, "arende": row.arende,
          "file": row.file, "line": row.line,
        ])
    }
    for (position, skipped) in report.skipped.enumerated() {
      try inserter.insert(
        into: "skipped",
        [
          "scanId": scan, "position": position, "indicator": skipped.indicator,
          "reason": skipped.reason, "rows": skipped.rows,
        ])
    }
    for silent in report.silent {
      try inserter.insert(
        into: "silent",
        [
          "scanId": scan, "indicator": silent.indicator, "findings": silent.findings,
          "companies": silent.companies, "kronor": silent.kronor.value,
        ])
    }
    for (position, sampled) in report.randomSample.cases.enumerated() {
      try inserter.insert(
        into: "randomSample",
        [
          "scanId": scan, "position": position, "kommun": sampled.kommun,
          "arende": sampled.arende, "orgnr": sampled.orgnr, "name": sampled.name,
          "received": ISODay(sampled.received),
        ])
    }
    for company in report.companies { try write(company, of: scan) }
    for (number, text) in texts.all.enumerated() {
      try inserter.insert(
        into: "sharedText", ["scanId": scan, "number": number, "text": text])
    }
    return scan
  }

  private mutating func write(
    _ head: ScanHead, _ ingestion: IngestionReport, storedAt: Date
  ) throws -> Int64 {
    try inserter.insert(
      into: "scan",
      [
        "hash": head.id, "date": ISODay(head.date), "windowFrom": ISODay(head.window.lowerBound),
        "windowTo": ISODay(head.window.upperBound), "configHash": head.configHash,
        "version": head.version, "storedAt": storedAt, "repeated": ingestion.repeated,
        "shiftsWithoutClaim": ingestion.shiftsWithoutClaim, "laterRows": ingestion.laterRows,
        "leftAlone": JSONList(ingestion.leftAlone),
      ])
    return db.lastInsertedRowID
  }

  private mutating func write(_ file: FileEntry, at position: Int, of scan: Int64) throws {
    try inserter.insert(
      into: "inputFile",
      [
        "scanId": scan, "position": position, "name": file.name, "kind": file.table,
        "sha256": file.sha256, "bytes": file.bytes, "rows": file.rows,
        "accepted": file.accepted, "rejected": file.rejected,
        "unknownColumns": JSONList(file.unknownColumns), "refusal": file.refusal,
        "sameAs": file.sameAs,
      ])
    for (index, reject) in file.rejects.enumerated() {
      try inserter.insert(
        into: "reject",
        [
          "scanId": scan, "filePosition": position, "position": index, "line": reject.line,
          "columnName": reject.column, "shape": reject.shape, "reason": reject.reason,
        ])
    }
  }

  private mutating func write(_ company: CompanyReport, of scan: Int64) throws {
    try inserter.insert(
      into: "company",
      [
        "scanId": scan, "orgnr": company.orgnr, "rank": company.rank, "name": company.name,
        "isRiskforetag": company.isRiskforetag, "score": company.score, "low": company.low,
        "high": company.high, "expectedOre": company.expected?.value,
        "atStakeOre": company.atStake.value,
        "sizeRank": company.sizeRank, "claims": company.claims, "ore": company.kronor.value,
      ])
    for (position, kommun) in company.kommuner.enumerated() {
      try inserter.insert(
        into: "kommunShare",
        [
          "scanId": scan, "orgnr": company.orgnr, "position": position, "kommun": kommun.kommun,
          "claims": kommun.claims, "ore": kommun.kronor.value,
          "atStakeOre": kommun.atStake.value,
        ])
    }
    for (position, fact) in company.riskLowering.enumerated() {
      try inserter.insert(
        into: "riskLowering",
        [
          "scanId": scan, "orgnr": company.orgnr, "position": position, "fact": fact.id,
          "observed": fact.observed, "whole": fact.whole, "lowers": fact.lowers,
          "text": fact.text,
        ])
    }
    for (position, forecast) in company.forecasts.enumerated() {
      try inserter.insert(
        into: "reviewForecast",
        [
          "scanId": scan, "orgnr": company.orgnr, "position": position,
          "verdict": forecast.verdict, "cases": forecast.cases, "rate": forecast.rate,
          "low": forecast.low, "high": forecast.high, "ore": forecast.kronor.value,
        ])
    }
    try write(company.profile, of: company.orgnr, scan)
    for (position, finding) in company.findings.enumerated() {
      try write(finding, at: position, of: company.orgnr, scan)
    }
  }

  private mutating func write(
    _ profile: ProfileReport, of orgnr: String, _ scan: Int64
  ) throws {
    try inserter.insert(
      into: "profile",
      [
        "scanId": scan, "orgnr": orgnr, "claims": profile.claims, "spells": profile.spells,
        "sickSeconds": profile.sickTime.value, "paidSeconds": profile.paidTime.value,
        "medianAmountOre": profile.medianAmount, "amountDeviationOre": profile.amountDeviation,
        "medianWage": profile.medianWage, "wageDeviation": profile.wageDeviation,
        "spellLengths": JSONList(profile.spellLengths), "weekdays": JSONList(profile.weekdays),
        "activeMonths": profile.activeMonths, "employees": profile.employees,
        "brukare": profile.brukare, "kommuner": profile.kommuner,
        "vikarier": profile.vikarier, "vacancyShare": profile.vacancyShare,
        "topShare": profile.topShare, "sickOnlyEmployees": profile.sickOnlyEmployees,
      ])
  }

  private mutating func write(
    _ finding: FindingReport, at position: Int, of orgnr: String, _ scan: Int64
  ) throws {
    try inserter.insert(
      into: "finding",
      [
        "scanId": scan, "orgnr": orgnr, "position": position, "hash": finding.id,
        "indicator": finding.indicator, "kind": finding.kind, "verdict": finding.verdict,
        "ore": finding.kronor.value, "received": ISODay(finding.received),
        "observed": finding.observed, "expected": finding.expected,
        "peerGroupText": finding.peerGroup.map { texts.number($0) }, "peers": finding.peers,
        "share": finding.share, "text": finding.text,
        "basisText": texts.number(finding.basis),
        "clearedByText": texts.number(finding.clearedBy), "rowsAtFault": finding.rowsAtFault,
        "rows": texts.json(finding.rows),
      ])
  }
}
