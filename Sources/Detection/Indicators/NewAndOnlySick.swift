import Ledger
import SickPay

/// Persons who fall sick within weeks of being hired, and again and again, and are never seen at
/// work: not as vikarie here, and not at any other company. Employed on paper only, perhaps.
///
/// Only who was hired in the window can have been seen to fall sick so soon, so that they are the
/// exposure: a company that is new, or grows, has more of them than others.
struct NewAndOnlySick: Indicator {
  let id = IndicatorID("ny-och-bara-sjuk")
  let family = StatisticFamily.staff
  let basis =
    "Upprepade sjukfall hos anställda som blir sjuka inom 45 dagar från anställningens början och "
    + "aldrig syns som vikarier eller hos något annat bolag, per nyanställd som varit sjuk jämfört "
    + "med andra bolag, gamma-poisson"
  let clearedBy = "Anställningsavtal, lönespecifikationer och tidsredovisning för dem."

  private static let days = 0...45
  /// Cheats have three times what others have, and three such spells more for ten newly hired.
  private static let departure = CountMixture.Departure(base: 0.3, factor: 3, size: 1)

  func compare(_ companies: Companies) -> [Comparison?] {
    let found = companies.rows.indices.map { persons(companies, $0) }
    let counts = found.map { found in
      found.known > 0 ? (observed: found.repeats, exposure: Double(found.known)) : nil
    }
    return countComparisons(companies, counts, departure: NewAndOnlySick.departure) {
      company, observed, _ in
      let persons = Set(found[company].suspect)
      return Comparison.Words(
        claims: companies.rows[company].filter {
          persons.contains(companies.ledger.claims[.assistent, $0])
        },
        text: observed == 1 ? "1 upprepat sjukfall" : "\(observed) upprepade sjukfall",
        explanation:
          " Räknade är sjukfall efter det första hos dem som blev sjuka inom 45 dagar från "
          + "anställningens början och aldrig syns som vikarier eller hos något annat bolag: "
          + "\(persons.count) av de \(found[company].known) nyanställda som varit sjuka.",
        clearedBy: clearedBy)
    }
  }

  /// - Returns: The persons, their spells after the first, and how many persons were hired in the
  ///   window or just before it.
  private func persons(
    _ companies: Companies, _ company: Int
  ) -> (suspect: [PersonID], repeats: Int, known: Int) {
    let claims = companies.ledger.claims
    let vikarier = companies.profiles[company].vikarier
    let earliest = companies.ledger.window.lowerBound.advanced(by: -NewAndOnlySick.days.upperBound)
    var (suspect, repeats, known) = ([PersonID](), 0, 0)
    forEachPerson(claims, companies.rows[company]) { run in
      guard let first = run.first, let hired = claims.value(.employedFrom, first),
        earliest <= hired
      else { return }
      known += 1
      let person = claims[.assistent, first]
      let spells = companies.spells(of: person, company)
      guard NewAndOnlySick.days ~= hired.distance(to: claims[.sickFrom, first]), spells > 1,
        !vikarier.contains(person), companies.employers(of: person) == 1
      else { return }
      suspect.append(person)
      repeats += spells - 1
    }
    return (suspect, repeats, known)
  }
}
