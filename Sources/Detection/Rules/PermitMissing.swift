import Ledger
import SickPay

/// Sick pay for days on which the company had no permit and the days of grace were over.
struct PermitMissing: Rule {
  let id = IndicatorID("tillstand-saknas")
  let card = RuleCard(
    title: "Tillstånd saknas",
    sentence:
      "Bolaget saknade tillstånd från Inspektionen för vård och omsorg när passen skulle ha "
      + "arbetats.",
    ground: .law,
    basis:
      "LSS 9 d § (SFS 2021:877): kostnader hos ett bolag utan tillstånd ersätts inte när fristen "
      + "efter att brukaren underrättats har gått ut, om det inte finns särskilda skäl",
    needs: ["tillstånd.csv"],
    verdicts: [.regelbrott, .granska],
    stake:
      "De dagarnas andel av beloppet: efter passens timmar, utan pass efter dagarna. 0 kr när "
      + "bolaget inte finns i registret.",
    example:
      "Tillståndet upphörde 28 februari och brukaren underrättades 1 mars: kostnaden ersätts till "
      + "och med 15 mars. Ett pass den 16 mars är regelbrott, hela sin andel av beloppet.")

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    let ledger = evidence.ledger
    guard ledger.registers.given.contains(.permits) else { return RuleOutcome(without: .permits) }
    var outcome = RuleOutcome()
    for company in 0..<ledger.dictionaries.companyCount {
      let company = CompanyID(index: company)
      let rows = ledger.claimRows(of: company).filter { row in
        ledger.settlement.counts(row) && !evidence.duplicates.isDuplicate[row]
          && evidence.rulebook.law.permitGraceDays[ledger.claims[.sickTo, row]] != nil
      }
      if rows.isEmpty { continue }
      if ledger.registers.permitRows(of: company).isEmpty {
        if ledger.dictionaries.number(company).needsPermit {
          outcome.findings.append(unknownCompany(rows))
        }
        continue
      }
      let permits = CompanyPermits(ledger, company, evidence.rulebook.law)
      outcome.findings += rows.compactMap { finding(evidence, $0, permits) }
    }
    return outcome
  }

  /// A list of permits may lack a company, so nothing is at stake until somebody has looked.
  private func unknownCompany(_ rows: [Int]) -> RuleFinding {
    let claims = rows.count == 1 ? "1 rad" : "\(rows.count) rader"
    return RuleFinding(
      verdict: .granska, subject: "bolag", atFault: rows,
      amounts: Array(repeating: .zero, count: rows.count), observed: Double(rows.count),
      expected: 0,
      text: "Bolaget finns inte i tillstånd.csv men begär sjuklön på \(claims) (väntat: 0).",
      clearedBy: "IVO:s beslut om tillstånd för bolaget.")
  }

  private func finding(
    _ evidence: Evidence, _ claim: Int, _ permits: CompanyPermits
  ) -> RuleFinding? {
    let claims = evidence.ledger.claims
    let (from, to) = (claims[.sickFrom, claim], claims[.sickTo, claim])
    let states = (from...to).map { ($0, permits.state(on: $0)) }
    let lapsed = states.filter { $0.1.isLapsed }.map(\.0)
    let concerned = lapsed.isEmpty ? states.filter { $0.1.isOpen }.map(\.0) : lapsed
    guard let first = concerned.first else { return nil }
    let share = Share(evidence, claim, concerned, of: states.count)
    guard share.amount > .zero else { return nil }
    let isCertain = !lapsed.isEmpty && share.isExact && permits.isCertain(on: first)
    let days = concerned.count == 1 ? "1 dag" : "\(concerned.count) dagar"
    return RuleFinding(
      verdict: isCertain ? .regelbrott : .granska, atFault: [claim], shifts: share.shifts,
      registerRows: evidence.ledger.registers.permitPlaces(of: claims[.company, claim]),
      amounts: [share.amount],
      observed: Double(concerned.count), expected: 0,
      text: "Bolaget saknade tillstånd \(days) av de \(states.count) som raden gäller (väntat: 0). "
        + permits.state(on: first).reason,
      clearedBy: "IVO:s beslut om tillstånd för \(first), ett bevis om att brukaren underrättades "
        + "senare, eller de särskilda skäl som kommunen har godtagit.")
  }
}

