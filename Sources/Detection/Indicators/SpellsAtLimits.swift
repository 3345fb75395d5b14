import Glibc
import Ledger
import SickPay

/// Spell lengths that pile up at exactly 7 days (the last without a certificate) and 14 (the last
/// with sick pay).
///
/// Claims end on day 14 for everybody who is sick for longer. A certificate that ends with them
/// tells those who were well on day 15 from the others. Companies that state certificates are
/// compared with each other, and so are those that do not, of which all such spells count: nobody
/// stands out for telling more.
struct SpellsAtLimits: Indicator {
  let id = IndicatorID("dag-7-och-14")
  let family = StatisticFamily.length
  let basis =
    "Sjukfallens längder jämfört med alla bolags fördelning: en andel på exakt 7 dagar, eller 14 "
    + "med ett läkarintyg som slutar då, mot ingen"
  let comparedWith = "alla bolag i körningen som likadant anger läkarintyg eller inte anger dem"
  let clearedBy = "Läkarintyg och sjukförsäkringar som styrker periodernas längd."

  private static let lastPaid = 14
  private static let limits = [7, lastPaid]

  func compare(_ companies: Companies) -> [Comparison?] {
    let bins = 1...CompanySummary.longestSpell + 1
    let share = 1 / Double(SpellsAtLimits.limits.count)
    let piled = bins.map { SpellsAtLimits.limits.contains($0) ? share : 0 }
    let isCertified = companies.rows.map { statesCertificates(companies.ledger.claims, $0) }
    let spells = companies.rows.indices.map {
      spellsAtLimits(companies, $0, isCertified: isCertified[$0])
    }
    let lengths = zip(companies.summaries, spells).map { told($0.spellLengths, $1) }
    var comparisons: [Comparison?] = lengths.map { _ in nil }
    for group in [true, false] {
      let members = lengths.indices.filter {
        isCertified[$0] == group && companies.summaries[$0].spells > 0
      }
      if members.isEmpty { continue }
      let mixture = ShapeMixture(fitting: members.map { lengths[$0] }) { _ in [piled] }
      let ordinary = SpellsAtLimits.limits.reduce(0) { $0 + mixture.ordinary[$1 - 1] }
      let peers = peers(isCertified, of: members, companies)
      for company in members {
        let (found, all) = (spells[company], companies.summaries[company].spells)
        let evidence = mixture.logBayesFactor(lengths[company])
        let expected = ordinary * Double(all)
        comparisons[company] = Comparison(
          observed: Double(found.count), expected: expected,
          evidence: Interval(low: evidence - 1, value: evidence, high: evidence + 1),
          pValue: min(1, exp(-evidence)), peers: peers,
          claims: evidence > -1 ? rows(companies, company, found) : [],
          text: "\(found.count) av \(all) sjukfall är exakt 7 "
            + (group
              ? "dagar, eller 14 och slutar då enligt läkarintyget; " : "eller 14 dagar; ")
            + "\(SwedishNumbers.number(expected, decimals: 1)) väntade enligt \(peers.name) "
            + "(\(peers.count) bolag).",
          clearedBy: clearedBy)
      }
    }
    return comparisons
  }

  /// All of a scan where all are alike in stating certificates.
  private func peers(_ isCertified: [Bool], of members: [Int], _ companies: Companies) -> Peers {
    if members.count == companies.everyone.count { return companies.everyone }
    return Peers(
      name: isCertified[members[0]]
        ? "bolag som anger läkarintyg" : "bolag som inte anger läkarintyg",
      count: members.count)
  }

  /// Whether a company states certificates on most of the rows that need one by their length.
  private func statesCertificates(_ claims: Claims, _ rows: [Int]) -> Bool {
    let long = rows.filter {
      claims[.sickFrom, $0].distance(to: claims[.sickTo, $0]) >= SpellsAtLimits.limits[0]
    }
    let stated = long.count { claims.value(.certificateTo, $0) != nil }
    return stated * 2 > long.count
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
          || lastCertified(claims, run, days).map { $0 <= days.upperBound } ?? false
        if ends { found.append(Spell(person: employee.person, days: days)) }
      }
    }
    return found
  }

  /// The last day that any certificate of a spell covers; `nil` without one.
  private func lastCertified(
    _ claims: Claims, _ run: ArraySlice<Int>, _ days: ClosedRange<Day>
  ) -> Day? {
    run.filter { days.contains(claims[.sickFrom, $0]) }
      .compactMap { claims.value(.certificateTo, $0) }.max()
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
