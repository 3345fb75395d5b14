import SickPay

/// One row for each company, with the names of the JSON, and the number of its findings.
public enum CSVFormat: Sendable, CaseIterable {
  /// RFC 4180: comma, decimal point, CRLF; every value as it is.
  case plain
  /// For a Swedish Excel: byte order mark, semicolon, decimal comma, CRLF.
  ///
  /// A text that a spreadsheet would take for a formula gets a leading apostrophe (see `guarded`).
  /// An organisationsnummer is written as its bare digits: Excel shows ten digits whole, and the
  /// form `="…"`, which would make it text, is itself a formula and is read wrong everywhere else.
  /// Only one that begins with 0, which no right number does, gets the apostrophe.
  case excel

  static let header = [
    "rank", "orgnr", "name", "riskforetag", "score", "low", "high", "expectedKronor",
    "atStakeKronor", "sizeRank", "claims", "kronor", "findingCount",
    "reviewCases", "reviewRate", "reviewKronor",
  ]

  public func write(_ report: ScanReport, to output: inout some TextOutputStream) {
    if self == .excel { output.write("\u{FEFF}") }
    output.write(line(CSVFormat.header))
    for company in report.companies { output.write(line(fields(of: company))) }
  }

  private func fields(of company: CompanyReport) -> [String] {
    [
      String(company.rank), number(company.orgnr), text(company.name),
      company.isRiskforetag ? "true" : "false",
      score(company.score), score(company.low), score(company.high),
      company.expected.map(kronor) ?? "", kronor(company.atStake), String(company.sizeRank),
      String(company.claims), kronor(company.kronor), String(company.findings.count),
      String(company.forecast?.cases ?? 0), company.forecast.map { score($0.rate) } ?? "",
      company.forecast.map { kronor($0.kronor) } ?? "",
    ]
  }

  /// The fields of a record, quoted where they need it, with its end.
  func line(_ fields: [String]) -> String {
    fields.map(quoted).joined(separator: String(separator)) + "\r\n"
  }

  private var separator: Unicode.Scalar { self == .excel ? ";" : "," }
  /// The decimal sign.
  var point: String { self == .excel ? "," : "." }

  private func kronor(_ amount: Ore) -> String { FixedDecimal(amount).text(point: point) }

  private func score(_ value: Double) -> String {
    FixedDecimal(rounding: value, decimals: JSONFormat.scoreDecimals)?.text(point: point) ?? ""
  }

  private func number(_ orgnr: String) -> String {
    self == .excel && orgnr.hasPrefix("0") ? "'" + orgnr : text(orgnr)
  }

  /// A text as a field, kept from being run as a formula.
  func text(_ value: String) -> String { self == .excel ? guarded(value) : value }

  /// Keeps a spreadsheet from running a claimant's text: one that begins with `=`, `+`, `-` or `@`,
  /// after spaces or not, or with a tab or a line break, gets an apostrophe before it.
  private func guarded(_ value: String) -> String {
    guard let first = value.unicodeScalars.first else { return value }
    let afterSpaces = value.unicodeScalars.first { $0 != " " }
    let opensFormula = afterSpaces.map { "=+-@".unicodeScalars.contains($0) } ?? false
    return opensFormula || "\t\r\n".unicodeScalars.contains(first) ? "'" + value : value
  }

  private func quoted(_ field: String) -> String {
    let needsQuotes = field.unicodeScalars.contains {
      $0 == "\"" || $0 == separator || $0 == "\r" || $0 == "\n"
    }
    guard needsQuotes || field.hasPrefix(" ") || field.hasSuffix(" ") else { return field }
    var text = "\""
    for scalar in field.unicodeScalars {
      if scalar == "\"" { text += "\"" }
      text.unicodeScalars.append(scalar)
    }
    return text + "\""
  }
}
