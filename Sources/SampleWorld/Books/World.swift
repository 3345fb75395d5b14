import SickPay

/// What all companies' books look things up in; shared by them, and never changed.
final class World: Sendable {
  let plan: WorldPlan
  let companies: [Company]
  let population: Population
  let parameters: SchemeParameters
  let clock = SupplementClock()
  /// 02:00 on the wall on the nights when the clock is changed, in minutes since 1970.
  let clockChanges: [Int32]
  let season: SickSeason
  /// By company; only in worlds with registers.
  let permitLapses: [Int: PermitLapse]

  init(plan: WorldPlan) throws(TooManyPersons) {
    self.plan = plan
    parameters = SchemeParameters(plan)
    companies = CompanyPlanner.companies(plan)
    population = try Population(plan: plan, companies: companies)
    season = SickSeason(plan: plan)
    permitLapses = PermitLapse.drawn(companies, plan)
    clockChanges = (plan.firstNumber...plan.lastNumber).compactMap { number in
      let (_, month, day) = Day(number: number).civil
      let isChange = Day(number: number).weekday == 6 && day >= 25 && (month == 3 || month == 10)
      return isChange ? WallMinute.of(day: number, minute: 120) : nil
    }
  }

  /// Kommuner that take applications only, so that their claims carry no invoice.
  func takesInvoices(_ kommun: Int) -> Bool { kommun % 4 != 1 }
}
