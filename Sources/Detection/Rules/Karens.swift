import Ledger
import SickPay

/// Karensavdraget is missing or too small, judged on the sum over all rows of the person at the
/// company in the period with its relapses.
struct Karens: Rule {
  let id = IndicatorID("karensavdrag")
  let card = RuleCard(
    title: "Karensavdrag saknas eller är för litet",
    sentence:
      "Summan av karensavdragen i en sjukperiod med återinsjuknanden är mindre än det minsta "
      + "lagliga.",
    ground: .law,
    basis:
      "Sjuklönelagen 6 §: 20 procent av den genomsnittliga veckans sjuklön dras av en gång "
      + "per sjukperiod",
    needs: ["veckotimmar"],
    verdicts: [.regelbrott, .granska],
    stake:
      "De karenstimmar som saknas, som andel av de betalda timmarna.",
    example:
      "30 timmar i veckan ger 6 timmars karens. Är avdraget 2 timmar saknas 4. Avdraget är "
      + "aldrig större än de förlorade timmarna, och efter tio avdrag på tolv månader görs "
      + "inget.")

  /// 6 § sjuklönelagen: one fifth of the week, and ten occasions in twelve months.
  static let weekShare: Int64 = 5
  static let occasions = 10
  static let occasionDays = 365
  /// Karensavdrag replaced the karensdag on this day (SFS 2018:647).
  static let firstDay = Day(iso: "2019-01-01")
  /// Hours with two decimals on each of several rows.
  static let tolerance: Int64 = 360

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    var outcome = RuleOutcome()
    var (withoutWeek, karensdag, misspelt, partlyCredited) = (0, 0, 0, 0)
    var history = OccasionHistory()
    let ledger = evidence.ledger
    for (chain, rows) in ledger.periods.chainRows.enumerated() {
      let rows = rows.filter { ledger.periods.chainOfClaim[$0] == Int32(chain) }
        .filter { !evidence.duplicates.isDuplicate[$0] }
      guard let first = rows.first else { continue }
      let start = ledger.periods.chainStarts[chain]
      // What a partial credit took back may be the karens.
      if rows.contains(where: { ledger.settlement.isPartlyCredited($0, in: ledger.claims) }) {
        partlyCredited += rows.count { ledger.isInWindow($0) }
        continue
      }
      // A misspelt number tears a person's periods apart: nobody knows what came before.
      let number = ledger.dictionaries.persons.number(ledger.claims[.assistent, first])
      if let number, !number.hasValidCheckDigit {
        misspelt += rows.count { ledger.isInWindow($0) }
        continue
      }
      let period = KarensPeriod(evidence, rows)
      let earlier = history.occasions(of: ledger.claims, first, before: start)
      if period.made > 0 { history.add(start) }
      if Karens.firstDay.map({ start < $0 }) ?? false {
        karensdag += rows.count { ledger.isInWindow($0) }
      } else if let week = period.week {
        let lawful = min(week / Karens.weekShare, period.lost)
        if earlier < Karens.occasions, lawful - period.made > Karens.tolerance,
          !period.isExempt
        {
          outcome.findings.append(finding(evidence, rows, period, lawful: lawful, week: week))
        }
      } else {
        withoutWeek += rows.count { ledger.isInWindow($0) }
      }
    }
    if withoutWeek > 0 { outcome.skipped.append(("veckotimmar saknas", withoutWeek)) }
    if partlyCredited > 0 {
      outcome.skipped.append(("delvis krediterade rader i perioden", partlyCredited))
    }
    if misspelt > 0 {
      outcome.skipped.append(("assistentens nummer har fel kontrollsiffra", misspelt))
    }
    if karensdag > 0 { outcome.skipped.append(("karensdag gällde före 2019-01-01", karensdag)) }
    return outcome
  }

  private func finding(
    _ evidence: Evidence, _ rows: [Int], _ period: KarensPeriod, lawful: Int64, week: Int64
  ) -> RuleFinding {
    let (charged, amounts) = charge(evidence, rows, lawful - period.made)
    let (made, due) = (Seconds(period.made), Seconds(lawful))
    return RuleFinding(
      verdict: period.mayLieOutside ? .granska : .regelbrott, atFault: charged,
      witnesses: rows.filter { !charged.contains($0) }, amounts: amounts,
      observed: Double(period.made) / 3600, expected: Double(lawful) / 3600,
      text: "Karensavdraget är \(SwedishNumbers.hours(made)) men ska vara "
        + "\(SwedishNumbers.hours(due)): 20 % av \(SwedishNumbers.hours(Seconds(week))) i veckan, "
        + "högst de timmar som gått förlorade.",
      clearedBy: "En lönespecifikation som visar karensavdrag om \(SwedishNumbers.hours(due)), "
        + "eller underlag för återinsjuknande, tio avdrag på tolv månader eller särskilt "
        + "högriskskydd.")
  }

  /// Karens falls on the first hours lost: the missing hours are charged to the earliest paid rows.
  private func charge(_ evidence: Evidence, _ rows: [Int], _ missing: Int64) -> ([Int], [Ore]) {
    var (charged, amounts, left): ([Int], [Ore], Int64) = ([], [], missing)
    for row in rows where left > 0 && evidence.hours.paid[row] > 0 {
      let seconds = min(left, Int64(evidence.hours.paid[row]))
      charged.append(row)
      amounts.append(evidence.paidAmount(of: seconds, claim: row))
      left -= seconds
    }
    return charged.isEmpty ? ([rows[0]], [.zero]) : (charged, amounts)
  }
}

