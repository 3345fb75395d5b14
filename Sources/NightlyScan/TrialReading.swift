public import Ingest
import Ledger
import Reporting
import SickPay

/// One file read for a look at it: nothing is kept.
public struct TrialReading: Sendable {
  let report: FileReport
  private let recognition: FileRecognition?

  /// Reads the files that lie in a source as a scan would.
  public static func each(in source: InputSource, senders: [SenderFormat]) -> [TrialReading] {
    Ingestion.trial(source, senders: senders).map {
      TrialReading(report: $0.report, recognition: $0.recognition)
    }
  }

  /// Whether anything of the file can be used: of rows, at least one was accepted.
  public var isRead: Bool {
    report.outcome == .read && (report.accepted > 0 || report.rows == 0)
  }

  /// Whether the file is one of ours, and nothing of it can be used.
  public var isRefused: Bool {
    if case .refused = report.outcome { return true }
    return report.outcome == .read && !isRead
  }

  /// What is said of a path that is no file of its own.
  public static let noFile = "ingen vanlig fil, eller en länk ut ur mappen; läses inte"

  /// What is said of a file whose writer has not given it its name yet.
  public static let unfinishedFile = "namnet säger att filen inte är färdig; läses inte"

  /// The file's name, and indented below it what was made of it.
  ///
  /// - Parameter isComplete: Also columns, first rows, and every rejected row.
  public func lines(isComplete: Bool) -> [String] {
    var lines = [outcomeLine]
    if isComplete, let recognition, report.outcome != .leftAlone {
      lines +=
        formLines(recognition, report) + columnLines(recognition, report)
        + rowLines(recognition)
    }
    if let form = report.form {
      lines += skippedLines(form, isComplete)
      if let unworked = unworkedSentence(form) { lines.append(unworked) }
    }
    if let invoice = report.invoice { lines += remarkLines(invoice, isComplete) }
    lines += rejectLines(isComplete)
    if isComplete, case .refused = report.outcome, let recognition {
      lines += questionLines(recognition)
    }
    return [report.name] + lines.map { "  " + $0 }
  }

  var outcomeLine: String {
    switch report.outcome {
    case .leftAlone: return "ingen tabell av känt slag; läses inte"
    case .refused(let reason): return "nekad: " + sentence(reason)
    case .read:
      if let invoice = report.invoice { return summary(invoice) }
      let table = report.table?.rawValue ?? ""
      let rows = SwedishNumbers.count(report.rows, "rad", "rader")
      let rejected = SwedishNumbers.count(report.rejected, "avvisad", "avvisade")
      let good = SwedishNumbers.count(report.accepted, "godtagen", "godtagna")
      return "\(table), \(rows): \(good), \(rejected)"
    }
  }

  private func remarkLines(_ invoice: Invoice, _ isComplete: Bool) -> [String] {
    let all = invoice.complaints
    let shown = all.prefix(isComplete ? all.count : Self.shownRejects).map { sentence($0) }
    let rest = all.count - shown.count
    return rest == 0
      ? shown : shown + ["och \(SwedishNumbers.count(rest, "anmärkning", "anmärkningar")) till"]
  }

  private static let shownRejects = 3

  private func rejectLines(_ isComplete: Bool) -> [String] {
    let shown = report.rejects.prefix(isComplete ? report.rejects.count : Self.shownRejects)
    var lines = shown.map { reject in
      let place = reject.column.map { "rad \(reject.line.cell), kolumn \($0)" }
      let shape = reject.shape.isEmpty ? "" : " (form \(reject.shape))"
      return "\(place ?? "rad \(reject.line.cell)"): "
        + sentence(reject.reason, column: reject.column) + shape
    }
    let rest = report.rejected - shown.count
    if rest > 0, !shown.isEmpty {
      lines.append("och \(SwedishNumbers.count(rest, "avvisad rad", "avvisade rader")) till")
    }
    return lines
  }

  private func skippedLines(_ form: FileForm, _ isComplete: Bool) -> [String] {
    guard form.skippedCount > 0 else { return [] }
    let count = SwedishNumbers.count(form.skippedCount, "rad är ingen post", "rader är inga poster")
    guard isComplete else { return ["\(count)"] }
    return ["\(count):"]
      + form.skipped.map { "  rad \($0.line.cell): \(words($0.kind))" }
  }
}

private func words(_ kind: SkippedRecord.Kind) -> String {
  switch kind {
  case .blank: "tom"
  case .note: "en anteckning"
  case .sum: "en summa"
  case .repeatedHeader: "rubrikerna en gång till"
  }
}
