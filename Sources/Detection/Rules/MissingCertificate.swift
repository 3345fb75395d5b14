import Ledger
import SickPay

/// Days from the eighth sick day on without a doctor's certificate.
///
/// The count starts again in a relapse, though the fourteen days go on. A company that states no
/// certificate on any row to a kommun leaves the columns empty there: those rows tell nothing. What
/// it states to another kommun, which may ask for it, proves nothing either.
struct MissingCertificate: Rule {
  let id = IndicatorID("lakarintyg-saknas")
  let card = RuleCard(
    title: "Läkarintyg saknas",
    sentence:
      "Dagar från och med sjukdag 8 begärs utan läkarintyg.",
    ground: .law,
    basis:
      "Sjuklönelagen 8 §: nedsättningen ska styrkas med läkarintyg från och med den sjunde "
      + "dagen efter sjukanmälan, alltså sjukdag 8; vid återinsjuknande räknas dagarna om",
    needs: ["läkarintyg_från", "läkarintyg_till"],
    verdicts: [.regelbrott, .granska],
    stake:
      "De timmar som ligger på dagar utan intyg, som andel av de betalda timmarna.",
    example:
      "Sjuk 6–15 maj utan intyg: 13–15 maj är sjukdag 8 till 10, och deras timmar kan inte "
      + "ersättas utan läkarintyg från 13 maj.")

  /// So many absences without a certificate, and none with, say that a company leaves it out of its
  /// claims to a kommun.
  static let silentAbsences = 3

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    let ledger = evidence.ledger
    var outcome = RuleOutcome()
    var (unknown, silent, toldOnly) = (0, 0, 0)
    for company in 0..<ledger.dictionaries.companyCount {
      let rows = ledger.claimRows(of: CompanyID(index: company))
      let stating = Set(
        rows.filter { ledger.claims.hasCertificate($0) }.map { ledger.claims[.kommun, $0] })
      var found: [RuleFinding] = []
      var absences: [KommunCode: Int] = [:]
      for group in RowGroups(ledger.claims, rows) {
        evidence.forEachAbsence(in: group) { absence in
          guard let entry = evidence.rulebook.law.certificate[absence.first],
            let rule = entry.value
          else {
            unknown += absence.rows.count { ledger.isInWindow($0) }
            return
          }
          guard case .fromDay(let day) = rule else { return }
          guard absence.first.distance(to: absence.last) + 1 >= day else {
            // Whether the days before the rows were one absence with them, or a relapse, whose days
            // are counted anew, no row tells.
            let told = absence.rows.compactMap { ledger.claims.value(.periodFrom, $0) }.min()
            if let told, told.distance(to: absence.last) + 1 >= day {
              toldOnly += absence.rows.count { ledger.isInWindow($0) }
            }
            return
          }
          let first = absence.first.advanced(by: day - 1)
          let findings = absence.rows.compactMap {
            finding(
              evidence, $0, absence, group, from: first,
              isStated: stating.contains(ledger.claims[.kommun, $0]), entry)
          }
          for kommun in Set(findings.map { ledger.claims[.kommun, $0.atFault[0]] }) {
            absences[kommun, default: 0] += 1
          }
          found += findings
        }
      }
      for finding in found {
        let kommun = ledger.claims[.kommun, finding.atFault[0]]
        if stating.contains(kommun) || absences[kommun, default: 0] < Self.silentAbsences {
          outcome.findings.append(finding)
        } else {
          silent += ledger.isInWindow(finding.atFault[0]) ? 1 : 0
        }
      }
    }
    outcome.didNotRun(on: silent, "bolaget anger inga läkarintyg på någon rad till kommunen")
    outcome.didNotRun(on: toldOnly, "sjukperiodens första dagar ligger utanför raderna")
    outcome.didNotRun(on: unknown, "regeln om läkarintyg är inte känd för dagarna")
    return outcome
  }

  /// One row's part of an absence whose days from `from` on need a certificate.
  private func finding(
    _ evidence: Evidence, _ claim: Int, _ absence: Absence, _ group: Range<Int>, from: Day,
    isStated: Bool, _ entry: Dated<CertificateRule>.Entry
  ) -> RuleFinding? {
    let ledger = evidence.ledger
    guard evidence.isSickness(claim) else { return nil }
    let first = max(from, ledger.claims[.sickFrom, claim])
    let last = ledger.lastPayableDay(of: claim)
    guard first <= last else { return nil }
    let missing = (first...last).filter { !ledger.isCertified($0, absence, group) }
    guard let since = missing.first,
      let amount = amount(evidence, claim, days: missing, payable: last)
    else { return nil }
    let isProven = isStated && entry.tag.isCertain
    let shifts = ledger.shiftRows(of: claim).filter { missing.contains(ledger.shifts[.day, $0]) }
    return RuleFinding(
      verdict: isProven ? .regelbrott : .granska, atFault: [claim], shifts: shifts,
      amounts: [amount], observed: Double(missing.count), expected: 0,
      text:
        "\(missing.count == 1 ? "1 dag" : "\(missing.count) dagar") från och med \(since) saknar "
        + "läkarintyg (väntat: 0). Frånvaron började \(absence.first), så intyg krävs från "
        + "\(from).",
      clearedBy: "Läkarintyg från \(since).",
      restsOn: entry.tag.isCertain ? nil : "\(entry.source) (\(entry.tag.swedish))")
  }

  /// What is paid for the days; `nil` where nothing is.
  private func amount(
    _ evidence: Evidence, _ claim: Int, days: [Day], payable last: Day
  ) -> Ore? {
    let ledger = evidence.ledger
    if ledger.shiftRows(of: claim).isEmpty {
      let all = ledger.claims[.sickFrom, claim].distance(to: last) + 1
      let net = max(.zero, ledger.settlement.netAmount(claim))
      return net > .zero ? net.share(Int64(days.count), of: Int64(all)) : nil
    }
    let lost = ledger.coveredTime(of: claim) { days.contains($0) }
    guard ledger.isJudgedByHours(claim) else {
      return lost > 0 ? evidence.paidAmount(of: Int64(lost), claim: claim) : nil
    }
    let paid = evidence.hours.paidPart(of: lost, claim)
    guard paid > ClaimHours.tolerance else { return nil }
    return evidence.paidAmount(of: Int64(paid), claim: claim)
  }
}

extension Table where Schema == ClaimSchema {
  fileprivate func hasCertificate(_ row: Int) -> Bool {
    value(.certificateFrom, row) != nil || value(.certificateTo, row) != nil
  }
}

extension Ledger {
  /// Whether any row of the assistant at the company states a certificate for the day. One without
  /// a last day holds to the end of the absence that it was written for.
  fileprivate func isCertified(_ day: Day, _ absence: Absence, _ group: Range<Int>) -> Bool {
    group.contains { row in
      let (from, to) = (
        claims.value(.certificateFrom, row), claims.value(.certificateTo, row)
      )
      if from == nil, to == nil { return false }
      let end = to ?? (absence.rows.contains(row) ? absence.last : claims[.sickTo, row])
      return (from ?? claims[.sickFrom, row]) <= day && day <= end
    }
  }
}