/// What the rows of one period with its relapses say of karens, in seconds.
private struct KarensPeriod {
  /// The shortest week that any row states, which favours the company.
  var week: Int64?
  /// Hours lost in the first fourteen days.
  var lost: Int64 = 0
  /// Deduction made: as stated, and no more than what the row leaves unpaid.
  var made: Int64 = 0
  /// A reason that needs no deduction: särskilt högriskskydd (13 §).
  var isExempt = false
  /// Part of the rows, or the reason stated for no deduction, may lie outside of the scan.
  var mayLieOutside = false

  init(_ evidence: Evidence, _ rows: [Int]) {
    let (claims, hours) = (evidence.ledger.claims, evidence.hours)
    var days = 0
    for row in rows {
      let sick = Int64(claims[.sickTime, row].cell)
      // Unpaid hours may be vacant or late ones too: the other rules take those.
      let unpaid = max(0, sick - Int64(hours.paid[row]))
      lost += max(0, sick - Int64(hours.afterDay14[row]))
      // Stated hours are rounded, so a row that is short by less than that still made them.
      made +=
        hours.karens[row] < 0
        ? unpaid
        : min(Int64(hours.karens[row]), unpaid + Int64(ClaimHours.tolerance))
      days += DaySpells.length(claims[.sickFrom, row]...claims[.sickTo, row])
      if let stated = claims.value(.weeklyTime, row)?.value, stated > 0 {
        week = min(week ?? stated, stated)
      }
      switch claims.value(.karensReason, row) {
      case .specialProtection: isExempt = true
      case .relapse, .tenDeductions, .pandemic: mayLieOutside = true
      case nil: break
      }
      let from = claims[.sickFrom, row]
      mayLieOutside =
        mayLieOutside || (claims.value(.split, row)?.tenThousandths ?? whole) < whole
        || (claims.value(.periodFrom, row) ?? from) < from && row == rows[0]
    }
    // Far fewer hours than the week promises: other brukare may be claimed elsewhere.
    if let week, days >= 5, lost * 14 < week * Int64(min(days, 14)) { mayLieOutside = true }
  }

  private let whole: Int32 = 1_000_000
}

/// The deductions of one person at one company so far, while the chains go by in order.
private struct OccasionHistory {
  private var company: CompanyID?
  private var person: PersonID?
  private var days: [Day] = []

  /// How many lie in the 365 days before `start`.
  mutating func occasions(of claims: Claims, _ claim: Int, before start: Day) -> Int {
    if claims[.company, claim] != company || claims[.assistent, claim] != person {
      (company, person, days) = (claims[.company, claim], claims[.assistent, claim], [])
    }
    return days.count { $0 < start && $0.distance(to: start) <= Karens.occasionDays }
  }

  mutating func add(_ day: Day) { days.append(day) }
}
