import Detection
import Ingest
import Ledger
import Reporting
import SickPay

/// Turns dense ids into what a report may say.
struct ReportBuilder {
  let ledger: Ledger
  let calls: Calls
  /// By file id.
  let fileNames: [String]
  let protected: ProtectedPersons

  init(ledger: Ledger, calls: Calls, fileNames: [String]) {
    (self.ledger, self.calls, self.fileNames) = (ledger, calls, fileNames)
    protected = ProtectedPersons(ledger.claims, persons: ledger.dictionaries.persons.count)
  }

  func isHidden(claim: Int) -> Bool { protected.stands(onClaim: claim, of: ledger.claims) }

  func company(_ company: RankedCompany) -> CompanyReport {
    CompanyReport(
      rank: company.rank, orgnr: calls.organisation(company.company),
      name: calls.name(company.company, given: company.name),
      isRiskforetag: company.isRiskforetag, score: company.score.value, low: company.score.low,
      high: company.score.high, expected: company.expected, atStake: company.atStake,
      sizeRank: company.sizeRank, claims: company.claims, kronor: company.kronor,
      kommuner: company.kommuner.map {
        KommunReport(
          kommun: $0.kommun.description, claims: $0.claims, kronor: $0.kronor, atStake: $0.atStake)
      },
      findings: company.findings.map(finding),
      riskLowering: company.riskLowering.map {
        RiskLoweringReport(
          id: $0.id.description, observed: $0.observed, whole: $0.whole, lowers: $0.lowers,
          text: $0.text)
      }, forecasts: forecasts(company.forecast), profile: profile(company.summary))
  }

  private func forecasts(_ forecast: ReviewForecast) -> [ForecastReport] {
    Verdict.allCases.compactMap { verdict in
      let part = forecast.parts[verdict]
      if part.cases == 0 { return nil }
      return ForecastReport(
        verdict: verdict.rawValue, cases: part.cases, rate: part.rate.value, low: part.rate.low,
        high: part.rate.high, kronor: part.kronor)
    }
  }

  private func finding(_ weighed: WeighedFinding) -> FindingReport {
    let finding = weighed.finding
    let atFault = finding.shown.prefix(finding.atFault)
    var rows = visibleRows(finding)
    let hidesRows = rows.count < finding.shown.count + finding.shifts.count
    if !hidesRows {
      for place in finding.registerRows {
        rows.append(row(at: place, provingClaim: finding.claims[0]))
      }
    }
    return FindingReport(
      id: finding.id, indicator: finding.indicator.description, kind: finding.kind.rawValue,
      verdict: finding.verdict.rawValue,
      rows: rows, rowsAtFault: atFault.count { !isHidden(claim: $0) }, kronor: finding.kronor,
      received: atFault.map { ledger.claims[.received, $0] }.max() ?? ledger.date,
      observed: finding.observed, expected: finding.expected, peerGroup: finding.peers?.name,
      peers: finding.peers?.count, share: weighed.share, text: text(finding, hidesRows: hidesRows),
      basis: finding.basis, clearedBy: finding.clearedBy)
  }

  /// Claims, those at fault first, and shifts.
  private func visibleRows(_ finding: Finding) -> [RowReference] {
    var rows: [RowReference] = []
    rows.reserveCapacity(
      finding.shown.count + finding.shifts.count + finding.registerRows.count)
    for claim in finding.shown where !isHidden(claim: claim) { rows.append(row(ofClaim: claim)) }
    for shift in finding.shifts where !protected.stands(onShift: shift, of: ledger.shifts) {
      rows.append(row(ofShift: shift))
    }
    return rows
  }

  /// A statistic's text is about the company; a rule's may name ärenden and persons.
  private func text(_ finding: Finding, hidesRows: Bool) -> String {
    guard hidesRows else { return finding.text }
    let notice = "Rader om personer med skyddade personuppgifter visas inte."
    return finding.kind == .statistic ? "\(finding.text) \(notice)" : notice
  }

