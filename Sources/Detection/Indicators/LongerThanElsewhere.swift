import Ledger
import SickPay

/// Absences that last longer here than the same person's same sickness at another company.
///
/// A sickness is one, at however many employers: who is well again there should be well here.
/// Shifts may lie so that one of them tells more days, so it is compared how often it happens.
struct LongerThanElsewhere: Indicator {
  let id = IndicatorID("langre-an-hos-annan")
  let family = StatisticFamily.length
  let basis =
    "Frånvaro som varar längre än samma persons samtidiga frånvaro hos ett annat bolag, jämfört "
    + "med andra bolag, gamma-poisson"
  let clearedBy = "Läkarintyg eller scheman som visar varför frånvaron slutade olika."

  private static let departure = CountMixture.Departure(base: 0.05, factor: 4, size: 1)

  func compare(_ companies: Companies) -> [Comparison?] {
    let spells = SpellsOfPersons(companies)
    let found = companies.profiles.indices.map { company in
      var (shared, longer) = (0, [(person: PersonID, spell: ClosedRange<Day>)]())
      for employee in companies.profiles[company].employees {
        for spell in employee.spells.spells {
          guard let end = spells.latestEnd(elsewhere: company, employee.person, spell) else {
            continue
          }
          shared += 1
          if end < spell.upperBound { longer.append((employee.person, spell)) }
        }
      }
      return (shared: shared, longer: longer)
    }
    let counts = found.map { found in
      found.shared > 0 ? (observed: found.longer.count, exposure: Double(found.shared)) : nil
    }
    return countComparisons(companies, counts, departure: LongerThanElsewhere.departure) {
      company, observed, _ in
      Comparison.Words(
        claims: rows(companies, company, found[company].longer),
        text: "\(observed) av \(found[company].shared) frånvaroperioder som samma person har även "
          + "hos ett annat bolag varar längre här",
        clearedBy: clearedBy)
    }
  }

  private func rows(
    _ companies: Companies, _ company: Int,
    _ spells: [(person: PersonID, spell: ClosedRange<Day>)]
  ) -> [Int] {
    let claims = companies.ledger.claims
    let byPerson = Dictionary(grouping: spells, by: \.person)
    return companies.rows[company].filter { row in
      byPerson[claims[.assistent, row]]?.contains {
        $0.spell.contains(claims[.sickFrom, row])
      } ?? false
    }
  }
}

/// The spells of those who are sick at several companies.
private struct SpellsOfPersons {
  private var byPerson: [PersonID: [(company: Int, spell: ClosedRange<Day>)]] = [:]

  init(_ companies: Companies) {
    for (company, profile) in companies.profiles.enumerated() {
      for employee in profile.employees where companies.employers(of: employee.person) > 1 {
        byPerson[employee.person, default: []] += employee.spells.spells.map {
          (company: company, spell: $0)
        }
      }
    }
  }

  /// The last day of the spells at other companies that meet or touch one; `nil` where none does.
  func latestEnd(
    elsewhere company: Int, _ person: PersonID, _ spell: ClosedRange<Day>
  ) -> Day? {
    byPerson[person]?.lazy.filter { other in
      other.company != company
        && other.spell.lowerBound <= spell.upperBound.advanced(by: 1)
        && spell.lowerBound <= other.spell.upperBound.advanced(by: 1)
    }.map(\.spell.upperBound).max()
  }
}
