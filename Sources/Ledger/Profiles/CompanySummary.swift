public import SickPay

/// The numbers of a company profile that may leave the scan: no ids, no persons.
public struct CompanySummary: Sendable, Equatable {
  public var claims = 0
  public var spells = 0
  public var sickTime = Seconds.zero
  public var paidTime = Seconds.zero
  public var kronor = Ore.zero
  /// Öre, and 1/10,000 kr an hour.
  public var medianAmount: Double?
  public var amountDeviation: Double?
  public var medianWage: Double?
  public var wageDeviation: Double?
  /// Spells of 1, 2, … 14 days; the last counts those that are longer.
  public var spellLengths = [Int](repeating: 0, count: longestSpell + 1)
  /// First days of spells, Monday first.
  public var weekdays = [Int](repeating: 0, count: 7)
  public var activeMonths = 0
  public var employees = 0
  public var brukare = 0
  public var kommuner = 0
  public var vikarier = 0
  /// Share (0…1) of the lost shifts' time that was left vacant; `nil` without shifts.
  public var vacancyShare: Double?
  /// Share (0…1) of kronor on the tenth of the employees (at least one) with the most.
  public var topShare = 0.0
  public var sickOnlyEmployees = 0

  public static let longestSpell = 14

  public init(_ profile: CompanyProfile) {
    var (amounts, wages) = (BinnedCounts(), BinnedCounts())
    var (shiftTime, vacantTime) = (Seconds.zero, Seconds.zero)
    var months = SortedIDs<Int32>()
    for employee in profile.employees {
      claims += employee.claims
      sickTime += employee.sickTime
      paidTime += employee.paidTime
      kronor += employee.kronor
      shiftTime += employee.shiftTime
      vacantTime += employee.vacantTime
      amounts.merge(employee.amounts)
      wages.merge(employee.wages)
      months.merge(SortedIDs(employee.spells.months))
      for spell in employee.spells.spells {
        spells += 1
        spellLengths[min(DaySpells.length(spell), CompanySummary.longestSpell + 1) - 1] += 1
        weekdays[spell.lowerBound.weekday] += 1
      }
    }
    (medianAmount, amountDeviation) = (amounts.median, amounts.medianAbsoluteDeviation)
    (medianWage, wageDeviation) = (wages.median, wages.medianAbsoluteDeviation)
    activeMonths = months.count
    employees = profile.employees.count
    brukare = profile.brukare.count
    kommuner = profile.kommuner.count
    vikarier = profile.vikarier.count
    if shiftTime > .zero { vacancyShare = Double(vacantTime.value) / Double(shiftTime.value) }
    topShare = profile.shareOfKronor(onTop: max(1, (employees + 9) / 10))
    sickOnlyEmployees = profile.sickOnlyEmployees
  }
}
