import Glibc
import Ledger
import SickPay

/// Spell lengths that pile up at exactly 7 days (the last without a certificate) and 14 (the last
/// with sick pay).
///
/// Claims end on day 14 for everybody who is sick for longer. A certificate that ends with them
/// tells those who were well on day 15 from the others; where no company states any, all count.
struct SpellsAtLimits: Indicator {
  let id = IndicatorID("dag-7-och-14")
  let family = StatisticFamily.length
  let basis =
    "Sjukfallens längder jämfört med alla bolags fördelning: en andel på exakt 7 dagar, eller 14 "
    + "med ett läkarintyg som slutar då, mot ingen"

  private static let lastPaid = 14
  private static let limits = [7, lastPaid]

  func compare(_ companies: Companies) -> [Comparison?] {
    let bins = 1...CompanySummary.longestSpell + 1
    let share = 1 / Double(SpellsAtLimits.limits.count)
    let piled = bins.map { SpellsAtLimits.limits.contains($0) ? share : 0 }
    let isCertified = companies.rows.contains { rows in
      rows.contains { companies.ledger.claims.value(.certificateTo, $0) != nil }
    }
    let spells = companies.rows.indices.map {
      spellsAtLimits(companies, $0, isCertified: isCertified)
    }
    let lengths = zip(companies.summaries, spells).map { told($0.spellLengths, $1) }
    if lengths.isEmpty { return [] }
    let mixture = ShapeMixture(fitting: lengths) { _ in [piled] }
    let ordinary = SpellsAtLimits.limits.reduce(0) { $0 + mixture.ordinary[$1 - 1] }
    return companies.summaries.enumerated().map { company, summary -> Comparison? in
      guard summary.spells > 0 else { return nil }
      let observed = spells[company].count
      let expected = ordinary * Double(summary.spells)
      let evidence = mixture.logBayesFactor(lengths[company])
      return Comparison(
        observed: Double(observed), expected: expected,
        evidence: Interval(low: evidence - 1, value: evidence, high: evidence + 1),
        pValue: min(1, exp(-evidence)), peers: companies.everyone,
        claims: evidence > -1 ? rows(companies, company, spells[company]) : [],
        text: "\(observed) av \(summary.spells) sjukfall är exakt 7 "
          + (isCertified
            ? "dagar, eller 14 och slutar då enligt läkarintyget; " : "eller 14 dagar; ")
          + "\(SwedishNumbers.number(expected, decimals: 1)) väntade enligt alla bolag i körningen "
          + "(\(companies.everyone.count) bolag).",
        clearedBy: "Läkarintyg och sjukförsäkringar som styrker periodernas längd.")
    }
  }

  private struct Spell {
    let person: PersonID
    let days: ClosedRange<Day>
  }

  /// - Parameter isCertified: Whether a spell of 14 days needs a certificate that ends with it.
  private func spellsAtLimits(
    _ companies: Companies, _ company: Int, isCertified: Bool
  ) -> [Spell] {
    let claims = companies.ledger.claims
    var found: [Spell] = []
    forEachPerson(claims, companies.rows[company]) { run in
      guard let first = run.first,
        let employee = companies.profiles[company].employee(claims[.assistent, first])
      else { return }
      for days in employee.spells.spells
      where SpellsAtLimits.limits.contains(DaySpells.length(days)) {
        let ends =
          !isCertified || DaySpells.length(days) < SpellsAtLimits.lastPaid
          || run.contains { row in
            days.contains(claims[.sickFrom, row])
              && claims.value(.certificateTo, row).map { $0 <= days.upperBound } ?? false
          }
        if ends { found.append(Spell(person: employee.person, days: days)) }
      }
    }
    return found
  }

  /// The spells by length, those of 14 days that do not count among the longer ones.
  private func told(_ lengths: [Int], _ atLimits: [Spell]) -> [Int] {
    var lengths = lengths
    let ended = atLimits.count { DaySpells.length($0.days) == SpellsAtLimits.lastPaid }
    lengths[lengths.count - 1] += lengths[SpellsAtLimits.lastPaid - 1] - ended
    lengths[SpellsAtLimits.lastPaid - 1] = ended
    return lengths
  }

  private func rows(_ companies: Companies, _ company: Int, _ spells: [Spell]) -> [Int] {
    let claims = companies.ledger.claims
    let byPerson = Dictionary(grouping: spells, by: \.person)
    return companies.rows[company].filter { row in
      byPerson[claims[.assistent, row]]?.contains { $0.days.contains(claims[.sickFrom, row]) }
        ?? false
    }
  }
}
