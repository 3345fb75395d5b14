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
      // The second week is where evenness shows.
      let bins = 7..<13
      let observed = bins.reduce(0) { $0 + counts[$1] }
      let expected = bins.reduce(0) { $0 + mixture.ordinary[$1] } * Double(spells)
      return Comparison(
        observed: Double(observed), expected: expected,
        evidence: Interval(low: evidence - 1, value: evidence, high: evidence + 1),
        pValue: min(1, exp(-evidence)), peers: companies.everyone,
        claims: companies.rows[company],
        text: "Längderna på \(spells) sjukfall är jämnare spridda än andra bolags: \(observed) "
          + "är 8–13 dagar, \(SwedishNumbers.number(expected, decimals: 1)) väntade "
          + "enligt alla bolag i körningen (\(companies.everyone.count) bolag).",
        clearedBy: "Läkarintyg och sjukförsäkringar som styrker periodernas längd.")
    }
  }
}
