import Configuration
import Crypto
import Detection
import Ingest
import Ledger
public import Reporting
import Secrecy
import SickPay

/// The way from files to a report: read, put in columns, detect, describe.
public enum NightlyScan {
  /// Scans the request's files.
  ///
  /// - Parameter progress: Called now and then, from any thread, with the bytes read since.
  /// - Throws: What `earlier` and `amountLines` throw; `DoubtfulDate` where no date is given and
  ///   the latest day in the files can't well be one. Bad files and rows are data in the report.
  public static func run(
    _ request: ScanRequest, progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> ScanReport {
    var stages = StageLog()
    let report = try await scan(request, &stages, progress)
    stages.end("minne lämnas", "")
    return report
  }

  private static func scan(
    _ request: ScanRequest, _ stages: inout StageLog, _ progress: @escaping @Sendable (Int) -> Void
  ) async throws -> ScanReport {
    var ingestion = await Ingestion.read(
      request.inputs.sources, threads: request.threads, senders: request.senders.formats,
      earlier: request.earlierReadings, progress: progress)
    stages.end("läsning", "filer: \(ingestion.reports.count)")
    if request.date == nil, let doubt = DoubtfulDate(ingestion) { throw doubt }
    let ledger = Ledger(
      parts: ingestion.takeParts(), date: request.date,
      windowMonths: request.configuration.settings.windowMonths,
      law: request.configuration.rulebook.law.sickPeriod)
    stages.end("kolumner", "ärenderader: \(ledger.claims.count), pass: \(ledger.shifts.count)")
    let calls = Calls(ledger.dictionaries, request.pseudonyms)
    let earlier = try request.earlier(ledger.date)
    let result = await detect(
      ledger, names: calls.names, rulebook: request.configuration.rulebook,
      settings: request.configuration.settings,
      putAway: earlier.putAway, firstShown: earlier.duplicatesShown,
      pricesRows: request.amountLines != nil)
    stages.end("regler och rangordning", "bolag: \(result.companies.count)")
    defer {
      stages.end("redovisning", "fynd: \(result.companies.reduce(0) { $0 + $1.findings.count })")
    }
    let reports = ReportBuilder(
      ledger: ledger, calls: calls, fileNames: ingestion.reports.map(\.name))
    if let amounts = result.amounts, let write = request.amountLines {
      try reports.writeAmounts(amounts, to: write)
    }
    request.rows?(ScanRows(reports))
    let companies = await inOrder(result.companies, threads: request.threads) {
      reports.company($0)
    }
    return ScanReport(
      head: head(of: ledger, ingestion, request),
      ingestion: reports.ingestion(ingestion, request.inputs, result.unmatchedCredits),
      companies: companies,
      skipped: result.skipped.map {
        SkippedReport(indicator: $0.indicator.description, reason: $0.reason, rows: $0.rows)
      },
      silent: result.silent.map {
        SilentReport(
          indicator: $0.indicator.description, findings: $0.findings, companies: $0.companies,
          kronor: $0.kronor)
      }, outcomes: reports.outcomes(result),
      randomSample: reports.randomSample(
        result.randomSample, share: request.configuration.settings.randomShare,
        earlier: earlier.drawn))
  }

  private static func head(
    of ledger: Ledger, _ ingestion: Ingestion, _ request: ScanRequest
  ) -> ScanHead {
    let configHash = sha256(request.configuration.text + request.senders.text)
    let files = ingestion.reports.map(\.sha256).sorted()
    let identity = [configHash, ledger.date.description, sjuklonevaktVersion] + files
    return ScanHead(
      id: String(sha256(identity.joined(separator: "\n")).prefix(16)), date: ledger.date,
      window: ledger.window, configHash: configHash, version: sjuklonevaktVersion)
  }

  private static func sha256(_ text: String) -> String {
    hexadecimal(SHA256.hash(data: Array(text.utf8)))
  }
}
