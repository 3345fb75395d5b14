import Ledger
import SickPay

/// A wrong check digit in an organisationsnummer or a person's number. Most are slips of the pen,
/// so nothing is at stake and papers decide; one finding per number, with all its rows.
struct CheckDigits: Rule {
  let id = IndicatorID("kontrollsiffra")
  let card = RuleCard(
    title: "Fel kontrollsiffra",
    sentence:
      "Ett organisationsnummer eller en persons nummer har en kontrollsiffra som inte stämmer.",
    ground: .law,
    basis:
      "Folkbokföringslagen 18 §, lag (1974:174): sista siffran är en kontrollsiffra",
    verdicts: [.granska],
    stake:
      "0 kr: de flesta är skrivfel.",
    example:
      "Ett nummer som slutar på 5 fast siffrorna före ger kontrollsiffran 3.")

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    let ledger = evidence.ledger
    let persons = ledger.dictionaries.persons
    let isWrong = (0..<persons.count).map { id in
      persons.number(PersonID(index: id)).map { !$0.hasValidCheckDigit } ?? false
    }
    var outcome = RuleOutcome()
    for company in 0..<ledger.dictionaries.companyCount {
      let id = CompanyID(index: company)
      let rows = ledger.claimRows(of: id).filter { ledger.settlement.counts($0) }
      if !ledger.dictionaries.number(id).hasValidCheckDigit, !rows.isEmpty {
        outcome.findings.append(finding(rows, [], "Bolagets organisationsnummer", "bolag"))
      }
      var numbers: [PersonID: (role: String, rows: [Int], shifts: [Int])] = [:]
      func add(_ person: PersonID, _ role: String, _ row: Int, _ shift: Int?) {
        guard isWrong[person.index] else { return }
        var entry = numbers[person] ?? (role, [], [])
        if entry.rows.last != row { entry.rows.append(row) }
        if let shift { entry.shifts.append(shift) }
        numbers[person] = entry
      }
      for row in rows {
        add(ledger.claims[.assistent, row], "En assistents nummer", row, nil)
        add(ledger.claims[.brukare, row], "En brukares nummer", row, nil)
        for shift in ledger.shiftRows(of: row) {
          if let vikarie = ledger.shifts.value(.vikarie, shift) {
            add(vikarie, "En vikaries nummer", row, shift)
          }
        }
      }
      for (person, entry) in numbers.sorted(by: { $0.key < $1.key }) {
        outcome.findings.append(
          finding(entry.rows, entry.shifts, entry.role, evidence.names.assistent(person)))
      }
    }
    return outcome
  }

  private func finding(
    _ rows: [Int], _ shifts: [Int], _ whose: String, _ subject: String
  ) -> RuleFinding {
    let claims = rows.count == 1 ? "1 rad" : "\(rows.count) rader"
    return RuleFinding(
      verdict: .granska, subject: subject, atFault: rows, shifts: shifts,
      amounts: Array(repeating: .zero, count: rows.count), observed: Double(rows.count),
      expected: 0,
      text: "\(whose) har fel kontrollsiffra på \(claims) (väntat: 0).",
      clearedBy: "Rätt nummer, styrkt med anställningsavtal eller registerutdrag.")
  }
}
