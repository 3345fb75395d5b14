import Detection
import Ledger
import Reporting
import SickPay

extension ReportBuilder {
  private static let amountHeader =
    "kommun;ärende;fil;rad;orgnr;belopp;lägsta;högsta;bolagets_sätt;över_högsta;räknesätt;grund\n"
  private static let amountBasis =
    "Sjuklönelagen 6–7 §§; semesterlagen 16 b §; socialavgiftslagen 2 kap. "
    + "26–29 §§; RÅ 2009 ref. 104"

  /// One line for each counted claim row: what it asks for and what is lawful, in kronor with two
  /// decimals. Nothing of a person stands in it, and no row of protected persons.
  func writeAmounts(
    _ amounts: LawfulAmounts, to write: (String) throws -> Void
  ) throws {
    try write(ReportBuilder.amountHeader)
    var lines = ""
    for claim in 0..<ledger.claims.count where ledger.isInWindow(claim) && !isHidden(claim: claim) {
      lines += amountLine(amounts, claim)
      if lines.utf8.count > 1 << 16 {
        try write(lines)
        lines = ""
      }
    }
    try write(lines)
  }

  private func amountLine(_ amounts: LawfulAmounts, _ claim: Int) -> String {
    let place = row(ofClaim: claim)
    let amount = ledger.settlement.netAmount(claim)
    let company = ledger.claims[.company, claim]
    func kronor(_ cell: Int32) -> String { cell == absentCell ? "" : kronorText(Ore(cell: cell)) }
    let high = amounts.ranges.high[claim]
    let over = high == absentCell ? "" : kronorText(max(.zero, amount - Ore(cell: high)))
    let fields = [
      place.kommun, place.arende, place.file, String(place.line), calls.organisation(company),
      kronorText(amount), kronor(amounts.ranges.low[claim]), kronor(high),
      kronor(amounts.byMethod[claim]), over, methodText(amounts, company),
      high == absentCell ? "" : ReportBuilder.amountBasis,
    ]
    return fields.map(quoted).joined(separator: ";") + "\n"
  }

  /// What the company's own rows tell of how it computes; empty where they tell nothing.
  private func methodText(_ amounts: LawfulAmounts, _ company: CompanyID) -> String {
    var words: [String] = []
    if let method = amounts.methods.fingerprints[company.index]?.method {
      words.append(
        "semesterersättning på \(method.holidayPayBase.rawValue)"
          + (method.onSupplements ? ", även på OB" : ""))
    }
    switch amounts.karensMethods.method(of: company) {
    case .perPeriod: words.append("ett karensavdrag per sjukperiod")
    case .perBrukare: words.append("ett karensavdrag per brukare")
    case nil: break
    }
    return words.joined(separator: "; ")
  }

  /// `1234,50`, for a Swedish spreadsheet.
  private func kronorText(_ amount: Ore) -> String {
    let (sign, value) = (amount < .zero ? "-" : "", abs(amount.value))
    return "\(sign)\(value / 100),\(value % 100 < 10 ? "0" : "")\(value % 100)"
  }

  private func quoted(_ field: String) -> String {
    let needsQuotes = field.contains { ";\"\n\r".contains($0) }
    return needsQuotes ? "\"\(field.replacing("\"", with: "\"\""))\"" : field
  }
}
