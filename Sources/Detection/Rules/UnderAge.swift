import Ledger
import SickPay

/// Work of somebody under the age from which it is a cost for personlig assistans: the sick
/// assistant, or the vikarie.
struct UnderAge: Rule {
  let id = IndicatorID("under-18")
  let card = RuleCard(
    title: "Assistent eller vikarie under 18 år",
    sentence:
      "Passet gäller någon som inte hade fyllt 18 år den dagen.",
    ground: .law,
    basis:
      "LSS 9 d §: arbete av den som inte har fyllt 18 år är ingen kostnad för personlig assistans",
    verdicts: [.regelbrott],
    stake:
      "De passens andel av beloppet; hela beloppet där pass saknas och assistenten var under 18 år "
      + "hela tiden.",
    example:
      "Vikarien fyller 18 år den 5 mars. Passet som börjar den 4 mars kan inte ersättas, det som "
      + "börjar den 5 mars kan.")

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    let ledger = evidence.ledger
    let claims = ledger.claims
    var outcome = RuleOutcome()
    let births = births(of: evidence)
    let persons = ledger.dictionaries.persons
    outcome.didNotRun(
      on: evidence.rowsInWindow { claim in
        let number = persons.number(claims[.assistent, claim])
        return !(number?.hasValidCheckDigit ?? false)
      }, "assistentens nummer visar inte åldern")
    guard births.contains(where: { $0 != absentCell }) else { return outcome }
    let (assistants, vikarier) = (claims.column(.assistent), ledger.shifts.column(.vikarie))
    var unknown = 0
    for claim in 0..<claims.count
    where ledger.settlement.counts(claim) && !evidence.duplicates.isDuplicate[claim] {
      let shifts = ledger.shiftRows(of: claim)
      let isConcerned =
        births[Int(assistants[claim])] != absentCell
        || shifts.contains { vikarier[$0] != absentCell && births[Int(vikarier[$0])] != absentCell }
      guard isConcerned else { continue }
      guard let limit = evidence.rulebook.law.assistanceAge[claims[.sickFrom, claim]],
        let age = limit.value, limit.tag.isCertain
      else {
        unknown += ledger.isInWindow(claim) ? 1 : 0
        continue
      }
      let minors = Minors(births: births, age: age)
      if let finding = finding(evidence, claim, minors, assistants[claim], vikarier) {
        outcome.findings.append(finding)
      }
    }
    outcome.didNotRun(on: unknown, "åldersgränsen är inte känd för dagarna")
    return outcome
  }

  /// The day of birth of each person who may be under age in the scan; `absentCell` for all others.
  private func births(of evidence: Evidence) -> [Int32] {
    let (ledger, persons) = (evidence.ledger, evidence.ledger.dictionaries.persons)
    // Nobody who was of the highest age on the first day was under age on any.
    let highest = evidence.rulebook.law.assistanceAge.entries.compactMap(\.value).max() ?? 0
    let first = Day(cell: ledger.claims.column(.sickFrom).min() ?? 0).adding(months: -12 * highest)
    return (0..<persons.count).map { index in
      guard let number = persons.number(PersonID(index: index)), number.hasValidCheckDigit,
        let born = number.dayOfBirth, born > first
      else { return absentCell }
      return born.cell
    }
  }

  private func finding(
    _ evidence: Evidence, _ claim: Int, _ minors: Minors, _ assistant: Int32, _ vikarier: [Int32]
  ) -> RuleFinding? {
    let ledger = evidence.ledger
    let rows = ledger.shiftRows(of: claim)
    let shifts = rows.filter { shift in
      let day = ledger.shifts[.day, shift]
      return minors.contains(assistant, on: day)
        || vikarier[shift] != absentCell && minors.contains(vikarier[shift], on: day)
    }
    let isAssistant = minors.contains(assistant, on: ledger.claims[.sickTo, claim])
    let amount: Ore
    if rows.isEmpty {
      guard isAssistant else { return nil }
      amount = max(.zero, ledger.settlement.netAmount(claim))
    } else {
      guard !shifts.isEmpty else { return nil }
      let seconds = ledger.lostTime(ofLines: shifts)
      amount = evidence.paidAmount(of: seconds, claim: claim)
    }
    let who = shifts.contains { !minors.contains(assistant, on: ledger.shifts[.day, $0]) }
    return RuleFinding(
      verdict: .regelbrott, atFault: [claim], shifts: shifts, amounts: [amount],
      observed: Double(max(1, shifts.count)), expected: 0,
      text: rows.isEmpty
        ? "Assistenten hade inte fyllt \(minors.age) år under frånvaron."
        : "\(shifts.count) pass gäller en \(who ? "vikarie" : "assistent") som inte hade fyllt "
          + "\(minors.age) år (väntat: 0).",
      clearedBy: "Rätt personnummer, med en tidsredovisning som visar vem som arbetade.")
  }
}

/// Who is under an age on a day.
private struct Minors {
  /// By person; `absentCell` for those who cannot be.
  let births: [Int32]
  let age: Int

  func contains(_ person: Int32, on day: Day) -> Bool {
    let born = births[Int(person)]
    return born != absentCell && Day(cell: born).adding(months: 12 * age) > day
  }
}

extension PersonNumber {
  /// The day of birth; `nil` where a samordningsnummer does not tell.
  fileprivate var dayOfBirth: Day? {
    let date = Int(digits / 10_000)
    let day = date % 100
    return Day(year: date / 10_000, month: date / 100 % 100, day: day > 60 ? day - 60 : day)
  }
}
