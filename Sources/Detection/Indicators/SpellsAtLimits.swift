import Ledger
import SickPay

/// Spell lengths that pile up at exactly 7 days (the last without a certificate) and 14 (the last
/// with sick pay).
struct SpellsAtLimits: Indicator {
  let id = IndicatorID("dag-7-och-14")
  let basis = "Andel sjukfall som är exakt 7 eller 14 dagar jämfört med alla bolag, gamma-poisson"

  static let limits = [7, 14]

  /// Cheats stretch a tenth of their spells to a limit, or more.
  private static let departure = CountMixture.Departure(base: 0.1, factor: 1, size: 4)

  func compare(_ companies: Companies) -> [Comparison?] {
    let atLimits = companies.summaries.map { summary in
      SpellsAtLimits.limits.reduce(0) { $0 + summary.spellLengths[$1 - 1] }
    }
    let spells = companies.summaries.map(\.spells)
    let counts = zip(atLimits, spells).map { atLimits, spells in
      spells > 0 ? (observed: atLimits, exposure: Double(spells)) : nil
    }
    return countComparisons(counts, departure: SpellsAtLimits.departure) {
      company, observed, expected in
      Comparison.Words(
        claims: rows(companies, company),
        text: "\(observed) av \(spells[company]) sjukfall är exakt 7 eller 14 dagar; "
          + "\(SwedishNumbers.number(expected, decimals: 1)) väntade av alla bolags fördelning.",
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
