import Glibc
import Ledger
import SickPay

/// Spell lengths that pile up at exactly 7 days (the last without a certificate) and 14 (the last
/// with sick pay).
struct SpellsAtLimits: Indicator {
  let id = IndicatorID("dag-7-och-14")
  let family = StatisticFamily.length
  let basis =
    "Sjukfallens längder jämfört med alla bolags fördelning: en andel på exakt 7 eller 14 "
    + "dagar mot ingen"

  private static let limits = [7, 14]

  func compare(_ companies: Companies) -> [Comparison?] {
    let bins = 1...CompanySummary.longestSpell + 1
    let share = 1 / Double(SpellsAtLimits.limits.count)
    let piled = bins.map { SpellsAtLimits.limits.contains($0) ? share : 0 }
    let mixture = ShapeMixture(fitting: companies.summaries.map(\.spellLengths)) { _ in
      [piled]
    }
    if companies.summaries.isEmpty { return [] }
    let ordinary = SpellsAtLimits.limits.reduce(0) { $0 + mixture.ordinary[$1 - 1] }
    return companies.summaries.enumerated().map { company, summary in
      guard summary.spells > 0 else { return nil }
      let observed = SpellsAtLimits.limits.reduce(0) { $0 + summary.spellLengths[$1 - 1] }
      let expected = ordinary * Double(summary.spells)
      let evidence = mixture.logBayesFactor(summary.spellLengths)
      return Comparison(
        observed: Double(observed), expected: expected,
        evidence: Interval(low: evidence - 1, value: evidence, high: evidence + 1),
        pValue: min(1, exp(-evidence)), peers: companies.everyone,
        claims: evidence > -1 ? rows(companies, company) : [],
        text: "\(observed) av \(summary.spells) sjukfall är exakt 7 eller 14 dagar; "
          + "\(SwedishNumbers.number(expected, decimals: 1)) väntade enligt alla bolag i körningen "
          + "(\(companies.everyone.count) bolag).",
        clearedBy: "Läkarintyg och sjukförsäkringar som styrker periodernas längd.")
    }
  }

  private func rows(_ companies: Companies, _ company: Int) -> [Int] {
    let claims = companies.ledger.claims
    let spells = companies.profiles[company].employees.map { employee in
      (
        employee.person,
        employee.spells.spells.filter {
          SpellsAtLimits.limits.contains(DaySpells.length($0))
        }
      )
    }.filter { !$0.1.isEmpty }
    let byPerson = Dictionary(uniqueKeysWithValues: spells)
    return companies.rows[company].filter { row in
      byPerson[claims[.assistent, row]]?.contains { $0.contains(claims[.sickFrom, row]) } ?? false
    }
  }
}
