import Ledger
import SickPay

/// Employees who are sick far more often than those of like companies, told as a number for the
/// company.
///
/// A person's spells over the months of employment are shrunk towards those of the company's peers;
/// counted are those whose lower limit EB05 (DuMouchel, The American Statistician 53 (1999) 177,
/// doi:10.1080/00031305.1999.10474456) is above twice the expected. No person gets a score.
struct OftenSickEmployees: Indicator {
  let id = IndicatorID("ofta-sjuka")
  let family = StatisticFamily.rate
  let basis =
    "Anställda vars sjukfall, justerade för slumpen, är minst dubbelt så många som väntat av "
    + "likartade bolag (EB05 över 2), jämfört med andra bolag, gamma-poisson"
  let clearedBy = "Läkarintyg och sjukanmälningar för dem, eller rätt anställningstid."

  private static let leastRate = 2.0
  /// Persons who are sick often are so about four times as often as others.
  private static let ofPersons = CountMixture.Departure(base: 0, factor: 4, size: 2)
  private static let ofCompanies = CountMixture.Departure(base: 0.03, factor: 3, size: 2)
  /// So many persons, evenly drawn, tell how persons differ.
  private static let mostFitted = 4000

  func compare(_ companies: Companies) -> [Comparison?] {
    let careers = companies.profiles.indices.map { EmployeeMonths(companies, $0).months }
    let sums = zip(companies.summaries, careers).map { summary, months in
      months.isEmpty
        ? nil : (observed: summary.spells, exposure: Double(months.reduce(0, +)))
    }
    let known = sums.compactMap(\.self)
    let (spells, months) = known.reduce((0, 0.0)) { ($0.0 + $1.observed, $0.1 + $1.exposure) }
    guard spells > 0 else { return careers.map { _ in nil } }
    let rate = Double(spells) / months
    let levels = companies.groups.levels(
      sums.map { $0.map { ($0.observed, $0.exposure * rate) } })
    var limits = SpellLimits(
      CountMixture(
        fitting: fitted(companies, careers, levels.map { $0 * rate }),
        departure: OftenSickEmployees.ofPersons))
    let often = careers.enumerated().map { company, months in
      zip(companies.profiles[company].employees, months).filter { employee, months in
        let expected = Double(months) * rate * levels[company]
        return employee.spells.spells.count >= limits.fewest(expected: expected)
      }.map(\.0.person)
    }
    let counts = careers.enumerated().map { company, months in
      months.isEmpty ? nil : (observed: often[company].count, exposure: Double(months.count))
    }
    return countComparisons(
      companies, counts, departure: OftenSickEmployees.ofCompanies, isUncertain: isUncertain
    ) { company, observed, _ in
      let persons = Set(often[company])
      return Comparison.Words(
        claims: companies.rows[company].filter {
          persons.contains(companies.ledger.claims[.assistent, $0])
        },
        text: "\(observed) av \(careers[company].count) sjuka anställda har minst dubbelt så många "
          + "sjukfall som väntat även när slumpen räknats bort (osäkert: anställningens månader "
          + "enligt ärendena)",
        clearedBy: clearedBy)
    }
  }

  /// The months of employment are those that the claims tell of, whatever registers there are.
  private func isUncertain(_ company: Int) -> Bool { true }

  /// Spells and what is expected of evenly drawn persons.
  private func fitted(
    _ companies: Companies, _ careers: [[Int]], _ rates: [Double]
  ) -> [(observed: Int, exposure: Double)] {
    let all = careers.reduce(0) { $0 + $1.count }
    let step = max(1, all / OftenSickEmployees.mostFitted)
    var (place, result) = (0, [(observed: Int, exposure: Double)]())
    for (company, months) in careers.enumerated() {
      for (employee, months) in zip(companies.profiles[company].employees, months) {
        if place % step == 0 {
          result.append((employee.spells.spells.count, Double(months) * rates[company]))
        }
        place += 1
      }
    }
    return result
  }

  /// From how many spells EB05 lies above the limit, worked out once for each expected number.
  private struct SpellLimits {
    private let mixture: CountMixture
    private var known: [Double: Int] = [:]

    init(_ mixture: CountMixture) { self.mixture = mixture }

    mutating func fewest(expected: Double) -> Int {
      if let known = known[expected] { return known }
      var count = max(1, Int(OftenSickEmployees.leastRate * expected))
      while mixture.relativeRate(count, exposure: expected).quantile(0.05)
        <= OftenSickEmployees.leastRate
      {
        count += 1
      }
      known[expected] = count
      return count
    }
  }
}

/// How long each employee of a company is employed inside of the months that its claims tell of.
private struct EmployeeMonths {
  /// In the order of the profile's employees, 1 or more each.
  private(set) var months: [Int] = []

  init(_ companies: Companies, _ company: Int) {
    let (claims, rows) = (companies.ledger.claims, companies.rows[company])
    guard let first = rows.map({ claims[.sickFrom, $0] }).min(),
      let last = rows.map({ claims[.sickTo, $0] }).max()
    else { return }
    forEachPerson(claims, rows) { run in
      let hired = run.compactMap { claims.value(.employedFrom, $0) }.min()
      let left = run.compactMap { claims.value(.employedTo, $0) }.max()
      let from = max(first, hired ?? first)
      let to = min(last, left ?? last)
      months.append(max(1, Int(to.month - from.month) + 1))
    }
  }
}