/// What of a claim row falls on some of its days.
private struct Share {
  private(set) var amount = Ore.zero
  private(set) var shifts: [Int] = []
  /// Whether shifts tell, or the days are all the row has.
  private(set) var isExact = true

  init(_ evidence: Evidence, _ claim: Int, _ days: [Day], of all: Int) {
    let ledger = evidence.ledger
    let net = max(.zero, ledger.settlement.netAmount(claim))
    if days.count == all {
      amount = net
      shifts = Array(ledger.shiftRows(of: claim))
    } else if ledger.shiftRows(of: claim).isEmpty {
      amount = net.share(Int64(days.count), of: Int64(all))
      isExact = false
    } else {
      let concerned = Set(days)
      shifts = ledger.shiftRows(of: claim).filter { concerned.contains(ledger.shifts[.day, $0]) }
      let seconds = ledger.lostTime(ofLines: shifts)
      amount = evidence.paidAmount(of: seconds, claim: claim)
    }
  }
}

/// The permits of one company, and what they say of a day.
private struct CompanyPermits {
  enum State {
    /// With a permit, in the days of grace, or before the law.
    case fine
    /// After the grace; the last day with a permit, when the brukare was told, the days of grace.
    case lapsed(last: Day, told: Day, grace: Int)
    /// After a permit, and nobody knows when the brukare was told.
    case untold(last: Day)
    /// Before the first permit in the list.
    case before(first: Day)

    var isLapsed: Bool { if case .lapsed = self { true } else { false } }

    /// Whether papers must tell.
    var isOpen: Bool {
      switch self {
      case .untold, .before: true
      case .fine, .lapsed: false
      }
    }

    var reason: String {
      switch self {
      case .fine: ""
      case .lapsed(let last, let told, let grace):
        "Tillståndet gällde till \(last) och brukaren underrättades \(told); de \(grace) dagarna "
          + "därefter har gått."
      case .untold(let last):
        "Tillståndet gällde till \(last); när brukaren underrättades framgår inte."
      case .before(let first): "Det första tillståndet i tillstånd.csv gäller från \(first)."
      }
    }
  }

  private let permits: Permits
  private let rows: Range<Int>
  private let graceDays: Dated<Int>

  init(_ ledger: Ledger, _ company: CompanyID, _ law: LawTable) {
    permits = ledger.registers.permits
    rows = ledger.registers.permitRows(of: company)
    graceDays = law.permitGraceDays
  }

  func isCertain(on day: Day) -> Bool { graceDays[day]?.tag.isCertain ?? false }

  func state(on day: Day) -> State {
    guard let grace = graceDays[day]?.value else { return .fine }
    let begun = rows.filter { permits[.from, $0] <= day }
    guard !begun.isEmpty else { return .before(first: permits[.from, rows.lowerBound]) }
    let ends = begun.compactMap { permits.value(.to, $0) }
    guard ends.count == begun.count, let last = ends.max(), last < day else { return .fine }
    let told = begun.filter { permits.value(.to, $0) == last }
      .compactMap { permits.value(.told, $0) }.max()
    guard let told else { return .untold(last: last) }
    // Told beforehand, the brukare still has the days after the permit's last one.
    return max(told, last).advanced(by: grace) < day
      ? .lapsed(last: last, told: told, grace: grace) : .fine
  }
}

extension OrganisationNumber {
  /// Kommuner and regioner (numbers that begin with 2) only notify IVO, LSS 23 §; a sole trader may
  /// be a brukare who employs the assistants, who needs no permit either.
  fileprivate var needsPermit: Bool { !isPerson && digits / 1_000_000_000 != 2 }
}
