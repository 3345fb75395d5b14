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
    let method = amounts.methods.fingerprints[company.index].map { fingerprint in
      "semesterersättning på \(fingerprint.method.holidayPayBase.rawValue)"
        + (fingerprint.method.onSupplements ? ", även på OB" : "")
    }
    let fields = [
      place.kommun, place.arende, place.file, String(place.line), calls.organisation(company),
      kronorText(amount), kronor(amounts.ranges.low[claim]), kronor(high),
      kronor(amounts.byMethod[claim]), over, method ?? "",
      high == absentCell ? "" : ReportBuilder.amountBasis,
    ]
    return fields.map(quoted).joined(separator: ";") + "\n"
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
