import Glibc
import Ledger
import SickPay

/// Spell lengths spread more evenly than sickness is: most spells end within three days and few
/// in the second week, unless somebody made the lengths up.
struct SpellShape: Indicator {
  let id = IndicatorID("jamna-langder")
  let family = StatisticFamily.length
  let basis =
    "Sjukfallens längder jämfört med alla bolags fördelning: en andel jämnt spridda upp till "
    + "tio eller fjorton dagar mot ingen"
  let comparedWith = Companies.everybody
  let clearedBy = "Läkarintyg och sjukförsäkringar som styrker periodernas längd."

  /// Days that made-up lengths reach: a week and a half, or as long as the employer pays.
  private static let reaches = [10, 14]
  /// Longer spells are rare on claims; next to none are made up.
  private static let longer = 0.001

  private func evenUpTo(_ days: Int) -> [Double] {
    let bins = CompanySummary.longestSpell + 1
    return (0..<bins).map { bin in
      bin < days
        ? (1 - SpellShape.longer) / Double(days) : SpellShape.longer / Double(bins - days)
    }
  }

  func compare(_ companies: Companies) -> [Comparison?] {
    let lengths = companies.summaries.map(\.spellLengths)
    let mixture = ShapeMixture(fitting: lengths) { _ in SpellShape.reaches.map(evenUpTo) }
    return lengths.enumerated().map { company, counts in
      let spells = counts.reduce(0, +)
      guard spells > 0 else { return nil }
      let evidence = mixture.logBayesFactor(counts)
      let byChance = evidence > 0 ? GTest(counts, shares: mixture.ordinary) : nil
      func part(_ days: ClosedRange<Int>) -> (observed: Int, expected: Double) {
        days.reduce(into: (0, 0.0)) { sum, day in
          sum.0 += counts[day - 1]
          sum.1 += mixture.ordinary[day - 1] * Double(spells)
        }
      }
      let (week, second) = (part(4...7), part(8...13))
      func expected(_ part: (observed: Int, expected: Double)) -> String {
        SwedishNumbers.number(part.expected, decimals: 1)
      }
      return Comparison(
        observed: Double(second.observed), expected: second.expected,
        evidence: Interval(low: evidence - 1, value: evidence, high: evidence + 1),
        pValue: max(min(1, exp(-evidence)), byChance?.pValue ?? 0), peers: companies.everyone,
        claims: companies.rows[company],
        text: "Längderna på \(spells) sjukfall är jämnare spridda än andra bolags: "
          + "\(week.observed) är 4–7 dagar (\(expected(week)) väntade) och \(second.observed) är "
          + "8–13 dagar (\(expected(second)) väntade enligt \(comparedWith), "
          + "\(companies.everyone.count) bolag)." + words(evidence, byChance),
        clearedBy: clearedBy)
    }
  }

  /// What all lengths together say.
  private func words(_ evidence: Double, _ byChance: GTest?) -> String {
    guard let byChance else { return "" }
    let times = exp(evidence)
    let most = 1000.0
    let likelier =
      times < most
      ? SwedishNumbers.number(times, decimals: times < 10 ? 1 : 0)
      : "mer än \(SwedishNumbers.number(most, decimals: 0))"
    return " Tillsammans är längderna \(likelier) gånger så sannolika om en del av dem är jämnt "
      + "spridda som om alla är som andra bolags. Slumpen ensam ger så avvikande längder "
      + "\(byChance.frequency)."
  }
}
