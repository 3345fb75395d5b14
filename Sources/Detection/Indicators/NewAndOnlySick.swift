import Ledger
import SickPay

/// Persons who fall sick within weeks of being hired, and again, and never stand in for anybody:
/// employed on paper only, perhaps.
struct NewAndOnlySick: Indicator {
  let id = IndicatorID("ny-och-bara-sjuk")
  let basis =
    "Anställda som blir sjuka inom 45 dagar från anställningens början, är sjuka minst två "
    + "gånger och aldrig syns som vikarier, jämfört med andra bolag, gamma-poisson"

  private static let days = 0...45
  /// Cheats have a twentieth of their staff on paper, or several times what others have.
  private static let departure = CountMixture.Departure(base: 0.05, factor: 2, size: 2)

  func compare(_ companies: Companies) -> [Comparison?] {
    let found = companies.rows.indices.map { persons(companies, $0) }
    let counts = found.map { found in
      found.known > 0 ? (observed: found.suspect.count, exposure: Double(found.known)) : nil
    }
    return countComparisons(companies, counts, departure: NewAndOnlySick.departure) {
      company, observed, _ in
      let persons = Set(found[company].suspect)
      return Comparison.Words(
        claims: companies.rows[company].filter {
          persons.contains(companies.ledger.claims[.assistent, $0])
        },
        text: "\(observed) av \(found[company].known) sjuka anställda blev sjuka inom 45 dagar "
          + "från anställningens början, var sjuka minst två gånger och syns aldrig som vikarier",
        clearedBy: "Anställningsavtal, lönespecifikationer och tidsredovisning för dem.")
    }
  }

  private func persons(
    _ companies: Companies, _ company: Int
  ) -> (suspect: [PersonID], known: Int) {
    let claims = companies.ledger.claims
    let vikarier = companies.profiles[company].vikarier
    var (suspect, known) = ([PersonID](), 0)
    forEachPerson(claims, companies.rows[company]) { run in
      guard let first = run.first, let hired = claims.value(.employedFrom, first) else { return }
      known += 1
      let person = claims[.assistent, first]
      let isSoon = NewAndOnlySick.days ~= hired.distance(to: claims[.sickFrom, first])
      let isAgain = companies.spells(of: person, company) > 1
      if isSoon, isAgain, !vikarier.contains(person) { suspect.append(person) }
    }
    return (suspect, known)
  }
}
