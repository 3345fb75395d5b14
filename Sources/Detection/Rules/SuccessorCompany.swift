import Ledger
import SickPay

/// A new organisationsnummer goes on with the staff, account or representative of a company that
/// has ended. Most are honest sales or changes of form; some leave debts behind, or a revoked
/// permit.
struct SuccessorCompany: Rule {
  let id = IndicatorID("fenix")
  let card = RuleCard(
    title: "Nytt bolag fortsätter ett upphört",
    sentence:
      "Ett nytt organisationsnummer har ett upphört bolags personal, konto eller företrädare.",
    ground: .practice,
    basis:
      "Brå 2022 om välfärdsbrott i företagsform; ett bolag som stängts av kan fortsätta i ett nytt",
    needs: ["bolag.csv, eller personal och betalkonto i ärendena"],
    verdicts: [.granska],
    stake:
      "0 kr: ett ägarbyte eller en ny bolagsform är tillåten.",
    example:
      "Bolag 1 upphörde 31 mars. Bolag 2 registrerades 10 april, har samma företrädare och sex av "
      + "bolag 1:s åtta assistenter.")

  /// The new company may begin a little before the old one ends.
  static let days = -90...365
  /// The old company was more than a trial.
  static let leastClaims = 5
  static let leastStaff = 3
  /// Rows of the new company that a finding shows: its first ones, so that its id stays.
  static let shownRows = 20

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    let ledger = evidence.ledger
    let traces = CompanyTraces(ledger)
    var outcome = RuleOutcome()
    let pairs = traces.sharedRepresentative.union(traces.sharedAccount)
      .union(traces.sharedStaff.filter { $0.value >= SuccessorCompany.leastStaff }.keys)
    for pair in pairs.sorted() {
      for (old, new) in [(pair.first, pair.second), (pair.second, pair.first)] {
        let ties = ties(traces, pair, old)
        if !ties.isEmpty, isSuccession(traces, from: old, to: new) {
          outcome.findings.append(finding(evidence, traces, old, new, ties))
        }
      }
    }
    if !ledger.registers.given.contains(.companies) {
      outcome.skipped = [("bolag.csv saknas; bara personal och konto i ärendena jämförs", 0)]
    }
    return outcome
  }

  private func isSuccession(_ traces: CompanyTraces, from old: Int, to new: Int) -> Bool {
    guard let ended = traces.ended[old], let begun = traces.begun[new], !traces.rows[new].isEmpty,
      traces.rows[old].count >= SuccessorCompany.leastClaims
    else { return false }
    return SuccessorCompany.days.contains(ended.distance(to: begun))
  }

  /// What ties a new company to the old one, in Swedish; empty where it is too little. Where the
  /// register does not say that the old one has ended, it takes both staff and account.
  private func ties(_ traces: CompanyTraces, _ pair: CompanyTraces.Pair, _ old: Int) -> [String] {
    let shared = traces.sharedStaff[pair] ?? 0
    let fewest = min(traces.staff[pair.first], traces.staff[pair.second])
    let sharesStaff = shared >= SuccessorCompany.leastStaff && shared * 2 >= fewest
    let sharesAccount = traces.sharedAccount.contains(pair)
    if !traces.isEndRegistered[old], !(sharesStaff && sharesAccount) { return [] }
    return [
      traces.sharedRepresentative.contains(pair) ? "samma företrädare" : nil,
      sharesAccount ? "samma konto" : nil,
      sharesStaff ? "\(shared) gemensamma assistenter" : nil,
    ].compactMap(\.self)
  }

  private func finding(
    _ evidence: Evidence, _ traces: CompanyTraces, _ old: Int, _ new: Int, _ ties: [String]
  ) -> RuleFinding {
    let registers = evidence.ledger.registers
    let rows = Array(traces.rows[new].prefix(SuccessorCompany.shownRows))
    let places = [old, new].flatMap { registers.companyRows(of: CompanyID(index: $0)) }
      .map { registers.companies.place($0) }
    let dates = [traces.ended[old], traces.begun[new]].compactMap(\.self)
    return RuleFinding(
      verdict: .granska, subject: evidence.names.company(CompanyID(index: old)), atFault: rows,
      witnesses: traces.rows[old].suffix(1), registerRows: places,
      amounts: Array(repeating: .zero, count: rows.count), observed: Double(ties.count),
      expected: 0,
      text: "Bolaget har \(ties.joined(separator: ", ")) som "
        + "\(evidence.names.company(CompanyID(index: old))), som "
        + (traces.isEndRegistered[old] ? "upphörde" : "senast begärde ersättning")
        + " \(dates[0]); det här bolaget började \(dates[1]) (väntat: inget samband).",
      clearedBy:
        "Avtal om överlåtelse eller ny bolagsform, och IVO:s tillstånd för det nya bolaget.")
  }
}