  func row(ofClaim claim: Int) -> RowReference {
    RowReference(
      kommun: ledger.claims[.kommun, claim].description,
      arende: calls.written(ledger.dictionaries.texts[ledger.claims[.arende, claim]]),
      file: fileNames[ledger.claims[.file, claim].index],
      line: Int(ledger.claims[.line, claim].cell))
  }

  /// A register's row, under the ärende that it says something of.
  private func row(at place: RowPlace, provingClaim claim: Int) -> RowReference {
    var row = row(ofClaim: claim)
    row.file = fileNames[place.file.index]
    row.line = Int(place.line.cell)
    return row
  }

  private func row(ofShift shift: Int) -> RowReference {
    RowReference(
      kommun: ledger.shifts[.kommun, shift].description,
      arende: calls.written(ledger.dictionaries.texts[ledger.shifts[.arende, shift]]),
      file: fileNames[ledger.shifts[.file, shift].index],
      line: Int(ledger.shifts[.line, shift].cell))
  }

  private func profile(_ summary: CompanySummary) -> ProfileReport {
    var profile = ProfileReport()
    profile.claims = summary.claims
    profile.spells = summary.spells
    profile.sickTime = summary.sickTime
    profile.paidTime = summary.paidTime
    profile.medianAmount = summary.medianAmount
    profile.amountDeviation = summary.amountDeviation
    profile.medianWage = summary.medianWage
    profile.wageDeviation = summary.wageDeviation
    profile.spellLengths = summary.spellLengths
    profile.weekdays = summary.weekdays
    profile.activeMonths = summary.activeMonths
    profile.employees = summary.employees
    profile.brukare = summary.brukare
    profile.kommuner = summary.kommuner
    profile.vikarier = summary.vikarier
    profile.vacancyShare = summary.vacancyShare
    profile.topShare = summary.topShare
    profile.sickOnlyEmployees = summary.sickOnlyEmployees
    return profile
  }
}

extension ReportBuilder {
  func ingestion(
    _ ingestion: Ingestion, _ inputs: InputList, _ unmatchedCredits: [Int]
  ) -> IngestionReport {
    var report = IngestionReport()
    var firstByHash: [String: String] = [:]
    for file in ingestion.reports {
      if file.outcome == .leftAlone {
        report.leftAlone.append(file.name)
        continue
      }
      // The sheets of a workbook share its bytes, as do the invoices of an envelope.
      let parts = [file.sha256, file.sheet, file.table?.rawValue, file.invoice?.number]
      let content = parts.map { $0 ?? "" }.joined(separator: " ")
      report.files.append(entry(file, sameAs: firstByHash[content]))
      if !file.sha256.isEmpty, firstByHash[content] == nil { firstByHash[content] = file.name }
    }
    report.leftAlone += inputs.otherFiles + inputs.unfinishedFiles
    report.repeated =
      ledger.repeatedClaims + ledger.repeatedShifts + ledger.registers.repeated
    report.shiftsWithoutClaim = ledger.shiftsWithoutClaim
    report.laterRows = ledger.settlement.states.count { $0 == .later }
    report.unmatchedCredits = unmatchedCredits.filter { !isHidden(claim: $0) }
      .map(row(ofClaim:))
    return report
  }

  private func entry(_ file: FileReport, sameAs: String?) -> FileEntry {
    var refusal: String?
    if case .refused(let reason) = file.outcome { refusal = sentence(reason) }
    return FileEntry(
      name: file.name, table: file.table?.rawValue, sha256: file.sha256, bytes: file.bytes,
      rows: file.rows, accepted: file.accepted, rejected: file.rejected,
      rejects: file.rejects.map {
        RejectEntry(
          line: Int($0.line.cell), column: $0.column, shape: $0.shape,
          reason: sentence($0.reason, column: $0.column))
      }, unknownColumns: file.unknownColumns, refusal: refusal, sameAs: sameAs,
      invoice: file.invoice.map { summary($0) },
      remarks: (file.invoice?.complaints.map { sentence($0) } ?? [])
        + (file.form.flatMap(unworkedSentence).map { [$0] } ?? []))
  }
}
