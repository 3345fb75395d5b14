import SickPay

extension CompanyBooks {
  /// Days from the bill to the kommun at most, a weekend included.
  static let longestPost: Int32 = 7

  /// Most claims come 10 to 75 days after the sickness; three in a hundred are months late.
  mutating func drawBillingDelay() -> Int32 {
    let late = random.chance(0.03) ? Int32(random.between(60...240)) : 0
    return late + (company.habits.claimsMonthly ? 0 : Int32(random.between(8...50)))
  }

  func billingDay(of spell: ToldSpell, partEnd: Int32) -> Int32 {
    if spell.billedOn >= 0 { return spell.billedOn }
    guard company.habits.claimsMonthly else { return partEnd + spell.billingDelay }
    return dayOfMonth(company.habits.billingDay, monthsAfter: partEnd, company.habits.billingLag)
      + spell.billingDelay
  }

  /// The same for all that one company sends one kommun on one day; never on a weekend.
  func received(_ billed: Int32, kommun: Int) -> Int32 {
    let spread = (Int(billed) * 31 + kommun * 17 + company.index * 7) % 5
    let day = billed + 1 + Int32(spread)
    let weekday = Day(number: day).weekday
    return weekday >= 5 ? day + Int32(7 - weekday) : day
  }

  /// Wages are paid on the 25th, mostly of the month after.
  func wagePaid(_ last: Int32) -> Int32 {
    dayOfMonth(25, monthsAfter: last, company.habits.paysWageSameMonth ? 0 : 1)
  }

  func dayOfMonth(_ day: Int, monthsAfter number: Int32, _ months: Int) -> Int32 {
    let date = Day(number: number).civil
    let first = number - Int32(date.day) + 1
    return Day(number: first).adding(months: months).number + Int32(day) - 1
  }

  /// Sends a row on a day, if it can still come in before the extract.
  mutating func bill(_ row: inout ClaimRow, on day: Int32) -> Bool {
    guard day + CompanyBooks.longestPost <= world.plan.lastNumber else { return false }
    row.billed = day
    row.received = received(day, kommun: row.kommun)
    return true
  }

  func terms(of job: Population.Job, on first: Int32, wagePaid: Int32) -> WageTerms {
    let person = population.persons[Int(job.person)]
    let (birth, date) = (Day(number: person.born).civil, Day(number: first).civil)
    let hadBirthday = (date.month, date.day) >= (birth.month, birth.day)
    let age = date.year - birth.year - (hadBirthday ? 0 : 1)
    let agreement = company.method.agreement
    return WageTerms(
      hourlyWage: wage(of: job, year: date.year, month: date.month),
      supplements: agreement.supplements(year: date.year),
      vacationPercent: agreement.vacationPercent(age: age, year: date.year),
      fee: EmployerFee.rate(born: birth.year, paid: Day(number: wagePaid)))
  }

  /// About three per cent more from each revision, and now and then a raise of one's own; always
  /// from the first of a month, in steps of five öre.
  func wage(of job: Population.Job, year: Int, month: Int) -> Int64 {
    let revisions = year - 2025 - (month < company.habits.revisionMonth ? 1 : 0)
    let raise = Int32(year * 12 + month) >= job.raisedFrom ? job.raise : 0
    return Int64(job.wage) * Int64(1000 + revisions * 29 + Int(raise)) / 5000 * 5
  }
}
